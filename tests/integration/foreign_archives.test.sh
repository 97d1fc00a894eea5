#!/usr/bin/env bash
# Archives of other programs: what the specifications allow is taken as it is, what they forbid is named. Written by
# foreign_archives.py from the specifications, and by tilemaker and GDAL where they are installed.
. "$(dirname "$0")/harness.sh"
need python3
python3 "$source/tests/integration/foreign_archives.py" "$work/made" || fail "foreign_archives.py"
cd "$work/made" || exit 1
tiles() { "$program" tiles "$@"; }

# take ARCHIVE NAME: every part of the command reads it; conversions hold the same tiles
take() {
    expect_code 0 tiles show "$1"
    expect_code 0 tiles convert "$1" -o "$2.pmtiles" --quiet
    expect_code 0 tiles convert "$1" -o "$2.mbtiles" --quiet
    expect_code 0 tiles convert "$1" -o "$2.folder" --quiet
    for copy in "$2.pmtiles" "$2.mbtiles" "$2.folder"; do
        expect "tiles of $1 in $copy" "" "$(tiles diff "$1" "$copy" 2>/dev/null)"
    done
    expect_code 0 tiles extract "$1" --zoom 7 --bbox 5,50,9.5,53 -o "$2.part.pmtiles" --quiet
    expect_code 0 tiles merge "$2.part.pmtiles" "$2.pmtiles" -o "$2.whole.mbtiles" --quiet
    expect "parts of $1 joined" "" "$(tiles diff "$1" "$2.whole.mbtiles" 2>/dev/null)"
}

mkdir copies
for archive in sound/*; do
    name=copies/$(basename "$archive")
    expect_code 0 tiles verify "$archive"
    grep -q 'sound, 5 tiles\|sound, 6 tiles' "$work/log" || fail "tiles of $archive: $(cat "$work/log")"
    take "$archive" "$name"
    expect_code 0 tiles verify "$name.pmtiles"
    expect_code 0 tiles verify "$name.mbtiles"
    for file in tiles/*; do
        tiles cat "$archive" "$(basename "$file" | tr - /)" --decompress 2>/dev/null | cmp - "$file" || fail "$archive: $(basename "$file")"
    done
done

# refuse ARCHIVE WORDS: verify names the offence
refuse() {
    expect_code 1 tiles verify "odd/$1"
    grep -qF -- "$2" "$work/log" || fail "verify $1: expected '$2', got '$(cat "$work/log")'"
}
refuse silent.pmtiles 'the metadata of vector tiles have no list "vector_layers"'
refuse brotli.pmtiles 'offset 97: internal compression 3 (brotli): this version reads gzip and none'
refuse zstd.pmtiles 'offset 97: internal compression 4 (zstd): this version reads gzip and none'
refuse brotli_tiles.pmtiles 'compressed by gzip, the archive says brotli'
refuse version2.pmtiles 'offset 7: PMTiles version 2, expected 3'
refuse order.pmtiles 'the archive is said to be clustered, but this tile does not follow the one before'
refuse counters.pmtiles 'offset 88: 4 tile contents are said, 5 counted'
refuse zooms.pmtiles 'offset 100: the zooms are said to be 4 to 7, the tiles have 5 to 7'
refuse elsewhere.pmtiles 'offset 102: the bounds 20,50.8,21,52.4 lie beside the tiles'
refuse center.pmtiles 'offset 118: the zoom of the centre is 9, the tiles have 5 to 7'
refuse outside.pmtiles 'entry 4: lies outside the tile data'
refuse twice.pmtiles 'entry 1: the tile id is that of the entry before'
refuse empty.pmtiles 'entry 1: has no bytes'
refuse loose.pmtiles 'tile 5/16/10: is not compressed by gzip, as the archive says'
refuse bounds.pmtiles 'metadata: bounds: expected numbers'
refuse silent.mbtiles 'metadata: "name" is missing'
refuse bare.mbtiles 'pbf means tiles compressed by gzip'
refuse mixed.mbtiles 'tile 6/33/21: is not compressed by gzip, as the archive says'
refuse none.mbtiles 'neither a table nor a view "tiles"'
refuse center.mbtiles 'metadata: center: expected numbers'
refuse row.mbtiles 'zoom 5, column 32, row 0: there is no such tile at this zoom'
refuse again.mbtiles 'tile 5/16/10 is there twice'
refuse null.mbtiles 'tile 5/17/11: has no bytes'
refuse endless.mbtiles 'asks for more work than is allowed'
refuse flood.mbtiles 'there are more tiles than the file has bytes'
refuse endless_metadata.mbtiles 'asks for more work than is allowed'

# what breaks a rule, but can be read, is read
for archive in silent.pmtiles order.pmtiles counters.pmtiles zooms.pmtiles elsewhere.pmtiles center.pmtiles bounds.pmtiles bare.mbtiles mixed.mbtiles center.mbtiles; do
    take "odd/$archive" "copies/odd.$archive"
    expect_code 0 tiles convert "odd/$archive" -o copies/again.pmtiles --compression gzip --quiet
    [ "$archive" = silent.pmtiles ] || expect_code 0 tiles verify copies/again.pmtiles
done
# without metadata the kind of the tiles is not known
expect_code 0 tiles convert odd/silent.mbtiles -o copies/silent.mbtiles.pmtiles --quiet
expect "tiles without metadata" "" "$(tiles diff odd/silent.mbtiles copies/silent.mbtiles.pmtiles 2>/dev/null)"
expect_code 0 tiles convert odd/null.mbtiles -o copies/null.pmtiles
grep -q 'without bytes, left out: 1 tile' "$work/log" || fail "the tile without bytes is not told: $(cat "$work/log")"
expect_code 0 tiles show odd/brotli_tiles.pmtiles
expect_code 1 tiles convert odd/brotli_tiles.pmtiles -o copies/brotli.pmtiles --compression gzip --quiet
grep -q 'tile 5/16/10: tiles compressed by brotli: this version reads gzip and none' "$work/log" || fail "brotli is not named: $(cat "$work/log")"
expect_code 1 tiles convert sound/plain.pmtiles -o copies/plain.mbtiles --compression none --quiet
grep -q 'vector tiles in MBTiles are compressed by gzip' "$work/log" || fail "not said why: $(cat "$work/log")"

if command -v tilemaker >/dev/null && command -v ogr2ogr >/dev/null; then
    cp -r "$source/examples/das-machen-wir" "$work/ws"
    chmod -R u+w "$work/ws"
    printf '[map]\nlanguages=de\n[tiles]\nzoom=5-5\n[output]\nwrite=catalogue\n' >"$work/ws/ideenkarte.conf"
    expect_code 0 "$program" build "$work/ws" -o "$work/catalogue" --quiet
    mkdir tilemaker && cd tilemaker || exit 1
    ogr2ogr -f "ESRI Shapefile" -lco ENCODING=UTF-8 regions.shp "$work/catalogue/data/catalogue.sqlite" regions >"$work/log" 2>&1 || fail "ogr2ogr: $(cat "$work/log")"
    printf 'node_keys = {}\nfunction node_function() end\nfunction way_function() end\n' >process.lua
    for kind in gzip none deflate; do
        cat >$kind.json <<JSON
{"layers": {"regions": {"minzoom": 5, "maxzoom": 8, "source": "regions.shp", "source_columns": ["id", "name"], "simplify_below": 9, "simplify_level": 0.001}},
 "settings": {"minzoom": 5, "maxzoom": 8, "basezoom": 8, "include_ids": false, "name": "nrw", "version": "1", "description": "nrw", "compress": "$kind", "bounding_box": [5.8, 50.3, 9.5, 52.6]}}
JSON
    done
    # make OUTPUT CONFIG
    make() { tilemaker --output "$1" --bbox 5.8,50.3,9.5,52.6 --config "$2" --process process.lua --threads 1 >"$work/log" 2>&1 || fail "tilemaker: $(tail -2 "$work/log")"; }
    make gzip.mbtiles gzip.json
    make folder none.json
    make deflate.mbtiles deflate.json
    for archive in gzip.mbtiles folder; do
        take $archive "copy.$archive"
        # tilemaker's rings end with their first point or touch themselves, which the standard forbids (4.3.3.3, 4.3.4.4)
        expect_code 1 tiles verify $archive
        grep -q 'tile 5/16/10: byte [0-9]*: a \(ring\|polygon\)' "$work/log" || fail "what verify says of tilemaker's $archive: $(cat "$work/log")"
    done
    expect_code 1 tiles convert deflate.mbtiles -o deflate.pmtiles --quiet
    grep -q 'is compressed by zlib, expected gzip or none' "$work/log" || fail "zlib is not named: $(cat "$work/log")"
    cd ..
    ogr2ogr -f MBTILES gdal.mbtiles tilemaker/regions.shp -dsco MINZOOM=5 -dsco MAXZOOM=8 >"$work/log" 2>&1 || fail "ogr2ogr: $(cat "$work/log")"
    take gdal.mbtiles copies/gdal
else
    echo "note: no tilemaker, or no ogr2ogr"
fi
finish
