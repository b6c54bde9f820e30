# Edits of what differs, and no others.
start
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:p", "languageId": "hplan", "version": 1, "text": "plan p \"P\" {\n    år:2018\n  tabell \"T\" {\n    | å | 2018 |\n    | 😀 b | 1 |\n  }\n}\n"}}}
<-- {"method": "textDocument/publishDiagnostics"}
--> {"id": 1, "method": "textDocument/formatting", "params": {"textDocument": {"uri": "untitled:p"}, "options": {"tabSize": 2, "insertSpaces": true}}}
<-- {"id": 1, "result": [{"range": {"start": {"line": 1, "character": 2}, "end": {"line": 1, "character": 7}}, "newText": "år: "}, {"range": {"start": {"line": 3, "character": 8}, "end": {"line": 3, "character": 8}}, "newText": "   "}, {"range": {"start": {"line": 4, "character": 13}, "end": {"line": 4, "character": 13}}, "newText": "   "}]}
--> {"id": 2, "method": "textDocument/rangeFormatting", "params": {"textDocument": {"uri": "untitled:p"}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 2, "character": 0}}, "options": {}}}
<-- {"id": 2, "result": [{"newText": "år: "}]}
--> {"id": 3, "method": "textDocument/onTypeFormatting", "params": {"textDocument": {"uri": "untitled:p"}, "position": {"line": 4, "character": 15}, "ch": "|", "options": {}}}
<-- {"id": 3, "result": [{"newText": "   "}, {"newText": "   "}]}
--> {"id": 4, "method": "textDocument/onTypeFormatting", "params": {"textDocument": {"uri": "untitled:p"}, "position": {"line": 2, "character": 0}, "ch": "\n", "options": {}}}
<-- {"id": 4, "result": [{"newText": "år: "}]}
--> {"id": 5, "method": "textDocument/onTypeFormatting", "params": {"textDocument": {"uri": "untitled:p"}, "position": {"line": 2, "character": 4}, "ch": "|", "options": {}}}
<-- {"id": 5, "result": []}
# A text whose braces do not balance stays as it is.
--> {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "untitled:p", "version": 2}, "contentChanges": [{"text": "plan p \"P\" {\n    år:2018\n"}]}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 2, "diagnostics": [{"code": "HP1005"}]}}
--> {"id": 6, "method": "textDocument/formatting", "params": {"textDocument": {"uri": "untitled:p"}, "options": {}}}
<-- {"id": 6, "result": []}
--> {"method": "exit"}
exit 1
