// browser.mjs — Debian's Chromium for the tests: drawn by software, with a profile of its own, and
// asking nobody but the server of the test. What a page logs or asks for elsewhere is kept.

import {createRequire} from 'node:module';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const tools = createRequire(fileURLToPath(new URL('../npm/package.json', import.meta.url)));

export const EXECUTABLE = process.env.IK_CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
    '--no-sandbox',
    '--disable-gpu',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--force-color-profile=srgb',
];

/** Why there is no browser to test with; undefined when there is one. */
export function missing() {
    if (!existsSync(EXECUTABLE)) return 'no chromium';
    try {
        tools.resolve('playwright-core');
    } catch {
        return 'no tests/npm/node_modules';
    }
    return undefined;
}

export async function launch({webgl = true} = {}) {
    const {chromium} = tools('playwright-core');
    const args = webgl ? FLAGS : [...FLAGS.filter((flag) => !/angle|swiftshader|blocklist/.test(flag)), '--disable-3d-apis'];
    return chromium.launch({executablePath: EXECUTABLE, headless: true, args});
}

export const axeSource = () => tools('axe-core').source;
export const htmlValidate = () => tools('html-validate');

/** Sizes of the journeys. */
export const DESKTOP = {viewport: {width: 1366, height: 800}};
export const PHONE = {viewport: {width: 390, height: 780}, deviceScaleFactor: 2, isMobile: true, hasTouch: true};

/** A page that may ask `origin` alone. `faults` fills up with whatever it should not have done. */
export async function openPage(browser, origin, options = {}) {
    const context = await browser.newContext({locale: 'de-DE', ...options});
    const faults = [];
    const requests = [];
    await context.route('**/*', (route) => {
        const address = route.request().url();
        if (isOwn(address, origin)) return route.continue();
        faults.push(`foreign request: ${address}`);
        return route.abort();
    });
    const page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !isNoise(message.text())) faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    });
    return {context, page, faults, requests, close: () => context.close()};
}

function isOwn(address, origin) {
    return address.startsWith(origin) || /^(data|blob):/.test(address);
}

/** What the software renderer says about itself. */
function isNoise(text) {
    return /GPU stall|GL Driver Message|swiftshader|software WebGL/i.test(text);
}

/** Until list and map stand. */
export async function settled(page) {
    await page.waitForSelector('html[data-list=ready][data-map]', {state: 'attached', timeout: 60_000});
}
