// check-vector-tiles.mjs ARCHIVE PROJECTS: reads vector tiles with pmtiles, @mapbox/vector-tile and pbf, holds clusters
// against supercluster (radius 50 of 512, from 2 points) on the same points. PROJECTS is the GeoJSON of the same build.
import fs from "node:fs";
import zlib from "node:zlib";
import { PMTiles } from "pmtiles";
import { VectorTile } from "@mapbox/vector-tile";
import * as pbf from "pbf";
import Supercluster from "supercluster";

const Pbf = pbf.default ?? pbf.PbfReader;
const [, , archive, projectsFile] = process.argv;
const bytes = fs.readFileSync(archive);
const source = {
    getKey: () => archive,
    getBytes: async (offset, length) => ({ data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length) }),
};
const tiles = new PMTiles(source);
const header = await tiles.getHeader();
const metadata = await tiles.getMetadata();
const projects = JSON.parse(fs.readFileSync(projectsFile)).features.filter(f => f.geometry);
const byId = (a, b) => (a.properties.id < b.properties.id ? -1 : 1);
const points = projects.slice().sort(byId).map(f => ({ type: "Feature", geometry: f.geometry, properties: { id: f.properties.id } }));
const peer = new Supercluster({ radius: 50, extent: 512, minPoints: 2, maxZoom: header.maxZoom - 1 }).load(points);
let failures = 0;
const fail = text => { console.log(text); failures++; };
const expect = (what, wanted, got) => wanted === got || fail(`${what}: expected ${wanted}, got ${got}`);

const names = ["regions", "districts", "municipalities", "borders", "places", "projects", "events"];
expect("vector_layers", names.join(), metadata.vector_layers.map(layer => layer.id).join());
if (!metadata.attribution.includes("GeoBasis-DE")) fail("no attribution");

// what the layers are said to hold: name → first word of its text; sums of clusters are described as a family
const fields = Object.fromEntries(metadata.vector_layers.map(layer => [layer.id, layer.fields]));
const met = Object.fromEntries(names.map(name => [name, new Set()]));
const types = { String: "string", Number: "number" };
function checkAttributes(layer, properties) {
    for (const [key, value] of Object.entries(properties)) {
        met[layer].add(key);
        if (layer === "projects" && /^(theme|region)_/.test(key)) expect(`type of ${key}`, "number", typeof value);
        else if (!(key in fields[layer])) fail(`${layer}: attribute ${key} is not described`);
        else expect(`type of ${layer} ${key}`, types[fields[layer][key].split(":")[0]], typeof value);
    }
}

const at = (lon, lat, z) => [Math.floor((lon + 180) / 360 * 2 ** z),
    Math.floor((1 - Math.asinh(Math.tan(lat * Math.PI / 180)) / Math.PI) / 2 * 2 ** z)];

for (let z = header.minZoom; z <= header.maxZoom; z++) {
    const [x0, y0] = at(header.minLon, header.maxLat, z), [x1, y1] = at(header.maxLon, header.minLat, z);
    const ids = Object.fromEntries(names.map(name => [name, new Set()]));
    let total = 0, clusters = 0;
    for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) {
        const found = await tiles.getZxy(z, x, y);
        if (!found) continue;
        const raw = Buffer.from(found.data);
        const tile = new VectorTile(new Pbf(raw[0] === 0x1f ? zlib.gunzipSync(raw) : raw));
        for (const name of Object.keys(tile.layers)) {
            const layer = tile.layers[name];
            expect(`version of ${name}`, 2, layer.version);
            expect(`extent of ${name}`, 4096, layer.extent);
            const seen = new Set();
            for (let i = 0; i < layer.length; i++) {
                const feature = layer.feature(i);
                if (seen.has(feature.id)) fail(`${z}/${x}/${y} ${name}: id ${feature.id} twice`);
                seen.add(feature.id);
                ids[name].add(feature.id);
                feature.loadGeometry();
                checkAttributes(name, feature.properties);
                if (name !== "projects") continue;
                const count = feature.properties.point_count ?? 1;
                total += count;
                clusters++;
                const regions = Object.entries(feature.properties).filter(([key]) => key.startsWith("region_"));
                if (count > 1) expect(`${z}/${x}/${y} regions of a cluster`, count, regions.reduce((sum, [, n]) => sum + n, 0));
            }
        }
    }
    const theirs = peer.getClusters([-180, -85, 180, 85], z);
    expect(`projects at zoom ${z}`, points.length, total);
    expect(`supercluster's projects at zoom ${z}`, total, theirs.reduce((sum, f) => sum + (f.properties.point_count ?? 1), 0));
    if (Math.abs(clusters - theirs.length) > Math.max(1, 0.02 * theirs.length)) fail(`clusters at zoom ${z}: supercluster ${theirs.length}, ours ${clusters}`);
    console.log(`zoom ${z}: ${clusters} points and clusters, supercluster ${theirs.length}`);
    if (z >= 4) {
        expect(`regions at zoom ${z}`, 16, ids.regions.size);
        expect(`districts at zoom ${z}`, 53, ids.districts.size);
        expect(`municipalities at zoom ${z}`, 396, ids.municipalities.size);
        expect(`ranks at zoom ${z}`, 4, ids.borders.size);
    }
    expect(`places at zoom ${z}`, 396, ids.places.size);
}
for (const name of names)
    for (const field of Object.keys(fields[name]))
        if (!met[name].has(field)) fail(`${name}: attribute ${field} is described, but no feature has it`);
process.exit(failures === 0 ? 0 : 1);
