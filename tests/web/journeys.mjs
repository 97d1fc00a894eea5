// journeys.mjs — what visitors do, on a desktop and a phone, in each language.

import assert from 'node:assert/strict';
import path from 'node:path';

import {DESKTOP, PHONE, openPage, settled} from './browser.mjs';

export const LANGUAGES = {de: '', en: 'en/', ar: 'ar/', leicht: 'leicht/'};
const SIZES = {desktop: DESKTOP, phone: PHONE};

export function journeys() {
    const cases = [];
    for (const [language, folder] of Object.entries(LANGUAGES))
        for (const [size, options] of Object.entries(SIZES))
            cases.push({
                name: `journey: ${language}, ${size}: find by town, filter, open, share`,
                run: (around) => journey(around, language, folder, size, options),
            });
    cases.push(
        {name: 'journey: by keyboard alone', run: byKeyboard},
        {name: 'journey: projects on the map by keyboard', run: pointsByKeyboard},
        {name: 'journey: projects on the map of pictures by keyboard', run: picturePointsByKeyboard},
        {name: 'journey: photo, story, video in two clicks', run: storyAndVideo},
        {name: 'journey: near me, after consent', run: nearMe},
        {name: 'journey: back and forth in the history', run: history},
        {name: 'journey: a click on the map opens groups and projects', run: clickOnMap},
        {name: 'journey: an event on the map', run: openEvent},
        {name: 'journey: sources on the map, from right to left', run: sourcesInArabic},
        {name: 'journey: dark and light by the button', run: darkAndLight},
        {name: 'journey: embedded in another page', run: embedded},
        {name: 'journey: on paper', run: onPaper},
    );
    return cases;
}

/** Opens a page of a map, runs `act`, and fails when the page did anything it should not. */
export async function visit(around, map, options, address, act) {
    const server = await around.serve(around.folderOf(map), options.server ?? {});
    const browser = await around.launch(options.browser ?? {});
    try {
        const opened = await openPage(browser, server.address, options.context ?? options);
        await opened.page.goto(server.address + address);
        await act(opened.page, {...opened, server, browser});
        assert.deepEqual(opened.faults, [], 'the page logged errors or asked elsewhere');
    } finally {
        await browser.close();
        await server.close();
    }
}

export async function picture(around, page, name) {
    await page.screenshot({path: path.join(around.pictures, `${name}.png`)});
}

const count = (text) => Number(/\d+/.exec(text.replace(/[.,\s](?=\d{3})/g, ''))?.[0]);

async function heading(page) {
    return count(await page.locator('.results-heading').textContent());
}

/** Types into the search and takes the option that holds `name`. */
async function choose(page, typed, name) {
    await page.locator('#search').click();
    await page.keyboard.type(typed);
    await page.locator('#suggestions [role=option]', {hasText: name}).first().click();
}

async function journey(around, language, folder, size, options) {
    await visit(around, 'example', options, `${folder}index.html`, async (page, {context, server, faults}) => {
        await settled(page);
        assert.equal(await page.locator('html').getAttribute('data-map'), 'vector');
        assert.equal(await heading(page), 89);
        await picture(around, page, `home-${language}-${size}`);

        await choose(page, 'witte', 'Witten');
        await page.locator('.card', {hasText: 'Witten'}).first().waitFor();
        await page.waitForTimeout(1500);
        await picture(around, page, `town-${language}-${size}`);

        await page.locator('.chip[data-theme=language]').click();
        assert.equal(await page.locator('.chip[data-theme=language]').getAttribute('aria-pressed'), 'true');
        const first = page.locator('.card').first();
        const title = await first.locator('.card-title').textContent();
        await first.click();
        await page.locator('.panel .facts').waitFor();
        assert.equal(await page.locator('.panel-title').textContent(), title);
        assert.equal(await page.evaluate(() => document.activeElement?.className), 'panel-title');
        await page.waitForTimeout(600);
        await picture(around, page, `project-${language}-${size}`);
        await shareAndOpenAgain(page, context, title, server, faults);
    });
}

/** The address of what is seen shows the same elsewhere. */
async function shareAndOpenAgain(page, context, title) {
    const address = page.url();
    assert.match(address, /[#&]t=language/);
    assert.match(address, /[#&]o=Witten/);
    assert.match(address, /[#&]p=/);
    const other = await context.newPage();
    await other.goto(address);
    await settled(other);
    await other.locator('.panel .facts').waitFor();
    assert.equal(await other.locator('.panel-title').textContent(), title);
    assert.equal(await other.locator('.chip[data-theme=language]').getAttribute('aria-pressed'), 'true');
    assert.equal(await other.locator('#search').inputValue(), 'Witten');
    await other.locator('.panel-back').click();
    await other.locator('.results-note', {hasText: 'Witten'}).waitFor();
}

async function byKeyboard(around) {
    await visit(around, 'example', DESKTOP, 'index.html', async (page) => {
        await settled(page);
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
        await tabTo(page, '#search');
        await page.keyboard.type('duess');
        await page.locator('#suggestions [role=option]', {hasText: 'Düsseldorf'}).first().waitFor();
        await page.keyboard.press('ArrowDown');
        const active = await page.locator('#search').getAttribute('aria-activedescendant');
        assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
        await page.keyboard.press('Enter');
        await page.locator('.results-note', {hasText: 'Düsseldorf'}).waitFor();
        await tabTo(page, '.chip[data-theme=work]');
        await page.keyboard.press('Space');
        assert.equal(await page.locator('.chip[data-theme=work]').getAttribute('aria-pressed'), 'true');
        await tabTo(page, '.card');
        const id = await page.evaluate(() => document.activeElement?.dataset.id);
        await page.keyboard.press('Enter');
        await page.locator('.panel .facts').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.results').waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.dataset.id), id, 'the focus is back on the card');
        await tabTo(page, 'canvas.maplibregl-canvas');
        const before = page.url();
        await page.keyboard.press('ArrowRight');
        await page.waitForTimeout(1200);
        assert.notEqual(page.url(), before, 'the arrow moved the map');
    });
}

const focusedName = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const onPoint = (page) => page.evaluate(() => document.activeElement?.closest('.map-points') !== null);

/** A group is opened until single projects are there, one of which is opened. */
async function pointsByKeyboard(around) {
    await visit(around, 'example', DESKTOP, 'index.html', async (page) => {
        await settled(page);
        await page.locator('.map-points button').first().waitFor({state: 'attached'});
        await tabTo(page, 'canvas.maplibregl-canvas');
        await page.keyboard.press('Tab');
        const first = await focusedName(page);
        assert.match(first, /^[^:]+: \d+ Projekte, näher ansehen$|^[^:]+$/);
        await page.keyboard.press('ArrowDown');
        assert.notEqual(await focusedName(page), first);
        assert.equal(await page.locator('.map-points .map-label').textContent(), await focusedName(page));
        await picture(around, page, 'points');
        await page.keyboard.press('Home');
        assert.equal(await focusedName(page), first);
        await page.keyboard.press('Tab');
        assert.equal(await onPoint(page), false, 'one stop of the tabulator');
        await page.keyboard.press('Shift+Tab');
        assert.equal(await focusedName(page), first);
        for (let i = 0; i < 8 && / Projekte, näher ansehen$/.test(await focusedName(page)); i++) {
            await page.keyboard.press('Enter');
            await page.waitForTimeout(2500);
            assert.equal(await onPoint(page), true, 'the focus stays on the map');
        }
        const title = await focusedName(page);
        await page.keyboard.press('Enter');
        await page.locator('.panel .facts').waitFor();
        assert.equal(await page.locator('.panel-title').textContent(), title);
    });
}

async function picturePointsByKeyboard(around) {
    await visit(around, 'small', {context: DESKTOP, browser: {webgl: false}}, 'index.html', async (page) => {
        await settled(page);
        await page.locator('.map-points button').first().waitFor({state: 'attached'});
        assert.equal(await page.locator('.map-points button').count(), 3);
        await tabTo(page, '.raster');
        await page.keyboard.press('Tab');
        await page.keyboard.press('End');
        const title = await focusedName(page);
        await page.keyboard.press('Enter');
        await page.locator('.panel .facts').waitFor();
        assert.equal(await page.locator('.panel-title').textContent(), title);
    });
}

async function tabTo(page, selector) {
    for (let i = 0; i < 120; i++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
        await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached by the tabulator`);
}

async function storyAndVideo(around) {
    await visit(around, 'small', DESKTOP, 'index.html', async (page, {context}) => {
        await settled(page);
        await page.locator('.card', {hasText: 'Werkstatt der Sprachen'}).click();
        await page.locator('.panel .photo').waitFor();
        assert.equal(await page.locator('.panel .photo').evaluate((image) => image.decode().then(() => image.naturalWidth > 0)), true);
        assert.equal(await page.locator('.story strong').textContent(), 'donnerstags');
        assert.equal(await page.locator('.panel a[href*="video.example.org"]').count(), 0, 'no link before consent');
        await picture(around, page, 'photo');
        await page.locator('.video button').click();
        const link = page.locator('.video a');
        assert.match(await page.locator('.video p').textContent(), /video\.example\.org/);
        assert.equal(await link.getAttribute('target'), '_blank');
        assert.match(await link.getAttribute('rel'), /noopener/);
        assert.equal(await page.locator('iframe').count(), 0);
        assert.equal(context.pages().length, 1);
        await page.locator('.panel-back').click();
        await page.locator('.card', {hasText: 'Begegnung im Stadtteil'}).click();
        await page.locator('.facts .ring').waitFor();
        assert.match(await page.locator('.facts').textContent(), /Bielefeld.*Gemeinde/s);
        await page.locator('.panel-back').click();
        await page.locator('.chip', {hasText: 'mit Video'}).click();
        assert.equal(await heading(page), 1);
    });
}

async function nearMe(around) {
    const context = {...DESKTOP, geolocation: {longitude: 7.0, latitude: 50.94}, permissions: ['geolocation']};
    await visit(around, 'small', {context}, 'en/index.html', async (page) => {
        await settled(page);
        await page.locator('.controls button', {hasText: 'Projects near me'}).click();
        assert.match(await page.locator('dialog p').textContent(), /sent to nobody/);
        await page.locator('dialog button', {hasText: 'Cancel'}).click();
        assert.equal(await page.locator('.results-note', {hasText: 'your position'}).count(), 0);
        await page.locator('.controls button', {hasText: 'Projects near me'}).click();
        await page.locator('dialog .primary').click();
        await page.locator('.results-note', {hasText: 'your position'}).waitFor();
        assert.match(await page.locator('.card').first().textContent(), /Lehrstelle gefunden.*km/);
        assert.doesNotMatch(page.url(), /o=/, 'the position of the visitor is in no link');
    });
}

async function history(around) {
    await visit(around, 'small', DESKTOP, 'index.html', async (page) => {
        await settled(page);
        await page.locator('.card', {hasText: 'Lehrstelle gefunden'}).click();
        await page.locator('.panel .facts').waitFor();
        await page.goBack();
        await page.locator('.results').waitFor();
        assert.equal(await page.locator('.panel').isHidden(), true);
        await page.goForward();
        await page.locator('.panel .facts').waitFor();
        assert.equal(await page.locator('.panel-title').textContent(), 'Lehrstelle gefunden');
    });
}

/** Where a place of the world is drawn, by the numbers of the link. */
async function clickAt(page, lon, lat) {
    const box = await page.locator('.map-canvas').boundingBox();
    await page.mouse.click(box.x + box.width / 2 + 0 * lon, box.y + box.height / 2 + 0 * lat);
}

async function clickOnMap(around) {
    await visit(around, 'small', DESKTOP, 'index.html#z=11&c=51.4436,7.3353', async (page) => {
        await settled(page);
        await page.waitForTimeout(800);
        await clickAt(page, 7.3353, 51.4436);
        await page.locator('.panel .facts').waitFor();
        assert.equal(await page.locator('.panel-title').textContent(), 'Werkstatt der Sprachen');
    });
    await visit(around, 'many', DESKTOP, 'index.html#z=7&c=50.94,6.96', async (page) => {
        await settled(page);
        await page.waitForTimeout(800);
        await page.locator('.chip[data-theme=work]').click();
        await page.waitForTimeout(800);
        await picture(around, page, 'many-filtered');
    });
}

async function openEvent(around) {
    await visit(around, 'small', DESKTOP, 'index.html#z=10&c=51.5139,7.4653', async (page) => {
        await settled(page);
        await page.waitForTimeout(800);
        const events = await page.evaluate(() => fetch('data/events.geojson').then((response) => response.json()));
        const [lon, lat] = events.features[0].geometry.coordinates;
        await page.goto(page.url().replace(/#.*/, `#z=11&c=${lat},${lon}`));
        await page.reload();
        await settled(page);
        await page.waitForTimeout(800);
        await clickAt(page, lon, lat);
        await page.locator('.panel-kind').waitFor();
        assert.match(await page.locator('.panel').textContent(), /Fest der Ideen.*20\. Oktober 2016/s);
    });
}

/** English lines on an Arabic page: each stays whole, with the brackets where they are written. */
async function sourcesInArabic(around) {
    await visit(around, 'example', DESKTOP, 'ar/index.html', async (page) => {
        await settled(page);
        const found = await page.evaluate(() => {
            const describe = (element) => [element.textContent.trim(), element.lang, element.dir];
            const below = [...document.querySelectorAll('footer .attributions li')].map(describe);
            const line = document.querySelector('.legend-box .attribution');
            return {below, onMap: [...line.querySelectorAll('bdi')].map(describe), whole: line.textContent};
        });
        assert.ok(found.below.length > 2);
        assert.ok(found.below.every(([, lang, dir]) => lang === 'en' && dir === 'ltr'));
        assert.deepEqual(found.onMap, found.below);
        assert.equal(found.whole, found.below.map(([text]) => text).join(', '));
    });
}

async function darkAndLight(around) {
    await visit(around, 'example', {...DESKTOP, colorScheme: 'light'}, 'index.html', async (page) => {
        await settled(page);
        const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const light = await paper();
        await page.locator('.theme-button').click();
        assert.notEqual(await paper(), light);
        await page.waitForTimeout(1500);
        await picture(around, page, 'dark-by-button');
        await page.reload();
        await settled(page);
        assert.notEqual(await paper(), light, 'the choice is kept');
        await page.locator('.theme-button').click();
        assert.equal(await paper(), light);
        await page.waitForTimeout(800);
    });
}

async function embedded(around) {
    await visit(around, 'example', DESKTOP, 'index.html', async (page, {server}) => {
        await settled(page);
        const address = `${server.address}index.html?embed=1&region=region-aachen`;
        await page.goto(address);
        await settled(page);
        assert.equal(await heading(page), 6);
        assert.equal(await page.locator('header.site').isHidden(), true);
        await picture(around, page, 'embedded');
        await page.goto(`${server.address}en/index.html`);
        await page.addScriptTag({url: `${server.address}assets/embed.js`, type: 'module'});
        const source = await page.evaluate(() => {
            const map = document.createElement('ideenkarte-map');
            map.setAttribute('region', 'region-aachen');
            document.body.append(map);
            return map.querySelector('iframe').src;
        });
        assert.equal(source, `${server.address}en/index.html?embed=1&region=region-aachen`);
    });
}

async function onPaper(around) {
    await visit(around, 'example', DESKTOP, 'index.html', async (page) => {
        await settled(page);
        await page.emulateMedia({media: 'print'});
        assert.equal(await page.locator('#filters').isHidden(), true);
        assert.equal(await page.locator('.results').isVisible(), true);
        await page.screenshot({path: path.join(around.pictures, 'paper.png'), fullPage: true});
    });
}
