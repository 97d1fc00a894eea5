// vite.config.ts — how web/ becomes assets/: fixed names for what pages link, names made from the
// contents for the rest. MapLibre is built from its sources, so that page and worker share one chunk
// and what this map never draws is left out.

import {defineConfig, type Plugin} from 'vite';
import {fileURLToPath} from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The worker as a chunk of the same build, and its address as a module.
function mapWorker(): Plugin {
    const id = 'virtual:map-worker';
    let reference = '';
    return {
        name: 'map-worker',
        buildStart() {
            reference = this.emitFile({type: 'chunk', id: here('src/map/worker.ts'), name: 'map-worker'});
        },
        resolveId: (source) => (source === id ? `\0${id}` : undefined),
        load: (source) => (source === `\0${id}` ? `export default import.meta.ROLLUP_FILE_URL_${reference};` : undefined),
    };
}

// Parts of MapLibre that this map never uses, and what stands for them: our styles have backgrounds,
// areas, lines, circles and symbols on a plane.
const LEAN: [RegExp, string][] = [
    [/\/vector_tile_mlt\.ts$/, here('src/map/lean/no_mlt.ts')],
    [/\/validate_style\.ts$/, here('src/map/lean/no_validation.ts')],
    [/\/projection_factory\.ts$/, here('src/map/lean/only_mercator.ts')],
];
const UNUSED_SHADER =
    /\/(_projection_globe|atmosphere|collision_box|collision_circle|color_relief|debug|fill_extrusion|fill_extrusion_pattern|heatmap|heatmap_texture|hillshade|hillshade_prepare|raster|terrain|terrain_depth|terrain_height)\.(fragment|vertex)\.glsl\.g\.ts$/;

function leanMapLibre(): Plugin {
    const empty = '\0empty-shader';
    return {
        name: 'lean-maplibre',
        enforce: 'pre',
        resolveId(source, importer) {
            if (!importer?.includes('/maplibre-gl/src/')) return undefined;
            if (UNUSED_SHADER.test(source)) return empty;
            return LEAN.find(([part]) => part.test(source))?.[1];
        },
        load: (id) => (id === empty ? "export default 'void main() {}';" : undefined),
    };
}

// What every visitor's map needs: pages ask for it beside the script (src/site/web_assets.c finds it by its name).
function isFirst(name: string, modules: string[]): boolean {
    return name !== 'map-worker' && modules.some((id) => id.includes('/maplibre-gl/src/') || id.endsWith('/map/vector_view.ts'));
}

export default defineConfig({
    root: here('.'),
    base: './',
    publicDir: false,
    plugins: [leanMapLibre(), mapWorker()],
    resolve: {
        alias: [
            {find: /^maplibre-gl$/, replacement: here('node_modules/maplibre-gl/src/index.ts')},
            {find: /^maplibre-source\//, replacement: `${here('node_modules/maplibre-gl/src')}/`},
        ],
    },
    build: {
        outDir: here('dist'),
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: false,
        cssCodeSplit: true,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2000,
        rollupOptions: {
            input: {app: here('src/app.ts'), embed: here('src/embed.ts')},
            preserveEntrySignatures: false,
            output: {
                entryFileNames: '[name].js',
                chunkFileNames: ({name, moduleIds}) => `chunks/${isFirst(name, moduleIds) ? 'first-' : ''}[name]-[hash].js`,
                assetFileNames: (asset) => (asset.names[0] === 'app.css' ? 'app.css' : 'chunks/[name]-[hash][extname]'),
            },
        },
    },
});
