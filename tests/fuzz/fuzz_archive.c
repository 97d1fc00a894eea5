/* fuzz_archive.c — one archive of unknown origin, from end to end.   [tests] */
#include "fuzz_archive.h"

#include <ideenkarte/error.h>

#include "archive_verify.h"

static void require_failure(const GError *error)
{
    g_assert(error != NULL && error->domain == IK_ERROR);
    fuzz_require_utf8(error->message);
}

static void require_found(ik_archive_reader *reader, const ik_archive_entry *entry)
{
    g_autoptr(GError) error = NULL;
    ik_archive_entry again;
    bool found;
    if (!ik_archive_reader_find(reader, ik_tile_from_id(entry->id), &again, &found, &error)) {
        require_failure(error);
        return;
    }
    g_assert(found && again.id == entry->id && again.run == entry->run);
    g_assert(again.offset == entry->offset && again.length == entry->length);
}

/* True when each tile could be read. */
static bool walk(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, &error);
    g_autoptr(ik_archive_reader) finder =
        reader != NULL ? ik_archive_reader_open(path, &error) : NULL;
    guint64 end = 0;
    ik_archive_entry entry;
    for (bool more = finder != NULL; more;) {
        if (!ik_archive_reader_next(reader, &entry, &more, &error))
            break;
        if (!more)
            return true;
        g_assert(entry.run > 0 && entry.id >= end);
        end = entry.id + entry.run;
        require_found(finder, &entry);
        g_autoptr(GBytes) stored = ik_archive_reader_read(reader, &entry, &error);
        g_autoptr(GBytes) plain =
            stored != NULL ? ik_archive_reader_expand(reader, stored, &error) : NULL;
        if (plain == NULL)
            break;
    }
    require_failure(error);
    return false;
}

void fuzz_archive(const char *path)
{
    g_autoptr(GError) error = NULL;
    ik_verify_result result;
    bool is_readable = walk(path);
    if (ik_archive_verify(path, &(ik_verify_options){0}, &result, &error))
        g_assert(is_readable && result.tiles > 0 && result.min_zoom <= result.max_zoom);
    else
        require_failure(error);
}
