// check-style.mjs — style sheets against the MapLibre style specification, by its own validator.   [tests]
//
//   node tests/npm/check-style.mjs FILE...
//
// Prints FILE: reason for every flaw and exits with 1; 2 without files.

import { readFileSync } from "node:fs";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";

const files = process.argv.slice(2);
if (files.length === 0) process.exit(2);
let flaws = 0;
for (const file of files)
    for (const { message } of validateStyleMin(JSON.parse(readFileSync(file, "utf8")))) {
        console.error(`${file}: ${message}`);
        flaws++;
    }
process.exit(flaws > 0 ? 1 : 0);
