#!/usr/bin/env bash
# 2,814 real institutions with their official municipality: at least 99.5 % are placed where the data say, none in a
# wrong region without being reported. Once by address, once by official coordinates.
. "$(dirname "$0")/harness.sh"
need_shared geodata/institutions/schools_nrw_a.csv
schools=$(realpath "$shared/geodata/institutions/schools_nrw_a.csv")

workspace() { # NAME COLUMNS
    mkdir -p "$work/$1"
    # without the last three columns, the coordinates, there is nothing but the address to go by
    if [ "$1" = address ]; then cut -d';' -f1-10 "$schools" >"$work/$1/schools.csv"; else ln -s "$schools" "$work/$1/schools.csv"; fi
    cat >"$work/$1/ideenkarte.conf" <<CONF
[map]
title = Schulen
languages = de
[tiles]
zoom = 5-8
[projects]
file = schools.csv
[projects.columns]
id = Schulnummer
title = Schulbezeichnung_1 + Schulbezeichnung_2 + Schulbezeichnung_3
organisation = Kurzbezeichnung
street = Strasse
postcode = PLZ
city = Ort
website = Homepage
$2
CONF
    "$program" build "$work/$1" -o "$work/out-$1" --quiet --allow-rejects >"$work/log" 2>&1 || { fail "build of $1"; cat "$work/log"; }
}

judge() { # NAME MINIMUM LEVEL
    node - "$schools" "$work/out-$1" "$2" "$source" "$3" <<'JS' || fail "$1"
const fs = require("fs"), [, , csv, out, minimum, source, level] = process.argv;
const rows = fs.readFileSync(csv, "utf8").replace(/^\uFEFF/, "").split(/\r?\n/).filter(line => /^\d{6};/.test(line)).map(line => line.split(";"));
const region = new Map(fs.readFileSync(source + "/geodata/municipalities.csv", "utf8").split("\n").slice(1).filter(Boolean)
    .map(line => line.split(",")).map(cells => [cells[0], cells[4]]));
const features = JSON.parse(fs.readFileSync(out + "/data/projects.geojson")).features;
const placed = new Map(features.map(f => [f.id, f.properties]));
const rejects = fs.readFileSync(out + "/rejects.csv", "utf8"), reviews = fs.readFileSync(out + "/review.csv", "utf8");
const strange = features.filter(f => f.properties.match !== level).length;
if (strange) console.log(`${strange} are not placed by ${level}`);
let right = 0, silent = 0, lost = 0, doubtful = 0;
for (const row of rows) {
    const [id, ags] = [row[0], row[9]], got = placed.get(id);
    if (!got) { if (!rejects.includes(id)) { lost++; console.log("lost:", row.join(";")); } continue; }
    if (got.status === "check") { doubtful++; if (!reviews.includes(id)) { lost++; console.log("not in review.csv:", id); } }
    if (got.ags === ags) right++;
    else {
        console.log(`${got.status}: ${id} ${row[5]} ${row[6]}: data say ${ags}, placed in ${got.ags} (${got.faults})`);
        if (region.get(got.ags) !== region.get(ags) && got.status !== "check") silent++;
    }
}
const share = right / rows.length * 100;
console.log(`${rows.length} institutions, ${right} right (${share.toFixed(2)} %), ${doubtful} to check, ` +
    `${rows.length - placed.size} rejected, ${silent} silently in a wrong region, ${lost} lost`);
process.exit(strange === 0 && rows.length === 2814 && share >= +minimum && silent === 0 && lost === 0 ? 0 : 1);
JS
}

workspace address ""
judge address 99.5 municipality
workspace coordinates "easting = UTMRechtswert
northing = UTMHochwert
epsg = EPSG"
judge coordinates 99.5 given
finish
