# Numbers and labels of rows are called anew like names; what has none says why.
start {}
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:s", "languageId": "hplan", "version": 1, "text": "plan p \"P\" {\n  år: 2018\n  mål 3 \"M\"\n  tabell t \"T\" {\n    | post | 2018 |\n    | Bok  | 2 kr |\n  }\n  \"\"\"Av {2 kr = t.bok.2018} og {ett = antall(mål)}.\"\"\"\n}\n"}}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 1}}
--> {"id": 1, "method": "textDocument/prepareRename", "params": {"textDocument": {"uri": "untitled:s"}, "position": {"line": 2, "character": 6}}}
<-- {"id": 1, "result": {"range": {"start": {"line": 2, "character": 6}, "end": {"line": 2, "character": 7}}, "placeholder": "3"}}
--> {"id": 2, "method": "textDocument/rename", "params": {"textDocument": {"uri": "untitled:s"}, "position": {"line": 2, "character": 6}, "newName": "4"}}
<-- {"id": 2, "result": {"changes": {"untitled:s": [{"newText": "4", "range": {"start": {"line": 2, "character": 6}, "end": {"line": 2, "character": 7}}}]}}}
--> {"id": 3, "method": "textDocument/rename", "params": {"textDocument": {"uri": "untitled:s"}, "position": {"line": 5, "character": 7}, "newName": "Bøker"}}
<-- {"id": 3, "result": {"changes": {"untitled:s": [{"newText": "Bøker", "range": {"start": {"line": 5, "character": 6}, "end": {"line": 5, "character": 9}}}, {"newText": "Bøker", "range": {"start": {"line": 7, "character": 18}, "end": {"line": 7, "character": 21}}}]}}}
--> {"id": 4, "method": "textDocument/prepareRename", "params": {"textDocument": {"uri": "untitled:s"}, "position": {"line": 2, "character": 3}}}
<-- {"id": 4, "error": {"code": -32803, "message": "Dette er et ord i språket, ikke et navn."}}
--> {"id": 5, "method": "textDocument/rename", "params": {"textDocument": {"uri": "untitled:s"}, "position": {"line": 2, "character": 6}, "newName": "fire"}}
<-- {"id": 5, "error": {"code": -32803, "message": "Et nummer er sifre, gjerne med punktum mellom: 3 eller 3.1."}}
--> {"id": 6, "method": "shutdown"}
<-- {"id": 6, "result": null}
--> {"method": "exit"}
exit 0
