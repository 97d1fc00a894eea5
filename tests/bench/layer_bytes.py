"""layer_bytes.py MBTILES LAYER...: bytes of its tiles with these layers alone, gzip level 6; so that archives with
different layers can be compared."""
import gzip
import sqlite3
import sys


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def layers_of(tile):
    """Each layer (field 3 of a tile) as its bytes with tag and length, and its name (field 1 of a layer)."""
    at = 0
    while at < len(tile):
        began = at
        tag, at = varint(tile, at)
        size, at = varint(tile, at)
        assert tag == 3 << 3 | 2, "a tile holds nothing but layers"
        end, inner, name = at + size, at, None
        while inner < end and name is None:
            tag, inner = varint(tile, inner)
            value, inner = varint(tile, inner)
            if tag == 1 << 3 | 2:
                name = tile[inner:inner + value].decode()
            elif tag & 7 == 2:
                inner += value
        yield name, tile[began:end]
        at = end


wanted = set(sys.argv[2:])
total = 0
for (stored,) in sqlite3.connect(sys.argv[1]).execute("SELECT tile_data FROM tiles"):
    kept = b"".join(data for name, data in layers_of(gzip.decompress(stored)) if name in wanted)
    total += len(gzip.compress(kept, 6)) if kept else 0
print(total)
