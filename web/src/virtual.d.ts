// virtual.d.ts — modules that the build knows (vite.config.ts).

declare module 'virtual:geojson-worker-source' {
    const url: string;
    export default url;
}

declare module 'maplibre-source/*';

declare module 'maplibre-source/geo/projection/mercator_camera_helper.ts' {
    export const MercatorCameraHelper: new () => object;
}

declare module 'maplibre-source/geo/projection/mercator_projection.ts' {
    export const MercatorProjection: new () => object;
}

declare module 'maplibre-source/geo/projection/mercator_transform.ts' {
    export function createMercatorTransform(options: object): object;
}
