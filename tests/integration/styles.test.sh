#!/usr/bin/env bash
# A style sheet of one's own beside the built-in one: tiles, description and link of each, and the file that made them
# in the manifest.
. "$(dirname "$0")/harness.sh"
ws=$work/ws
mkdir -p "$ws/styles"
cp "$source/examples/das-machen-wir/projects.csv" "$ws"
cp "$source/styles/regions.json" "$ws/styles/plain.json"
printf '[map]\ntitle=Test\nlanguages=de\n[tiles]\nvector_zoom=0-5\nzoom=5-6\nstyles=styles/plain.json;regions\n' >"$ws/ideenkarte.conf"
out=$work/out
expect_code 0 "$program" build "$ws" -o "$out"
expect "folders of tiles" "plain regions" "$(ls "$out/tiles" | xargs)"
expect "descriptions" "ideenkarte.json plain.json regions.json" "$(ls "$out/tilejson" | xargs)"
expect "the same style drawn twice" "$(digest "$out/tiles/regions")" "$(digest "$out/tiles/plain")"
grep -q 'tiles/plain/{z}/{x}/{y}.png' "$out/tilejson/plain.json" || fail "plain.json does not describe its tiles"
for name in plain regions; do
    grep -q "href=\"tilejson/$name.json\"" "$out/index.html" || fail "the page does not link $name.json"
done
sum=$(sha256sum "$ws/styles/plain.json" | cut -d' ' -f1)
grep -A2 '"name": "styles/plain.json"' "$out/manifest.json" | grep -q "$sum" || fail "the style sheet is no input in manifest.json"

# what a style sheet asks for and is not drawn is said
grep -q 'not supported' "$work/log" && fail "a style that is drawn as it is has warnings: $(cat "$work/log")"
sed 's/"fill-color"/"fill-layer-blend": "multiply", "fill-color"/' "$ws/styles/plain.json" >"$ws/styles/dots.json"
sed -i 's/^styles=.*/styles=styles\/dots.json/' "$ws/ideenkarte.conf"
expect_code 0 "$program" build "$ws" -o "$work/dots"
grep -q 'dots.json: .*fill-layer-blend.*not supported' "$work/log" || fail "no word of the blending: $(cat "$work/log")"
expect_code 0 "$program" build "$ws" -o "$work/dots" --quiet
expect "what --quiet prints" "" "$(cat "$work/log")"
sed -i 's/^styles=.*/styles=styles\/plain.json;regions/' "$ws/ideenkarte.conf"

# another style, another map
sed -i 's/"background-color": *"[^"]*"/"background-color": "#102030"/' "$ws/styles/plain.json"
expect_code 0 "$program" build "$ws" -o "$out" --quiet
[ "$(digest "$out/tiles/regions")" != "$(digest "$out/tiles/plain")" ] || fail "the style sheet changes nothing"

# zooms and archives of one style alone
printf '[map]\ntitle=Test\nlanguages=de\n[tiles]\nvector_zoom=0-5\nzoom=5-6\narchives=pmtiles\nstyles=styles/plain.json;regions\n[tiles.plain]\nzoom=7\narchives=folder;mbtiles\n' >"$work/conf"
cp "$ws/ideenkarte.conf" "$work/former.conf"
cp "$work/conf" "$ws/ideenkarte.conf"
expect_code 0 "$program" build "$ws" -o "$work/own" --quiet --tile-url https://www.example.org/
expect "archives and folders" "plain plain.mbtiles regions regions.pmtiles" "$(ls "$work/own/tiles" | xargs)"
expect "zooms of plain" "7 WMTSCapabilities.xml" "$(ls "$work/own/tiles/plain" | xargs)"
expect "zooms of regions" "5 6 WMTSCapabilities.xml" "$(ls "$work/own/tiles/regions" | xargs)"
expect "zooms of plain in TileJSON" '"minzoom": 7, "maxzoom": 7,' "$(grep -o '"m[inax]*zoom": [0-9]*,' "$work/own/tilejson/plain.json" | xargs -d '\n')"
expect "zooms of regions in TileJSON" '"minzoom": 5, "maxzoom": 6,' "$(grep -o '"m[inax]*zoom": [0-9]*,' "$work/own/tilejson/regions.json" | xargs -d '\n')"
expect "zooms of plain in WMTS" 7 "$(grep -o '<TileMatrixLimits><TileMatrix>[0-9]*' "$work/own/tiles/plain/WMTSCapabilities.xml" | sed 's/.*>//' | xargs)"
cp "$work/former.conf" "$ws/ideenkarte.conf"

# two styles that would be drawn into the same folder
sed -i 's/^styles=.*/styles=regions;styles\/regions.json/' "$ws/ideenkarte.conf"
before=$(digest "$out")
expect_code 1 "$program" build "$ws" -o "$out" --quiet
grep -q 'tiles/regions' "$work/log" || fail "not said which folder: $(cat "$work/log")"
expect "output after the refusal" "$before" "$(digest "$out")"
finish
