// glyphs.ts — the letters that nearly every map begins with, asked for before the first tile tells that it
// needs them.

const FIRST = {stack: 'Noto Sans Regular', range: '0-255'};

let isUsed = false;
let asked: {address: string; bytes: Promise<ArrayBuffer>} | undefined;

/** `template` is the address of glyphs in the style sheet. */
export function askForFirstGlyphs(template: string | undefined): void {
    if (!template || asked || isUsed) return;
    const address = template.replace('{fontstack}', FIRST.stack).replace('{range}', FIRST.range);
    asked = {address, bytes: read(address)};
    asked.bytes.catch(() => undefined);
}

/** The range at `address`: the one that has been asked for, or another. */
export function glyphsAt(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
    isUsed = true;
    return decodeURI(address) === decodeURI(asked?.address ?? '') ? asked!.bytes : read(address, signal);
}

async function read(address: string, signal?: AbortSignal): Promise<ArrayBuffer> {
    const response = await fetch(address, {signal: signal ?? null});
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.arrayBuffer();
}
