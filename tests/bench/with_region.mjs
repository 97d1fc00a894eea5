// with_region.mjs GEODATA: municipalities.geojson with the attribute `region`, as the Mapnik peer wants it.
import { readFileSync } from "node:fs";

const folder = process.argv[2];
const rows = readFileSync(`${folder}/municipalities.csv`, "utf8").split("\n").slice(1).filter(Boolean);
const region = new Map(rows.map(row => row.split(",")).map(cells => [cells[0], cells[4]]));
const collection = JSON.parse(readFileSync(`${folder}/municipalities.geojson`, "utf8"));
for (const feature of collection.features) feature.properties.region = region.get(feature.properties.ags);
console.log(JSON.stringify(collection));
