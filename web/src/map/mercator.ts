// mercator.ts — Web Mercator in pixels of 256-px tiles.

import type {LonLat} from '../base/sphere.ts';

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
