#!/usr/bin/env bash
# The town halls of 395 municipalities, with the official spelling of 2011 ("Düsseldorf, Stadt"; "40213 Düsseldorf" in one
# column): placed in the municipality that the data name.
. "$(dirname "$0")/harness.sh"
need_shared geodata/institutions/town_halls_nrw_2011.csv
halls=$(realpath "$shared/geodata/institutions/town_halls_nrw_2011.csv")
mkdir "$work/halls"
{ echo 'sep=;'; cat "$halls"; } >"$work/halls/projects.csv"
cat >"$work/halls/ideenkarte.conf" <<'CONF'
[map]
title = Rathäuser
languages = de
[tiles]
zoom = 5-7
[projects.columns]
id = Amtl.Gemeindeschlüssel
title = Anschrift der Gemeinde
street = Straße
postcode_city = PLZ Ort
CONF
expect_code 0 "$program" build "$work/halls" -o "$work/out" --quiet --allow-rejects
node - "$work/out" <<'JS' || fail "town halls"
const fs = require("fs"), out = process.argv[2];
const features = JSON.parse(fs.readFileSync(out + "/data/projects.geojson")).features;
let right = 0, silent = 0;
for (const f of features) {
    if (f.properties.ags === f.id) right++;
    else { console.log(f.properties.status, f.id, f.properties.ags, f.properties.faults); if (f.properties.status !== "check") silent++; }
}
const rejects = fs.readFileSync(out + "/rejects.csv", "utf8").trim().split("\n").length - 1;
console.log(`395 town halls: ${right} right, ${features.length - right} elsewhere (${silent} silently), ${rejects} rejected`);
process.exit(right >= 395 * 0.995 && silent === 0 && features.length + rejects === 395 ? 0 : 1);
JS
finish
