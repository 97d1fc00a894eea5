#!/usr/bin/env bash
# What the map in the browser needs: style sheets, glyphs, sprites. Read by others' code, fetched through the preview,
# and the same whatever threads and locale.
. "$(dirname "$0")/harness.sh"
need node
[ -d "$source/tests/npm/node_modules/pmtiles" ] || { echo "skipped: no tests/npm/node_modules"; exit 77; }
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
npm=$source/tests/npm
cp -r "$source/examples/das-machen-wir" "$work/ws"
sed -i 's/^zoom = .*/zoom = 5-5/; s/^vector_zoom = .*/vector_zoom = 0-9/; s/^write = .*/write = tiles;page/' "$work/ws/ideenkarte.conf"
out=$work/out

expect_code 0 "$program" build "$work/ws" -o "$out" --quiet --jobs 1
expect_code 0 node "$npm/check-style.mjs" "$out"/style/*.json
expect_code 0 node "$npm/check-map-assets.mjs" "$out"
if command -v pngcheck >/dev/null; then
    expect_code 0 pngcheck -q "$out"/sprites/*.png
fi
size=$(du -sb "$out/glyphs" | cut -f1)
[ "$size" -lt 12000000 ] || fail "$size bytes of glyphs"

# the checks can fail
cp -r "$out" "$work/broken"
font=$work/broken/glyphs/Noto\ Sans\ Regular
head -c 50000 "$font/0-255.pbf" >"$work/cut" && mv "$work/cut" "$font/0-255.pbf"
expect_code 1 node "$npm/check-map-assets.mjs" "$work/broken"
cp "$out/glyphs/Noto Sans Regular/0-255.pbf" "$font/" && mv "$font/256-511.pbf" "$font/512-767.pbf"
expect_code 1 node "$npm/check-map-assets.mjs" "$work/broken"

# other threads and another locale: not one byte differs
locale=C.UTF-8
locale -a 2>/dev/null | grep -qi '^tr_TR' && locale=tr_TR.UTF-8
LC_ALL=$locale expect_code 0 "$program" build "$work/ws" -o "$work/other" --quiet --jobs 8
for part in glyphs sprites style; do
    expect "$part" "$(digest "$out/$part")" "$(digest "$work/other/$part")"
done

# without pages there is nobody who would draw a map
sed -i 's/^write = .*/write = tiles/' "$work/ws/ideenkarte.conf"
expect_code 0 "$program" build "$work/ws" -o "$work/tiles" --quiet
for part in glyphs sprites style; do
    [ -e "$work/tiles/$part" ] && fail "$part without a page"
done

# as a browser fetches it
"$program" serve "$out" --port 0 --quiet >"$work/url" 2>"$work/notes" &
server=$!
until [ -s "$work/url" ]; do sleep 0.05; kill -0 "$server" 2>/dev/null || { cat "$work/notes"; exit 1; }; done
expect_code 0 node "$npm/check-served.mjs" "$(cat "$work/url")" "$out"

# a build that replaces the folder meanwhile is never seen half done
sed -i 's/^write = .*/write = page/' "$work/ws/ideenkarte.conf"
python3 - "$(cat "$work/url")" "$work/stop" >"$work/answers" <<'PY' &
import os, sys, urllib.request
count = 0
while not os.path.exists(sys.argv[2]):
    for path in ("", "sprites/ideenkarte.png", "glyphs/Noto%20Sans%20Regular/0-255.pbf"):
        with urllib.request.urlopen(sys.argv[1] + path) as answer:  # raises for anything but 200
            assert len(answer.read()) == int(answer.headers["Content-Length"])
            count += 1
print("fine" if count > 10 else f"{count} answers")
PY
client=$!
for _ in 1 2; do expect_code 0 "$program" build "$work/ws" -o "$out" --quiet; done
touch "$work/stop"
wait "$client"
expect "while builds replace the folder" fine "$(cat "$work/answers")"
kill "$server"
wait "$server"
expect "the server's end" 0 $?
server=
finish
