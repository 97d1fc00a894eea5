// static_server.mjs — a plain web server for the tests: one folder, on 127.0.0.1, with range requests,
// entity tags and gzip, as any server in front of a published map has them.

import {createHash} from 'node:crypto';
import {createServer} from 'node:http';
import {readFile} from 'node:fs/promises';
import {gzipSync} from 'node:zlib';
import path from 'node:path';

const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json',
    '.geojson': 'application/geo+json',
    '.xml': 'application/xml',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.webp': 'image/webp',
    '.pbf': 'application/x-protobuf',
    '.pmtiles': 'application/vnd.pmtiles',
};
const PACKED = new Set(['.html', '.css', '.js', '.json', '.geojson', '.xml', '.svg', '.pbf']);

/** Serves `folder`; `ranges: false` stands for a server that does not know them. */
export async function serve(folder, {ranges = true} = {}) {
    const packed = new Map();
    const sent = new Map();
    const server = createServer((request, response) => {
        response.on('finish', () => {
            const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
            sent.set(name, (sent.get(name) ?? 0) + (response.bodyLength ?? 0));
        });
        answer(folder, packed, ranges, request, response).catch(() => response.writeHead(404).end());
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        /** Bytes of bodies by the name of the file. */
        sent,
        address: `http://127.0.0.1:${server.address().port}/`,
        close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
    };
}

async function answer(folder, packed, ranges, request, response) {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(folder, path.normalize(name.endsWith('/') ? `${name}index.html` : name));
    if (!file.startsWith(path.resolve(folder))) return response.writeHead(404).end();
    const bytes = await readFile(file);
    const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`;
    const headers = {'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', ETag: tag, 'Cache-Control': 'max-age=600'};
    if (ranges) headers['Accept-Ranges'] = 'bytes';
    if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
    const range = ranges && /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (range) return part(response, headers, bytes, Number(range[1]), range[2] === '' ? bytes.length - 1 : Number(range[2]));
    return whole(packed, request, response, headers, file, bytes);
}

function part(response, headers, bytes, first, last) {
    const end = Math.min(last, bytes.length - 1);
    if (first > end) return response.writeHead(416, {'Content-Range': `bytes */${bytes.length}`}).end();
    const piece = bytes.subarray(first, end + 1);
    response.writeHead(206, {...headers, 'Content-Range': `bytes ${first}-${end}/${bytes.length}`, 'Content-Length': piece.length});
    response.bodyLength = piece.length;
    return response.end(piece);
}

function whole(packed, request, response, headers, file, bytes) {
    const pack = PACKED.has(path.extname(file)) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (pack && !packed.has(file)) packed.set(file, gzipSync(bytes, {level: 9}));
    const body = pack ? packed.get(file) : bytes;
    const more = pack ? {'Content-Encoding': 'gzip', Vary: 'Accept-Encoding'} : {};
    response.writeHead(200, {...headers, ...more, 'Content-Length': body.length});
    response.bodyLength = body.length;
    return response.end(request.method === 'HEAD' ? undefined : body);
}
