// open.ts — which map this browser and this server can show.

import {fileUrl} from '../base/page.ts';
import {Archive} from './archive.ts';
import {askForFirstGlyphs} from './glyphs.ts';
import {loadSheet} from './load_sheet.ts';
import {boxOf} from './mercator.ts';
import {isWorkerFile, startWorker} from './started_worker.ts';
import {TileReader} from './tile_reader.ts';
import {firstCamera, type MapOptions, type MapView} from './view.ts';

/** What has been opened, and why it is not the vector map. */
export interface OpenedMap {
    view: MapView;
    kind: 'vector' | 'raster';
}

/** What the vector map is made of, on its way; undefined where there is no WebGL 2. */
let parts: VectorParts | undefined;

type VectorParts = ReturnType<typeof loadParts>;

/** Asks for the largest part of the page at once, before its texts and projects have come. `element` is the map's. */
export function prepareMap(element: HTMLElement): void {
    if (!hasWebGl()) return;
    for (const link of preloads()) if (isWorkerFile(link.href)) void loaded(link).then(() => startWorker(link.href));
    parts = loadParts(element);
    for (const part of Object.values(parts)) part.catch(() => undefined);
}

/** Side by side: a phone waits for each request. Tiles and letters come when the line has room, while the script begins. */
function loadParts({dataset}: HTMLElement) {
    const script = import('./vector_view.ts');
    const room = Promise.race([...preloads().map(loaded), script.catch(() => undefined)]);
    const archive = new Archive(fileUrl(dataset.archive ?? 'data/ideenkarte.pmtiles'), room);
    const sheet = loadSheet(fileUrl(dataset.style ?? 'style/regions.json'));
    void Promise.all([sheet, room]).then(([{glyphs}]) => askForFirstGlyphs(glyphs), () => undefined);
    return {script, sheet, tiles: archive.check().then(() => new TileReader(archive))};
}

/** MapLibre where there is WebGL 2 and where the server answers range requests, else picture tiles. */
export async function openMap(options: MapOptions): Promise<OpenedMap> {
    if (parts) {
        try {
            readAhead(parts, options).catch(() => undefined);
            const [{VectorView}, sheet, tiles] = await Promise.all([parts.script, parts.sheet, parts.tiles]);
            const view = new VectorView(options, sheet, tiles, await tiles.range());
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

/** Files of the map's script that the page names in its head. */
function preloads(): HTMLLinkElement[] {
    return [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')];
}

/** Never when it has been loaded before. */
function loaded(link: HTMLLinkElement): Promise<unknown> {
    return new Promise((resolve) => link.addEventListener('load', resolve, {once: true}));
}

async function readAhead({tiles}: VectorParts, options: MapOptions): Promise<void> {
    const camera = firstCamera(options);
    const {clientWidth: width, clientHeight: height} = options.container;
    await (await tiles).readAhead(boxOf(camera, {width, height}), camera.zoom);
}

function hasWebGl(): boolean {
    try {
        const context = document.createElement('canvas').getContext('webgl2');
        context?.getExtension('WEBGL_lose_context')?.loseContext();
        return context !== null;
    } catch {
        return false;
    }
}
