autocmd BufNewFile,BufRead *.hplan setfiletype hplan
