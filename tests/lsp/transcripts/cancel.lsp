# Three messages in one piece: the request is cancelled before its turn comes.
start
->> [{"id": 1, "method": "shutdown"}, {"method": "$/cancelRequest", "params": {"id": 1}}, {"id": 2, "method": "no/such"}]
<-- {"id": 1, "error": {"code": -32800}}
<-- {"id": 2, "error": {"code": -32601}}
# One that nobody has asked, one that is no id, and one that was answered long ago.
--> {"method": "$/cancelRequest", "params": {"id": 99}}
--> {"method": "$/cancelRequest", "params": {"id": [1]}}
--> {"method": "$/cancelRequest"}
--> {"method": "$/cancelRequest", "params": {"id": 2}}
--> {"id": 3, "method": "no/such"}
<-- {"id": 3, "error": {"code": -32601}}
--> {"method": "exit"}
exit 1
