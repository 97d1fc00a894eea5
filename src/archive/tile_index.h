/* tile_index.h — which tile has which content, in memory.   [archive]
 *
 * Two tables: runs of tile ids, each with the number of its content, and contents, found by their 128-bit hash. The
 * bytes lie elsewhere (tile_spool.h); a content knows its place there. Whoever adds a content has compared bytes with
 * those of equal hash. Cost: 16 bytes a run and 29 to 35 a content; sorted in place. No locking.
 */
#ifndef IK_TILE_INDEX_H
#define IK_TILE_INDEX_H

#include <glib.h>
#include <stdbool.h>

#include "digest.h"

#define IK_TILE_MAX_BYTES  ((G_GUINT64_CONSTANT(1) << 26) - 1) /* of one tile: 64 MiB */
#define IK_SPOOL_MAX_BYTES (G_GUINT64_CONSTANT(1) << 38)       /* of all contents: 256 GiB */

typedef struct {
    guint64 id; /* of its first tile */
    guint32 run, content;
} ik_tile_run;

typedef struct {
    ik_hash128 hash; /* once placed: low is the offset in the archive */
    guint64 place;   /* offset in the spool and size */
} ik_tile_content;

typedef struct {
    ik_tile_run *runs;
    gsize n_runs, room_runs;
    ik_tile_content *contents;
    guint32 n_contents, room_contents;
    guint32 *slots; /* open addressing: number of a content + 1, or 0 */
    gsize n_slots;  /* power of two */
} ik_tile_index;

void ik_tile_index_init(ik_tile_index *index);
void ik_tile_index_clear(ik_tile_index *index);

/* Walks over the contents of this hash: `*probe` is 0 at first. False: no more. */
bool ik_tile_index_match(const ik_tile_index *index, ik_hash128 hash, gsize *probe,
                         guint32 *content);

guint32 ik_tile_index_add_content(ik_tile_index *index, ik_hash128 hash, guint64 offset,
                                  guint32 size);
void ik_tile_index_add_run(ik_tile_index *index, ik_tile_run run);

guint64 ik_tile_content_offset(const ik_tile_content *content);
guint32 ik_tile_content_size(const ik_tile_content *content);

/* Ends adding. Afterwards the runs stand in the order of their ids, are as long as can be and do not touch: the entries
 * of a PMTiles directory. The same tile with the same content twice is one. INPUT: with two contents. */
bool ik_tile_index_sort(ik_tile_index *index, GError **error);

/* Sum of the lengths of all runs. */
guint64 ik_tile_index_addressed(const ik_tile_index *index);

#endif
