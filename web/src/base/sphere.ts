// sphere.ts — distances and boxes in degrees.

/** Degrees, WGS 84. */
export interface LonLat {
    lon: number;
    lat: number;
}

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

const EARTH_M = 6371008.8;

/** Metres along the great circle. */
export function distance(a: LonLat, b: LonLat): number {
    const radians = Math.PI / 180;
    const dLat = (b.lat - a.lat) * radians;
    const dLon = (b.lon - a.lon) * radians;
    const h =
        Math.sin(dLat / 2) ** 2 +
        Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
    return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function contains(box: Box, lon: number, lat: number): boolean {
    return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
}

/** "5.8,50.3,9.5,52.6" as a box; undefined when it is none. */
export function parseBox(text: string | undefined): Box | undefined {
    const parts = (text ?? '').split(',').map(Number);
    if (parts.length !== 4 || !parts.every(Number.isFinite)) return undefined;
    const box = parts as Box;
    return box[0] < box[2] && box[1] < box[3] ? box : undefined;
}

/** Around all points, or undefined when there is none. */
export function boxAround(points: Iterable<LonLat>): Box | undefined {
    let box: Box | undefined;
    for (const {lon, lat} of points) {
        box = box
            ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
            : [lon, lat, lon, lat];
    }
    return box;
}
