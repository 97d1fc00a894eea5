/* geocode_rows.c — rows of addresses a second, with the geocoder and without.   [tests]
 *
 *     bench_geocode_rows ROWS.csv
 *
 * The file is answered whole on one thread; then its addresses, read before, are only placed. The difference is what
 * reading and writing take. Rounds take turns, the best of each counts, for machines are noisy.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "address_fields.h"
#include "atlas.h"

enum { ROUNDS = 7 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static bool count_bytes(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)bytes, (void)error;
    *(guint64 *)data += size;
    return true;
}

static void fail(GError *error)
{
    fprintf(stderr, "%s\n", error->message);
    exit(1);
}

/* Of ik_address_fields. */
static GArray *read_addresses(const char *path)
{
    GError *error = NULL;
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, &error);
    if (reader == NULL)
        fail(error);
    const ik_columns_request request = {.table = IK_TABLE_ADDRESSES, .file = path};
    g_autoptr(ik_columns) columns =
        ik_columns_resolve(&request, ik_csv_reader_next(reader), &error);
    if (columns == NULL)
        fail(error);
    GArray *addresses = g_array_new(FALSE, FALSE, sizeof(ik_address_fields));
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;) {
        ik_address_fields fields = ik_address_fields_read(columns, record);
        g_array_append_val(addresses, fields);
    }
    return addresses;
}

static double place_all(const ik_atlas *atlas, const GArray *addresses)
{
    double began = now();
    for (guint i = 0; i < addresses->len; i++) {
        const ik_address_fields *fields = &g_array_index(addresses, ik_address_fields, i);
        const ik_address address = {fields->street, fields->house_number, fields->postcode,
                                    fields->city, fields->address};
        ik_match match;
        ik_place_address(&atlas->placer, &address, NULL, &match);
        ik_match_clear(&match);
    }
    return now() - began;
}

static double answer_file(const ik_atlas *atlas, const char *path, guint64 *bytes)
{
    GError *error = NULL;
    *bytes = 0;
    const ik_batch_options options = {.jobs = 1, .write = count_bytes, .write_data = bytes};
    double began = now();
    if (!ik_geocode_file(atlas, path, &options, NULL, &error))
        fail(error);
    return now() - began;
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    g_autoptr(ik_atlas) atlas = ik_atlas_new();
    g_autoptr(GArray) addresses = read_addresses(argv[1]);
    double whole = G_MAXDOUBLE, placing = G_MAXDOUBLE;
    guint64 bytes;
    for (int i = 0; i < ROUNDS; i++) {
        whole = MIN(whole, answer_file(atlas, argv[1], &bytes));
        placing = MIN(placing, place_all(atlas, addresses));
    }
    const double rows = addresses->len;
    printf("%.0f rows, %" PRIu64 " bytes of result, one thread\n", rows, bytes);
    printf("whole              %9.0f rows/s\n", rows / whole);
    printf("placing alone      %9.0f rows/s\n", rows / placing);
    printf("reading and writing %8.0f rows/s (the difference)\n", rows / (whole - placing));
    return 0;
}
