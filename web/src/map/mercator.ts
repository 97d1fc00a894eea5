// mercator.ts — Web Mercator in pixels of 256-px tiles.

import type {Box, LonLat} from '../base/sphere.ts';

export interface Pixel {
    x: number;
    y: number;
}

const TILE_PX = 256;

/** Edge of the world at a zoom of 256-px tiles. */
export function worldSize(zoom: number): number {
    return TILE_PX * 2 ** zoom;
}

export function toPixel({lon, lat}: LonLat, zoom: number): Pixel {
    const sine = Math.sin((lat * Math.PI) / 180);
    const size = worldSize(zoom);
    return {
        x: ((lon + 180) / 360) * size,
        y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
    };
}

export function toLonLat({x, y}: Pixel, zoom: number): LonLat {
    const size = worldSize(zoom);
    return {
        lon: (x / size) * 360 - 180,
        lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI,
    };
}

export interface TileId {
    z: number;
    x: number;
    y: number;
}

/** Tiles that a box touches; none of an empty one. */
export function tilesIn([west, south, east, north]: Box, z: number): TileId[] {
    const last = 2 ** z - 1;
    const column = (pixel: Pixel) => Math.max(0, Math.min(last, Math.floor(pixel.x / TILE_PX)));
    const row = (pixel: Pixel) => Math.max(0, Math.min(last, Math.floor(pixel.y / TILE_PX)));
    if (west > east || south > north) return [];
    const from = toPixel({lon: west, lat: north}, z);
    const to = toPixel({lon: east, lat: south}, z);
    const tiles: TileId[] = [];
    for (let y = row(from); y <= row(to); y++) for (let x = column(from); x <= column(to); x++) tiles.push({z, x, y});
    return tiles;
}

export interface Size {
    width: number;
    height: number;
}

/** What a map of `size` pixels shows of the world; the zoom of 512-px tiles. */
export function boxOf({lon, lat, zoom}: LonLat & {zoom: number}, size: Size): Box {
    // The world has 512 px at zoom 0.
    const middle = toPixel({lon, lat}, zoom + 1);
    const corner = (dx: number, dy: number) => toLonLat({x: middle.x + dx * size.width / 2, y: middle.y + dy * size.height / 2}, zoom + 1);
    const a = corner(-1, 1);
    const b = corner(1, -1);
    return [a.lon, a.lat, b.lon, b.lat];
}

/** Where a map of `size` pixels shows the box as large as it fits. */
export function fitted([west, south, east, north]: Box, size: Size): LonLat & {zoom: number} {
    const a = toPixel({lon: west, lat: north}, 1);
    const b = toPixel({lon: east, lat: south}, 1);
    const zoom = Math.log2(Math.min(size.width / (b.x - a.x), size.height / (b.y - a.y)));
    return {...toLonLat({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}, 1), zoom};
}
