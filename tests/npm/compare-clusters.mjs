// compare-clusters.mjs — clusters of GeoJSON sources against those that MapLibre makes.   [tests]
//
//   node tests/npm/compare-clusters.mjs WRITE_CLUSTERS FOLDER
//
// Several sources of made-up points, one with each rule: what stands where at zooms 0 to 19, with counts, names and sums.
// The peer is the index of MapLibre itself (supercluster, carried on in @maplibre/geojson-vt). With more than 64 points it
// meets neighbours in the order of its tree, ours in that of their numbers: it may show where a rule asks for three points.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Supercluster } from "@maplibre/geojson-vt";

const [program, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

let seed = 7;
const random = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
const points = (n, [west, south, east, north]) =>
    Array.from({ length: n }, (_, i) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [west + random() * (east - west), south + random() * (north - south)] },
        properties: { name: `p${i}`, value: Math.floor(random() * 1000), kind: "abc"[Math.floor(random() * 3)] },
    }));

const nrw = [5.9, 50.3, 9.5, 52.5];
const world = [-179, -80, 179, 80];
const sums = {
    clusterProperties: {
        sum: ["+", ["get", "value"]],
        most: ["max", ["get", "value"]],
        a: ["+", ["case", ["==", ["get", "kind"], "a"], 1, 0]],
        any: [["any", ["accumulated"], ["get", "any"]], [">", ["get", "value"], 990]],
        least: [["min", ["accumulated"], ["get", "least"]], ["get", "value"]],
    },
};
const summed = {
    map: p => ({ sum: p.value, most: p.value, a: p.kind === "a" ? 1 : 0, any: p.value > 990, least: p.value }),
    reduce: (all, p) => {
        all.sum += p.sum;
        all.most = Math.max(all.most, p.most);
        all.a += p.a;
        all.any = all.any || p.any;
        all.least = Math.min(all.least, p.least);
    },
};
const cases = [
    ["defaults", points(3000, nrw), {}, {}],
    ["radius", points(2000, world), { clusterRadius: 80, clusterMaxZoom: 9 }, { radius: 80, maxZoom: 9 }],
    ["small radius", points(2000, nrw), { clusterRadius: 3, clusterMaxZoom: 12 }, { radius: 3, maxZoom: 12 }],
    ["five points", points(60, nrw), { clusterMinPoints: 5 }, { minPoints: 5 }],
    ["many points of three", points(1500, nrw), { clusterMinPoints: 3 }, { minPoints: 3 }],
    ["three points", points(64, nrw), { clusterMinPoints: 3, clusterRadius: 90 }, { minPoints: 3, radius: 90 }],
    ["sums", points(1500, nrw), sums, summed],
    ["one place", points(1, nrw).flatMap(p => Array(12345).fill(p)), { clusterMaxZoom: 5 }, { maxZoom: 5 }],
];

let failures = 0;
const fail = text => failures++ < 20 && console.log(text);
// The peer counts 2^30 steps around the world.
const near = (a, b) => Math.abs(a - b) < 2e-6;
const key = f => f.properties.cluster_id ?? f.properties.name;
const order = (a, b) => String(key(a)).localeCompare(String(key(b)));

for (const [name, features, rule, options] of cases) {
    const style = join(folder, `${name.replaceAll(" ", "-")}.json`);
    const data = { type: "FeatureCollection", features };
    writeFileSync(style, JSON.stringify({
        version: 8, layers: [], sources: { s: { type: "geojson", data, cluster: true, ...rule } },
    }));
    const ours = execFileSync(program, [style, "s"], { encoding: "utf8", maxBuffer: 1 << 30 }).trim().split("\n").map(JSON.parse);
    const peer = new Supercluster({ radius: 50, extent: 512, minPoints: 2, maxZoom: 17, ...options });
    peer.load(features);
    let clusters = 0;
    for (let zoom = 0; zoom < 20; zoom++) {
        const mine = ours.filter(f => f.zoom === zoom).sort(order);
        const theirs = peer.getClusters([-180, -85.06, 180, 85.06], zoom).map(f => ({
            lon: f.geometry.coordinates[0], lat: f.geometry.coordinates[1], properties: f.properties,
        })).sort(order);
        if (mine.length !== theirs.length) {
            fail(`${name}: ${mine.length} features at zoom ${zoom}, MapLibre has ${theirs.length}`);
            continue;
        }
        theirs.forEach((f, i) => {
            const g = mine[i], keys = Object.keys(f.properties).sort();
            clusters += f.properties.cluster ? 1 : 0;
            if (!near(g.lon, f.lon) || !near(g.lat, f.lat) || keys.join() !== Object.keys(g.properties).sort().join() ||
                keys.some(key => g.properties[key] !== f.properties[key]))
                fail(`${name}, zoom ${zoom}: ${JSON.stringify(g)}, MapLibre has ${JSON.stringify(f)}`);
        });
    }
    if (clusters === 0) fail(`${name}: no clusters were compared`);
    console.log(`${name}: ${clusters} clusters of zooms 0-19 compared`);
}
process.exit(failures > 0 ? 1 : 0);
