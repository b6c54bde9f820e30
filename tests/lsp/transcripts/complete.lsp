# A client that knows no snippets gets the beginning of one; $ and braces never reach the text.
start
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:c", "languageId": "hplan", "version": 1, "text": "plan p \"😀\" {\n  år: 2018\n  fakta { avdeling skole \"Skolen\"; avdeling skyss \"Skyss\" }\n  tiltak \"😀\" { ansvar: s\n    frist: 2018 }\n  tilt\n}\n"}}}
<-- {"method": "textDocument/publishDiagnostics"}
--> {"id": 1, "method": "textDocument/completion", "params": {"textDocument": {"uri": "untitled:c"}, "position": {"line": 3, "character": 25}}}
<-- {"id": 1, "result": {"isIncomplete": true, "items": [{"label": "skole", "kind": 18, "textEdit": {"newText": "skole", "range": {"start": {"line": 3, "character": 24}, "end": {"line": 3, "character": 25}}}}, {"label": "skyss", "insertTextFormat": 1}]}}
--> {"id": 2, "method": "textDocument/completion", "params": {"textDocument": {"uri": "untitled:c"}, "position": {"line": 5, "character": 6}}}
<-- {"id": 2, "result": {"items": [{"label": "driftstiltak"}, {"label": "tiltak", "insertTextFormat": 1, "textEdit": {"newText": "tiltak ", "range": {"start": {"line": 5, "character": 2}, "end": {"line": 5, "character": 6}}}}]}}
--> {"method": "exit"}
exit 1
