#!/usr/bin/env bash
# Archives of tiles: read by others, equal whatever the way, whole or not there at all.
. "$(dirname "$0")/harness.sh"
cp -r "$source/examples/das-machen-wir" "$work/ws"
chmod -R u+w "$work/ws"
sed -i 's/^archives = .*/archives = folder;pmtiles;mbtiles/' "$work/ws/ideenkarte.conf"
expect_code 0 "$program" build "$work/ws" -o "$work/out" --quiet --zoom 5-10
tiles=$work/out/tiles
cd "$work" || exit 1
for archive in "$tiles/regions.pmtiles" "$tiles/regions.mbtiles" "$tiles/regions"; do
    expect_code 0 "$program" tiles verify "$archive"
done
expect "what the build and convert write" "" "$("$program" tiles diff "$tiles/regions.pmtiles" "$tiles/regions" 2>/dev/null)"

# one palette for all tiles of the style, at every zoom and scale (PNG Specification 11.2.3: PLTE)
cp -r "$work/ws" "$work/ws-palette"
printf '\n[tiles.regions]\npalette = style\nscales = 1;2\n' >>"$work/ws-palette/ideenkarte.conf"
expect_code 0 "$program" build "$work/ws-palette" -o "$work/palette" --quiet --zoom 5-8
expect "palettes" "1 palette of 8 bits, scales 1 2" "$(python3 - "$work/palette/tiles/regions" <<'PY'
import pathlib, struct, sys
seen, scales = set(), set()
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.png")):
    data, at, chunks = path.read_bytes(), 8, {}
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunks[kind] = data[at + 8:at + 8 + length]
        at += 12 + length
    seen.add((chunks[b"IHDR"][8:10], chunks.get(b"PLTE"), chunks.get(b"tRNS")))
    scales.add("2" if "@2x" in path.name else "1")
eight_bits = all(form == b"\x08\x03" for form, _, _ in seen)
print(f"{len(seen)} palette of {'8' if eight_bits else 'other'} bits, scales {' '.join(sorted(scales))}")
PY
)"

# another way to the same archive: the same bytes
expect_code 0 "$program" tiles convert "$tiles/regions.pmtiles" -o a.mbtiles
expect_code 0 "$program" tiles convert a.mbtiles -o folder
expect_code 0 "$program" tiles convert "$tiles/regions.pmtiles" -o again.pmtiles
cmp "$tiles/regions.pmtiles" again.pmtiles || fail "a copy has other bytes"
expect "tiles after three conversions" "" "$("$program" tiles diff "$tiles/regions" folder 2>/dev/null)"

# cut into two and joined again
count() { "$program" tiles show "$1" --json | sed -n 's/.*"addressed_tiles": \([0-9]*\).*/\1/p'; }
expect_code 0 "$program" tiles extract "$tiles/regions.pmtiles" --bbox 5,50,10,53 --zoom 5-8 -o low.pmtiles
expect_code 0 "$program" tiles extract "$tiles/regions.pmtiles" --bbox 5,50,10,53 --zoom 9-10 -o high.pmtiles
expect_code 0 "$program" tiles merge low.pmtiles high.pmtiles -o joined.pmtiles
expect "tiles of both parts" "$(count "$tiles/regions.pmtiles")" "$(count joined.pmtiles)"
expect "joined" "" "$("$program" tiles diff "$tiles/regions.pmtiles" joined.pmtiles 2>/dev/null)"
expect_code 0 "$program" tiles merge low.pmtiles joined.pmtiles -o twice.pmtiles
grep -q "the one named first wins" "$work/log" || fail "the overlap is not told: $(cat "$work/log")"

# Dortmund lies in 10/533/340 (lon 7.4653, lat 51.5136), Aachen in 10/529/344 (6.0839, 50.7753): the usual tile formula
expect_code 0 "$program" tiles extract "$tiles/regions.pmtiles" --region westfaelisches-ruhrgebiet -o ruhr.pmtiles
expect_code 0 "$program" tiles verify ruhr.pmtiles
expect_code 0 "$program" tiles cat ruhr.pmtiles 10/533/340
expect_code 1 "$program" tiles cat ruhr.pmtiles 10/529/344
"$program" tiles cat "$tiles/regions.pmtiles" 10/533/340 | cmp - "$tiles/regions/10/533/340.png" || fail "cat"

# others read it
if command -v gdalinfo >/dev/null; then
    gdalinfo "$tiles/regions.mbtiles" >log.gdal 2>&1 || fail "gdalinfo: $(cat log.gdal)"
    grep -q '^Driver: MBTiles' log.gdal || fail "GDAL takes it for something else"
    grep -q 'ZOOM_LEVEL=10' log.gdal || fail "GDAL sees another zoom: $(grep ZOOM log.gdal)"
fi
if command -v node >/dev/null && [ -e "$source/tests/npm/node_modules/pmtiles" ]; then
    node "$source/tests/npm/check-pmtiles.mjs" "$tiles/regions.pmtiles" "$tiles/regions" || fail "npm's pmtiles"
    node "$source/tests/npm/check-pmtiles.mjs" ruhr.pmtiles "$tiles/regions" >/dev/null 2>&1 && fail "npm's pmtiles sees no difference"
fi

# a damaged file is named, with its place
cp "$tiles/regions.pmtiles" broken.pmtiles
size=$(stat -c %s broken.pmtiles)
printf 'x' | dd of=broken.pmtiles bs=1 seek=$((size - 100)) conv=notrunc 2>/dev/null
expect_code 1 "$program" tiles verify broken.pmtiles
grep -q 'broken.pmtiles: offset [0-9]*: tile ' "$work/log" || fail "the place is not named: $(cat "$work/log")"

# disk full, nowhere to write: what was there stays, nothing is left beside it; killed: killed_archive.test.sh
mkdir target
for kind in pmtiles mbtiles; do
    echo former >"target/a.$kind"
    expect_code 1 bash -c "ulimit -f 64; exec '$program' tiles convert '$tiles/regions' -o 'target/a.$kind'"
    grep -q '^ideenkarte: ' "$work/log" || fail "no message when a file cannot grow"
    expect "the $kind after a full disk" former "$(cat "target/a.$kind")"
done
expect "what lies beside" "a.mbtiles a.pmtiles" "$(ls -A target | tr '\n' ' ' | sed 's/ $//')"
expect_code 1 "$program" tiles convert "$tiles/regions" -o /proc/a.pmtiles
grep -q '^ideenkarte: .*/proc' "$work/log" || fail "no place in the message: $(cat "$work/log")"
if mkdir small && mount -t tmpfs -o size=1m tmpfs small 2>/dev/null; then
    for kind in pmtiles mbtiles; do
        expect_code 1 "$program" tiles convert "$tiles/regions" -o "small/a.$kind"
        grep -qi 'no space\|disk is full' "$work/log" || fail "full disk is not named: $(cat "$work/log")"
        expect "what lies on the full disk" "" "$(ls -A small)"
    done
    umount small
else
    echo "not checked: no permission to mount a small file system"
fi
finish
