// mercator.test.ts — pixels of the raster map, tiles of a view.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {boxOf, fitted, tilesIn, toLonLat, toPixel} from '../../../web/src/map/mercator.ts';

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

test('tiles of a box are those that its corners lie in, row by row', () => {
    // Köln (6.96, 50.94) lies in 6/33/21, Tilburg (5.09, 51.56) in 6/32/21, Hamburg (9.99, 53.55) in 6/33/20: n = 2^z, as above.
    const ids = (box: [number, number, number, number]) => tilesIn(box, 6).map(({z, x, y}) => `${z}/${x}/${y}`);
    assert.deepEqual(ids([6.9, 50.9, 7, 51]), ['6/33/21']);
    assert.deepEqual(ids([5.09, 50.94, 9.99, 53.55]), ['6/32/20', '6/33/20', '6/32/21', '6/33/21']);
    assert.deepEqual(ids([7, 51, 6, 52]), []);
});

test('a box is shown as large as it fits, in the middle', () => {
    // A quarter of the world, 180 degrees wide: 512 px of 1024 at zoom 1; a map of 512 x 2048 has room for it once.
    const size = {width: 512, height: 2048};
    const camera = fitted([-90, -66.51326044311186, 90, 66.51326044311186], size);
    assert.ok(Math.abs(camera.zoom - 1) < 1e-9, String(camera.zoom));
    const box = boxOf(camera, size);
    assert.ok(Math.abs(box[0] + 90) < 1e-9 && Math.abs(box[2] - 90) < 1e-9, String(box));
    // Twice as high as the world.
    assert.ok(box[3] > 85.05 && box[1] < -85.05, String(box));
});

test('what a camera shows is half its width to either side', () => {
    // 512 px are the world at zoom 0.
    const box = boxOf({lon: 10, lat: 0, zoom: 0}, {width: 256, height: 256});
    assert.ok(Math.abs(box[0] + 80) < 1e-9 && Math.abs(box[2] - 100) < 1e-9, String(box));
});
