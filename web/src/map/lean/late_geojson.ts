// late_geojson.ts — stands for the part of the worker that cuts GeoJSON into tiles, and fetches it when there is any:
// the first picture is drawn from tiles alone.

import address from 'virtual:geojson-worker-source';

type Part = Record<string, (params: unknown) => unknown> & {availableImages: string[]};

export class GeoJSONWorkerSource {
    availableImages: string[];
    private readonly part: Promise<Part>;

    constructor(actor: unknown, layerIndex: unknown, availableImages: string[]) {
        this.availableImages = availableImages;
        this.part = import(/* @vite-ignore */ address).then(({GeoJSONWorkerSource: Whole}) => new Whole(actor, layerIndex, availableImages));
    }

    loadData = (params: unknown) => this.ask('loadData', params);
    loadTile = (params: unknown) => this.ask('loadTile', params);
    reloadTile = (params: unknown) => this.ask('reloadTile', params);
    abortTile = (params: unknown) => this.ask('abortTile', params);
    removeTile = (params: unknown) => this.ask('removeTile', params);
    removeSource = (params: unknown) => this.ask('removeSource', params);
    getClusterExpansionZoom = (params: unknown) => this.ask('getClusterExpansionZoom', params);
    getClusterChildren = (params: unknown) => this.ask('getClusterChildren', params);
    getClusterLeaves = (params: unknown) => this.ask('getClusterLeaves', params);

    private async ask(what: string, params: unknown): Promise<unknown> {
        const part = await this.part;
        part.availableImages = this.availableImages;
        return part[what]?.(params);
    }
}
