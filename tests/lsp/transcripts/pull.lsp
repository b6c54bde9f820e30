# A client that can ask for findings does so for what it has open, and is told of other files only.
start {"textDocument": {"diagnostic": {"dynamicRegistration": false}}, "workspace": {"diagnostics": {"refreshSupport": true}}}
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:p.hplan", "languageId": "hplan", "version": 1, "text": "plan p \"P\" {\n  ansvarr: x\n}\n"}}}
--> {"id": 1, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": "untitled:p.hplan"}}}
<-- {"id": 1, "result": {"kind": "full", "items": [{"code": "HP2004", "range": {"start": {"line": 1, "character": 2}}}]}}
--> {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "untitled:p.hplan", "version": 2}, "contentChanges": [{"text": "plan p \"P\" { }\n"}]}}
--> {"id": 2, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": "untitled:p.hplan"}, "identifier": "hplanc", "previousResultId": "1"}}
<-- {"id": 2, "result": {"kind": "full", "items": []}}
--> {"id": 3, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": "untitled:q.hplan"}}}
<-- {"id": 3, "error": {"code": -32602, "message": "'untitled:q.hplan' is not open"}}
# What is found may have changed, though no text that is open has.
--> {"method": "workspace/didChangeWatchedFiles", "params": {"changes": []}}
<-- {"method": "workspace/diagnostic/refresh"}
--> {"method": "textDocument/didClose", "params": {"textDocument": {"uri": "untitled:p.hplan"}}}
<-- {"method": "workspace/diagnostic/refresh"}
--> {"id": 9, "method": "shutdown"}
<-- {"id": 9, "result": null}
--> {"method": "exit"}
exit 0
