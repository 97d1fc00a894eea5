#!/usr/bin/env bash
# Official coordinates of 2,814 institutions against the municipality that the data name: whoever lies in another one
# is listed and lies within 100 m of the right one, measured here by an independent program.
. "$(dirname "$0")/harness.sh"
need node
need_shared geodata/institutions/schools_nrw_a.csv
schools=$(realpath "$shared/geodata/institutions/schools_nrw_a.csv")
expect_code 0 "$program" region "$schools" -o "$work/answered.csv" --quiet

cat >"$work/judge.mjs" <<'JS'
import { readFileSync } from "node:fs";
const [, , answered, boundaries] = process.argv;
const lines = readFileSync(answered, "utf8").replace(/^\uFEFF/, "").split(/\r?\n/).filter(Boolean);
const head = lines[0].split(";"), rows = lines.slice(1).map(line => line.split(";"));
const column = name => head.indexOf(name);
const rings = new Map(JSON.parse(readFileSync(boundaries, "utf8")).features.map(f =>
    [f.properties.ags, f.geometry.type === "Polygon" ? f.geometry.coordinates : f.geometry.coordinates.flat()]));
// UTM zone 32 to degrees: Krüger's series to third order, exact to millimetres here (GRS 80).
function toDegrees(easting, northing) {
    const f = 1 / 298.257222101, n = f / (2 - f), a = (6378137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
    const xi = northing / (0.9996 * a), eta = (easting - 500000) / (0.9996 * a);
    const beta = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3, n ** 2 / 48 + n ** 3 / 15, (17 / 480) * n ** 3];
    const delta = [2 * n - (2 / 3) * n ** 2 - 2 * n ** 3, (7 / 3) * n ** 2 - (8 / 5) * n ** 3, (56 / 15) * n ** 3];
    let x = xi, y = eta;
    beta.forEach((b, i) => {
        const k = 2 * (i + 1);
        x -= b * Math.sin(k * xi) * Math.cosh(k * eta);
        y -= b * Math.cos(k * xi) * Math.sinh(k * eta);
    });
    const chi = Math.asin(Math.sin(x) / Math.cosh(y));
    let lat = chi;
    delta.forEach((d, i) => (lat += d * Math.sin(2 * (i + 1) * chi)));
    return [9 + (Math.atan2(Math.sinh(y), Math.cos(x)) * 180) / Math.PI, (lat * 180) / Math.PI];
}
function metresTo(ags, [lon, lat]) {
    const metre = (Math.PI / 180) * 6371008.8, narrow = Math.cos((lat * Math.PI) / 180);
    const flat = ([x, y]) => [(x - lon) * narrow * metre, (y - lat) * metre];
    let best = Infinity;
    for (const ring of rings.get(ags))
        for (let i = 1; i < ring.length; i++) {
            const [ax, ay] = flat(ring[i - 1]), [bx, by] = flat(ring[i]), dx = bx - ax, dy = by - ay;
            const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
            best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
        }
    return best;
}
let wrong = 0, listed = 0;
for (const row of rows) {
    const said = row[column("Gemeindeschluessel")], found = row[column("ags")];
    if (said === found) continue;
    const position = toDegrees(+row[column("UTMRechtswert")], +row[column("UTMHochwert")]);
    const metres = metresTo(said, position);
    console.log(`${row[0]} ${row[column("Ort")]}: data say ${said}, lies in ${found}, ${metres.toFixed(0)} m from ${said}`);
    if (metres > 100) wrong++;
    else listed++;
}
console.log(`${rows.length} institutions, ${wrong} in a wrong municipality, ${listed} within 100 m of a border`);
process.exit(rows.length === 2814 && wrong === 0 && listed < 30 ? 0 : 1);
JS
node "$work/judge.mjs" "$work/answered.csv" "$source/geodata/municipalities.geojson" || fail "assignment of schools"
finish
