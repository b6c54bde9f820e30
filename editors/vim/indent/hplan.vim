" Vim indent file for hplan, as `hplanc fmt` indents.
"
" A body is one step further in than the statement that has it, and the lines on which a list of
" values goes on behind a comma are two. Lines in a text block are the author's and stay.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=GetHplanIndent(v:lnum) indentkeys=0},!^F,o,O
let b:undo_indent = 'setlocal indentexpr< indentkeys<'

if exists('*GetHplanIndent')
  finish
endif

" The line without comments, strings and cells, in which braces and commas mean nothing.
function! s:bare(lnum) abort
  let line = substitute(getline(a:lnum), '^\s*|.*|', '', '')
  let line = substitute(line, '"""\|"[^"]*"', '""', 'g')
  return substitute(line, '#.*$\|\s\+$', '', 'g')
endfunction

" Is the line's beginning inside a text block? Where lines are indented one after another (`=`),
" what was counted for the line above is counted on.
function! s:in_text(lnum) abort
  let from = get(b:, 'hplan_counted', {'lnum': 0, 'tick': 0, 'inside': 0})
  if from.lnum == 0 || from.lnum >= a:lnum || prevnonblank(a:lnum - 1) > from.lnum
        \ || b:changedtick - from.tick > 1
    let from = {'lnum': 1, 'inside': 0}
  endif
  let inside = from.inside
  for line in getline(from.lnum, a:lnum - 1)
    if inside || line !~# '^\s*#'
      let inside = (inside + count(line, '"""')) % 2
    endif
  endfor
  let b:hplan_counted = {'lnum': a:lnum, 'tick': b:changedtick, 'inside': inside}
  return inside
endfunction

" The nearest line above that belongs to a statement; 0 where there is none.
function! s:above(lnum) abort
  let lnum = prevnonblank(a:lnum - 1)
  while lnum > 0 && getline(lnum) =~# '^\s*#'
    let lnum = prevnonblank(lnum - 1)
  endwhile
  return lnum
endfunction

" The first line of the statement that ends or goes on in this line.
function! s:first(lnum) abort
  let first = a:lnum
  let above = getline(first) =~# '"""' ? 0 : s:above(first)
  while above > 0 && s:bare(above) =~# ',$'
    let first = above
    let above = s:above(first)
  endwhile
  return first
endfunction

function! GetHplanIndent(lnum) abort
  if s:in_text(a:lnum)
    return -1
  endif
  let last = s:above(a:lnum)
  if last == 0
    return 0
  endif
  let first = s:first(last)
  if s:bare(last) =~# ',$'
    return indent(first) + 2 * shiftwidth()
  endif
  let code = join(map(range(first, last), {_, n -> s:bare(n)}), ' ')
  let code = substitute(code, '^[ \t}]*', '', '')
  let deeper = count(code, '{') > count(code, '}')
  let closes = getline(a:lnum) =~# '^\s*}'
  return max([0, indent(first) + (deeper - closes) * shiftwidth()])
endfunction
