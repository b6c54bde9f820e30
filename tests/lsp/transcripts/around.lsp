# What is shown around a text: hints, lines above goals, folds; and rewriting where nothing is wrong.
start {"workspace": {"inlayHint": {"refreshSupport": true}, "codeLens": {"refreshSupport": true}}}
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:s", "languageId": "hplan", "version": 1, "text": "# en\n# to\nplan p \"P\" {\n  år: 2018\n  ramme \"R\" { 2018: 300 000 kr }\n  mål 1 \"😀\" {\n    tiltak \"T\" { frist: 2018; ansvar: x }\n  }\n  \"\"\"😀 Vi har 300 000 kr å bruke.\"\"\"\n  tabell \"T\" {\n    | post | 2018 |\n    | 😀 | 2 kr |\n    | y | 3 kr |\n  }\n}\n"}}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 1}}
--> {"id": 1, "method": "textDocument/inlayHint", "params": {"textDocument": {"uri": "untitled:s"}, "range": {"start": {"line": 9, "character": 0}, "end": {"line": 14, "character": 0}}}}
<-- {"id": 1, "result": [{"position": {"line": 12, "character": 16}, "label": " Σ 2018 5\u00a0kr"}]}
--> {"id": 2, "method": "textDocument/codeLens", "params": {"textDocument": {"uri": "untitled:s"}}}
<-- {"id": 2, "result": [{"range": {"start": {"line": 5, "character": 2}}, "command": {"title": "1 tiltak · 0 ferdig", "command": ""}}]}
--> {"id": 3, "method": "textDocument/foldingRange", "params": {"textDocument": {"uri": "untitled:s"}}}
<-- {"id": 3, "result": [{"startLine": 0, "endLine": 1, "kind": "comment"}, {"startLine": 2, "endLine": 13}, {"startLine": 5, "endLine": 6}, {"startLine": 9, "endLine": 12}, {"startLine": 10, "endLine": 12}]}
--> {"id": 4, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": "untitled:s"}, "range": {"start": {"line": 8, "character": 18}, "end": {"line": 8, "character": 18}}, "context": {"diagnostics": [], "only": ["refactor"]}}}
<-- {"id": 4, "result": [{"kind": "refactor.rewrite", "title": "Knytt tallet til planen: {300 000 kr = ramme.2018}", "edit": {"changes": {"untitled:s": [{"newText": "{300 000 kr = ramme.2018}", "range": {"start": {"line": 8, "character": 15}, "end": {"line": 8, "character": 25}}}]}}}]}
--> {"id": 5, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": "untitled:s"}, "range": {"start": {"line": 8, "character": 18}, "end": {"line": 8, "character": 18}}, "context": {"diagnostics": [], "only": ["quickfix"]}}}
<-- {"id": 5, "result": []}
--> {"id": 6, "method": "textDocument/documentHighlight", "params": {"textDocument": {"uri": "untitled:s"}, "position": {"line": 3, "character": 3}}}
<-- {"id": 6, "result": null}
# Saved: the client is asked to look again.
--> {"method": "textDocument/didSave", "params": {"textDocument": {"uri": "untitled:s"}}}
<-- {"id": 1, "method": "workspace/inlayHint/refresh"}
<-- {"id": 2, "method": "workspace/codeLens/refresh"}
--> {"id": 1, "result": null}
--> {"id": 7, "method": "shutdown"}
<-- {"id": 7, "result": null}
--> {"method": "exit"}
exit 0
