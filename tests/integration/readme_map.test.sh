#!/usr/bin/env bash
# The picture at the top of README.md is what the program draws now.
. "$(dirname "$0")/harness.sh"
committed=$source/examples/das-machen-wir/map.svg
grep -qF '](examples/das-machen-wir/map.svg)' "$source/README.md" || fail "README.md does not show the map"
expect_code 0 "$program" render "$source/examples/das-machen-wir" --width 480 --lang en --quiet "$work/map.svg"
cmp "$committed" "$work/map.svg" || fail "draw it anew: ideenkarte render examples/das-machen-wir --width 480 --lang en examples/das-machen-wir/map.svg"
size=$(stat -c %s "$committed")
[ "$size" -lt 300000 ] || fail "$size bytes"
finish
