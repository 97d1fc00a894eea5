#!/usr/bin/env bash
# A catalogue over several imports: the file of build, independent readers, and moments at which things go wrong.
. "$(dirname "$0")/harness.sh"
cp -r "$source/examples/das-machen-wir" "$work/ws"
file=$work/katalog.sqlite
expect_code 0 "$program" catalogue import "$work/ws" -o "$file" --quiet

# build writes the same file through the same code; the locale changes no byte
expect_code 0 "$program" build "$work/ws" -o "$work/out" --zoom 5-5 --quiet
cmp -s "$file" "$work/out/data/catalogue.sqlite" || fail "import and build write different catalogues"
LC_ALL=de_DE.UTF-8 LANG=tr_TR.UTF-8 expect_code 0 "$program" catalogue import "$work/ws" -o "$work/other.sqlite" --quiet
cmp -s "$file" "$work/other.sqlite" || fail "the locale changes the catalogue"

# a changed list: one record out, one title new, one record in
sed -e '2d' -e '3s/^\([^;]*\);[^;]*;/\1;Neuer Titel;/' "$work/ws/projects.csv" >"$work/list"
sed -n '5s/^[^;]*;/neu-1;/p' "$work/ws/projects.csv" >>"$work/list"
cp "$work/list" "$work/ws/projects.csv"
expect_code 0 "$program" catalogue import "$work/ws" -o "$file" --label 2016-11-01 --lang en
grep -q '^projects: 1 new, 1 changed, 1 gone, 87 unchanged$' "$work/log" || { fail "counts"; cat "$work/log"; }
expect_code 0 "$program" catalogue diff "$file" --lang en
grep -q '→ "Neuer Titel"$' "$work/log" || fail "the new title is not in the difference"
cp "$file" "$work/before.sqlite"

# independent readers
if command -v sqlite3 >/dev/null; then
    expect integrity ok "$(sqlite3 "$file" 'PRAGMA integrity_check')"
    expect "foreign keys" "" "$(sqlite3 "$file" 'PRAGMA foreign_key_check')"
    expect "changes of run 2" "changed|1 gone|1 new|1" \
        "$(sqlite3 "$file" 'SELECT change, count(*) FROM changes WHERE run = 2 GROUP BY 1' | tr '\n' ' ' | sed 's/ $//')"
    for view in project_list placed_projects coverage_by_region coverage_by_district coverage_by_municipality \
        projects_by_theme municipalities_without_project events_by_region; do
        sqlite3 "$file" "SELECT count(*) FROM $view" >"$work/log" 2>&1 || fail "view $view: $(cat "$work/log")"
    done
else
    echo "not checked: no sqlite3"
fi
for ending in gpkg geojson csv; do
    expect_code 0 "$program" catalogue export "$file" -o "$work/k.$ending" --quiet
done
expect "lines of the CSV" 90 "$(wc -l <"$work/k.csv" | tr -d ' ')"
if command -v ogrinfo >/dev/null; then
    ogrinfo -ro -so -al "$work/k.gpkg" >"$work/log" 2>&1 || fail "ogrinfo cannot read the GeoPackage"
    grep -qi 'warning\|error' "$work/log" && fail "ogrinfo complains: $(grep -i 'warning\|error' "$work/log" | head -2)"
    expect "features" "89 2 396 53 16 4" "$(sed -n 's/^Feature Count: //p' "$work/log" | tr '\n' ' ' | sed 's/ $//')"
    ogrinfo -ro -so "$work/k.geojson" projects >"$work/log" 2>&1
    expect "features of the GeoJSON" "Feature Count: 89" "$(grep '^Feature Count' "$work/log")"
    # a second way: GDAL's own point in polygon over the exported layers gives the regions that the catalogue says
    ogr2ogr -q -f CSV "$work/joined.csv" "$work/k.gpkg" -dialect SQLite \
        -sql 'SELECT p.id FROM projects p JOIN regions r ON ST_Contains(r.geom, p.geom) WHERE p.region = r.id' || fail ogr2ogr
    expect "projects inside their region" 89 "$(($(wc -l <"$work/joined.csv") - 1))"
    # a program that changes a layer finds the triggers of its index right
    ogr2ogr -q -append -update -nln projects "$work/k.gpkg" "$work/k.gpkg" events >"$work/log" 2>&1 || fail "append"
    if command -v sqlite3 >/dev/null; then
        expect "rows after a change" 91 "$(sqlite3 "$work/k.gpkg" 'SELECT count(*) FROM projects')"
        expect "index after a change" "$(sqlite3 "$work/k.gpkg" 'SELECT count(geom) FROM projects')" \
            "$(sqlite3 "$work/k.gpkg" 'SELECT count(*) FROM rtree_projects_geom')"
    fi
else
    echo "not checked: no ogrinfo"
fi
if [ -d "$source/tests/npm/node_modules" ]; then
    node "$source/tests/npm/check-geojson.mjs" "$work/k.geojson" >"$work/log" 2>&1 || { fail "check-geojson"; cat "$work/log"; }
fi

# another process is writing it: refused, nothing changed
mkdir "$work/.katalog.sqlite.partial"
(
    flock -n 9 || exit 1
    "$program" catalogue import "$work/ws" -o "$file" --quiet >"$work/log" 2>&1
    echo $? >"$work/code"
) 9<"$work/.katalog.sqlite.partial"
expect "exit code while another one writes" 1 "$(cat "$work/code")"
grep -q 'another process is writing this file' "$work/log" || fail "the other process is not named"
cmp -s "$file" "$work/before.sqlite" || fail "a refused import changed the file"

# killed at any moment: the file is as before or as after, and the next import clears what is left
for delay in 0.02 0.1 0.2 0.3 0.5; do
    timeout -s KILL "$delay" "$program" catalogue import "$work/ws" -o "$file" --quiet >/dev/null 2>&1
    expect "the file after a kill" catalogue "$("$program" catalogue diff "$file" >/dev/null 2>&1 && echo catalogue)"
done
cp "$work/before.sqlite" "$file"
expect_code 0 "$program" catalogue import "$work/ws" -o "$file" --quiet
expect "what is beside it" "" "$(find "$work" -maxdepth 1 -name '.*partial')"
cp "$work/before.sqlite" "$file"

# a full disk
(
    ulimit -f 500
    "$program" catalogue import "$work/ws" -o "$file" --quiet >"$work/log" 2>&1
    echo $? >"$work/code"
)
expect "exit code on a full disk" 1 "$(cat "$work/code")"
cmp -s "$file" "$work/before.sqlite" || fail "a full disk changed the file"

# reading writes nothing
chmod a-w "$file"
expect_code 0 "$program" catalogue query "$file" --theme work --format json
expect_code 1 "$program" catalogue query "$file" --sql "UPDATE projects SET title = 'x'"
cmp -s "$file" "$work/before.sqlite" || fail "a question changed the file"
finish
