// server.mjs — MapLibre GL JS, a page for it and the tiles of a PMTiles file, on 127.0.0.1 alone.   [tests]

import {createServer} from 'node:http';
import {openSync, readSync, closeSync, readFileSync, existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const tools = createRequire(fileURLToPath(new URL('../npm/package.json', import.meta.url)));
const {PMTiles} = tools('pmtiles');
const library = path.dirname(tools.resolve('maplibre-gl/package.json')) + '/dist';
const here = path.dirname(fileURLToPath(import.meta.url));

const TYPES = {'.html': 'text/html', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png'};

/** What PMTiles reads from: a file of this machine. */
class FileSource {
    constructor(file) {
        this.file = file;
        this.handle = openSync(file, 'r');
    }
    getKey() {
        return this.file;
    }
    async getBytes(offset, length) {
        const buffer = Buffer.alloc(length);
        const n = readSync(this.handle, buffer, 0, length, offset);
        return {data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + n)};
    }
}

function send(response, status, type, body) {
    response.writeHead(status, {'content-type': type, 'content-length': body.length});
    response.end(body);
}

/**
 * `archive` is the PMTiles file, `folder` a published map whose glyphs and sprites are given out.
 * close() ends it.
 */
export async function serve(archive, folder) {
    const source = new FileSource(archive);
    const tiles = new PMTiles(source);
    const answer = async (request, response) => {
        const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
        const tile = /^\/tiles\/(\d+)\/(\d+)\/(\d+)$/.exec(address);
        if (tile) {
            const found = await tiles.getZxy(...tile.slice(1).map(Number));
            return found ? send(response, 200, 'application/x-protobuf', Buffer.from(found.data)) : send(response, 204, 'text/plain', Buffer.alloc(0));
        }
        const file = address === '/' ? path.join(here, 'page.html')
            : address.startsWith('/maplibre/') ? path.join(library, path.basename(address))
            : path.join(folder, path.normalize(address));
        if (!existsSync(file)) return send(response, 404, 'text/plain', Buffer.from('not found'));
        return send(response, 200, TYPES[path.extname(file)] ?? 'application/octet-stream', readFileSync(file));
    };
    const server = createServer((request, response) => answer(request, response).catch((error) => send(response, 500, 'text/plain', Buffer.from(String(error)))));
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return {
        address: `http://127.0.0.1:${server.address().port}/`,
        close: () => new Promise((done) => {
            server.closeAllConnections();
            server.close(() => {
                closeSync(source.handle);
                done();
            });
        }),
    };
}
