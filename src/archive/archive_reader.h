/* archive_reader.h — tiles out of an archive, ours or anybody's.   [archive]
 *
 * A folder z/x/y.ending, MBTiles or PMTiles v3, recognised by what it is and not by its name. Bytes come as they are
 * stored; ik_archive_reader_expand takes the compression off. Directories and metadata are read when they are
 * compressed by gzip or not at all; brotli and zstd are UNSUPPORTED.
 *
 * The file is not trusted: sizes that it claims are held against the file before anything is allocated, directories may
 * be four deep, expand to 16 MiB, and have ids that rise; a tile has at most 64 MiB. What breaks a rule is INPUT and
 * names the place. One thread at a time.
 *
 * Memory  PMTiles: the directories on the way to one tile. MBTiles, folder: 16 bytes a tile once they are listed.
 */
#ifndef IK_ARCHIVE_READER_H
#define IK_ARCHIVE_READER_H

#include "archive_metadata.h"
#include "archive_writer.h"

typedef struct ik_archive_reader ik_archive_reader;

typedef struct {
    ik_archive_format format;
    ik_tile_type type;
    ik_compression compression; /* of the tiles */
    const char *metadata;       /* a JSON object */
    ik_archive_extent extent;   /* as the archive says; where `says` is false: nothing */
    ik_archive_extent_flags says;
    guint64 addressed, entries, contents; /* as a PMTiles header says; 0: unknown */
    bool is_clustered;
    guint64 file_bytes; /* 0: a folder */
} ik_archive_info;

typedef struct {
    guint64 id;     /* of the first tile */
    guint32 run;    /* so many tiles from there on have the same content */
    guint32 length; /* PMTiles: bytes; otherwise 0 */
    guint64 offset; /* PMTiles: in the tile data; otherwise a key that means nothing outside */
} ik_archive_entry;

/* NOT_FOUND: nothing there. INPUT: no archive, or damaged. UNSUPPORTED: see above. The caller's. */
ik_archive_reader *ik_archive_reader_open(const char *path, GError **error);
void ik_archive_reader_close(ik_archive_reader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_archive_reader, ik_archive_reader_close)

/* Borrowed. */
const ik_archive_info *ik_archive_reader_info(const ik_archive_reader *reader);
const char *ik_archive_reader_path(const ik_archive_reader *reader);

/* The entry that holds a tile. `*found` false: there is no such tile, no error. */
bool ik_archive_reader_find(ik_archive_reader *reader, ik_tile tile, ik_archive_entry *entry,
                            bool *found, GError **error);

/* Walks over all entries in the order of tile ids; they never overlap. `*more` false: that was the last. */
bool ik_archive_reader_next(ik_archive_reader *reader, ik_archive_entry *entry, bool *more,
                            GError **error);
/* The next walk starts at the first entry. */
void ik_archive_reader_rewind(ik_archive_reader *reader);

/* The stored bytes of an entry; the caller's. Not even one where a folder or MBTiles has an empty tile. */
GBytes *ik_archive_reader_read(ik_archive_reader *reader, const ik_archive_entry *entry,
                               GError **error);
/* The compression of one tile: that of the archive, but in folders and MBTiles, where no header says it, vector tiles may
 * differ. */
ik_compression ik_archive_reader_packing(const ik_archive_reader *reader, GBytes *stored);
/* What stored bytes hold; the caller's. UNSUPPORTED: brotli, zstd. */
GBytes *ik_archive_reader_expand(ik_archive_reader *reader, GBytes *stored, GError **error);

#endif
