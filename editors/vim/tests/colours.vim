" Writes the coloured pieces of the sample to $PIECES: line, column and length in characters, class.
" Run by editors/vim/test with Vim and with Neovim.
scriptencoding utf-8

let s:classes = {
      \ 'Comment': 'comment', 'RowComment': 'comment', 'Kind': 'kind', 'Key': 'property',
      \ 'Column': 'property', 'Choice': 'enum', 'IndexWord': 'enum', 'Missing': 'enum',
      \ 'Function': 'function', 'Role': 'role', 'Name': 'name', 'Path': 'name', 'Title': 'title',
      \ 'String': 'string', 'Url': 'string', 'TextMark': 'string', 'Number': 'number',
      \ 'Date': 'number', 'NumberWord': 'number', 'HeadNumber': 'number', 'IndexNumber': 'number',
      \ 'IndexDate': 'number', 'Unit': 'unit', 'Percent': 'unit', 'Currency': 'unit',
      \ 'Operator': 'operator', 'Equals': 'operator', 'Qualifier': 'operator',
      \ 'Connective': 'operator', 'New': 'operator', 'ColumnSign': 'operator', 'Bar': 'bar',
      \ 'Code': 'code', 'FirstCode': 'code', 'Finding': 'code', 'Text': 'prose',
      \ 'Escape': 'prose', 'Heading': 'markup.heading', 'Bold': 'markup.bold',
      \ 'Link': 'markup.link', 'Interpolation': 'interpolation' }

set nocompatible encoding=utf-8
filetype plugin indent on
syntax on
edit editors/sample/eksempel.hplan
let s:pieces = []
for s:line in range(1, line('$'))
  let s:text = getline(s:line)
  for s:i in range(strchars(s:text))
    let s:group = synIDattr(synID(s:line, byteidx(s:text, s:i) + 1, 1), 'name')
    let s:class = get(s:classes, substitute(s:group, '^hplan', '', ''), '')
    if s:class !=# ''
      call add(s:pieces, join([s:line, s:i + 1, 1, s:class], "\t"))
    endif
  endfor
endfor
call writefile(s:pieces, $PIECES)
qall!
