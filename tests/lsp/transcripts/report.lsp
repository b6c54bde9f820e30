# What a report leaves unanswered is put in, for its author to fill in; and then it is answered.
start
--> {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:r", "languageId": "hplan", "version": 1, "text": "plan p \"Skoleplan\" {\n  kommune: Kragerø\n  år: 2026\n  mål lesing \"Alle leser godt\" {\n    indikator prøve \"Andel over grensen\" { måles i: %; retning: opp; måltall 2026: 90 % }\n    tiltak kurs \"Lesekurs\" { ansvar: \"rektor\"; frist: 1.8.2026 }\n  }\n}\nrapport r \"Årsmelding\" {\n  kommune: Kragerø\n  år: 2026\n  for: p\n  mål lesing {\n    status: nådd\n    indikator prøve { resultat 2026: 92 % }\n  }\n}\n"}}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 1, "diagnostics": [{"code": "HP7002", "severity": 1, "relatedInformation": [{"message": "«Lesekurs»", "location": {"uri": "untitled:r", "range": {"start": {"line": 5, "character": 4}}}}]}]}}
--> {"id": 1, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": "untitled:r"}, "range": {"start": {"line": 8, "character": 3}, "end": {"line": 8, "character": 3}}, "context": {"diagnostics": []}}}
<-- {"id": 1, "result": [{"kind": "refactor.rewrite", "title": "Legg inn det som ikke er besvart", "edit": {"changes": {"untitled:r": [{"range": {"start": {"line": 16, "character": 0}, "end": {"line": 16, "character": 0}}, "newText": "  tiltak kurs {\n    status: \n  }\n"}]}}}]}
--> {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "untitled:r", "version": 2}, "contentChanges": [{"range": {"start": {"line": 16, "character": 0}, "end": {"line": 16, "character": 0}}, "text": "  tiltak kurs {\n    status: ferdig\n  }\n"}]}}
<-- {"method": "textDocument/publishDiagnostics", "params": {"version": 2, "diagnostics": []}}
--> {"id": 9, "method": "shutdown"}
<-- {"id": 9, "result": null}
--> {"method": "exit"}
exit 0
