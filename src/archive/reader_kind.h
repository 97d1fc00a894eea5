/* reader_kind.h — what a kind of archive has to be able to do to be read.   [archive]
 *
 * A kind puts `ik_archive_reader` first in a struct of its own. One that has no directory lists its tiles once (`list`)
 * and leaves walking and finding to archive_reader.c.
 */
#ifndef IK_READER_KIND_H
#define IK_READER_KIND_H

#include "archive_reader.h"
#include "gzip.h"
#include "pmtiles_format.h"

/* A tile of an archive without a directory; `key` is the kind's own, it comes back as `offset` of the entry. */
typedef struct {
    guint64 id, key;
} ik_listed_tile;

typedef struct {
    /* Appends all tiles, ik_listed_tile, in any order. NULL: `next`, `rewind` and `find` are there instead. */
    bool (*list)(ik_archive_reader *reader, GArray *tiles, GError **error);
    bool (*next)(ik_archive_reader *reader, ik_archive_entry *entry, bool *more, GError **error);
    void (*rewind)(ik_archive_reader *reader);
    bool (*find)(ik_archive_reader *reader, guint64 id, ik_archive_entry *entry, bool *found,
                 GError **error);
    /* No bytes where the tile has none. */
    GBytes *(*read)(ik_archive_reader *reader, const ik_archive_entry *entry, GError **error);
    void (*close)(ik_archive_reader *reader); /* everything but the base */
} ik_reader_kind;

struct ik_archive_reader {
    const ik_reader_kind *kind;
    char *path;
    char *metadata;       /* owned */
    ik_archive_info info; /* its metadata are those above */
    ik_gzip_codec *codec;
    GArray *tiles; /* ik_listed_tile, by id; NULL: not listed yet */
    guint at;      /* of the walk */
};

void ik_archive_reader_init(ik_archive_reader *reader, const ik_reader_kind *kind,
                            const char *path);
/* Takes over `metadata`: a JSON object, or INPUT. Where it names zooms and bounds they are taken from it. */
bool ik_archive_reader_take_metadata(ik_archive_reader *reader, char *metadata, GError **error);
/* Takes the compression of the tiles from the first that has bytes. UNSUPPORTED: vector tiles compressed by zlib. */
bool ik_archive_reader_sniff(ik_archive_reader *reader, GError **error);

ik_archive_reader *ik_pmtiles_reader_open(const char *path, GError **error);
ik_archive_reader *ik_mbtiles_reader_open(const char *path, GError **error);
ik_archive_reader *ik_folder_reader_open(const char *path, GError **error);

/* What verify looks at besides: the header of a reader of PMTiles. Borrowed. */
const ik_pmtiles_header *ik_pmtiles_reader_header(const ik_archive_reader *reader);

#endif
