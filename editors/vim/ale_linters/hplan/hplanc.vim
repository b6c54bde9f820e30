" ALE linter for hplan: `hplanc lsp` over standard input and output.
"
" g:ale_hplan_hplanc_executable   the program (`hplanc`)

call ale#Set('hplan_hplanc_executable', 'hplanc')

" Where the project's settings lie, else the repository, else the folder of the plan.
function! ale_linters#hplan#hplanc#GetProjectRoot(buffer) abort
  let settings = ale#path#FindNearestFile(a:buffer, 'prosjekt.hplan')
  let git = ale#path#FindNearestDirectory(a:buffer, '.git')
  return settings !=# '' ? fnamemodify(settings, ':h')
        \ : git !=# '' ? fnamemodify(git, ':h:h')
        \ : fnamemodify(bufname(a:buffer), ':p:h')
endfunction

call ale#linter#Define('hplan', {
      \ 'name': 'hplanc',
      \ 'lsp': 'stdio',
      \ 'executable': {buffer -> ale#Var(buffer, 'hplan_hplanc_executable')},
      \ 'command': '%e lsp',
      \ 'project_root': function('ale_linters#hplan#hplanc#GetProjectRoot'),
      \ })
