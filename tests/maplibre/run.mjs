// run.mjs [PROGRAM] [--only WORD] — the same styles and tiles drawn by us and by MapLibre GL JS in Chromium.   [tests]
//
// Ours comes from `ideenkarte render --style`, theirs from the canvas of the browser; both read one PMTiles file.
// pixelmatch counts the pixels that differ (threshold 0.1, what is smoothed on an edge left out): 99.5 % must be equal.
// Pictures and differences are kept in build/maplibre. The last line: N passed, N failed, N skipped.

import {spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

import {missing, launch} from '../web/browser.mjs';
import {STYLES, VIEWS} from './cases.mjs';
import {serve} from './server.mjs';

const SIZE = 512;
const EQUAL = 0.995;
const source = fileURLToPath(new URL('../..', import.meta.url));
const work = path.join(source, 'build/maplibre');
const words = process.argv.slice(2);
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : '';
const program = path.resolve(words.find((word) => !word.startsWith('--') && word !== only) ?? path.join(source, 'build/ci/ideenkarte'));
const tools = createRequire(path.join(source, 'tests/npm/package.json'));

function run(...args) {
    const made = spawnSync(program, args, {encoding: 'utf8'});
    if (made.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${made.stderr}`);
}

/** A published map with vector tiles; raster tiles of two zooms, which nobody looks at. */
function publish() {
    const workspace = path.join(work, 'workspace'), folder = path.join(work, 'map');
    rmSync(folder, {recursive: true, force: true});
    mkdirSync(workspace, {recursive: true});
    copyFileSync(path.join(source, 'examples/das-machen-wir/projects.csv'), path.join(workspace, 'projects.csv'));
    writeFileSync(path.join(workspace, 'ideenkarte.conf'), '[map]\ntitle=Test\n[tiles]\nzoom=5-5\nstyles=light\n');
    run('build', workspace, '-o', folder, '--quiet', '--allow-rejects');
    return folder;
}

/** `base` is where the published folder is. Only images ask for the sprite. */
const style = (layers, tiles, base) => ({
    version: 8, sources: {tiles}, layers,
    ...(layers.some(({layout}) => layout?.['icon-image']) && {sprite: `${base}sprites/ideenkarte`}),
});

function drawOurs(name, layers, view, archive) {
    const sheet = path.join(work, `${name}.json`), picture = path.join(work, `${name}-ours.png`);
    writeFileSync(sheet, JSON.stringify(style(layers, {type: 'vector', url: path.relative(work, archive)}, 'map/'), null, 1));
    run('render', '--style', sheet, '--center', view.center.join(','), '--zoom', `${view.zoom}`, '--size', `${SIZE}x${SIZE}`, picture, '--quiet');
    return tools('pngjs').PNG.sync.read(readFileSync(picture));
}

async function drawTheirs(page, name, layers, view, address) {
    const tiles = {type: 'vector', tiles: [`${address}tiles/{z}/{x}/{y}`], minzoom: 0, maxzoom: 14};
    const drawn = await page.evaluate(([sheet, center, zoom]) => window.draw(sheet, center, zoom, []), [style(layers, tiles, address), view.center, view.zoom]);
    const bytes = Buffer.from(drawn.picture.split(',')[1], 'base64');
    writeFileSync(path.join(work, `${name}-theirs.png`), bytes);
    return tools('pngjs').PNG.sync.read(bytes);
}

async function differing(name, ours, theirs) {
    const {default: pixelmatch} = await import(pathToFileURL(tools.resolve('pixelmatch')));
    const {PNG} = tools('pngjs');
    if (ours.width !== theirs.width || ours.height !== theirs.height)
        throw new Error(`${name}: ${ours.width}x${ours.height} against ${theirs.width}x${theirs.height}`);
    const diff = new PNG({width: SIZE, height: SIZE});
    const n = pixelmatch(ours.data, theirs.data, diff.data, SIZE, SIZE, {threshold: 0.1});
    writeFileSync(path.join(work, `${name}-diff.png`), PNG.sync.write(diff));
    return n;
}

async function compareAll() {
    mkdirSync(work, {recursive: true});
    const archive = path.join(publish(), 'data/ideenkarte.pmtiles');
    const server = await serve(archive, path.join(work, 'map'));
    const browser = await launch();
    let passed = 0, failed = 0;
    try {
        const page = await (await browser.newContext({viewport: {width: SIZE, height: SIZE}})).newPage();
        page.on('pageerror', (error) => console.error(`page: ${error.message}`));
        await page.goto(server.address);
        await page.waitForFunction('window.ready');
        const other = await drawTheirs(page, 'other', STYLES.fills, VIEWS[1], server.address);
        const unlike = 1 - (await differing('other', drawOurs('other', STYLES.lines, VIEWS[1], archive), other)) / (SIZE * SIZE);
        console.log(`${unlike < EQUAL ? 'ok  ' : 'FAIL'} two styles: ${(unlike * 100).toFixed(2)} % of the pixels equal, which is not enough`);
        unlike < EQUAL ? passed++ : failed++;
        for (const [kind, layers] of Object.entries(STYLES))
            for (const view of VIEWS) {
                const name = `${kind}-z${view.zoom}`;
                if (!name.includes(only)) continue;
                const ours = drawOurs(name, layers, view, archive);
                const theirs = await drawTheirs(page, name, layers, view, server.address);
                const equal = 1 - (await differing(name, ours, theirs)) / (SIZE * SIZE);
                const good = equal >= EQUAL;
                console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: ${(equal * 100).toFixed(2)} % of the pixels equal`);
                good ? passed++ : failed++;
            }
    } finally {
        await browser.close();
        await server.close();
    }
    return {passed, failed};
}

const why = missing() ?? (existsSync(program) ? undefined : `no ${program}`);
if (why) {
    console.log(`skipped: ${why}`);
    console.log('0 passed, 0 failed, 1 skipped');
} else {
    const {passed, failed} = await compareAll();
    console.log(`${passed} passed, ${failed} failed, 0 skipped`);
    process.exit(failed > 0 ? 1 : 0);
}
