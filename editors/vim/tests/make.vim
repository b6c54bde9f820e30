" `:make` on the spoilt plan $PLAN, which has its finding on line $LINE: the list has it, in its
" place, and nothing else. Findings of this test go to $REPORT.
scriptencoding utf-8
set nocompatible encoding=utf-8
filetype plugin indent on

exe 'edit' fnameescape($PLAN)
silent! make!
let s:found = getqflist()
let s:lines = map(copy(s:found), {_, f -> f.lnum})
call assert_equal([str2nr($LINE)], s:lines)
if len(s:found) == 1
  call cursor(s:found[0].lnum, 1)
  cc 1
  call assert_equal('E', s:found[0].type)
  call assert_match('^HP4001: Summen stemmer ikke', s:found[0].text)
  call assert_match('^38 228 737', getline('.')[col('.') - 1 :])
  call assert_equal(resolve(fnamemodify($PLAN, ':p')), resolve(bufname(s:found[0].bufnr)->fnamemodify(':p')))
endif
call writefile(v:errors, $REPORT)
qall!
