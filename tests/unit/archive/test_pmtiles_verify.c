/* test_pmtiles_verify.c — 10,000 archives with one place flipped or cut: every change that matters is found.   [tests]
 *
 * What matters is what a reader sees: type, compression, zooms, bounds, centre, counters, metadata, and what each tile
 * holds. Bounds and centre may move by 10^-7 degrees, a centimetre, which is how others round them. A change may be without consequence (the clock in a gzip header, a flag that promises less): then the archive
 * may pass.
 */
#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <string.h>

#include "archive_fixture.h"
#include "archive_verify.h"
#include "digest.h"

static void write_archive(const char *path, guint tiles, guint contents)
{
    GError *error = NULL;
    g_autoptr(ik_gzip_codec) codec = ik_gzip_codec_new(6);
    const ik_archive_description description = vector_description();
    g_autoptr(ik_archive_writer) writer = ik_archive_writer_new(path, &description, &error);
    ik_assert_no_error(error);
    for (guint i = 0; i < tiles; i++) {
        g_autoptr(GBytes) bytes = content_number(codec, i % contents);
        put_bytes(writer, 87381 + i + i / 40, bytes);
    }
    ik_archive_writer_finish(writer, NULL, &error);
    ik_assert_no_error(error);
}

static bool add_tiles(GByteArray *seen, ik_archive_reader *reader)
{
    ik_archive_entry entry;
    for (bool more = true; more;) {
        if (!ik_archive_reader_next(reader, &entry, &more, NULL))
            return false;
        if (!more)
            break;
        g_autoptr(GBytes) stored = ik_archive_reader_read(reader, &entry, NULL);
        g_autoptr(GBytes) plain =
            stored != NULL ? ik_archive_reader_expand(reader, stored, NULL) : NULL;
        if (plain == NULL)
            return false;
        gsize size;
        const void *data = g_bytes_get_data(plain, &size);
        ik_hash128 hash = ik_hash128_of(data, size);
        for (guint32 i = 0; i < MIN(entry.run, 100000); i++) {
            guint64 id = entry.id + i;
            g_byte_array_append(seen, (const guint8 *)&id, sizeof id);
            g_byte_array_append(seen, (const guint8 *)&hash, sizeof hash);
        }
    }
    return true;
}

typedef struct {
    ik_hash128 hash; /* of all but the extent */
    ik_archive_extent extent;
} sight;

/* All that a reader sees; false: it cannot be read. */
static bool look(const char *path, sight *seen)
{
    g_autoptr(ik_archive_reader) reader = ik_archive_reader_open(path, NULL);
    if (reader == NULL)
        return false;
    const ik_archive_info *info = ik_archive_reader_info(reader);
    g_autoptr(GByteArray) all = g_byte_array_new();
    g_autofree char *text = g_strdup_printf(
        "%d %d %u %u %u %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s",
        (int)info->type, (int)info->compression, info->extent.min_zoom, info->extent.max_zoom,
        info->extent.center_zoom, info->addressed, info->entries, info->contents, info->metadata);
    g_byte_array_append(all, (const guint8 *)text, (guint)strlen(text));
    bool is_readable = add_tiles(all, reader);
    seen->hash = ik_hash128_of(all->data, all->len);
    seen->extent = info->extent;
    return is_readable;
}

static bool is_near(double a, double b)
{
    return a - b < 1.5e-7 && b - a < 1.5e-7;
}

static bool is_same_sight(const sight *a, const sight *b)
{
    const ik_archive_extent *one = &a->extent, *other = &b->extent;
    return ik_hash128_equal(a->hash, b->hash) && is_near(one->bounds.west, other->bounds.west) &&
           is_near(one->bounds.south, other->bounds.south) &&
           is_near(one->bounds.east, other->bounds.east) &&
           is_near(one->bounds.north, other->bounds.north) &&
           is_near(one->center.lon, other->center.lon) &&
           is_near(one->center.lat, other->center.lat);
}

typedef struct {
    guint found, harmless;
} damage_tally;

static void try_damage(const char *folder, const char *bytes, gsize size, GRand *random,
                       const sight *sound, damage_tally *tally)
{
    g_autofree char *damaged = g_memdup2(bytes, size);
    gsize at = (gsize)g_rand_int_range(random, 0, (gint32)size);
    /* Half of the places in header and directories, where most rules are. */
    if (g_rand_boolean(random))
        at = (gsize)g_rand_int_range(random, 0, (gint32)MIN(size, 700));
    gsize length = size;
    guint kind = (guint)g_rand_int_range(random, 0, 10);
    if (kind == 0)
        length = at;
    else
        damaged[at] = (char)(damaged[at] ^ g_rand_int_range(random, 1, 256));
    g_autofree char *path = g_build_filename(folder, "damaged.pmtiles", NULL);
    assert_true(g_file_set_contents_full(path, damaged, (gssize)length, G_FILE_SET_CONTENTS_NONE,
                                         0600, NULL));
    GError *error = NULL;
    sight seen;
    bool passes = ik_archive_verify(path, &(ik_verify_options){0}, NULL, &error);
    bool is_same = look(path, &seen) && is_same_sight(&seen, sound);
    if (passes && !is_same)
        fail_msg("byte %zu of %zu, kind %u: the damage was not found", (size_t)at, (size_t)size,
                 kind);
    tally->found += !passes;
    tally->harmless += passes;
    if (!passes)
        assert_non_null(strstr(error->message, "damaged.pmtiles: "));
    g_clear_error(&error);
}

static damage_tally damage(guint tiles, guint contents, guint times, guint32 seed)
{
    char *folder = ik_test_folder_new();
    g_autofree char *path = g_build_filename(folder, "sound.pmtiles", NULL);
    write_archive(path, tiles, contents);
    assert_true(ik_archive_verify(path, &(ik_verify_options){0}, NULL, NULL));
    size_t size;
    sight sound;
    g_autofree char *bytes = ik_test_file_read(path, &size);
    assert_true(look(path, &sound));
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    damage_tally tally = {0};
    for (guint i = 0; i < times; i++)
        try_damage(folder, bytes, size, random, &sound, &tally);
    print_message("%u of %u found, %u without consequence\n", tally.found, times, tally.harmless);
    ik_test_folder_remove(folder);
    return tally;
}

static void damage_to_a_small_archive_is_found(void **state)
{
    (void)state;
    damage_tally tally = damage(120, 40, 9500, 20161101);
    assert_int_equal(tally.found + tally.harmless, 9500);
    assert_true(tally.found > 9500 * 4 / 5);
}

/* More entries than a root holds. */
static void damage_to_leaf_directories_is_found(void **state)
{
    (void)state;
    damage_tally tally = damage(17000, 37, 500, 20161102);
    assert_int_equal(tally.found + tally.harmless, 500);
    assert_true(tally.found > 500 * 4 / 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damage_to_a_small_archive_is_found),
        cmocka_unit_test(damage_to_leaf_directories_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
