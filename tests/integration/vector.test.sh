#!/usr/bin/env bash
# Vector tiles of the example: the same bytes whatever threads and order, read by programs that are not ours.
. "$(dirname "$0")/harness.sh"
example=$source/examples/das-machen-wir
cp -r "$example" "$work/ws"
sed -i 's/^zoom = .*/zoom = 5-5/; s/^vector_zoom = .*/vector_zoom = 0-14/; s/^write = .*/write = tiles;geojson/' "$work/ws/ideenkarte.conf"
cp -r "$work/ws" "$work/shuffled"
(head -1 "$work/ws/projects.csv"; tail -n +2 "$work/ws/projects.csv" | tac) >"$work/shuffled/projects.csv"
cmp -s "$work/ws/projects.csv" "$work/shuffled/projects.csv" && fail "nothing was shuffled"

expect_code 0 "$program" build "$work/ws" -o "$work/one" --quiet --jobs 1
expect_code 0 "$program" build "$work/ws" -o "$work/eight" --quiet --jobs 8
expect_code 0 "$program" build "$work/shuffled" -o "$work/other" --quiet --jobs 2
file=data/ideenkarte.pmtiles
cmp "$work/one/$file" "$work/eight/$file" || fail "one thread and eight write different tiles"
cmp "$work/one/$file" "$work/other/$file" || fail "the order of the list shows in the tiles"
expect_code 0 "$program" tiles verify "$work/one/$file"

# the description beside them leads to the archive and names the layers that are in it; with the portal's address, the whole address
json=$work/one/tilejson/ideenkarte.json
"$program" tiles show "$work/one/$file" --tile-url "../$file" | cmp - "$json" || fail "tilejson/ideenkarte.json and tiles show differ"
python3 - "$json" <<'PY' || fail "tilejson/ideenkarte.json leads nowhere or lacks something"
import json, os, sys
path = sys.argv[1]
text = json.load(open(path))
archive = os.path.normpath(os.path.join(os.path.dirname(path), text["tiles"][0]))
assert open(archive, "rb").read(8) == b"PMTiles\x03", archive
assert text["tilejson"] == "3.0.0" and text["minzoom"] == 0 and text["maxzoom"] == 14 and text["attribution"]
assert [layer["id"] for layer in text["vector_layers"]] == "regions districts municipalities borders places projects events".split()
west, south, east, north = text["bounds"]
lon, lat, zoom = text["center"]
assert west < lon < east and south < lat < north and 0 <= zoom <= 14
PY
sed -i 's/^vector_zoom = .*/vector_zoom = 0-4/' "$work/shuffled/ideenkarte.conf"
expect_code 0 "$program" build "$work/shuffled" -o "$work/portal" --quiet --tile-url https://www.example.org/karte/
grep -q '"pmtiles://https://www.example.org/karte/data/ideenkarte.pmtiles/{z}/{x}/{y}"' "$work/portal/tilejson/ideenkarte.json" || fail "no full address"

# style sheets ask for layers and attributes that are there
check_styles() {
    python3 - "$1" "$2" <<'PY'
import glob, json, sys
fields = {layer["id"]: set(layer["fields"]) for layer in json.load(open(sys.argv[1]))["vector_layers"]}
wrong, asked = [], set()

def attributes(value):
    """Names that an expression reads, or a filter or text of the older kind."""
    if isinstance(value, dict):
        for member in value.values():
            yield from attributes(member)
    elif isinstance(value, list):
        if len(value) == 2 and value[0] in ("get", "has", "!has") and isinstance(value[1], str):
            yield value[1]
        for item in value:
            yield from attributes(item)

for path in sorted(glob.glob(sys.argv[2])):
    style = json.load(open(path))
    ours = {name for name, source in style["sources"].items() if "tilejson/ideenkarte.json" in source.get("url", "")}
    for layer in style["layers"]:
        if layer.get("source") not in ours:
            continue
        name = layer["source-layer"]
        if name not in fields:
            wrong.append(f"{path}: {layer['id']}: no layer {name}")
            continue
        for key in attributes([layer.get(part, []) for part in ("filter", "layout", "paint")]):
            asked.add((name, key))
            if key not in fields[name] and not (name == "projects" and key.startswith(("theme_", "region_"))):
                wrong.append(f"{path}: {layer['id']}: layer {name} has no attribute {key}")
print("\n".join(wrong) or f"{len(asked)} attributes")
sys.exit(bool(wrong) or not asked)
PY
}
expect_code 0 check_styles "$json" "$source/styles/*.json"
sed 's/"tint"/"tinge"/' "$source/styles/regions.json" >"$work/tinge.json"
expect_code 1 check_styles "$json" "$work/tinge.json"
grep -q 'layer regions has no attribute tinge' "$work/log" || fail "the check sees no wrong attribute: $(cat "$work/log")"

if command -v ogrinfo >/dev/null; then
    expect_code 0 "$program" tiles convert "$work/one/$file" -o "$work/map.mbtiles" --quiet
    # GDAL reads a zoom tile by tile: a feature counts once, however many tiles it lies in
    for pair in regions:16 districts:53 municipalities:396 borders:4 places:396; do
        layer=${pair%:*}
        ogrinfo -ro -q -oo ZOOM_LEVEL=9 "$work/map.mbtiles" -sql "SELECT COUNT(DISTINCT mvt_id) AS n FROM $layer" >"$work/log" 2>&1 ||
            fail "ogrinfo cannot read $layer: $(head -2 "$work/log")"
        expect "$layer read by GDAL" "${pair#*:}" "$(sed -n 's/^ *n (.*) = //p' "$work/log")"
    done
else
    echo "note: no ogrinfo"
fi

if command -v node >/dev/null && [ -d "$source/tests/npm/node_modules/supercluster" ]; then
    expect_code 0 node "$source/tests/npm/check-vector-tiles.mjs" "$work/one/$file" "$work/one/data/projects.geojson"
    # fewer points than the tiles hold: the check must notice
    node -e '
        const c = JSON.parse(require("fs").readFileSync(process.argv[1])); c.features.pop(); console.log(JSON.stringify(c));' "$work/one/data/projects.geojson" >"$work/fewer.geojson"
    expect_code 1 node "$source/tests/npm/check-vector-tiles.mjs" "$work/one/$file" "$work/fewer.geojson"
else
    echo "note: no node or no tests/npm/node_modules"
fi
finish
