# Half an emoji is typed, then the other half: no edit is lost, and places stay right.
start
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:h", "languageId": "hplan", "version": 1, "text": "a\nb\n"}}}
<-- {"method": "textDocument/publishDiagnostics"}
==> Content-Length: 256\r\n\r\n{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:h","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":1}},"text":"\\ud83d \\\\ud83d \\ud83d\\ude00 \\u00e5 \\uDE00"}]}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 2}}
--> {"id": 1, "method": "hplan/text", "params": {"textDocument": {"uri": "untitled:h"}}}
<-- {"id": 1, "result": {"text": "a� \\ud83d 😀 å �\nb\n"}}
==> Content-Length: 13\r\n\r\n{"a": "\\ud83d
<-- {"id": null, "error": {"code": -32700}}
--> {"method": "exit"}
exit 1
