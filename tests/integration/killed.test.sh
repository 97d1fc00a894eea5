#!/usr/bin/env bash
# A build that is killed leaves the former output as it was; the next one clears up and succeeds. The build that is
# killed would publish other bytes than the former one, so a mixture of both would show.
. "$(dirname "$0")/harness.sh"
small_example "$work/ws"
site=$work/site
out=$site/demo
build() { "$program" build "$work/ws" -o "$1" --quiet --zoom 5-10; }

build "$out" || fail "first build"
old=$(digest "$out")
sed -i 's/^title = .*/title = Eine andere Karte/' "$work/ws/ideenkarte.conf"
build "$work/new" || fail "second build"
new=$(digest "$work/new")
[ "$old" != "$new" ] || fail "both builds are the same: the test cannot see a difference"

# kill_when SIGNAL FILE: builds, and sends the signal as soon as the file stands in the stage. Sets `code`.
kill_when() {
    "$program" build "$work/ws" -o "$out" --quiet --zoom 5-10 >/dev/null 2>"$work/log" &
    local pid=$!
    until [ -e "$site/.demo.partial/$2" ] || ! kill -0 $pid 2>/dev/null; do :; done
    kill -"$1" $pid 2>/dev/null
    wait $pid 2>/dev/null
    code=$?
}

stopped=0
for moment in . rejects.csv data data/catalogue.sqlite tiles/regions/5 tiles/regions/8 tiles/regions/10 images/map.png \
    data/coverage.csv index.html manifest.json; do
    kill_when KILL "$moment"
    now=$(digest "$out")
    if [ "$now" = "$old" ]; then
        stopped=$((stopped + 1))
    elif [ "$now" = "$new" ]; then
        # the signal came too late: put the former output back
        rm -rf "$out"
        cp -r "$work/new" "$out"
        old=$new
    else
        fail "after a kill at $moment the output is neither the former nor the new one"
    fi
done
[ "$stopped" -ge 6 ] || fail "only $stopped of 11 builds were stopped before they were done"

build "$out" || fail "the build after the kills"
expect "output of the build after the kills" "$new" "$(digest "$out")"
expect "what lies beside the output" demo "$(ls -A "$site")"

# A polite stop ends with a message, exit code 1 and no trace.
sed -i 's/^title = .*/title = Eine dritte Karte/' "$work/ws/ideenkarte.conf"
kill_when TERM tiles/regions/5
expect "exit code after SIGTERM" 1 "$code"
grep -q 'stopped' "$work/log" || fail "no message after SIGTERM: $(cat "$work/log")"
expect "output after SIGTERM" "$new" "$(digest "$out")"
expect "what lies beside the output after SIGTERM" demo "$(ls -A "$site")"
finish
