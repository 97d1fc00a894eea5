#!/usr/bin/env bash
# Coverage: the same figures by hand-made SQL and by GDAL's polygons, sums that fit, the same bytes twice, a report
# whose every link leads somewhere.
. "$(dirname "$0")/harness.sh"
need sqlite3
need node
example=$source/examples/das-machen-wir
out=$work/demo catalogue=$work/demo/data/catalogue.sqlite
small_example "$work/example"
expect_code 0 "$program" build "$work/example" -o "$out" --zoom 5 --quiet

# coverage FILE OPTION...: a table "id projects organisations municipalities_with_project population events"
table() {
    node -e '
const rows = require("fs").readFileSync(0, "utf8").replace(/^\uFEFF/, "").trim().split("\r\n").map(line => line.split(";"));
const at = rows[0].map((name, i) => [name, i]), column = Object.fromEntries(at);
const wanted = ["id", "projects", "organisations", "municipalities_with_project", "population", "events"];
for (const row of rows.slice(1)) if (row[0] !== "total") console.log(wanted.map(name => row[column[name]]).join("|"));'
}
for unit in region district municipality; do
    "$program" coverage "$example" --by $unit --format csv --quiet | table >"$work/$unit"
    "$program" coverage "$catalogue" --by $unit --format csv --quiet | table >"$work/$unit.file"
    cmp "$work/$unit" "$work/$unit.file" || fail "$unit: the catalogue's figures are not the workspace's"
done

# hand-made queries on the tables, not on the views
sql_table() { # NAME KEY FROM_MUNICIPALITY EVENTS
    sqlite3 "$catalogue" "
SELECT a.$2,
       (SELECT count(*) FROM projects p JOIN municipalities m ON m.ags = p.municipality WHERE m.$3 = a.$2 AND p.status <> 'reject'),
       (SELECT count(DISTINCT p.organisation) FROM projects p JOIN municipalities m ON m.ags = p.municipality WHERE m.$3 = a.$2),
       (SELECT count(DISTINCT p.municipality) FROM projects p JOIN municipalities m ON m.ags = p.municipality WHERE m.$3 = a.$2),
       (SELECT sum(m.population) FROM municipalities m WHERE m.$3 = a.$2),
       ($4)
  FROM $1 a ORDER BY a.fid"
}
sql_table regions id region "SELECT count(*) FROM events e WHERE e.region = a.id" >"$work/region.sql"
sql_table districts code district \
    "SELECT count(*) FROM events e JOIN municipalities m ON m.ags = e.municipality WHERE m.district = a.code" >"$work/district.sql"
sql_table municipalities ags ags "SELECT count(*) FROM events e WHERE e.municipality = a.ags" >"$work/municipality.sql"
for unit in region district municipality; do
    diff "$work/$unit.sql" "$work/$unit" >"$work/log" || { fail "$unit: SQL counts otherwise"; head -5 "$work/log"; }
done

# sums over regions = over districts = over municipalities = projects of the list
rows=$(grep -c '^"\?beispiel-' "$example/projects.csv")
for unit in region district municipality; do
    expect "projects by $unit" "$rows" "$(awk -F'|' '{ n += $2 } END { print n }' "$work/$unit")"
done

# distances by SpatiaLite on the sphere, from each label point to the nearest position: the largest one of the state
if sqlite3 :memory: "SELECT load_extension('mod_spatialite')" >/dev/null 2>&1; then
    far=$(sqlite3 "$catalogue" "SELECT load_extension('mod_spatialite')" "
SELECT printf('%.1f', max(d) / 1000) FROM (SELECT min(GreatCircleLength(MakeLine(MakePoint(m.label_lon, m.label_lat, 4326),
    MakePoint(p.position_lon, p.position_lat, 4326)))) AS d FROM municipalities m JOIN projects p GROUP BY m.ags)" | tail -1)
    ours=$("$program" coverage "$example" --format json --quiet |
        node -e 'console.log(JSON.parse(require("fs").readFileSync(0)).total.distance_max_km.toFixed(1))')
    # its earth is an ellipsoid: 0.3 % at most
    node -e 'process.exit(Math.abs(process.argv[1] - process.argv[2]) > 0.004 * process.argv[1] ? 1 : 0)' "$far" "$ours" ||
        fail "largest distance: SpatiaLite $far km, ours $ours km"
else
    echo "not checked: no mod_spatialite"
fi

# GDAL asks the polygons of the published files which points they contain
if command -v ogr2ogr >/dev/null; then
    for layer in projects regions municipalities; do
        ogr2ogr -f SQLite -update -append "$work/gdal.sqlite" "$out/data/$layer.geojson" -nln $layer -dsco SPATIALITE=YES \
            >"$work/log" 2>&1 || ogr2ogr -f SQLite "$work/gdal.sqlite" "$out/data/$layer.geojson" -nln $layer \
            -dsco SPATIALITE=YES >"$work/log" 2>&1 || fail "ogr2ogr: $(tail -1 "$work/log")"
    done
    gdal_table() { # LAYER KEY
        ogr2ogr -f CSV /vsistdout/ "$work/gdal.sqlite" -dialect SQLite -sql "
SELECT CAST(a.$2 AS TEXT) AS k, count(p.id) AS n FROM $1 a LEFT JOIN projects p ON ST_Contains(a.geometry, p.geometry)
 GROUP BY a.$2 ORDER BY a.$2" | tail -n +2 | tr -d '"' | tr ',' '|' | LC_ALL=C sort
    }
    gdal_table regions id >"$work/region.gdal"
    gdal_table municipalities ags >"$work/municipality.gdal"
    for unit in region municipality; do
        cut -d'|' -f1,2 "$work/$unit" | LC_ALL=C sort | diff "$work/$unit.gdal" - >"$work/log" ||
            { fail "$unit: GDAL counts otherwise"; head -5 "$work/log"; }
    done
else
    echo "not checked: no ogr2ogr"
fi

# pictures and the report: the same bytes a second later, in a Turkish locale, from the catalogue's file
for kind in svg pdf png; do
    expect_code 0 "$program" coverage "$example" --quiet --lang de --map "$work/a.$kind" --chart "$work/b.$kind"
done
expect_code 0 "$program" coverage "$example" --quiet --report "$work/report"
sleep 1.1
for kind in svg pdf png; do
    LC_ALL=tr_TR.UTF-8 expect_code 0 "$program" coverage "$example" --quiet --lang de --map "$work/c.$kind" --chart "$work/d.$kind"
    cmp "$work/a.$kind" "$work/c.$kind" && cmp "$work/b.$kind" "$work/d.$kind" || fail "$kind differs from run to run"
done
expect_code 0 "$program" coverage "$catalogue" --quiet --report "$work/again"
expect "report twice" "$(digest "$work/report")" "$(digest "$work/again")"
expect_code 0 "$program" coverage "$example" --quiet --report "$work/report"
expect "report replaced" "$(digest "$work/again")" "$(digest "$work/report")"

# a page for the state and for each region in two languages; no script; every link and picture is there
regions=$(sqlite3 "$catalogue" "SELECT count(*) FROM regions")
expect pages $((2 * (regions + 1))) "$(find "$work/report" -name '*.html' | wc -l | tr -d ' ')"
grep -rliE '<script|javascript:|https?://[^"]*\.(js|css)' "$work/report" --include='*.html' && fail "a page has a script"
node - "$work/report" <<'JS' || fail "links of the report"
const fs = require("fs"), path = require("path"), root = process.argv[2];
let wrong = 0;
const walk = folder => fs.readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => entry.isDirectory() ? walk(path.join(folder, entry.name)) : [path.join(folder, entry.name)]);
for (const page of walk(root).filter(file => file.endsWith(".html"))) {
    const html = fs.readFileSync(page, "utf8"), ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(m => m[1]));
    for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (/^https?:/.test(address)) continue;
        const there = address.startsWith("#") ? ids.has(address.slice(1)) : fs.existsSync(path.join(path.dirname(page), address));
        if (!there) { console.log(path.relative(root, page), "->", address); wrong++; }
    }
}
process.exit(wrong ? 1 : 0);
JS
finish
