; What stands between the marks of a text block is one document of Markdown, without the {…} in it.

((text_block [(prose) (heading) (strong) (link)] @injection.content)
  (#set! injection.language "markdown")
  (#set! injection.combined))

((comment) @injection.content
  (#set! injection.language "comment"))
