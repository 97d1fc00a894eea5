// mercator.test.ts — pixels of the raster map.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toLonLat, toPixel} from '../../../web/src/map/mercator.ts';

test('the middle of the world is the middle of the picture', () => {
    const {x, y} = toPixel({lon: 0, lat: 0}, 0);
    assert.deepEqual([x, Math.round(y * 1e9) / 1e9], [128, 128]);
});

test('the corner of Web Mercator is the corner of the picture', () => {
    const {x, y} = toPixel({lon: -180, lat: 85.0511287798066}, 3);
    assert.ok(Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6);
});

test('Bonn lies in tile 9/266/171', () => {
    // OpenStreetMap wiki, "Slippy map tilenames": n = 2^z, x = n (lon + 180) / 360.
    const {x, y} = toPixel({lon: 7.0982, lat: 50.7374}, 9);
    assert.deepEqual([Math.floor(x / 256), Math.floor(y / 256)], [266, 171]);
});

test('back and forth is where it was', () => {
    const {lon, lat} = toLonLat(toPixel({lon: 7.2, lat: 51.5}, 11), 11);
    assert.ok(Math.abs(lon - 7.2) < 1e-9 && Math.abs(lat - 51.5) < 1e-9);
});
