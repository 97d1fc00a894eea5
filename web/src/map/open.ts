// open.ts — which map this browser and this server can show.

import {fileUrl} from '../base/page.ts';
import {Archive} from './archive.ts';
import {askForFirstGlyphs} from './glyphs.ts';
import {loadSheet} from './load_sheet.ts';
import type {MapOptions, MapView} from './view.ts';

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
    parts = loadParts(element);
    for (const part of Object.values(parts)) part.catch(() => undefined);
}

/** When the list stands: the letters are not to take the line from what it needs. */
export function prepareLabels(): void {
    void parts?.sheet.then(({glyphs}) => askForFirstGlyphs(glyphs), () => undefined);
}

/** Side by side: a phone waits for each request. */
function loadParts({dataset}: HTMLElement) {
    const archive = new Archive(fileUrl(dataset.archive ?? 'data/ideenkarte.pmtiles'));
    return {
        script: import('./vector_view.ts'),
        sheet: loadSheet(fileUrl(dataset.style ?? 'style/regions.json')),
        archive: archive.check().then(() => archive),
    };
}

/** MapLibre where there is WebGL 2 and where the server answers range requests, else picture tiles. */
export async function openMap(options: MapOptions): Promise<OpenedMap> {
    if (parts) {
        try {
            const [{VectorView}, sheet, archive] = await Promise.all([parts.script, parts.sheet, parts.archive]);
            const view = new VectorView(options, sheet, archive);
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

function hasWebGl(): boolean {
    try {
        const context = document.createElement('canvas').getContext('webgl2');
        context?.getExtension('WEBGL_lose_context')?.loseContext();
        return context !== null;
    } catch {
        return false;
    }
}
