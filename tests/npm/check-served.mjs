// check-served.mjs — what a map in the browser would fetch from a preview is there.   [tests]
//
//   node tests/npm/check-served.mjs URL FOLDER
//
// Follows every style sheet of the site as MapLibre does: sprite, glyph ranges for every character of the labels, the
// archive by range requests through npm's pmtiles. Every answer must be 200 or 206 and hold the bytes of FOLDER.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PbfReader } from "pbf";
import { FetchSource, PMTiles } from "pmtiles";
import { VectorTile } from "@mapbox/vector-tile";

const [root, folder] = process.argv.slice(2);
const faults = [];
const expect = (holds, text) => holds || faults.push(text);
let requests = 0;
let partial = 0;

// Counts what goes out, pmtiles' requests too.
const plainFetch = globalThis.fetch;
globalThis.fetch = async (address, options) => {
    const answer = await plainFetch(address, options);
    requests++;
    partial += answer.status === 206;
    expect([200, 206].includes(answer.status), `${address}: ${answer.status}`);
    return answer;
};

async function get(path, type) {
    const answer = await fetch(new URL(path, root));
    const bytes = Buffer.from(await answer.arrayBuffer());
    const file = readFileSync(join(folder, decodeURIComponent(path)));
    expect(bytes.equals(file), `${path}: other bytes`);
    expect(answer.headers.get("content-type") === type, `${path}: is ${answer.headers.get("content-type")}`);
    return bytes;
}

/** The characters of all names in the tiles of the lower zooms, and whether each tile is that of the folder. */
async function readArchive(path) {
    const archive = new PMTiles(new FetchSource(new URL(path, root).href));
    const header = await archive.getHeader();
    const characters = new Set();
    let tiles = 0;
    for (let z = 0; z <= Math.min(header.maxZoom, 7); z++) {
        const n = 2 ** z;
        const column = (lon) => Math.floor((lon + 180) / 360 * n);
        const row = (lat) => Math.floor((1 - Math.asinh(Math.tan(lat * Math.PI / 180)) / Math.PI) / 2 * n);
        for (let x = column(header.minLon); x <= column(header.maxLon); x++)
            for (let y = row(header.maxLat); y <= row(header.minLat); y++) {
                const tile = await archive.getZxy(z, x, y);
                if (!tile) continue;
                tiles++;
                const layers = Object.values(new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers);
                for (const layer of layers)
                    for (let i = 0; i < layer.length; i++)
                        for (const value of Object.values(layer.feature(i).properties))
                            for (const character of String(value)) characters.add(character.codePointAt(0));
            }
    }
    expect(tiles > 5, `${path}: ${tiles} tiles`);
    return characters;
}

function fontsOf(value, found) {
    if (Array.isArray(value) && value.length && value.every((item) => typeof item === "string") && /^[A-Z]/.test(value[0]))
        found.add(value.join(","));
    else if (value && typeof value === "object") Object.values(value).forEach((item) => fontsOf(item, found));
}

async function followSheet(name) {
    const sheet = JSON.parse(await get(`style/${name}`, "application/json"));
    for (const suffix of ["", "@2x"]) {
        await get(`${sheet.sprite}${suffix}.json`, "application/json");
        await get(`${sheet.sprite}${suffix}.png`, "image/png");
    }
    const fonts = new Set();
    for (const layer of sheet.layers) fontsOf(layer.layout?.["text-font"], fonts);
    expect(fonts.size > 0, `${name}: no fonts`);
    const archives = Object.values(sheet.sources).filter((source) => source.url?.startsWith("pmtiles://"));
    expect(archives.length > 0, `${name}: no archive`);
    for (const { url } of archives) {
        const ranges = new Set([...(await readArchive(url.slice("pmtiles://".length)))].map((one) => Math.floor(one / 256)));
        expect(ranges.has(0), `${name}: no letters in the tiles`);
        for (const stack of fonts)
            for (const range of ranges)
                await get(sheet.glyphs.replace("{fontstack}", encodeURIComponent(stack))
                    .replace("{range}", `${range * 256}-${range * 256 + 255}`), "application/x-protobuf");
    }
}

const sheets = readdirSync(join(folder, "style"));
for (const name of sheets) await followSheet(name);
expect(partial > 5, `${partial} answers were parts`);
const page = await fetch(root, { headers: { "accept-encoding": "gzip" } });
expect((await page.text()).startsWith("<!"), "no page");
const one = await plainFetch(new URL("style/" + sheets[0], root), { headers: { range: "bytes=0-9" } });
expect(one.status === 206 && (await one.arrayBuffer()).byteLength === 10, "no range of a style sheet");

for (const fault of faults.slice(0, 20)) console.error(fault);
if (faults.length === 0) console.log(`${sheets.length} sheets, ${requests} requests, ${partial} of them for ranges`);
process.exit(faults.length > 0 ? 1 : 0);
