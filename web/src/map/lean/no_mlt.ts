// no_mlt.ts — stands for the reader of MapLibre Tiles: ours are Mapbox Vector Tiles, and the code stays out of the page.

export class MLTVectorTile {
    readonly layers = {};

    constructor() {
        throw new Error('MapLibre Tiles are not read here');
    }
}
