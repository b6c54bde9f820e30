# In the middle of a message.
start
==> Content-Length: 100\r\n\r\n{"jsonrpc": "2.0", "id"
exit 1
