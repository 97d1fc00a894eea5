#!/usr/bin/env bash
# Full disk, read-only target, foreign folder, two builds at once: a clear error and nothing lost.
. "$(dirname "$0")/harness.sh"
workspace=$work/example
small_example "$workspace"
out=$work/site/demo
expect_code 0 "$program" build "$workspace" -o "$out" --quiet --zoom 5-7
before=$(digest "$out")

# every file limited to 64 kB: the catalogue cannot be written
expect_code 1 bash -c "ulimit -f 64; exec '$program' build '$workspace' -o '$out' --quiet --zoom 5-7"
grep -q 'ideenkarte: ' "$work/log" || fail "no message when a file cannot grow"
expect "output after a file could not grow" "$before" "$(digest "$out")"
expect "what lies beside the output" demo "$(ls -A "$work/site")"

# a small file system of its own, where this machine lets us mount one
mkdir "$work/small"
if mount -t tmpfs -o size=2m tmpfs "$work/small" 2>/dev/null; then
    expect_code 1 "$program" build "$workspace" -o "$work/small/demo" --quiet
    grep -qi 'no space\|disk is full' "$work/log" || fail "full disk is not named: $(cat "$work/log")"
    expect "what lies on the full disk" "" "$(ls -A "$work/small")"
    umount "$work/small"
else
    echo "not checked: no permission to mount a small file system"
fi

# a folder that is no output of ours stays untouched
mkdir "$work/photos"
echo precious >"$work/photos/cat.jpg"
expect_code 1 "$program" build "$workspace" -o "$work/photos" --quiet --zoom 5-7
expect "foreign folder" precious "$(cat "$work/photos/cat.jpg")"
expect_code 1 "$program" build "$workspace" -o "$work/photos/cat.jpg" --quiet --zoom 5-7
expect "foreign file" precious "$(cat "$work/photos/cat.jpg")"

# the workspace itself is never replaced
cp -r "$workspace" "$work/mine"
expect_code 1 "$program" build "$work/mine" -o "$work/mine" --quiet --zoom 5-7
[ -e "$work/mine/projects.csv" ] || fail "the workspace was replaced"

# nor is an earlier output that holds it, by whatever name
mkdir "$work/earlier"
echo '{}' >"$work/earlier/manifest.json"
cp -r "$work/mine" "$work/earlier/mine"
ln -s "$work/earlier" "$work/link"
for target in "$work/earlier" "$work/link" "$work/link/../earlier/"; do
    expect_code 1 "$program" build "$work/earlier/mine" -o "$target" --quiet --zoom 5-7
    grep -q 'would replace the workspace' "$work/log" || fail "no reason for $target: $(cat "$work/log")"
done
[ -e "$work/earlier/mine/projects.csv" ] || fail "the workspace was replaced through a link"

# where nobody may write
expect_code 1 "$program" build "$workspace" -o /proc/ideenkarte --quiet --zoom 5-7
grep -q '^ideenkarte: /proc' "$work/log" || fail "no place in the message: $(cat "$work/log")"

# two at once: one wins, the other one says so; the output is whole
"$program" build "$workspace" -o "$out" --quiet --zoom 5-11 >/dev/null 2>"$work/one" &
first=$!
until [ -e "$work/site/.demo.partial" ] || ! kill -0 $first 2>/dev/null; do :; done
"$program" build "$workspace" -o "$out" --quiet --zoom 5-11 >/dev/null 2>"$work/two"
code=$?
wait $first
expect "exit code of the first of two" 0 "$?"
if [ "$code" != 0 ]; then
    grep -qi 'another' "$work/two" || fail "the second of two does not say why: $(cat "$work/two")"
fi
expect "what lies beside the output" demo "$(ls -A "$work/site")"
(cd "$out" && node -e 'for (const f of JSON.parse(require("fs").readFileSync("manifest.json")).files) console.log(`${f.sha256}  ${f.path}`)' | sha256sum --quiet -c) || fail "output is not whole"
finish
