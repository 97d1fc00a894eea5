// check-map-assets.mjs — glyphs and sprites of a published folder, read by others' code.   [tests]
//
//   node tests/npm/check-map-assets.mjs FOLDER
//
// Glyphs are decoded with npm's pbf, by the messages of fontnik's glyphs.proto; every stack that a style sheet names, as
// its specification resolves it, must have its ranges. Prints what is wrong and exits with 1.

import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { PbfReader } from "pbf";

const folder = process.argv[2];
const faults = [];
const expect = (holds, text) => holds || faults.push(text);

// ---- glyphs ----

function readGlyph(tag, glyph, pbf) {
    if (tag === 1) glyph.id = pbf.readVarint();
    else if (tag === 2) glyph.bitmap = pbf.readBytes();
    else if (tag === 3) glyph.width = pbf.readVarint();
    else if (tag === 4) glyph.height = pbf.readVarint();
    else if (tag === 5) glyph.left = pbf.readSVarint();
    else if (tag === 6) glyph.top = pbf.readSVarint();
    else if (tag === 7) glyph.advance = pbf.readVarint();
    else throw new Error(`glyph: field ${tag}`);
}

function readStack(tag, stack, pbf) {
    if (tag === 1) stack.name = pbf.readString();
    else if (tag === 2) stack.range = pbf.readString();
    else if (tag === 3) stack.glyphs.push(pbf.readMessage(readGlyph, {}));
    else throw new Error(`fontstack: field ${tag}`);
}

function readRange(bytes) {
    const stacks = new PbfReader(bytes).readFields((tag, all, pbf) => {
        if (tag !== 1) throw new Error(`glyphs: field ${tag}`);
        all.push(pbf.readMessage(readStack, { glyphs: [] }));
    }, []);
    if (stacks.length !== 1) throw new Error(`${stacks.length} fontstacks`);
    return stacks[0];
}

function checkGlyph(glyph, where) {
    const { id, bitmap, width, height, left, top, advance } = glyph;
    const size = bitmap ? bitmap.length : 0;
    const bytes = width && height ? (width + 6) * (height + 6) : 0;
    expect(size === bytes, `${where}: U+${id.toString(16)}: ${size} bytes of a bitmap of ${width} x ${height}`);
    // 24 pixels an em, and an ascender of 26: no letter is as high as three ems.
    expect(height <= 72 && top <= 10 && top >= -60 && Math.abs(left) < 120, `${where}: U+${id.toString(16)} lies far out`);
    expect(advance <= 24 * 14, `${where}: U+${id.toString(16)} is ${advance} wide`);
    // An edge is 191: outside of every glyph lies less, inside of one with an area more.
    if (bitmap) {
        const border = [...bitmap.subarray(0, width + 6), ...bitmap.subarray(bitmap.length - width - 6)];
        expect(Math.max(...border) < 191 - 60, `${where}: U+${id.toString(16)} touches the edge of its bitmap`);
    }
}

function checkRange(stack, name) {
    const where = `glyphs/${stack}/${name}`;
    const range = readRange(readFileSync(join(folder, where)));
    const [first, last] = name.replace(".pbf", "").split("-").map(Number);
    expect(range.name === stack, `${where}: is called ${range.name}`);
    expect(`${range.range}.pbf` === name, `${where}: has the range ${range.range}`);
    expect(first % 256 === 0 && last === first + 255, `${where}: no range of 256`);
    range.glyphs.forEach((glyph, i) => {
        expect(glyph.id >= first && glyph.id <= last, `${where}: holds U+${glyph.id.toString(16)}`);
        expect(i === 0 || range.glyphs[i - 1].id < glyph.id, `${where}: out of order`);
        checkGlyph(glyph, where);
    });
    return range.glyphs.length;
}

// From the font's own tables: units of 1000 an em, at 24 pixels; ascender 1069, rounded up 26.
const known = {
    "Noto Sans Regular": [
        [0x48, { width: 14, height: 18, top: 18 - 26, advance: 18 }], // H: 741 wide, 714 high, stems at 98 and 642
        [0x20, { width: 0, height: 0, advance: 6 }], // 260
    ],
};

function checkKnown(stack) {
    const { glyphs } = readRange(readFileSync(join(folder, "glyphs", stack, "0-255.pbf")));
    for (const [id, expected] of known[stack] ?? []) {
        const glyph = glyphs.find((one) => one.id === id);
        for (const [key, value] of Object.entries(expected))
            expect(glyph?.[key] === value, `${stack}: U+${id.toString(16)}: ${key} is ${glyph?.[key]}, not ${value}`);
    }
}

function fontsOf(value, found) {
    if (Array.isArray(value) && value.length && value.every((item) => typeof item === "string") && /^[A-Z]/.test(value[0]))
        found.add(value.join(","));
    else if (value && typeof value === "object") Object.values(value).forEach((item) => fontsOf(item, found));
}

// What the pages say in German, English and Arabic, presentation forms included.
const needed = ["0-255", "256-511", "1536-1791", "8192-8447", "64256-64511", "65024-65279"];
const stacks = readdirSync(join(folder, "glyphs"));
const wanted = new Set();
for (const name of readdirSync(join(folder, "style"))) {
    const sheet = JSON.parse(readFileSync(join(folder, "style", name), "utf8"));
    expect(sheet.glyphs === "glyphs/{fontstack}/{range}.pbf", `${name}: glyphs are at ${sheet.glyphs}`);
    expect(existsSync(join(folder, `${sheet.sprite}.json`)), `${name}: no sprite at ${sheet.sprite}`);
    for (const layer of sheet.layers) fontsOf(layer.layout?.["text-font"], wanted);
}
expect(wanted.size > 0, "no sheet names a font");
for (const stack of wanted)
    for (const range of needed)
        expect(existsSync(join(folder, "glyphs", stack, `${range}.pbf`)), `no glyphs/${stack}/${range}.pbf`);
let count = 0;
for (const stack of stacks) {
    for (const name of readdirSync(join(folder, "glyphs", stack))) count += checkRange(stack, name);
    checkKnown(stack);
}

// ---- sprites ----

const pngSize = (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

function checkSprite(suffix, ratio) {
    const images = JSON.parse(readFileSync(join(folder, `sprites/ideenkarte${suffix}.json`), "utf8"));
    const [width, height] = pngSize(readFileSync(join(folder, `sprites/ideenkarte${suffix}.png`)));
    const taken = new Uint8Array(width * height);
    for (const [name, image] of Object.entries(images)) {
        expect(image.pixelRatio === ratio, `${name}${suffix}: pixelRatio ${image.pixelRatio}`);
        expect(image.x >= 0 && image.y >= 0 && image.x + image.width <= width && image.y + image.height <= height,
            `${name}${suffix}: outside the sheet`);
        for (let y = image.y; y < image.y + image.height; y++)
            for (let x = image.x; x < image.x + image.width; x++)
                if (taken[y * width + x]++) return void faults.push(`${name}${suffix}: lies on another image`);
    }
    return images;
}

const once = checkSprite("", 1);
const twice = checkSprite("@2x", 2);
expect(Object.keys(once).length >= 10 && Object.keys(once).join() === Object.keys(twice ?? {}).join(), "sheets of different images");
for (const [name, image] of Object.entries(twice ?? {}))
    expect(image.width === 2 * once[name].width && image.height === 2 * once[name].height, `${name}@2x: not twice as large`);

for (const fault of faults.slice(0, 20)) console.error(fault);
if (faults.length === 0) console.log(`${count} glyphs of ${stacks.length} stacks, ${Object.keys(once).length} images`);
process.exit(faults.length > 0 ? 1 : 0);
