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

export default defineConfig({
    root: here('.'),
    base: './',
    publicDir: false,
    plugins: [mapWorker()],
    resolve: {
        alias: [
            {find: /^maplibre-gl$/, replacement: here('node_modules/maplibre-gl/src/index.ts')},
            {find: /^.*\/vector_tile_mlt\.ts$/, replacement: here('src/map/no_mlt.ts')},
            {find: 'map-worker-source', replacement: here('node_modules/maplibre-gl/src/source/worker.ts')},
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
                chunkFileNames: 'chunks/[name]-[hash].js',
                assetFileNames: (asset) => (asset.names[0] === 'app.css' ? 'app.css' : 'chunks/[name]-[hash][extname]'),
            },
        },
    },
});
