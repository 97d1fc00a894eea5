#!/usr/bin/env bash
# Addresses of OpenStreetMap in Aachen, read with ogr2ogr, written as people write them and asked of a gazetteer that
# the program built of the same file: right within 50 m. The limits and their peer's figures stand in aachen.mjs.
. "$(dirname "$0")/harness.sh"
need node
need ogr2ogr
extract=geodata/osm/aachen.osm.pbf
need_shared "$extract"

tags=addr:street,addr:place,addr:housenumber,addr:postcode,addr:city,addr:country
{
    printf 'closed_ways_are_polygons=building,amenity,shop,leisure,landuse,tourism,office\nattribute_name_laundering=no\n'
    for layer in points lines multilinestrings multipolygons other_relations; do
        printf '[%s]\nosm_id=yes\nother_tags=no\nattributes=%s,type\n' "$layer" "$tags"
    done
} >"$work/osmconf.ini"
for layer in points lines multilinestrings multipolygons other_relations; do
    OSM_CONFIG_FILE=$work/osmconf.ini ogr2ogr -f CSV "$work/$layer.csv" "$shared/$extract" "$layer" \
        -where '"addr:housenumber" IS NOT NULL' -lco GEOMETRY=AS_WKT >"$work/log" 2>&1 || fail "ogr2ogr $layer"
done
node "$source/tests/integration/aachen.mjs" write "$work" >"$work/asked.ndjson" || fail "the addresses"
expect_code 0 "$program" gazetteer build -o "$work/aachen.gaz" "$shared/$extract" --quiet
"$program" geocode "$work/asked.ndjson" --gazetteer "$work/aachen.gaz" -o "$work/answered.ndjson" --quiet \
    --allow-rejects || fail "geocode"
node "$source/tests/integration/aachen.mjs" judge "$work" <"$work/answered.ndjson" || fail "the limits"
finish
