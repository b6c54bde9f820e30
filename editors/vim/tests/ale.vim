" ALE in Vim against `hplanc lsp`, on the spoilt plan $PLAN, whose finding is on line $LINE: findings,
" hover, definition, rename and format. Findings of this test go to $REPORT.
scriptencoding utf-8
set nocompatible encoding=utf-8 hidden
filetype plugin indent on

let g:ale_linters = {'hplan': ['hplanc']}
let g:ale_fixers = {'hplan': ['ale#fixers#hplanc#Fix']}
let g:ale_set_balloons = 0
let g:ale_hover_to_preview = 1
let g:ale_disable_lsp = 0

" Lets ALE work until the expression holds, and says whether it came to.
function! s:wait(expression) abort
  let start = reltime()
  while !eval(a:expression)
    if reltimefloat(reltime(start)) > 20
      call add(v:errors, 'did not come: ' .. a:expression)
      return 0
    endif
    sleep 20m
  endwhile
  return 1
endfunction

function! s:errors() abort
  return filter(ale#engine#GetLoclist(s:plan), {_, f -> f.type ==# 'E'})
endfunction

function! s:go_to(pattern, offset) abort
  call cursor(1, 1)
  call assert_true(search(a:pattern, 'cW') > 0, a:pattern)
  exe 'normal!' a:offset .. 'l'
endfunction

function! s:preview() abort
  return filter(range(1, winnr('$')), {_, w -> getwinvar(w, '&previewwindow')})
endfunction

exe 'edit' fnameescape($PLAN)
let s:plan = bufnr('')

call ale#Queue(0)
if s:wait('len(s:errors()) > 0')
  let s:found = s:errors()
  call assert_equal(1, len(s:found))
  call assert_equal(str2nr($LINE), s:found[0].lnum)
  call assert_equal('HP4001', get(s:found[0], 'code', ''))
  call assert_match('Summen stemmer ikke', s:found[0].text)
  " ALE's columns are characters, as the server gives them.
  call assert_match('^38 228 737', strcharpart(getline(s:found[0].lnum), s:found[0].col - 1))
endif

call s:go_to('av: ramme.2018', 6)
call ale#hover#ShowAtCursor()
if s:wait('len(s:preview()) > 0')
  call assert_match('38 228 737', join(getbufline(winbufnr(s:preview()[0]), 1, '$')))
  pclose
endif

call s:go_to('om personal', 3)
call ale#definition#GoToCommandHandler('')
if s:wait('expand("%:t") ==# "organisasjon.hplan"')
  call assert_match('avdeling personal', getline('.'))
endif
exe 'buffer' s:plan

" ALE asks for the name; the answer is given here.
call s:go_to('om personal', 3)
function! ale#util#Input(message, value, ...) abort
  return 'folk-og-lønn'
endfunction
call ale#rename#Execute()
if s:wait('search("om folk-og-lønn", "cnw") > 0')
  call assert_equal(0, search('om personal', 'cnw'))
  let s:other = join(getbufline('organisasjon.hplan', 1, '$'), "\n")
  call assert_match('avdeling folk-og-lønn "Personalavdelingen"', s:other)
endif

let s:before = getline(1, '$')
let s:number = search('av: ramme.2018', 'cnw')
call setline(s:number, 'av:    ramme.2018')
call ale#fix#Fix(s:plan, '')
call s:wait('getline(s:number) =~# "av: ramme"')
call assert_equal(s:before, getline(1, '$'))

call writefile(v:errors, $REPORT)
qall!
