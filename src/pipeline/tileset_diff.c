/* tileset_diff.c — two archives side by side, in the order of tile ids.   [pipeline] */
#include <ideenkarte/tileset.h>

#include "archive_reader.h"
#include "printable.h"

typedef struct {
    ik_archive_reader *reader;
    ik_archive_entry entry; /* the rest that is not compared yet */
    bool more;
} side;

typedef struct {
    side sides[2];
    ik_tile_change_fn take;
    gpointer data;
} comparison;

static bool advance(side *at, GError **error)
{
    return ik_archive_reader_next(at->reader, &at->entry, &at->more, error);
}

static bool drop(side *at, guint32 length, GError **error)
{
    if (length == at->entry.run)
        return advance(at, error);
    at->entry.id += length;
    at->entry.run -= length;
    return true;
}

static GBytes *content(side *at, bool expand, GError **error)
{
    GBytes *stored = ik_archive_reader_read(at->reader, &at->entry, error);
    if (stored == NULL || !expand)
        return stored;
    GBytes *plain = ik_archive_reader_expand(at->reader, stored, error);
    g_bytes_unref(stored);
    return plain;
}

/* The same bytes are the same; others are looked into. */
static bool compare(comparison *run, bool *equal, GError **error)
{
    *equal = false;
    for (guint expand = 0; expand < 2 && !*equal; expand++) {
        g_autoptr(GBytes) before = content(&run->sides[0], expand == 1, error);
        g_autoptr(GBytes) after =
            before != NULL ? content(&run->sides[1], expand == 1, error) : NULL;
        if (after == NULL)
            return false;
        *equal = g_bytes_equal(before, after) != FALSE;
    }
    return true;
}

static bool tell(const comparison *run, guint64 id, guint32 length, ik_tile_change change,
                 GError **error)
{
    for (guint32 i = 0; i < length; i++) {
        ik_tile tile = ik_tile_from_id(id + i);
        if (!run->take(tile.zoom, tile.x, tile.y, change, run->data, error))
            return false;
    }
    return true;
}

/* A tile without bytes, as folders and MBTiles may have, is like none. */
static bool is_empty(side *at, bool *empty, GError **error)
{
    *empty = false;
    if (at->entry.length > 0)
        return true;
    g_autoptr(GBytes) bytes = content(at, false, error);
    if (bytes == NULL)
        return false;
    *empty = g_bytes_get_size(bytes) == 0;
    return true;
}

static bool step(comparison *run, GError **error)
{
    side *before = &run->sides[0], *after = &run->sides[1];
    bool is_in_before = before->more && (!after->more || before->entry.id <= after->entry.id);
    bool is_in_after = after->more && (!before->more || after->entry.id <= before->entry.id);
    if (is_in_before && is_in_after) {
        guint32 length = MIN(before->entry.run, after->entry.run);
        bool equal;
        return compare(run, &equal, error) &&
               (equal || tell(run, before->entry.id, length, IK_TILE_CHANGED, error)) &&
               drop(before, length, error) && drop(after, length, error);
    }
    side *alone = is_in_before ? before : after;
    const side *other = is_in_before ? after : before;
    guint32 length = alone->entry.run;
    if (other->more)
        length = (guint32)MIN(length, other->entry.id - alone->entry.id);
    bool empty;
    if (!is_empty(alone, &empty, error))
        return false;
    return (empty || tell(run, alone->entry.id, length,
                          is_in_before ? IK_TILE_REMOVED : IK_TILE_ADDED, error)) &&
           drop(alone, length, error);
}

static bool open_side(side *at, const char *path, GError **error)
{
    at->reader = ik_archive_reader_open(path, error);
    return at->reader != NULL && advance(at, error);
}

bool ik_tileset_diff(const char *before, const char *after, ik_tile_change_fn take, gpointer data,
                     GError **error)
{
    comparison run = {.take = take, .data = data};
    bool done = open_side(&run.sides[0], before, error) && open_side(&run.sides[1], after, error);
    while (done && (run.sides[0].more || run.sides[1].more))
        done = step(&run, error);
    ik_archive_reader_close(run.sides[0].reader);
    ik_archive_reader_close(run.sides[1].reader);
    if (!done)
        ik_error_make_printable(error);
    return done;
}
