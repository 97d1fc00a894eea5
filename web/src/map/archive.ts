// archive.ts — the vector tiles' archive, its first piece read before the map's own script has come.

import type {RangeResponse, Source} from 'pmtiles';

/** Header and root directory end within it: what the reader of archives asks for at first. */
const FIRST_BYTES = 16_384;
/** Within it end those of most maps; a phone waits for each kilobyte. */
const FEW_BYTES = 4096;
const HEADER_BYTES = 127;

/** Reads pieces of the file at `address`. */
export class Archive implements Source {
    private readonly first: Promise<RangeResponse>;

    /** Whatever comes after the first piece waits for `before`. */
    constructor(
        private readonly address: string,
        private readonly before: Promise<unknown>,
    ) {
        this.first = this.readFirst();
        this.first.catch(() => undefined);
    }

    /** Fails where the server answers no range requests: it would send the whole file for every tile. */
    async check(): Promise<void> {
        const start = new Uint8Array((await this.first).data, 0, 7);
        if (String.fromCharCode(...start) !== 'PMTiles') throw new Error(`${this.address}: no archive of tiles`);
    }

    getKey(): string {
        return this.address;
    }

    getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
        return offset === 0 && length <= FIRST_BYTES ? this.first : this.before.then(() => this.read(offset, length, signal));
    }

    private async readFirst(): Promise<RangeResponse> {
        const few = await this.read(0, FEW_BYTES);
        const view = new DataView(few.data);
        // Offset and length of the root directory (PMTiles 3, 3.2).
        const end = view.byteLength < HEADER_BYTES ? 0 : Number(view.getBigUint64(8, true) + view.getBigUint64(16, true));
        return end <= FEW_BYTES ? few : this.read(0, FIRST_BYTES);
    }

    private async read(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
        const stop = new AbortController();
        signal?.addEventListener('abort', () => stop.abort());
        const response = await fetch(this.address, {
            headers: {Range: `bytes=${offset}-${offset + length - 1}`},
            signal: stop.signal,
        });
        if (response.status !== 206) {
            stop.abort();
            throw new Error('the server answers no range requests');
        }
        return {data: await response.arrayBuffer()};
    }
}
