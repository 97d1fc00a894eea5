// colors.test.ts — the style of the browser is a sound one, light and dark; dark colours.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';

import {darken, darkenColor} from '../../../web/src/map/dark_colors.ts';
import {styleFrom} from '../../../web/src/map/sheet.ts';

const source = process.env.IK_SOURCE_DIR ?? '.';
const {validateStyleMin} = createRequire(`${source}/tests/npm/package.json`)('@maplibre/maplibre-gl-style-spec');
const sheet = JSON.parse(readFileSync(`${source}/styles/regions.json`, 'utf8'));
sheet.glyphs = 'https://x.example/{fontstack}/{range}.pbf';

for (const dark of [false, true])
    test(`the ${dark ? 'dark' : 'light'} style breaks no rule of the specification`, () => {
        const faults = validateStyleMin(styleFrom(sheet, {url: 'pmtiles://x'}, dark));
        assert.deepEqual(faults.map(({message}: {message: string}) => message), []);
    });

test('white becomes dark, black light, opacity stays', () => {
    assert.match(darkenColor('rgba(255, 255, 255, 0.85)'), /^rgba\((\d|[1-4]\d), \d\d, \d\d, 0\.85\)$/);
    assert.match(darkenColor('#000000'), /^rgba\(2\d\d, 2\d\d, 2\d\d, 1\)$/);
});

test('what is no colour stays as it is', () => {
    const value = ['match', ['get', 'tint'], 0, '#b9cfe8', 'name'];
    const turned = darken(value) as unknown[];
    assert.deepEqual([turned[0], turned[1], turned[2], turned[4]], ['match', ['get', 'tint'], 0, 'name']);
    assert.notEqual(turned[3], '#b9cfe8');
});
