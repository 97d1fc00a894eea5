// compare-labels.mjs — labels stand where MapLibre GL JS puts them.   [tests]
//
//   node tests/npm/compare-labels.mjs PROGRAM GLYPHS MAPLIBRE OUT
//
// PROGRAM is ideenkarte, GLYPHS a folder of glyph files of Noto Sans, MAPLIBRE the folder dist of npm's maplibre-gl;
// pictures of both go to OUT. The names of the 396 municipalities are drawn in many ways at several zooms, each name
// in a colour of its own, so that the box of a colour is the place of its name. Of all names that either shows, at
// least 90 % must be shown by both, and of these 90 % within two CSS pixels; in no way of labelling fewer than 80 %: a
// hair's breadth that decides for one name moves those around it. Names at the edge of the picture do not count: a
// browser makes no room for what lies outside its window.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [program, glyphs, maplibre, out] = process.argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const WIDTH = 1024, HEIGHT = 768, RATIO = 2, LEAST = 0.9, LEAST_EACH = 0.8, NEAR_PX = 2;
const CENTER = [7.3, 51.45];

const color = (i) => {
    const parts = [i * 37 % 200, Math.floor(i / 3) * 53 % 200, i * 91 % 200];
    return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
};

function readPlaces() {
    const [head, ...rows] = readFileSync(join(here, "../../geodata/municipalities.csv"), "utf8").trim().split("\n")
        .map((line) => line.split(","));
    const column = (name) => head.indexOf(name);
    return rows.map((row, i) => ({
        type: "Feature", id: i + 1,
        geometry: {type: "Point", coordinates: [+row[column("lon")], +row[column("lat")]]},
        properties: {name: row[column("name")], population: +row[column("population")], color: color(i + 1)},
    }));
}

/** A bow of 280 by 16 CSS pixels at `zoom` around each place, every one in another direction, each second one from right to left. */
function bows(zoom) {
    const degrees = 360 / (512 * 2 ** zoom), steps = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
    return places.map((place, i) => {
        const [lon, lat] = place.geometry.coordinates, turn = i * 2.4;
        const at = (step) => {
            const along = step * 35, across = step * step - 8;
            return [lon + degrees * (along * Math.cos(turn) - across * Math.sin(turn)),
                    lat + degrees * Math.cos(lat * Math.PI / 180) * (along * Math.sin(turn) + across * Math.cos(turn))];
        };
        return {...place, geometry: {type: "LineString", coordinates: steps.map(at)}};
    });
}

// Ways to label: layout properties and the zooms to look at. Along lines it is the middle that both take; other places
// along a line are counted from its middle here, from its beginning in the tile there.
const WAYS = {
    centred: [{}, [6, 7.5, 9]],
    wrapped: [{"text-max-width": 4, "text-justify": "left", "text-anchor": "top", "text-offset": [0, 0.5]}, [7.5, 9]],
    variable: [{"text-variable-anchor": ["top", "bottom", "left", "right", "top-left"], "text-radial-offset": 0.5,
                "text-justify": "auto"}, [6, 7.5, 9]],
    own: [{"text-variable-anchor-offset": ["top", [0, 1], "left", [2, 0], "bottom-right", [-0.5, -0.5]]}, [7.5]],
    spaced: [{"text-letter-spacing": 0.15, "text-transform": "uppercase", "text-anchor": "bottom-right"}, [7.5]],
    growing: [{"text-size": ["interpolate", ["linear"], ["zoom"], 6, 12, 12, 24], "text-padding": 6}, [6, 7.5, 9]],
    sections: [{"text-field": ["format", ["get", "name"], {}, "\n", {}, ["to-string", ["get", "population"]],
                               {"font-scale": 0.7}],
                "text-anchor": "left", "text-offset": [0.5, 0], "text-justify": "auto"}, [7.5]],
    turned: [{"text-rotate": 30}, [7.5]],
    along: [{"symbol-placement": "line-center", "text-size": 15}, [7.5, 9]],
    beside: [{"symbol-placement": "line-center", "text-size": 14, "text-offset": [0, -1], "text-letter-spacing": 0.1}, [7.5, 9]],
    downwards: [{"symbol-placement": "line-center", "text-size": 14, "text-keep-upright": false}, [9]],
};

const places = readPlaces();
const colors = places.map((place) => place.properties.color);

// Tiles of zoom 5 hold all of North Rhine-Westphalia in one, so that no line is cut.
const ONE_TILE = 5;

function makeStyle(layout, zoom, root) {
    const features = "symbol-placement" in layout ? bows(zoom) : places;
    return {
        version: 8, center: CENTER, zoom, glyphs: `${root}/glyphs/{fontstack}/{range}.pbf`,
        sources: {places: {type: "geojson", data: {type: "FeatureCollection", features},
                           ...("symbol-placement" in layout && {maxzoom: ONE_TILE})}},
        layers: [
            {id: "ground", type: "background", paint: {"background-color": "#ffffff"}},
            {id: "names", type: "symbol", source: "places",
             layout: {"text-field": ["get", "name"], "text-font": ["Noto Sans Bold"], "text-size": 18,
                      "symbol-sort-key": ["-", 0, ["get", "population"]], ...layout},
             paint: {"text-color": ["get", "color"]}},
        ],
    };
}

/** Pages, the library and glyphs, on this machine only. */
function serve() {
    const FOLDERS = {maplibre, glyphs, page: here};
    const server = createServer((request, response) => {
        const [, folder, ...rest] = decodeURIComponent(request.url.split("?")[0]).split("/");
        try {
            const bytes = readFileSync(join(FOLDERS[folder], ...rest));
            const type = rest.at(-1).endsWith("js") ? "text/javascript" : rest.at(-1).endsWith("html") ? "text/html"
                : "application/octet-stream";
            response.writeHead(200, {"content-type": type}).end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });
    return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const middle = (box) => [(box[0] + box[2]) / 2 / RATIO, (box[1] + box[3]) / 2 / RATIO];
const isAtEdge = (box) => box !== null && (box[0] < 4 || box[1] < 4 || box[2] > WIDTH * RATIO - 5
    || box[3] > HEIGHT * RATIO - 5);

function compare(reference, ours) {
    const count = {both: 0, near: 0, only: 0};
    reference.forEach((box, i) => {
        if (isAtEdge(box) || isAtEdge(ours[i]) || (box === null && ours[i] === null))
            return;
        if (box === null || ours[i] === null) {
            count.only++;
            return;
        }
        const [x, y] = middle(box), [u, v] = middle(ours[i]);
        count.both++;
        count.near += Math.abs(u - x) <= NEAR_PX && Math.abs(v - y) <= NEAR_PX;
    });
    return count;
}

async function look(page, name, layout, zoom, root) {
    const style = makeStyle(layout, zoom, root);
    const stem = join(out, `${name}-${zoom}`);
    writeFileSync(`${stem}.json`, JSON.stringify(style));
    execFileSync(program, ["render", "--style", `${stem}.json`, "--size", `${WIDTH}x${HEIGHT}`, "--pixel-ratio",
                           String(RATIO), `${stem}-ours.png`]);
    const url = await page.evaluate((drawn) => window.draw(drawn), style);
    writeFileSync(`${stem}-reference.png`, Buffer.from(url.split(",")[1], "base64"));
    const ours = `data:image/png;base64,${readFileSync(`${stem}-ours.png`).toString("base64")}`;
    const boxes = [];
    for (const picture of [url, ours])
        boxes.push(await page.evaluate(([from, of]) => window.boxes(from, of), [picture, colors]));
    return compare(...boxes);
}

mkdirSync(out, {recursive: true});
const server = await serve();
const root = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
});
const total = {both: 0, near: 0, only: 0};
const isEnough = ({both, near, only}, least) => both >= 10 && both >= least * (both + only) && near >= least * both;
let faults = 0;
try {
    const page = await browser.newPage({viewport: {width: WIDTH, height: HEIGHT}, deviceScaleFactor: RATIO});
    await page.goto(`${root}/page/compare-labels.html`);
    await page.waitForFunction("window.isReady");
    for (const [name, [layout, zooms]] of Object.entries(WAYS))
        for (const zoom of zooms) {
            const count = await look(page, name, layout, zoom, root);
            const isFine = isEnough(count, LEAST_EACH);
            faults += !isFine;
            for (const key of Object.keys(total))
                total[key] += count[key];
            console.log(`${name} at zoom ${zoom}: ${count.both} in both, ${count.near} within ${NEAR_PX} px, `
                + `${count.only} in one only${isFine ? "" : " — too far apart"}`);
        }
} finally {
    await browser.close();
    server.close();
}
console.log(`all: ${total.both} in both, ${total.near} within ${NEAR_PX} px, ${total.only} in one only`);
process.exit(faults > 0 || !isEnough(total, LEAST) ? 1 : 0);
