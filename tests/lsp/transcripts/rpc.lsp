# What is no message gets an answer that says so, once, and the next one is understood.
start
==> Content-Length: 8\r\n\r\n{"json":
<-- {"id": null, "error": {"code": -32700}}
==> Content-Length: 2\r\n\r\n[]
<-- {"id": null, "error": {"code": -32600}}
==> Content-Length: 2\r\n\r\n17
<-- {"id": null, "error": {"code": -32700}}
==> Content-Length: 0\r\n\r\n
<-- {"id": null, "error": {"code": -32700}}
==> Content-Length: 13\r\n\r\n"\xff\xfe not utf8"
<-- {"id": null, "error": {"code": -32700}}
==> rubbish\r\nand more\r\n
<-- {"id": null, "error": {"code": -32700}}
==> Content-Length: -5\r\n\r\n
==> Content-Length: 99999999999999999999\r\n\r\n
--> {"id": 1, "method": "no/such"}
<-- {"id": 1, "error": {"code": -32601}}
--> {"jsonrpc": "1.0", "id": 2, "method": "no/such"}
<-- {"id": 2, "error": {"code": -32600}}
--> {"id": {}, "method": "no/such"}
<-- {"id": null, "error": {"code": -32600}}
--> {"id": 3}
<-- {"id": 3, "error": {"code": -32600}}
--> {"id": 4, "method": 17}
<-- {"id": 4, "error": {"code": -32600}}
--> {"id": 5, "result": null}
--> {"id": 1.5, "method": "no/such"}
<-- {"id": 1.5, "error": {"code": -32601}}
--> {"id": 6, "method": "shutdown", "params": [1, 2]}
<-- {"id": 6, "result": null}
--> {"method": "exit"}
exit 0
