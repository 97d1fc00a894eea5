// check-pmtiles.mjs FILE FOLDER: reads every tile of a PMTiles archive with npm's pmtiles and compares it with the file
// FOLDER/z/x/y.* of the same tile. Counts both sides; anything that is not the same fails.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { PMTiles } from "pmtiles";

const [file, folder] = process.argv.slice(2);
const handle = fs.openSync(file, "r");
const source = {
    getKey: () => file,
    getBytes: async (offset, length) => {
        const data = Buffer.alloc(length);
        const read = fs.readSync(handle, data, 0, length, offset);
        return { data: data.buffer.slice(data.byteOffset, data.byteOffset + read) };
    },
};
const archive = new PMTiles(source);
const header = await archive.getHeader();
await archive.getMetadata();
let tiles = 0;
let lowest = 99;
let highest = 0;
for (const z of fs.readdirSync(folder).filter((name) => /^\d+$/.test(name))) {
    for (const x of fs.readdirSync(path.join(folder, z))) {
        for (const name of fs.readdirSync(path.join(folder, z, x))) {
            const y = name.split(".")[0];
            const tile = await archive.getZxy(Number(z), Number(x), Number(y));
            let expected = fs.readFileSync(path.join(folder, z, x, name));
            if (expected[0] === 0x1f && expected[1] === 0x8b) expected = zlib.gunzipSync(expected);
            if (!tile || Buffer.compare(Buffer.from(tile.data), expected) !== 0) {
                console.error(`${file}: tile ${z}/${x}/${y} is not that of ${folder}`);
                process.exit(1);
            }
            tiles++;
            lowest = Math.min(lowest, Number(z));
            highest = Math.max(highest, Number(z));
        }
    }
}
if (tiles === 0 || header.numAddressedTiles !== tiles || header.minZoom !== lowest || header.maxZoom !== highest) {
    console.error(`${file}: ${header.numAddressedTiles} tiles, zooms ${header.minZoom} to ${header.maxZoom}; ` +
        `${folder}: ${tiles}, ${lowest} to ${highest}`);
    process.exit(1);
}
console.log(`${tiles} tiles are the same`);
