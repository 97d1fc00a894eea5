// lean_maplibre.ts — builds MapLibre without what this map never uses: our styles have backgrounds, areas, lines,
// circles and symbols on a plane (src/map/sheet.ts lets no others through).

import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';

const lean = (name: string) => fileURLToPath(new URL(`src/map/lean/${name}.ts`, import.meta.url));

/** Modules, by the end of their names, and what stands for them. */
const REPLACED: [string, string][] = [
    ['geojson_worker_source.ts', lean('late_geojson')],
    ['vector_tile_mlt.ts', lean('no_mlt')],
    ['validate_style.ts', lean('no_validation')],
    ['font_face_manager.ts', lean('no_font_faces')],
    ['web_worker.ts', lean('own_worker')],
    ['projection_factory.ts', lean('only_mercator')],
];

const UNUSED_SHADER =
    /\/(_projection_globe|atmosphere|collision_box|collision_circle|color_relief|debug|fill_extrusion|fill_extrusion_pattern|heatmap|heatmap_texture|hillshade|hillshade_prepare|line_gradient|line_gradient_sdf|raster|sky|terrain|terrain_depth|terrain_height)\.(fragment|vertex)\.glsl\.g\.ts$/;

/** Whatever these export becomes a function that does nothing: layers, sources and controls that are not there. */
const UNUSED = [
    'maplibre-gl/src/render/terrain(_coverage)?.ts',
    'maplibre-gl/src/source/(canvas|image|raster_dem_tile|raster_tile|video)_source.ts',
    'maplibre-gl/src/source/raster_dem_tile_worker_source.ts',
    'maplibre-gl/src/style/style_layer/(color_relief|custom|fill_extrusion|heatmap|hillshade|raster)_style_layer.ts',
    'maplibre-gl/src/tile/(terrain_tile_manager|tile_manager_raster).ts',
    'maplibre-gl/src/ui/control/(attribution|logo)_control.ts',
    'maplibre-gl/src/ui/hash.ts',
    'maplibre-gl/src/webgl/draw/draw_(collision_debug|color_relief|custom|debug|fill_extrusion|heatmap|hillshade|raster|sky|terrain).ts',
    'maplibre-gl/src/webgl/program/(color_relief|fill_extrusion|heatmap|hillshade|raster|sky)_program.ts',
    'maplibre-gl/src/webgl/render_to_texture.ts',
    'maplibre-gl-style-spec/dist/diff.mjs',
].map((path) => new RegExp(`/${path.replace(/\./g, '\\.')}$`));

const EMPTY = '\0empty-shader';

/** A module with the exported names of `source`, all hollow. */
function hollow(source: string): string {
    const declared = [...source.matchAll(/^export (?:async )?(?:abstract )?(?:class|function|const|let) (\w+)/gm)].map(([, name]) => name);
    const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names]) => names!.split(',').map((name) => name.trim()));
    return [...declared, ...listed.filter(Boolean)].map((name) => `export function ${name}() {}`).join('\n');
}

/** Shaders are taken apart when they are first needed: most never are. */
function prepareLater(code: string): string {
    const entries = /^    (\w+): prepare\((\w+), (\w+)\),$/gm;
    if (!entries.test(code)) throw new Error('shaders.ts of MapLibre has another form');
    return `${code.replace(entries, '    get $1() { return once("$1", $2, $3); },')}
const made = {};
function once(name, fragment, vertex) { return (made[name] ??= prepare(fragment, vertex)); }`;
}

export function leanMapLibre(): Plugin {
    const unseen = new Set(UNUSED);
    return {
        name: 'lean-maplibre',
        enforce: 'pre',
        resolveId(source, importer) {
            if (source === 'fflate') return lean('no_inflate');
            if (!importer?.includes('/maplibre-gl/src/')) return undefined;
            if (source === '@maplibre/geojson-vt' && importer.endsWith('/line_bucket.ts')) return lean('no_line_progress');
            if (UNUSED_SHADER.test(source)) return EMPTY;
            return REPLACED.find(([name]) => source.endsWith(`/${name}`))?.[1];
        },
        load(id) {
            if (id === EMPTY) return "export default 'void main() {}';";
            const unused = UNUSED.find((path) => path.test(id));
            if (!unused) return undefined;
            unseen.delete(unused);
            return hollow(readFileSync(id, 'utf8'));
        },
        transform(code, id) {
            return id.endsWith('/maplibre-gl/src/shaders/shaders.ts') ? {code: prepareLater(code), map: null} : undefined;
        },
        // Another version may have moved them, and the map would become heavy again without a word.
        buildEnd(error) {
            if (!error && unseen.size > 0) this.error(`not in MapLibre: ${[...unseen].join(', ')}`);
        },
    };
}
