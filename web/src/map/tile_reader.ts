// tile_reader.ts — tiles from the archive. Those of the first view are read before the map's own script
// has come.

import {PMTiles} from 'pmtiles';

import type {Box} from '../base/sphere.ts';
import type {Archive} from './archive.ts';
import {tilesIn, type TileId} from './mercator.ts';

/** What the archive has. */
export interface TileRange {
    minzoom: number;
    maxzoom: number;
    bounds: Box;
}

export class TileReader {
    private readonly tiles: PMTiles;
    private isUsed = false;
    private readonly ahead = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

    constructor(archive: Archive) {
        this.tiles = new PMTiles(archive);
    }

    async range(): Promise<TileRange> {
        const header = await this.tiles.getHeader();
        return {
            minzoom: header.minZoom,
            maxzoom: header.maxZoom,
            bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
        };
    }

    /** Asks for what a map of 512-px tiles draws of `box` at `zoom`, unless the map has begun to. */
    async readAhead(box: Box, zoom: number): Promise<void> {
        const {minzoom, maxzoom, bounds} = await this.range();
        if (this.isUsed) return;
        const seen: Box = [
            Math.max(box[0], bounds[0]),
            Math.max(box[1], bounds[1]),
            Math.min(box[2], bounds[2]),
            Math.min(box[3], bounds[3]),
        ];
        for (const id of tilesIn(seen, Math.max(minzoom, Math.min(maxzoom, Math.floor(zoom))))) {
            const tile = this.read(id);
            tile.catch(() => undefined);
            this.ahead.set(keyOf(id), tile);
        }
    }

    /** Without a byte where there is no tile. Each call has bytes of its own, to give away. */
    tile(id: TileId, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
        this.isUsed = true;
        const key = keyOf(id);
        const ahead = this.ahead.get(key);
        this.ahead.delete(key);
        return ahead ?? this.read(id, signal);
    }

    private async read({z, x, y}: TileId, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
        const tile = await this.tiles.getZxy(z, x, y, signal);
        return new Uint8Array(tile?.data ?? new ArrayBuffer(0));
    }
}

function keyOf({z, x, y}: TileId): string {
    return `${z}/${x}/${y}`;
}
