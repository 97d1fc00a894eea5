// check-tints.mjs STYLE.json PAGE.css — the region tints can be told apart by every eye, and the legend shows them.
//
// Colours are seen through the matrices of Machado, Oliveira and Fernandes (2009) for full protanopia, deuteranopia
// and tritanopia; the distance is CIE76 in CIELAB. Six is well above what an eye notices between two flat areas (about 2.3).
import { readFileSync } from "node:fs";

const [, , styleFile, cssFile] = process.argv;
const eyes = {
    normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const linear = v => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
const rgb = hex => [1, 3, 5].map(i => linear(parseInt(hex.slice(i, i + 2), 16)));
const through = (m, c) => m.map(row => Math.min(1, Math.max(0, row[0] * c[0] + row[1] * c[1] + row[2] * c[2])));
const lab = ([r, g, b]) => {
    const f = t => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
    const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047), y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const style = JSON.parse(readFileSync(styleFile, "utf8"));
const fill = style.layers.find(layer => layer.type === "fill" && layer["source-layer"] === "regions");
const tints = [...new Set(JSON.stringify(fill.paint["fill-color"]).match(/#[0-9a-f]{6}/g))];
const wrong = [];
if (tints.length !== 6) wrong.push(`${tints.length} tints instead of 6`);
for (const [name, matrix] of Object.entries(eyes))
    tints.forEach((a, i) => tints.slice(i + 1).forEach(b => {
        const distance = Math.hypot(...lab(through(matrix, rgb(a))).map((v, k) => v - lab(through(matrix, rgb(b)))[k]));
        if (distance < 6) wrong.push(`${a} and ${b} are ${distance.toFixed(1)} apart for ${name}`);
    }));
if (cssFile) {
    const known = new Set(readFileSync(styleFile, "utf8").match(/#[0-9a-f]{6}/g));
    for (const line of readFileSync(cssFile, "utf8").split("\n").filter(l => l.startsWith(".key-region") || l.startsWith(".key-border") || l.startsWith(".key-state")))
        for (const colour of line.match(/#[0-9a-f]{6}/g))
            if (!known.has(colour)) wrong.push(`the legend shows ${colour}, which is not in the style`);
}
wrong.forEach(line => console.log(line));
process.exit(wrong.length ? 1 : 0);
