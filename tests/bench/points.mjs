// points.mjs MUNICIPALITIES.geojson N: a projects.csv with N seeded points inside NRW, for measurements.
import { readFileSync } from "node:fs";

const [, , file, count] = process.argv;
const features = JSON.parse(readFileSync(file, "utf8")).features;
let seed = 20161019;
const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
};
const inRing = (ring, [x, y]) => {
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i], [xj, yj] = ring[j];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
};
const outer = f => (f.geometry.type === "Polygon" ? f.geometry.coordinates : f.geometry.coordinates[0])[0];
console.log("id,title,lon,lat,themes");
for (let i = 0; i < +count; ) {
    const ring = outer(features[Math.floor(random() * features.length)]);
    const xs = ring.map(p => p[0]), ys = ring.map(p => p[1]);
    const low = [Math.min(...xs), Math.min(...ys)], high = [Math.max(...xs), Math.max(...ys)];
    const p = [low[0] + random() * (high[0] - low[0]), low[1] + random() * (high[1] - low[1])];
    if (inRing(ring, p)) console.log(`p${++i},Projekt ${i},${p[0].toFixed(6)},${p[1].toFixed(6)},work`);
}
