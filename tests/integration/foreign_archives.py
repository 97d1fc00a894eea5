"""foreign_archives.py FOLDER: archives as other programs may write them, from the specifications and nothing of ours.

PMTiles v3 (github.com/protomaps/PMTiles), MBTiles 1.3 (github.com/mapbox/mbtiles-spec), Vector Tile Specification 2.1.
Every archive holds the tiles of CELLS; tile z/x/y has one point whose attribute says "z/x/y".
"""
import gzip
import json
import os
import sqlite3
import struct
import sys

CELLS = [(5, 16, 10), (6, 33, 21), (7, 66, 42), (7, 66, 43), (7, 67, 42)]
NONE, GZIP, BROTLI, ZSTD = 1, 2, 3, 4
LAYERS = [{"id": "points", "fields": {"name": "String"}}]


def varint(value):
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def field(number, payload):
    return varint(number << 3 | 2) + varint(len(payload)) + payload


def number(tag, value):
    return varint(tag << 3) + varint(value)


def tile(z, x, y):
    """One layer, one point at (25, 17): the first example of the specification."""
    feature = number(1, 1) + field(2, varint(0) + varint(0)) + number(3, 1) + field(4, bytes([9, 50, 34]))
    layer = number(15, 2) + field(1, b"points") + field(2, feature) + field(3, b"name")
    layer += field(4, field(1, f"{z}/{x}/{y}".encode())) + number(5, 4096)
    return field(3, layer)


def tile_id(z, x, y):
    """Tiles of the zooms before, then the place on the Hilbert curve."""
    before = sum(4 ** zoom for zoom in range(z))
    place, side = 0, 1 << z
    step = side >> 1
    while step > 0:
        right, low = int(x & step > 0), int(y & step > 0)
        place += step * step * ((3 * right) ^ low)
        if low == 0:
            if right == 1:
                x, y = step - 1 - x, step - 1 - y
            x, y = y, x
        step >>= 1
    return before + place


def directory(entries):
    """(id, run, length, offset), columns one behind the other."""
    out, last = varint(len(entries)), 0
    for entry in entries:
        out += varint(entry[0] - last)
        last = entry[0]
    out += b"".join(varint(entry[1]) for entry in entries) + b"".join(varint(entry[2]) for entry in entries)
    for i, entry in enumerate(entries):
        follows = i > 0 and entry[3] == entries[i - 1][3] + entries[i - 1][2]
        out += varint(0 if follows else entry[3] + 1)
    return out


def pack(data, compression):
    return gzip.compress(data, 1, mtime=0) if compression == GZIP else data


def pmtiles(path, **how):
    """Sections in the given order; what `how` says replaces what a careful writer would do."""
    how = {"internal": GZIP, "compression": GZIP, "says_internal": None, "says_compression": None, "reverse": False, "clustered": 1,
           "leaves": 0, "pad": False, "order": "rmld", "metadata": {"vector_layers": LAYERS}, "counters": (5, 5, 5), "zooms": (5, 7),
           "bounds": (5.7, 50.8, 8.5, 52.4), "center": (7, 51.5, 6), "version": 3, "spoil": None} | how
    cells = sorted(CELLS, key=lambda cell: tile_id(*cell))
    blobs = [pack(tile(*cell), how["compression"]) for cell in cells]
    offsets, data = {}, b""
    for i in reversed(range(len(cells))) if how["reverse"] else range(len(cells)):
        offsets[i] = len(data)
        data += blobs[i]
    entries = [(tile_id(*cell), 1, len(blobs[i]), offsets[i]) for i, cell in enumerate(cells)]
    if how["spoil"]:
        how["spoil"](entries)
    leaves = b""
    for _ in range(how["leaves"]):
        # two entries a leaf, then leaves of leaves
        above = []
        for first in range(0, len(entries), 2):
            leaf = pack(directory(entries[first:first + 2]), how["internal"])
            above.append((entries[first][0], 0, len(leaf), len(leaves)))
            leaves += leaf
        entries = above
    metadata = b"" if how["metadata"] is None else pack(json.dumps(how["metadata"]).encode(), how["internal"])
    sections = {"r": pack(directory(entries), how["internal"]), "m": metadata, "l": leaves, "d": data}
    body, place = b"", {}
    for key in how["order"]:
        if how["pad"] and key == "m":
            body += bytes(16384 - 127 - len(body))
        place[key] = (127 + len(body), len(sections[key]))
        body += sections[key]
    header = b"PMTiles" + bytes([how["version"]])
    header += b"".join(struct.pack("<QQ", *place[key]) for key in "rmld") + struct.pack("<QQQ", *how["counters"])
    header += bytes([how["clustered"], how["says_internal"] or how["internal"],
                     how["compression"] if how["says_compression"] is None else how["says_compression"], 1, *how["zooms"]])
    header += struct.pack("<4i", *(round(value * 1e7) for value in how["bounds"]))
    header += bytes([how["center"][2]]) + struct.pack("<2i", *(round(value * 1e7) for value in how["center"][:2]))
    assert len(header) == 127
    with open(path, "wb") as file:
        file.write(header + body)


def mbtiles(path, schema="table", compress=True, metadata=True, extra=()):
    """Rows count from the south."""
    database = sqlite3.connect(path)
    packed = CELLS if compress else []
    if compress == "first":
        packed = CELLS[:1]
    rows = [(*cell[:2], (1 << cell[0]) - 1 - cell[2], pack(tile(*cell), GZIP if cell in packed else NONE)) for cell in CELLS]
    if schema == "view":
        # as mbutil and tippecanoe: numbers of contents are text
        database.execute("CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT)")
        database.execute("CREATE TABLE images (tile_data BLOB, tile_id TEXT)")
        database.execute("CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, map.tile_row AS tile_row,"
                         " images.tile_data AS tile_data FROM map JOIN images ON images.tile_id = map.tile_id")
        for z, x, y, data in rows:
            database.execute("INSERT INTO map VALUES (?, ?, ?, ?)", (z, x, y, f"{z}-{x}-{y}"))
            database.execute("INSERT INTO images VALUES (?, ?)", (data, f"{z}-{x}-{y}"))
    elif schema == "endless":
        database.execute("CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                         " SELECT 5 AS zoom_level, 16 AS tile_column, 21 AS tile_row, x'00' AS tile_data FROM n WHERE i < 0")
    elif schema == "flood":
        database.execute("CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                         " SELECT 20 AS zoom_level, i AS tile_column, 0 AS tile_row, x'00' AS tile_data FROM n")
    elif schema != "none":
        keys = {"table": "", "rowless": ", PRIMARY KEY (zoom_level, tile_column, tile_row)"}[schema]
        database.execute(f"CREATE TABLE tiles (tile_data BLOB, zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, source TEXT{keys})"
                         + (" WITHOUT ROWID" if keys else ""))
        database.executemany("INSERT INTO tiles (zoom_level, tile_column, tile_row, tile_data) VALUES (?, ?, ?, ?)", rows)
    if metadata is True:
        metadata = {"name": "foreign", "format": "pbf", "json": json.dumps({"vector_layers": LAYERS})}
    if metadata is not None:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
    for statement in extra:
        database.execute(statement)
    database.commit()
    database.close()


def folder(path):
    for z, x, y in CELLS:
        os.makedirs(f"{path}/{z}/{x}", exist_ok=True)
        with open(f"{path}/{z}/{x}/{y}.pbf", "wb") as file:
            file.write(tile(z, x, y))
    os.makedirs(f"{path}/7/68", exist_ok=True)
    open(f"{path}/7/68/42.pbf", "wb").close()  # no layer: no bytes
    with open(f"{path}/README.txt", "w") as file:
        file.write("no tile\n")


def move_out(entries):
    entries[-1] = (*entries[-1][:3], entries[-1][3] + 1)


def twice(entries):
    entries[1] = (entries[0][0], *entries[1][1:])


def empty(entries):
    entries[1] = (*entries[1][:2], 0, entries[1][3])


def write_all(root):
    os.makedirs(f"{root}/sound")
    os.makedirs(f"{root}/odd")
    sound = f"{root}/sound/"
    folder(sound + "folder")
    pmtiles(sound + "plain.pmtiles")
    pmtiles(sound + "bare.pmtiles", internal=NONE, compression=NONE, counters=(0, 0, 0))
    pmtiles(sound + "unclustered.pmtiles", reverse=True, clustered=0)
    pmtiles(sound + "leaves.pmtiles", leaves=1)
    pmtiles(sound + "deep.pmtiles", leaves=2, internal=NONE)
    pmtiles(sound + "padded.pmtiles", pad=True, leaves=1)
    pmtiles(sound + "relocated.pmtiles", order="rdlm", leaves=1)
    pmtiles(sound + "world.pmtiles", bounds=(-180, -85.0511288, 180, 85.0511288))
    pmtiles(sound + "unsaid.pmtiles", says_compression=0)
    pmtiles(sound + "unsaid_bare.pmtiles", compression=NONE, says_compression=0)
    mbtiles(sound + "table.mbtiles")
    mbtiles(sound + "rowless.mbtiles", "rowless")
    mbtiles(sound + "view.mbtiles", "view")

    odd = f"{root}/odd/"
    pmtiles(odd + "silent.pmtiles", metadata=None)
    pmtiles(odd + "brotli.pmtiles", internal=NONE, says_internal=BROTLI)
    pmtiles(odd + "zstd.pmtiles", internal=NONE, says_internal=ZSTD)
    pmtiles(odd + "brotli_tiles.pmtiles", says_compression=BROTLI)
    pmtiles(odd + "version2.pmtiles", version=2)
    pmtiles(odd + "order.pmtiles", reverse=True)
    pmtiles(odd + "counters.pmtiles", counters=(5, 5, 4))
    pmtiles(odd + "zooms.pmtiles", zooms=(4, 7))
    pmtiles(odd + "elsewhere.pmtiles", bounds=(20, 50.8, 21, 52.4), center=(20.5, 51, 6))
    pmtiles(odd + "center.pmtiles", center=(7, 51.5, 9))
    pmtiles(odd + "outside.pmtiles", spoil=move_out)
    pmtiles(odd + "twice.pmtiles", spoil=twice)
    pmtiles(odd + "empty.pmtiles", spoil=empty)
    pmtiles(odd + "loose.pmtiles", internal=NONE, compression=NONE, says_compression=GZIP)
    pmtiles(odd + "bounds.pmtiles", metadata={"vector_layers": LAYERS, "bounds": "everywhere"})
    mbtiles(odd + "silent.mbtiles", metadata=None)
    mbtiles(odd + "bare.mbtiles", compress=False)
    mbtiles(odd + "mixed.mbtiles", compress="first")
    mbtiles(odd + "none.mbtiles", "none")
    mbtiles(odd + "endless.mbtiles", "endless")
    mbtiles(odd + "flood.mbtiles", "flood")
    mbtiles(odd + "center.mbtiles", metadata={"name": "foreign", "format": "pbf", "center": "7,51", "json": json.dumps({"vector_layers": LAYERS})})
    mbtiles(odd + "row.mbtiles", extra=["INSERT INTO tiles (zoom_level, tile_column, tile_row, tile_data) VALUES (5, 32, 0, x'00')"])
    mbtiles(odd + "again.mbtiles", extra=["INSERT INTO tiles SELECT * FROM tiles WHERE zoom_level = 5"])
    mbtiles(odd + "null.mbtiles", extra=["INSERT INTO tiles (zoom_level, tile_column, tile_row) VALUES (5, 17, 20)"])
    mbtiles(odd + "endless_metadata.mbtiles", metadata=None, extra=[
        "CREATE VIEW metadata AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'a' AS name, 'b' AS value FROM n WHERE i < 0"])
    os.makedirs(f"{root}/tiles")
    for z, x, y in CELLS:
        with open(f"{root}/tiles/{z}-{x}-{y}", "wb") as file:
            file.write(tile(z, x, y))


write_all(sys.argv[1])
