// no_line_progress.ts — names of the attributes that tell where a piece lies on its line, for gradients, which this map
// does not draw. Here they stand without the library that cuts GeoJSON into tiles.

export const GEOJSONVT_CLIP_START = 'geojsonvt_clip_start';
export const GEOJSONVT_CLIP_END = 'geojsonvt_clip_end';
