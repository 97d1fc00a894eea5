// style.mjs — the expressions of style.c, evaluated by the package of the style specification.   [tests]

import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const spec = createRequire(fileURLToPath(new URL('../npm/package.json', import.meta.url)))('@maplibre/maplibre-gl-style-spec');
const source = readFileSync(new URL('style.c', import.meta.url), 'utf8');
const table = source.slice(source.indexOf('EXPRESSIONS[] ='), source.indexOf('};\n\nstatic const double ZOOM'));
const TYPES = {NUMBER: 'number', COLOR: 'color', BOOL: 'boolean', STRING: 'enum'};
const features = Array.from({length: 100}, (_, i) => ({type: 1, id: i, properties: {ags: '05111000', name: 'Recklinghausen', population: i * 2500, tint: i % 6}}));

for (const [, name, text, type] of table.matchAll(/\{"([^"]+)",\s*((?:"(?:\\.|[^"])*"\s*)+),\s*IK_VALUE_(\w+)\}/g)) {
    const json = [...text.matchAll(/"((?:\\.|[^"])*)"/g)].map((part) => JSON.parse(`"${part[1]}"`)).join('');
    const made = spec.createExpression(JSON.parse(json), 'bench', {type: TYPES[type]}).value;
    const n = 1_000_000;
    let began = 0;
    for (const rounds of [n / 10, n]) { // the first warms it up
        began = performance.now();
        for (let i = 0; i < rounds; i++) made.evaluateWithoutErrorHandling({zoom: 8.5}, features[i % 100]);
    }
    console.log(`${name.padEnd(14)} ${(n / (performance.now() - began) / 1000).toFixed(1).padStart(7)} million/s`);
}
