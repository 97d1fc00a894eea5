// no_inflate.ts — stands for an inflater in script: browsers with WebGL 2 that this page is built for have one of
// their own (DecompressionStream); another one gets the map from picture tiles.

export function decompressSync(): never {
    throw new Error('this browser inflates nothing');
}
