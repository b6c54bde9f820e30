" ALE fixer for hplan: `hplanc fmt`. Chosen by
"
"   let g:ale_fixers = {'hplan': ['ale#fixers#hplanc#Fix']}

call ale#Set('hplan_hplanc_executable', 'hplanc')

function! ale#fixers#hplanc#Fix(buffer) abort
  return {'command': ale#Escape(ale#Var(a:buffer, 'hplan_hplanc_executable')) . ' fmt -'}
endfunction
