# Findings follow the text, and go with it.
start {"general": {"positionEncodings": ["utf-8"]}}
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:p.hplan", "languageId": "hplan", "version": 1, "text": "plan p \"P\" {\n  år: 2018\n  fakta { avdeling skole \"Skolen\" }\n  tiltak \"😀 én\" { ansvar: skoel; frist: 2018 }\n}\n"}}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"uri": "untitled:p.hplan", "version": 1, "diagnostics": [{"code": "HP2002", "severity": 1, "source": "hplanc", "message": "Jeg kjenner ingen avdeling som heter «skoel».\nmente du «skole» (Skolen)?", "range": {"start": {"line": 3, "character": 30}, "end": {"line": 3, "character": 35}}}]}}
--> {"id": 1, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": "untitled:p.hplan"}, "range": {"start": {"line": 3, "character": 32}, "end": {"line": 3, "character": 32}}, "context": {"diagnostics": []}}}
<-- {"id": 1, "result": [{"title": "Skriv skole", "kind": "quickfix", "isPreferred": true, "diagnostics": [{"code": "HP2002"}], "edit": {"changes": {"untitled:p.hplan": [{"newText": "skole", "range": {"start": {"line": 3, "character": 30}, "end": {"line": 3, "character": 35}}}]}}}]}
--> {"id": 2, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": "untitled:p.hplan"}, "range": {"start": {"line": 3, "character": 32}, "end": {"line": 3, "character": 32}}, "context": {"diagnostics": [], "only": ["refactor", "source.fixAll"]}}}
<-- {"id": 2, "result": []}
--> {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "untitled:p.hplan", "version": 2}, "contentChanges": [{"range": {"start": {"line": 3, "character": 30}, "end": {"line": 3, "character": 35}}, "text": "skole"}]}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"uri": "untitled:p.hplan", "version": 2, "diagnostics": []}}
--> {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "untitled:p.hplan", "version": 3}, "contentChanges": [{"text": "plan"}]}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 3, "diagnostics": "..."}}
# The language of messages can be chosen.
--> {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "untitled:p.hplan", "version": 4}, "contentChanges": [{"text": "plan p \"P\" {\n  år: 2018\n  ansvarr: x\n}\n"}]}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 4, "diagnostics": [{"code": "HP2004"}]}}
--> {"method": "workspace/didChangeConfiguration", "params": {"settings": {"hplan": {"språk": "en"}}}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 4, "diagnostics": [{"code": "HP2004", "message": "..."}]}}
--> {"method": "textDocument/didClose", "params": {"textDocument": {"uri": "untitled:p.hplan"}}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"uri": "untitled:p.hplan", "diagnostics": []}}
--> {"id": 9, "method": "shutdown"}
<-- {"id": 9, "result": null}
--> {"method": "exit"}
exit 0
