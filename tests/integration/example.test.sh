#!/usr/bin/env bash
# The example workspace: complete, consistent, readable by programs that are not ours.
. "$(dirname "$0")/harness.sh"
out=$work/demo
expect_code 0 "$program" build "$source/examples/das-machen-wir" -o "$out" --quiet

for file in index.html en/index.html assets/page.css images/map.png images/map@2x.png images/map-small.webp tilejson/regions.json tilejson/ideenkarte.json \
    data/projects.geojson data/regions.geojson data/municipalities.geojson data/events.geojson data/coverage.csv \
    data/coverage.json data/ideenkarte.pmtiles data/catalogue.sqlite data/attribution.txt rejects.csv review.csv manifest.json tiles/regions/5/16/10.png; do
    [ -s "$out/$file" ] || fail "$file is missing or empty"
done

# 16 regions, 396 municipalities; every project of the list is there once and none is rejected
rows=$(($(grep -c '^beispiel-\|^"beispiel-' "$source/examples/das-machen-wir/projects.csv")))
count() { node -e 'const c=JSON.parse(require("fs").readFileSync(process.argv[1]));console.log(c.features.length)' "$1"; }
expect regions 16 "$(count "$out/data/regions.geojson")"
expect municipalities 396 "$(count "$out/data/municipalities.geojson")"
expect projects "$rows" "$(count "$out/data/projects.geojson")"
expect "rejected records" 1 "$(wc -l <"$out/rejects.csv" | tr -d ' ')"

# sums: regions = municipalities = projects, in GeoJSON, coverage and catalogue alike
node - "$out" "$rows" <<'JS' || fail "sums differ"
const fs = require("fs"), [, , out, rows] = process.argv;
const read = name => JSON.parse(fs.readFileSync(`${out}/data/${name}`));
const sum = (list, of) => list.reduce((total, item) => total + of(item), 0);
const regions = read("regions.geojson").features, towns = read("municipalities.geojson").features;
const totals = { regions: sum(regions, f => f.properties.projects), towns: sum(towns, f => f.properties.projects),
    populations: sum(regions, f => f.properties.population) - sum(towns, f => f.properties.population) };
const wrong = totals.regions !== +rows || totals.towns !== +rows || totals.populations !== 0;
if (wrong) console.log(totals);
for (const region of regions) {
    const inside = towns.filter(f => f.properties.region === region.id);
    if (inside.length !== region.properties.municipalities) { console.log(region.id, inside.length); process.exit(1); }
    if (region.properties.projects === 0) { console.log(region.id, "has no project"); process.exit(1); }
}
process.exit(wrong ? 1 : 0);
JS

if command -v ogrinfo >/dev/null; then
    for layer in projects regions municipalities districts events; do
        ogrinfo -ro -so "$out/data/catalogue.sqlite" "$layer" >"$work/log" 2>&1 || fail "ogrinfo cannot read $layer"
        grep -qi 'warning\|error' "$work/log" && fail "ogrinfo complains about $layer: $(grep -i 'warning\|error' "$work/log" | head -2)"
        [ "$layer" = projects ] && expect "projects in the catalogue" "Feature Count: $rows" "$(grep 'Feature Count' "$work/log")"
    done
else
    echo "not checked: no ogrinfo"
fi
if command -v sqlite3 >/dev/null; then
    expect integrity ok "$(sqlite3 "$out/data/catalogue.sqlite" 'PRAGMA integrity_check')"
    expect "foreign keys" "" "$(sqlite3 "$out/data/catalogue.sqlite" 'PRAGMA foreign_key_check')"
else
    echo "not checked: no sqlite3"
fi
if [ -d "$source/tests/npm/node_modules" ]; then
    node "$source/tests/npm/check-geojson.mjs" "$out"/data/*.geojson || fail "check-geojson"
else
    echo "not checked: no tests/npm/node_modules"
fi
if command -v pngcheck >/dev/null; then
    find "$out" -name '*.png' -print0 | xargs -0 pngcheck -q >"$work/log" 2>&1 || { fail pngcheck; head -5 "$work/log"; }
    [ -s "$work/log" ] && { fail "pngcheck says something"; head -5 "$work/log"; }
else
    echo "not checked: no pngcheck"
fi

# the manifest names every file with its true size and checksum, and nothing else
node - "$out" <<'JS' >"$work/sums" || fail "manifest.json"
const manifest = JSON.parse(require("fs").readFileSync(process.argv[2] + "/manifest.json"));
for (const file of manifest.files) console.log(`${file.sha256}  ${file.path}`);
JS
(cd "$out" && sha256sum --quiet -c "$work/sums") || fail "checksums in manifest.json"
expect "files in the manifest" "$(($(find "$out" -type f | wc -l) - 1))" "$(wc -l <"$work/sums" | tr -d ' ')"
grep -qE '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]T' "$out/manifest.json" && fail "a time stamp stands in manifest.json"

# every source line, as geodata/attribution.csv has it, in every output with room for it
node - "$source/geodata/attribution.csv" >"$work/lines" <<'JS'
const rows = require("fs").readFileSync(process.argv[2], "utf8").trim().split("\n").slice(1);
const cells = row => [...row.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(found => found[1] ?? found[2]);
for (const row of rows) console.log(cells(row).slice(1, 3).join("\t"));
JS
expect "source lines" 4 "$(wc -l <"$work/lines" | tr -d ' ')"
while IFS=$'\t' read -r german english; do
    for file in index.html data/projects.geojson data/regions.geojson data/municipalities.geojson data/events.geojson \
        data/coverage.json data/attribution.txt tilejson/regions.json manifest.json; do
        grep -qF "$german" "$out/$file" || fail "$file lacks $german"
    done
    grep -qF "$english" "$out/en/index.html" || fail "en/index.html lacks $english"
done <"$work/lines"
if command -v sqlite3 >/dev/null; then
    expect "source lines in the catalogue" 4 "$(sqlite3 "$out/data/catalogue.sqlite" 'SELECT count(*) FROM attribution')"
fi

# tiles: every zoom covers the box, and the count is the one that TileJSON's zooms and bounds ask for
node - "$out" <<'JS' || fail "tiles do not cover the bounds of tilejson/regions.json"
const fs = require("fs"), out = process.argv[2], json = JSON.parse(fs.readFileSync(out + "/tilejson/regions.json"));
const [west, south, east, north] = json.bounds, rad = Math.PI / 180;
let missing = 0;
for (let z = json.minzoom; z <= json.maxzoom; z++) {
    const n = 2 ** z, col = lon => Math.floor((lon + 180) / 360 * n);
    const row = lat => Math.floor((1 - Math.asinh(Math.tan(lat * rad)) / Math.PI) / 2 * n);
    for (let x = col(west); x <= col(east); x++)
        for (let y = row(north); y <= row(south); y++)
            if (!fs.existsSync(`${out}/tiles/regions/${z}/${x}/${y}.png`)) missing++;
}
if (missing) { console.log("missing tiles:", missing); process.exit(1); }
JS
finish
