// vite.config.ts — how web/ becomes assets/: fixed names for what pages link, names made from the
// contents for the rest. MapLibre is built from its sources, so that page and worker share one chunk
// and what this map never draws is left out (lean_maplibre.ts).

import {defineConfig, type Plugin} from 'vite';
import type {ManualChunkMeta} from 'rollup';
import {fileURLToPath} from 'node:url';

import {leanMapLibre} from './lean_maplibre.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const WORKER = here('src/map/worker.ts');

// The part of the worker that comes later, as a chunk of the same build, and its address as a module.
function latePart(): Plugin {
    const id = 'virtual:geojson-worker-source';
    let reference = '';
    return {
        name: 'late-part',
        buildStart() {
            const file = here('node_modules/maplibre-gl/src/source/geojson_worker_source.ts');
            reference = this.emitFile({type: 'chunk', id: file, name: 'geojson-worker-source', preserveSignature: 'allow-extension'});
        },
        resolveId: (source) => (source === id ? `\0${id}` : undefined),
        load: (source) => (source === `\0${id}` ? `export default import.meta.ROLLUP_FILE_URL_${reference};` : undefined),
    };
}

// The worker in one file, most of which the page needs, too.
function workerFile(id: string, {getModuleInfo}: ManualChunkMeta): string | undefined {
    const reached = new Set<string>();
    const reach = (module: string) => {
        if (reached.has(module)) return;
        reached.add(module);
        getModuleInfo(module)?.importedIds.forEach(reach);
    };
    reach(WORKER);
    return reached.has(id) ? 'map-worker' : undefined;
}

// What every visitor's map needs: pages ask for it beside the script (src/site/web_assets.c finds it by its name).
function isFirst(name: string, modules: string[]): boolean {
    return name !== 'geojson-worker-source' && modules.some((id) => id.includes('/maplibre-gl/src/') || id.endsWith('/map/vector_view.ts'));
}

export default defineConfig({
    root: here('.'),
    base: './',
    publicDir: false,
    plugins: [leanMapLibre(), latePart()],
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
        minify: 'terser',
        terserOptions: {compress: {passes: 2}},
        modulePreload: false,
        cssCodeSplit: true,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2000,
        rollupOptions: {
            input: {app: here('src/app.ts'), embed: here('src/embed.ts')},
            preserveEntrySignatures: false,
            output: {
                manualChunks: workerFile,
                entryFileNames: '[name].js',
                chunkFileNames: ({name, moduleIds}) => `chunks/${isFirst(name, moduleIds) ? 'first-' : ''}[name]-[hash].js`,
                assetFileNames: (asset) => (asset.names[0] === 'app.css' ? 'app.css' : 'chunks/[name]-[hash][extname]'),
            },
        },
    },
});
