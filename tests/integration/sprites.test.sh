#!/usr/bin/env bash
# A style sheet with images of its own in a build: tiles, overview and the map in the browser show them; what is not
# there is said before anything is built.
. "$(dirname "$0")/harness.sh"
need python3
ws=$work/ws
mkdir -p "$ws/styles"
cp "$source/examples/das-machen-wir/projects.csv" "$ws"
# 8 x 8 pixels of one colour, twice as many for fine screens
python3 - "$ws/styles" <<'PY'
import json, struct, sys, zlib
def png(path, size, color):
    rows = b"".join(b"\0" + bytes(color) * size for _ in range(size))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    open(path, "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0))
                           + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
for suffix, ratio, color in (("", 1, (255, 0, 0, 255)), ("@2x", 2, (0, 0, 255, 255))):
    png(f"{sys.argv[1]}/icons{suffix}.png", 8 * ratio, color)
    index = {"square": {"x": 0, "y": 0, "width": 8 * ratio, "height": 8 * ratio, "pixelRatio": ratio}}
    json.dump(index, open(f"{sys.argv[1]}/icons{suffix}.json", "w"))
PY
cat >"$ws/styles/mine.json" <<'JSON'
{"version": 8, "sprite": "icons", "sources": {"ideenkarte": {"type": "vector", "url": "tilejson/ideenkarte.json"}},
 "layers": [{"id": "b", "type": "background", "paint": {"background-color": "#ffffff"}},
            {"id": "p", "type": "fill", "source": "ideenkarte", "source-layer": "regions", "paint": {"fill-pattern": "square"}}]}
JSON
printf '[map]\ntitle=Test\nlanguages=de\n[tiles]\nzoom=6\nvector_zoom=0-3\nscales=1;2\nstyles=styles/mine.json;regions\n[output]\nwrite=tiles;page\n' >"$ws/ideenkarte.conf"
out=$work/out
expect_code 0 "$program" build "$ws" -o "$out"
grep -q 'there is no image' "$work/log" && fail "an image is said to be missing: $(cat "$work/log")"

# the middle of the state, in each size of the sprite
pixel() { # FILE: colour in the middle
    python3 - "$1" <<'PY'
import struct, sys, zlib
data = open(sys.argv[1], "rb").read()
at, parts = 8, {}
while at < len(data):
    (n,) = struct.unpack(">I", data[at:at + 4])
    parts.setdefault(data[at + 4:at + 8], b"")
    parts[data[at + 4:at + 8]] += data[at + 8:at + 8 + n]
    at += n + 12
palette = {tuple(parts[b"PLTE"][i:i + 3]) for i in range(0, len(parts.get(b"PLTE", b"")), 3)}
print("red" if (255, 0, 0) in palette else "-", "blue" if (0, 0, 255) in palette else "-")
PY
}
expect "a tile" "red -" "$(pixel "$out/tiles/mine/6/33/21.png")"
expect "a tile for fine screens" "- blue" "$(pixel "$out/tiles/mine/6/33/21@2x.png")"
expect "the style's sprite" '  "sprite": "sprites/mine"' "$(grep '"sprite"' "$out/style/mine.json")"
expect "the other style's sprite" '  "sprite": "sprites/ideenkarte"' "$(grep '"sprite"' "$out/style/regions.json")"
for name in mine mine@2x; do
    grep -q '"square"' "$out/sprites/$name.json" || fail "no image of the style in $name.json"
    grep -q '"hatching"\|"marker"\|"dots"' "$out/sprites/$name.json" || fail "no image of the program in $name.json"
done
grep -q '"square"' "$out/sprites/ideenkarte.json" && fail "an image of the style in the program's own sprite"
for name in styles/icons.json styles/icons.png styles/icons@2x.json styles/icons@2x.png; do
    grep -A2 "\"name\": \"$name\"" "$out/manifest.json" | grep -q "$(sha256sum "$ws/$name" | cut -d' ' -f1)" || fail "$name is no input in manifest.json"
done

# an image that no sprite has, a sprite that is not there, one in a network
sed -i 's/"fill-pattern": "square"/"fill-pattern": "circle"/' "$ws/styles/mine.json"
expect_code 0 "$program" build "$ws" -o "$work/other"
grep -q 'there is no image "circle"' "$work/log" || fail "no word of the image: $(cat "$work/log")"
mv "$ws/styles/icons.png" "$work"
expect_code 1 "$program" build "$ws" -o "$out" --quiet
grep -q '\[tiles\] styles: styles/mine.json: sprite: .*icons.png' "$work/log" || fail "not said what is missing: $(cat "$work/log")"
expect_code 1 "$program" check "$ws" --quiet
sed -i 's/"sprite": "icons"/"sprite": "https:\/\/example.org\/icons"/' "$ws/styles/mine.json"
expect_code 1 "$program" build "$ws" -o "$out" --quiet
grep -q 'https://example.org/icons lies in a network' "$work/log" || fail "not said where it lies: $(cat "$work/log")"
finish
