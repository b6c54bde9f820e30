" Vim file type plugin for hplan, the language of municipal plans.
"
" g:hplan_fold   1: bodies, tables and texts fold by syntax, all open at first
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\ %s
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=2 softtabstop=2 tabstop=4
setlocal iskeyword=@,48-57,_,-,192-255
setlocal suffixesadd=.hplan
setlocal include=^\\s*\\%(bruk\\\|use\\\|del\\s\\+av\\\|part\\s\\+of\\)\\s*\"
setlocal keywordprg=hplanc\ explain
let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< expandtab< shiftwidth<'
      \ . ' softtabstop< tabstop< iskeyword< suffixesadd< include< keywordprg<'

" :make checks the plan and fills the list of findings.
if !exists('current_compiler')
  compiler hplanc
  let b:undo_ftplugin .= ' makeprg< errorformat<'
endif

if get(g:, 'hplan_fold', 0)
  setlocal foldmethod=syntax foldlevel=99
  let b:undo_ftplugin .= ' foldmethod< foldlevel<'
endif
