/* tile_index.c — runs of tile ids and their contents.   [archive] */
#include "tile_index.h"

#include <ideenkarte/error.h>

#include "mercator.h"

enum { SIZE_BITS = 26, FIRST_SLOTS = 1024 };

void ik_tile_index_init(ik_tile_index *index)
{
    *index = (ik_tile_index){.slots = g_new0(guint32, FIRST_SLOTS), .n_slots = FIRST_SLOTS};
}

void ik_tile_index_clear(ik_tile_index *index)
{
    g_free(index->runs);
    g_free(index->contents);
    g_free(index->slots);
    *index = (ik_tile_index){0};
}

guint64 ik_tile_content_offset(const ik_tile_content *content)
{
    return content->place >> SIZE_BITS;
}

guint32 ik_tile_content_size(const ik_tile_content *content)
{
    return (guint32)(content->place & IK_TILE_MAX_BYTES);
}

bool ik_tile_index_match(const ik_tile_index *index, ik_hash128 hash, gsize *probe,
                         guint32 *content)
{
    for (;;) {
        guint32 number = index->slots[(hash.low + *probe) & (index->n_slots - 1)];
        ++*probe;
        if (number == 0)
            return false;
        if (!ik_hash128_equal(index->contents[number - 1].hash, hash))
            continue;
        *content = number - 1;
        return true;
    }
}

static void enter(ik_tile_index *index, guint32 content)
{
    gsize slot = index->contents[content].hash.low & (index->n_slots - 1);
    while (index->slots[slot] != 0)
        slot = (slot + 1) & (index->n_slots - 1);
    index->slots[slot] = content + 1;
}

/* At most three of four slots are taken. */
static void make_slots(ik_tile_index *index)
{
    if ((gsize)index->n_contents * 4 < index->n_slots * 3)
        return;
    index->n_slots *= 2;
    g_free(index->slots);
    index->slots = g_new0(guint32, index->n_slots);
    for (guint32 content = 0; content < index->n_contents; content++)
        enter(index, content);
}

guint32 ik_tile_index_add_content(ik_tile_index *index, ik_hash128 hash, guint64 offset,
                                  guint32 size)
{
    g_assert(size <= IK_TILE_MAX_BYTES && offset < IK_SPOOL_MAX_BYTES);
    g_assert(index->n_contents < G_MAXUINT32 - 1);
    if (index->n_contents == index->room_contents) {
        index->room_contents = index->room_contents < 64 ? 64 : index->room_contents / 2 * 3;
        index->contents = g_renew(ik_tile_content, index->contents, index->room_contents);
    }
    index->contents[index->n_contents] =
        (ik_tile_content){.hash = hash, .place = offset << SIZE_BITS | size};
    enter(index, index->n_contents++);
    make_slots(index);
    return index->n_contents - 1;
}

void ik_tile_index_add_run(ik_tile_index *index, ik_tile_run run)
{
    g_assert(run.run > 0 && run.content < index->n_contents);
    if (index->n_runs == index->room_runs) {
        index->room_runs = index->room_runs < 64 ? 64 : index->room_runs / 2 * 3;
        index->runs = g_renew(ik_tile_run, index->runs, index->room_runs);
    }
    index->runs[index->n_runs++] = run;
}

/* --- sorting ---------------------------------------------------------------------------------- */

static bool is_sorted(const ik_tile_index *index)
{
    for (gsize i = 1; i < index->n_runs; i++)
        if (index->runs[i - 1].id > index->runs[i].id)
            return false;
    return true;
}

static void swap(ik_tile_run *a, ik_tile_run *b)
{
    ik_tile_run kept = *a;
    *a = *b;
    *b = kept;
}

static void insertion_sort(ik_tile_run *runs, gsize n)
{
    for (gsize i = 1; i < n; i++)
        for (gsize j = i; j > 0 && runs[j - 1].id > runs[j].id; j--)
            swap(&runs[j - 1], &runs[j]);
}

/* Radix exchange: those with the bit clear go before those with it set. In place, never worse than a pass a bit,
 * whatever the input; qsort would want as much memory again. */
static void sort_by_bit(ik_tile_run *runs, gsize n, guint bit)
{
    if (n <= 24) {
        insertion_sort(runs, n);
        return;
    }
    gsize low = 0, high = n;
    while (low < high) {
        if ((runs[low].id >> bit & 1) == 0)
            low++;
        else
            swap(&runs[low], &runs[--high]);
    }
    if (bit == 0)
        return;
    sort_by_bit(runs, low, bit - 1);
    sort_by_bit(runs + low, n - low, bit - 1);
}

static bool fail_double(guint64 id, GError **error)
{
    ik_tile tile = ik_tile_from_id(id);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "tile %u/%u/%u was put twice with different bytes",
                tile.zoom, tile.x, tile.y);
    return false;
}

/* Joins runs of one content that touch or overlap. */
static bool join_runs(ik_tile_index *index, GError **error)
{
    gsize kept = 0;
    for (gsize i = 1; i < index->n_runs; i++) {
        ik_tile_run *last = &index->runs[kept], next = index->runs[i];
        guint64 last_end = last->id + last->run, end = MAX(last_end, next.id + next.run);
        if (next.id < last_end && next.content != last->content)
            return fail_double(next.id, error);
        bool joins = next.content == last->content && next.id <= last_end;
        if (joins && end - last->id <= G_MAXUINT32) {
            last->run = (guint32)(end - last->id);
        } else if (joins) {
            last->run = G_MAXUINT32;
            guint64 rest = last->id + G_MAXUINT32;
            index->runs[++kept] = (ik_tile_run){rest, (guint32)(end - rest), next.content};
        } else {
            index->runs[++kept] = next;
        }
    }
    index->n_runs = index->n_runs > 0 ? kept + 1 : 0;
    return true;
}

bool ik_tile_index_sort(ik_tile_index *index, GError **error)
{
    g_clear_pointer(&index->slots, g_free); /* nothing is looked up any more */
    if (!is_sorted(index))
        sort_by_bit(index->runs, index->n_runs, 2 * IK_MAX_TILE_ZOOM + 1);
    return join_runs(index, error);
}

guint64 ik_tile_index_addressed(const ik_tile_index *index)
{
    guint64 addressed = 0;
    for (gsize i = 0; i < index->n_runs; i++)
        addressed += index->runs[i].run;
    return addressed;
}
