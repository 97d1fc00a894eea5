// policy.mjs — what must hold whatever visitors and registrants do: no request leaves the site, no
// script of strangers runs, and the page is of use without script, WebGL and range requests.

import assert from 'node:assert/strict';

import {DESKTOP, PHONE, openPage, settled} from './browser.mjs';
import {LANGUAGES, picture, visit} from './journeys.mjs';

export function policyCases() {
    return [
        {name: 'policy: no part of the page is loaded from elsewhere', run: policyIsStrict},
        {name: 'policy: a foreign request is noticed', run: foreignIsNoticed},
        {name: 'policy: without script there are map, list and pages', run: withoutScript},
        {name: 'policy: without WebGL the map is drawn from pictures', run: withoutWebGl},
        {name: 'policy: without range requests the map is drawn from pictures', run: withoutRanges},
        {name: 'policy: the program serves its own map', run: byTheProgram},
        {name: 'policy: nothing that projects say is run', run: attacks},
    ];
}

async function policyIsStrict(around) {
    await visit(around, 'example', DESKTOP, 'index.html', async (page, {requests, server}) => {
        await settled(page);
        const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
        assert.doesNotMatch(policy, /unsafe|https?:|\*/);
        assert.match(policy, /default-src 'none'/);
        assert.ok(requests.length > 8);
        for (const request of requests) assert.ok(request.startsWith(server.address) || /^(data|blob):/.test(request), request);
    });
}

/** The guard of every test here can fail. */
async function foreignIsNoticed(around) {
    const server = await around.serve(around.folderOf('example'));
    const browser = await around.launch();
    try {
        const {page, faults} = await openPage(browser, server.address, {...DESKTOP, bypassCSP: true});
        await page.goto(`${server.address}404.html`);
        await page.evaluate(() => fetch('https://tracker.example.org/').catch(() => undefined));
        assert.ok(faults.some((fault) => fault.includes('tracker.example.org')));
    } finally {
        await browser.close();
        await server.close();
    }
}

async function withoutScript(around) {
    for (const [language, folder] of Object.entries(LANGUAGES))
        await visit(around, 'example', {...PHONE, javaScriptEnabled: false}, `${folder}index.html`, async (page) => {
            assert.equal(await page.locator('.map picture img').isVisible(), true);
            assert.equal(await page.locator('#list li.project').count(), 89);
            await picture(around, page, `plain-${language}`);
            await page.locator('#list li.project a').first().click();
            assert.equal(await page.locator('h1').count(), 1);
            await page.goBack();
            await page.locator('#list h3 a').first().click();
            assert.ok((await page.locator('li.project').count()) >= 4);
        });
}

async function isDrawnFromPictures(around, options) {
    await visit(around, 'example', options, 'index.html', async (page) => {
        await settled(page);
        assert.equal(await page.locator('html').getAttribute('data-map'), 'raster');
        const drawn = () => page.locator('.raster-tiles img').evaluateAll((images) => images.filter((image) => image.naturalWidth === 256).length);
        await page.waitForTimeout(1500);
        assert.ok((await drawn()) >= 4);
        await picture(around, page, 'raster');
        await page.locator('.raster').focus();
        await page.keyboard.press('+');
        await page.keyboard.press('ArrowRight');
        assert.match(page.url(), /z=/);
        await page.locator('.card').nth(3).click();
        await page.locator('.panel .facts').waitFor();
        await page.locator('.panel-back').click();
        await page.locator('.chip[data-theme=language]').click();
        await page.waitForTimeout(1000);
        await picture(around, page, 'raster-filtered');
    });
}

const withoutWebGl = (around) => isDrawnFromPictures(around, {context: DESKTOP, browser: {webgl: false}});
const withoutRanges = (around) => isDrawnFromPictures(around, {context: DESKTOP, server: {ranges: false}});

async function byTheProgram(around) {
    const {spawn} = await import('node:child_process');
    const program = spawn(around.program, ['serve', '--port=0', '--lang=en', around.folderOf('example')], {stdio: ['ignore', 'pipe', 'pipe']});
    const browser = await around.launch();
    try {
        const address = await new Promise((resolve, reject) => {
            let said = '';
            const hear = (data) => {
                said += data;
                const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
                if (found) resolve(found[0]);
            };
            program.stdout.on('data', hear);
            program.stderr.on('data', hear);
            program.on('exit', () => reject(new Error(`it ended: ${said}`)));
        });
        const {page, faults} = await openPage(browser, address, DESKTOP);
        await page.goto(`${address}index.html`);
        await settled(page);
        assert.equal(await page.locator('html').getAttribute('data-map'), 'vector');
        assert.deepEqual(faults, []);
    } finally {
        await browser.close();
        program.kill('SIGTERM');
    }
}

/** Every project opened in the page, its own page, and the lists. */
async function attacks(around) {
    const server = await around.serve(around.folderOf('attacks'));
    const browser = await around.launch();
    try {
        const opened = await openPage(browser, server.address, DESKTOP);
        const ran = [];
        await opened.context.exposeFunction('attacked', () => ran.push('attacked'));
        const {page} = opened;
        page.on('dialog', (dialog) => (ran.push(dialog.message()), dialog.dismiss()));
        await page.goto(`${server.address}index.html`);
        await settled(page);
        const cards = async () => page.locator('.card').count();
        while (await page.locator('.more').isVisible()) await page.locator('.more').click();
        const count = await cards();
        assert.ok(count > 20, `${count} projects`);
        assert.deepEqual(await page.evaluate(openEach), []);
        const pages = await page.locator('.card').evaluateAll((links) => links.map((link) => link.href));
        for (const address of pages.slice(0, 40)) await page.goto(address);
        assert.deepEqual(ran, []);
        assert.deepEqual(opened.faults, []);
    } finally {
        await browser.close();
        await server.close();
    }
}

/** Runs in the page: opens every card and names what should not be in the panel. */
async function openEach() {
    const found = [];
    const count = document.querySelectorAll('.card').length;
    for (let i = 0; i < count; i++) {
        document.querySelectorAll('.card')[i].click();
        while (!document.querySelector('.panel .facts')) await new Promise((resolve) => setTimeout(resolve, 5));
        for (const element of document.querySelectorAll('.panel *')) {
            const isActive = /^(SCRIPT|IFRAME|OBJECT|EMBED|STYLE|FORM)$/.test(element.tagName);
            const acts = [...element.attributes].some(({name, value}) => /^on/.test(name) || /^\s*(javascript|data|vbscript):/i.test(value));
            if (isActive || acts) found.push(element.outerHTML.slice(0, 200));
        }
        document.querySelector('.panel-back').click();
    }
    return found;
}
