" Indents the plans named in $FILES anew: nothing may change, and an empty indentation is made whole.
" Findings go to $REPORT.
scriptencoding utf-8
set nocompatible encoding=utf-8
filetype plugin indent on

let s:report = []
for s:file in split($FILES, "\n")
  exe 'edit' fnameescape(s:file)
  let s:before = getline(1, '$')
  silent normal! gg=G
  for s:i in range(len(s:before))
    if getline(s:i + 1) !=# s:before[s:i]
      call add(s:report, s:file . ':' . (s:i + 1) . ': indented as ' . string(getline(s:i + 1)))
    endif
  endfor
  edit!
  " Flattened, but for the text blocks, whose lines are the author's.
  let s:text = 0
  for s:i in range(1, line('$'))
    let s:line = getline(s:i)
    if !s:text
      call setline(s:i, substitute(s:line, '^\s*', '', ''))
    endif
    if s:text || s:line !~# '^\s*#'
      let s:text = (s:text + count(s:line, '"""')) % 2
    endif
  endfor
  silent normal! gg=G
  for s:i in range(len(s:before))
    if getline(s:i + 1) !=# s:before[s:i]
      call add(s:report, s:file . ':' . (s:i + 1) . ': mended to ' . string(getline(s:i + 1)))
    endif
  endfor
  bwipeout!
endfor
call writefile(s:report, $REPORT)
qall!
