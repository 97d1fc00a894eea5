// open.ts — which map this browser and this server can show.

import {loadSheet} from './load_sheet.ts';
import type {MapOptions, MapView} from './view.ts';

/** What has been opened, and why it is not the vector map. */
export interface OpenedMap {
    view: MapView;
    kind: 'vector' | 'raster';
}

/** MapLibre where there is WebGL 2 and where the server answers range requests, else picture tiles. `tiles` is the
 * address of the PMTiles archive. */
export async function openMap(options: MapOptions, tiles: string): Promise<OpenedMap> {
    if (hasWebGl()) {
        try {
            const [{VectorView}, sheet] = await Promise.all([loadVectorView(), loadSheet(options.style), checkRanges(tiles)]);
            const view = new VectorView(options, sheet, tiles);
            await view.ready();
            return {view, kind: 'vector'};
        } catch (error) {
            console.info('the map is drawn from picture tiles:', (error as Error).message);
            options.container.replaceChildren();
        }
    }
    const {RasterView} = await import('./raster_view.ts');
    return {view: new RasterView(options), kind: 'raster'};
}

/** The largest part of the page: asked for at once, before its texts and projects have come. */
export function loadVectorView(): Promise<typeof import('./vector_view.ts')> {
    return import('./vector_view.ts');
}

export function hasWebGl(): boolean {
    try {
        const context = document.createElement('canvas').getContext('webgl2');
        context?.getExtension('WEBGL_lose_context')?.loseContext();
        return context !== null;
    } catch {
        return false;
    }
}

/** A server that sends the whole file for a piece of it would send it for every tile. */
async function checkRanges(address: string): Promise<void> {
    const stop = new AbortController();
    const response = await fetch(address, {headers: {Range: 'bytes=0-6'}, signal: stop.signal});
    const partial = response.status === 206;
    const start = partial ? await response.text() : '';
    stop.abort();
    if (!start.startsWith('PMTiles')) throw new Error('the server answers no range requests');
}
