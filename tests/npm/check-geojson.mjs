// check-geojson.mjs — GeoJSON files against RFC 7946, as @placemarkio/check-geojson reads it.   [tests]
//
//   node tests/npm/check-geojson.mjs FILE...
//
// Prints FILE:LINE: reason for every flaw and exits with 1; 2 without files. Beyond what the package checks: exterior
// rings run counter-clockwise and holes clockwise, at most 7 decimals, every feature has an id of its own, bbox (where
// there is one) is the box around all geometries, and no member `crs`.

import { readFileSync } from "node:fs";
import { check, HintError } from "@placemarkio/check-geojson";

/** Twice the signed area: positive counter-clockwise. */
function area(ring) {
    let sum = 0;
    for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    return sum;
}

function polygonsOf(geometry) {
    if (geometry?.type === "Polygon") return [geometry.coordinates];
    return geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
}

function* positionsOf(coordinates) {
    if (typeof coordinates[0] === "number") yield coordinates;
    else for (const part of coordinates) yield* positionsOf(part);
}

function* ringFlaws(feature) {
    for (const rings of polygonsOf(feature.geometry))
        for (const [index, ring] of rings.entries()) {
            if (index === 0 && area(ring) <= 0) yield `${feature.id}: an exterior ring runs clockwise`;
            if (index > 0 && area(ring) >= 0) yield `${feature.id}: a hole runs counter-clockwise`;
        }
}

function* boxFlaws(collection) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { geometry } of collection.features)
        for (const [lon, lat] of geometry ? positionsOf(geometry.coordinates) : [])
            box.splice(0, 4, Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat));
    const expected = box[0] <= box[2] ? JSON.stringify(box) : undefined;
    if (collection.bbox && JSON.stringify(collection.bbox) !== expected) yield `bbox is ${JSON.stringify(collection.bbox)}, expected ${expected}`;
}

function* flawsOf(text) {
    const collection = JSON.parse(text);
    if ("crs" in collection) yield "there is a member crs";
    if (/\d\.\d{8,}/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'))) yield "a number has more than 7 decimals";
    const ids = new Set();
    for (const feature of collection.features ?? []) {
        if (feature.id === undefined || ids.has(feature.id)) yield `id ${feature.id} is missing or doubled`;
        ids.add(feature.id);
        yield* ringFlaws(feature);
    }
    if (collection.features) yield* boxFlaws(collection);
}

function linesOf(file) {
    const text = readFileSync(file, "utf8");
    try {
        check(text);
    } catch (error) {
        if (!(error instanceof HintError)) throw error;
        const lineAt = position => text.slice(0, position).split("\n").length;
        return error.issues.map(issue => `${file}:${lineAt(issue.from ?? 0)}: ${issue.message}`);
    }
    return [...flawsOf(text)].map(flaw => `${file}: ${flaw}`);
}

const files = process.argv.slice(2);
if (files.length === 0) {
    console.error("usage: check-geojson.mjs FILE...");
    process.exit(2);
}
const lines = files.flatMap(linesOf);
for (const line of lines) console.log(line);
process.exit(lines.length > 0 ? 1 : 0);
