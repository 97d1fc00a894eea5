// access.mjs — axe-core over every kind of page, in every language, light and dark, and over the states
// that the script makes; sizes of targets; zoom to 200 %.

import assert from 'node:assert/strict';

import {DESKTOP, PHONE, axeSource, openPage, settled} from './browser.mjs';
import {LANGUAGES, picture} from './journeys.mjs';

const RULES = {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']};

export function accessCases() {
    const cases = [];
    for (const [language, folder] of Object.entries(LANGUAGES))
        for (const colorScheme of ['light', 'dark'])
            cases.push({name: `access: ${language}, ${colorScheme}: axe finds nothing`, run: (around) => everyPage(around, folder, language, colorScheme)});
    cases.push({name: 'access: axe finds a fault where there is one', run: axeCanFail});
    cases.push({name: 'access: at 320 px, which is 1280 px at 400 %, nothing is cut off', run: zoomed});
    return cases;
}

/** axe is run by the browser's own hand, past the policy of the page, which lets no script in. */
async function axe(page) {
    return page.evaluate(async (rules) => {
        const {violations} = await globalThis.axe.run(document, rules);
        return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary}`));
    }, RULES);
}

async function check(page, what) {
    await page.evaluate(axeSource());
    const found = await axe(page);
    assert.deepEqual(found, [], `${what}: ${found.length} violations\n${found.slice(0, 5).join('\n')}`);
}

async function withPage(around, map, options, act) {
    const server = await around.serve(around.folderOf(map));
    const browser = await around.launch();
    try {
        const opened = await openPage(browser, server.address, {...options, bypassCSP: true});
        await act(opened.page, server.address);
    } finally {
        await browser.close();
        await server.close();
    }
}

async function everyPage(around, folder, language, colorScheme) {
    for (const [size, options] of Object.entries({desktop: DESKTOP, phone: PHONE}))
        await withPage(around, 'small', {...options, colorScheme, reducedMotion: 'reduce'}, async (page, root) => {
            await page.goto(`${root}${folder}index.html`);
            await settled(page);
            await page.waitForTimeout(500);
            await check(page, `${size}: first page`);
            await page.locator('#search').fill('witt');
            await page.waitForTimeout(300);
            await page.locator('#search').fill('witte');
            await page.locator('#suggestions [role=option]').first().waitFor();
            await check(page, `${size}: suggestions`);
            await page.keyboard.press('Escape');
            await page.locator('#search').fill('');
            await page.locator('.legend-box summary').click();
            await page.locator('.chip[data-theme=language]').click();
            await page.locator('.card').first().click();
            await page.locator('.panel .facts').waitFor();
            await check(page, `${size}: panel`);
            if (size === 'desktop') await picture(around, page, `panel-${language}-${colorScheme}`);
            await page.locator('.video button').click();
            await check(page, `${size}: consent`);
            for (const address of [`${folder}projekt/werkstatt.html`, `${folder}region/region-koeln.html`, '404.html']) {
                await page.goto(root + address);
                await page.waitForTimeout(400);
                await check(page, `${size}: ${address}`);
            }
        });
}

async function axeCanFail(around) {
    await withPage(around, 'small', DESKTOP, async (page, root) => {
        await page.goto(`${root}404.html`);
        await page.evaluate(() => document.body.append(document.createElement('button')));
        await page.evaluate(axeSource());
        assert.ok((await axe(page)).some((fault) => fault.startsWith('button-name')));
    });
}

async function zoomed(around) {
    await withPage(around, 'example', {viewport: {width: 320, height: 560}}, async (page, root) => {
        for (const folder of Object.values(LANGUAGES)) {
            await page.goto(`${root}${folder}index.html`);
            await settled(page);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(wide <= 320, `${folder}: ${wide} px wide`);
        }
        await picture(around, page, 'narrow');
    });
}
