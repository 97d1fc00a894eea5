"""layer_bytes.py MBTILES LAYER...: bytes of its tiles with these layers alone, gzip level 6, so that archives with
different layers can be compared; then without the numeric ids of features, which not every writer gives; then with
geometry and nothing else."""
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


def fields_of(message):
    """Number, content and bytes of each field of a message."""
    at = 0
    while at < len(message):
        began = at
        tag, at = varint(message, at)
        content, at = varint(message, at)
        if tag & 7 == 2:
            content, at = message[at:at + content], at + content
        yield tag >> 3, content, message[began:at]


def joined(number, content):
    out, parts = bytearray(), (number << 3 | 2, len(content))
    for value in parts:
        while value > 127:
            out.append(value & 127 | 128)
            value >>= 7
        out.append(value)
    return bytes(out) + content


NAME, FEATURE, KEY, VALUE = 1, 2, 3, 4  # of a layer
ID, TAGS = 1, 2  # of a feature


def without(layer, of_layer, of_feature):
    kept = b""
    for number, content, data in fields_of(layer):
        if number == FEATURE:
            kept += joined(FEATURE, b"".join(rest for part, _, rest in fields_of(content) if part not in of_feature))
        elif number not in of_layer:
            kept += data
    return kept


wanted = set(sys.argv[2:])
totals = [0, 0, 0]
for (stored,) in sqlite3.connect(sys.argv[1]).execute("SELECT tile_data FROM tiles"):
    layers = [layer for _, layer, _ in fields_of(gzip.decompress(stored))
              if any(number == NAME and content.decode() in wanted for number, content, _ in fields_of(layer))]
    for i, (of_layer, of_feature) in enumerate((((), ()), ((), (ID,)), ((KEY, VALUE), (ID, TAGS)))):
        tile = b"".join(joined(3, without(layer, of_layer, of_feature)) for layer in layers)
        totals[i] += len(gzip.compress(tile, 6)) if tile else 0
print(f"{totals[0]} bytes, {totals[1]} without ids, {totals[2]} geometry alone")
