// started_worker.ts — MapLibre's worker, started as soon as its file has come: before the rest of the map's script.

let started: Worker | undefined;

/** Whether it is the file that worker.ts is built into (web/vite.config.ts names it). */
export function isWorkerFile(address: string): boolean {
    return address.includes('map-worker');
}

export function startWorker(address: string): void {
    started ??= start(address);
}

/** The one that has been started, or another. */
export function takeWorker(address: string): Worker {
    const worker = started ?? start(address);
    started = undefined;
    return worker;
}

function start(address: string): Worker {
    return new Worker(address, {type: 'module'});
}
