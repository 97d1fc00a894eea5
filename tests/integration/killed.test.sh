#!/usr/bin/env bash
# A build that is killed leaves the former output as it was; the next one clears up and succeeds.
. "$(dirname "$0")/harness.sh"
workspace=$source/examples/das-machen-wir
out=$work/site/demo
began=$(date +%s%N)
expect_code 0 "$program" build "$workspace" -o "$out" --quiet --zoom 5-11
took_ms=$((($(date +%s%N) - began) / 1000000))
before=$(digest "$out")
killed=0
for percent in 1 5 10 20 30 40 50 60 70 80 90 95 98; do
    "$program" build "$workspace" -o "$out" --quiet --zoom 5-11 >/dev/null 2>&1 &
    pid=$!
    sleep "$(awk "BEGIN{print $took_ms * $percent / 100000}")"
    kill -9 $pid 2>/dev/null && killed=$((killed + 1))
    wait $pid 2>/dev/null
    expect "output after a kill at $percent %" "$before" "$(digest "$out")"
done
[ "$killed" -ge 6 ] || fail "only $killed of 13 builds were still running when they were killed"
expect_code 0 "$program" build "$workspace" -o "$out" --quiet --zoom 5-11
expect "output of the next build" "$before" "$(digest "$out")"
expect "what lies beside the output" demo "$(ls -A "$work/site")"

# A polite stop ends with a message, exit code 1 and no trace.
"$program" build "$workspace" -o "$out" --quiet --zoom 5-12 >/dev/null 2>"$work/log" &
pid=$!
sleep "$(awk "BEGIN{print $took_ms * 40 / 100000}")"
kill -TERM $pid
wait $pid
expect "exit code after SIGTERM" 1 "$?"
expect "output after SIGTERM" "$before" "$(digest "$out")"
expect "what lies beside the output after SIGTERM" demo "$(ls -A "$work/site")"
finish
