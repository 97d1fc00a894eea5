/* check-geojson.mjs FILE... — holds GeoJSON files against RFC 7946 with @placemarkio/check-geojson.
 *
 * Prints `file: [from, to): message` for each fault, the place as characters of the file, and ends
 * with 1 when there is one or when no file was named.
 */
import { readFileSync } from "node:fs";
import { getIssues } from "@placemarkio/check-geojson";

const files = process.argv.slice(2);
let faults = 0;
for (const file of files) {
    for (const issue of getIssues(readFileSync(file, "utf8"))) {
        console.log(`${file}: [${issue.from}, ${issue.to}): ${issue.message}`);
        faults++;
    }
}
console.log(`${files.length} GeoJSON files, ${faults} faults`);
process.exitCode = files.length > 0 && faults === 0 ? 0 : 1;
