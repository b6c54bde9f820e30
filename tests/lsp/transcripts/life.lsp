# From beginning to end, and what may not be asked when.
--> {"id": 1, "method": "textDocument/hover", "params": {}}
<-- {"id": 1, "error": {"code": -32002}}
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:a", "text": "x"}}}
--> {"id": "two", "method": "initialize", "params": {"capabilities": {"general": {"positionEncodings": ["utf-32", "utf-16"]}}}}
<-- {"id": "two", "result": {"capabilities": {"positionEncoding": "utf-16", "textDocumentSync": {"openClose": true, "change": 2}}, "serverInfo": {"name": "hplanc", "version": "..."}}}
--> {"method": "initialized", "params": {}}
--> {"id": 3, "method": "initialize", "params": {"capabilities": {}}}
<-- {"id": 3, "error": {"code": -32600}}
# What came before `initialize` was not heard.
--> {"id": 4, "method": "textDocument/hover", "params": {"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}}}
<-- {"id": 4, "error": {"code": -32602, "message": "'untitled:a' is not open"}}
--> {"id": 5, "method": "no/such"}
<-- {"id": 5, "error": {"code": -32601}}
--> {"method": "no/such"}
--> {"method": "$/whatever", "params": 3}
--> {"id": 6, "method": "$/whatever"}
<-- {"id": 6, "error": {"code": -32601}}
# A notification asked as if it were a request, and the other way round.
--> {"id": 7, "method": "textDocument/didOpen", "params": {}}
<-- {"id": 7, "error": {"code": -32601}}
--> {"method": "textDocument/formatting", "params": {}}
--> {"id": 8, "method": "shutdown"}
<-- {"id": 8, "result": null}
--> {"id": 9, "method": "shutdown"}
<-- {"id": 9, "error": {"code": -32600}}
--> {"method": "exit"}
exit 0
