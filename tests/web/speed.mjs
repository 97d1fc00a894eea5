// speed.mjs — weight of the page and figures of 2,000 projects on a slow phone and of 50,000. Times are
// printed and never fail: machines are noisy. Bytes do.

import assert from 'node:assert/strict';
import {loadavg} from 'node:os';

import {DESKTOP, PHONE, openPage, settled} from './browser.mjs';
import {picture} from './journeys.mjs';

const BUDGET = 450 * 1024;
/** 1.6 Mbit/s both ways would flatter nobody: up 0.75, as in the "slow 4G" of the browser's own tools. */
const SLOW = {offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8};

export function speedCases() {
    return [
        {name: 'speed: 2,000 projects weigh at most 450 kB without tiles', run: weight},
        {name: 'speed: 2,000 projects, 4x slower processor, 1.6 Mbit/s', run: slowPhone},
        {name: 'speed: 50,000 projects', run: crowd},
    ];
}

/** Opens `map`; `act` gets the page and what the server sent. */
async function measured(around, map, options, prepare, act) {
    const server = await around.serve(around.folderOf(map));
    const browser = await around.launch();
    try {
        const opened = await openPage(browser, server.address, options);
        // The guard of the requests costs time of its own.
        await opened.context.unroute('**/*');
        const tools = await opened.context.newCDPSession(opened.page);
        await prepare(tools);
        await opened.page.goto(`${server.address}index.html`);
        await settled(opened.page);
        console.log(`           load average of the machine ${loadavg()[0].toFixed(1)}`);
        await act(opened.page, server.sent);
        assert.deepEqual(opened.faults, []);
    } finally {
        await browser.close();
        await server.close();
    }
}

const isTile = (name) => /\.pmtiles$|\/tiles\//.test(name);

async function weight(around) {
    await measured(around, 'many', PHONE, async () => {}, async (page, wire) => {
        await page.waitForTimeout(1500);
        const files = [...wire].filter(([name]) => !isTile(name)).sort((a, b) => b[1] - a[1]);
        const sum = files.reduce((all, [, bytes]) => all + bytes, 0);
        const tiles = [...wire].filter(([name]) => isTile(name)).reduce((all, [, bytes]) => all + bytes, 0);
        for (const [name, bytes] of files.slice(0, 12)) console.log(`           ${(bytes / 1024).toFixed(1).padStart(7)} kB  ${name}`);
        console.log(`           ${(sum / 1024).toFixed(1).padStart(7)} kB without tiles; tiles ${(tiles / 1024).toFixed(1)} kB`);
        assert.ok(sum <= BUDGET, `${(sum / 1024).toFixed(1)} kB`);
    });
}

async function slowPhone(around) {
    const slow = async (tools) => {
        await tools.send('Network.emulateNetworkConditions', SLOW);
        await tools.send('Emulation.setCPUThrottlingRate', {rate: 4});
    };
    await measured(around, 'many', PHONE, slow, async (page) => {
        const at = await marks(page);
        const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
        console.log(`           first paint ${ms(paint)}, picture of the map ${ms(await pictureShown(page))}, list ${ms(at['list-ready'])}`);
        console.log(`           map that moves, all drawn ${ms(at['map-ready'])}`);
        console.log(`           filter ${await filterTimes(page)}`);
        await picture(around, page, 'many-phone');
    });
}

async function crowd(around) {
    await measured(around, 'crowd', DESKTOP, async () => {}, async (page) => {
        const at = await marks(page);
        console.log(`           map ${ms(at['map-ready'])}, list ${ms(at['list-ready'])}`);
        console.log(`           filter ${await filterTimes(page)}`);
        console.log(`           panning and zooming: ${await frames(page)}`);
        await picture(around, page, 'crowd');
    });
}

const ms = (time) => `${Math.round(time ?? NaN)} ms`;

function marks(page) {
    return page.evaluate(() => Object.fromEntries(performance.getEntriesByType('mark').map(({name, startTime}) => [name, startTime])));
}

/** When the picture was painted that stands where the map will move. */
function pictureShown(page) {
    return page.evaluate(
        () =>
            new Promise((resolve) => {
                new PerformanceObserver((list) =>
                    resolve(list.getEntries().find(({url}) => /\/images\/map[^/]*$/.test(url))?.startTime),
                ).observe({type: 'largest-contentful-paint', buffered: true});
                setTimeout(resolve, 1000);
            }),
    );
}

/** From the click until list and buttons are as they should be, and until the next picture is shown. */
async function filterTimes(page) {
    const times = [];
    for (const theme of ['language', 'work', 'training']) {
        times.push(
            await page.evaluate(async (key) => {
                const began = performance.now();
                document.querySelector(`.chip[data-theme=${key}]`).click();
                const done = performance.now();
                await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
                return [done - began, performance.now() - began];
            }, theme),
        );
        await page.waitForTimeout(1500);
    }
    return times.map(([done, shown]) => `${done.toFixed(0)} ms (shown after ${shown.toFixed(0)} ms)`).join(', ');
}

/** How long pictures of the moving map take. */
async function frames(page) {
    const box = await page.locator('.map-canvas').boundingBox();
    await page.evaluate(() => {
        const times = (globalThis.frameTimes = []);
        let last = performance.now();
        const next = (now) => (times.push(now - last), (last = now), requestAnimationFrame(next));
        requestAnimationFrame(next);
    });
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let i = 0; i < 6; i++) {
        await page.mouse.wheel(0, i < 3 ? -240 : 240);
        await page.waitForTimeout(350);
    }
    await page.mouse.down();
    for (let i = 0; i < 20; i++) await page.mouse.move(box.x + box.width / 2 + i * 8, box.y + box.height / 2 + i * 3);
    await page.mouse.up();
    const times = (await page.evaluate(() => globalThis.frameTimes)).sort((a, b) => a - b);
    const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(0);
    return `${times.length} frames, median ${at(0.5)} ms, 95 % below ${at(0.95)} ms (drawn by the processor)`;
}
