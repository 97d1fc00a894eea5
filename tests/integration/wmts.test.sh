#!/usr/bin/env bash
# The static WMTS beside the tiles: GDAL takes it by its address and sees the pixels of our files.
. "$(dirname "$0")/harness.sh"
need gdalinfo
need gdal_translate
need python3
gdalinfo --formats | grep -q ' WMTS ' || { echo "skipped: this GDAL has no WMTS"; exit 77; }
mkdir "$work/out"
# a server of plain files on a free port, for as long as this test runs
python3 - "$work" >"$work/port" 2>/dev/null <<'PY' &
import functools, http.server, sys
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
print(server.server_address[1], flush=True)
server.serve_forever()
PY
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
until [ -s "$work/port" ]; do sleep 0.05; kill -0 $server || { echo "the server did not start"; exit 1; }; done
address=http://127.0.0.1:$(cat "$work/port")/site/

expect_code 1 "$program" build "$source/examples/das-machen-wir" -o "$work/site" --quiet --tile-url 127.0.0.1
expect_code 0 "$program" build "$source/examples/das-machen-wir" -o "$work/site" --quiet --zoom 5-8 --tile-url "$address"
grep -q "\"$address" "$work/site/tilejson/regions.json" || fail "TileJSON has another address"
document=tiles/regions/WMTSCapabilities.xml
python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$work/site/$document" || fail "no XML"

export GDAL_DEFAULT_WMS_CACHE_PATH=$work/cache
gdalinfo "WMTS:$address$document,layer=regions,tilematrix=8" >"$work/info" 2>&1 || fail "gdalinfo: $(cat "$work/info")"
grep -q '^Driver: WMTS' "$work/info" || fail "GDAL takes it for something else"
grep -q 'EPSG",3857' "$work/info" || fail "another projection"
# tile 8/132/85 holds Dortmund; its corner in EPSG:3857 is (132/256 - 1/2) of the world's side, (1/2 - 85/256) north
side=40075016.685578488
window=$(awk "BEGIN { s = $side / 256; printf \"%.6f %.6f %.6f %.6f\", 4 * s, 43 * s, 5 * s, 42 * s }")
# shellcheck disable=SC2086
gdal_translate -q -of PNG -outsize 256 256 -projwin $window "WMTS:$address$document,layer=regions,tilematrix=8" "$work/seen.png" \
    >"$work/log" 2>&1 || fail "gdal_translate: $(cat "$work/log")"
# bands alone: GDAL adds an alpha channel where tiles might be missing
sum() { gdalinfo -checksum "$1" | grep Checksum | head -3; }
gdal_translate -q -of PNG -b 1 -b 2 -b 3 "$work/seen.png" "$work/seen3.png" || fail "the picture has no three bands"
expect "pixels of 8/132/85 through WMTS" "$(sum "$work/site/tiles/regions/8/132/85.png")" "$(sum "$work/seen3.png")"
finish
