# peers.awk — the table of bench/peers, and the same as JSON.
#
# In: found.tsv (TOOL SUM REFERENCE ALL, a tool a line), then cost.tsv (RECORDS BYTES and a line of
# measure). cap: seconds; json: the file to write.
FNR == NR { sum[$1] = $2; ref[$1] = $3; all[$1] = $4; next }
{ n = $1; name = $3; stopped = $7 == 152 || $7 == 142 || $7 == 137; cost[name, n] = $4
  if (!(n in seen)) { seen[n] = 1; sizes[++count] = n }
  row[++rows] = $0; over[rows] = stopped ? ">" cap " s" : $7 != 0 ? "fails (" $7 ")" : ""
  if (name == "hplanc") own[n] = $4
  if (name == "floor") { floor_ms[n] = $4; floor_bytes[n] = $2 } }
END {
    printf "[" > json
    for (i = 1; i <= rows; i++) {
        split(row[i], f, " "); n = f[1]; name = f[3]; ms = f[4]
        if (n != last) {
            printf "\n%s records, ten amounts each; CPU of one core, at most %s s a run\n", n, cap
            printf "%-12s %9s %10s %9s %7s %8s %11s %8s %7s\n", "tool", "MB read", "median ms",
                "peak MB", "mem/in", "MB/s", "figures/s", "/hplanc", "growth"
            before = last; last = n }
        if (over[i] != "") {
            printf "%-12s %9.2f %10s %9.1f\n", name, f[2] / 1e6, over[i], f[6]
        } else {
            grown = "-"
            if (before != "" && cost[name, before] > 0)
                grown = sprintf("%.1f", ms / cost[name, before])
            printf "%-12s %9.2f %10.1f %9.1f %7.1f %8.1f %11.0f %8.2f %7s\n", name, f[2] / 1e6,
                ms, f[6], f[6] * 1048576 / f[2], f[2] / 1e3 / (ms > 0 ? ms : 0.01),
                11 * n * 1000 / (ms > 0 ? ms : 0.01), ms / own[n], grown }
        printf "%s\n  {\"tool\": \"%s\", \"records\": %d, \"bytes\": %d, ", (i > 1 ? "," : ""),
            name, n, f[2] > json
        if (over[i] != "") printf "\"cpu_ms\": null, \"why\": \"%s\", ", over[i] > json
        else printf "\"cpu_ms\": %s, ", ms > json
        printf "\"peak_mb\": %s", f[6] > json
        if (name in sum)
            printf ", \"finds_sum\": %s, \"finds_reference\": %s, \"every_fault_placed\": %s",
                truth(sum[name]), truth(ref[name]), truth(all[name]) > json
        printf "}" > json }
    print "\n]" > json
    printf "\nhplanc against the floor program:"
    for (i = 1; i <= count; i++) {
        n = sizes[i]
        if (floor_ms[n] > 0)
            printf "  %s: %.1f in all, %.1f a byte", n, own[n] / floor_ms[n],
                own[n] / floor_ms[n] * floor_bytes[n] / bytes_of(n) }
    print "" }
function truth(word) { return word == "yes" ? "true" : "false" }
function bytes_of(n,   i, f) {
    for (i = 1; i <= rows; i++) { split(row[i], f, " "); if (f[1] == n && f[3] == "hplanc") return f[2] }
    return 1 }
