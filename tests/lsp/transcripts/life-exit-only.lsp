start
--> {"method": "exit"}
exit 1
