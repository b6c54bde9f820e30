" Vim compiler file: `:make` runs `hplanc check` on the plan.
"
" Columns are counted in characters, as on the screen. The lines that show the source and explain
" are left out of the list; severities are named in the language of the plan.
if exists('current_compiler')
  finish
endif
let current_compiler = 'hplanc'

let s:save = &cpo
set cpo&vim

CompilerSet makeprg=hplanc\ check\ --quiet\ --color=never\ %:S
CompilerSet errorformat=
      \%E%f:%l:%v:\ feil\ %m,
      \%E%f:%l:%v:\ error\ %m,
      \%W%f:%l:%v:\ advarsel\ %m,
      \%W%f:%l:%v:\ åtvaring\ %m,
      \%W%f:%l:%v:\ warning\ %m,
      \%I%f:%l:%v:\ merknad\ %m,
      \%I%f:%l:%v:\ note\ %m,
      \%-G%.%#

let &cpo = s:save
unlet s:save
