/* test_osm_pbf.c — OpenStreetMap PBF as osmium 1.15 writes it, and damaged.   [tests]
 *
 * The files lie in the corpus of the fuzz door: made by `osmium cat` from five objects of XML, with dense nodes, with
 * single nodes, and compressed.
 */
#include "osm_addresses.h"
#include "osm_pbf.h"
#include "protobuf.h"

#include <unistd.h>

#include "taken_records.h"

static char *sample(const char *name)
{
    g_autofree char *relative = g_build_filename("tests/fuzz/corpus/osm_pbf", name, NULL);
    return ik_test_source_path(relative);
}

static bool list_objects(const ik_osm_object *object, gpointer data, GError **error)
{
    GString *out = data;
    (void)error;
    g_string_append_printf(out, "%u %" G_GINT64_FORMAT " %s", object->kind, object->id,
                           object->date);
    if (object->has_position)
        g_string_append_printf(out, " %.7f %.7f", object->position.lon, object->position.lat);
    for (guint i = 0; i < object->n_refs; i++)
        g_string_append_printf(out, " @%" G_GINT64_FORMAT, object->refs[i]);
    for (guint i = 0; i < object->n_tags; i++)
        g_string_append_printf(out, " %s=%s", object->tags[i].key, object->tags[i].value);
    g_string_append_c(out, '\n');
    return true;
}

static void all_objects_are_read_in_each_encoding(void **state)
{
    static const char *const names[] = {"dense", "single_nodes", "zlib"};
    static const char expected[] =
        "1 1 2021-08-02 6.1000000 50.7000000 addr:housenumber=12a addr:street=Am Markt "
        "addr:postcode=52062\n"
        "1 2  6.2000000 50.8000000 place=suburb name=Mitte\n"
        "2 10  @1 @2 @1 addr:housenumber=3 addr:place=Hof\n"
        "2 11  @1 @2 highway=residential name=Weg\n"
        "4 20  @10 addr:housenumber=4 addr:street=A\n";
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        GError *error = NULL;
        g_autofree char *path = sample(names[i]);
        g_autoptr(GString) out = g_string_new(NULL);
        const ik_osm_request request = {path, IK_OSM_NODE | IK_OSM_WAY | IK_OSM_RELATION,
                                        list_objects, out};
        ik_osm_pbf_read(&request, &error);
        ik_assert_no_error(error);
        assert_string_equal(out->str, expected);
    }
}

static void only_the_kinds_that_are_wanted_are_given(void **state)
{
    GError *error = NULL;
    g_autofree char *path = sample("zlib");
    g_autoptr(GString) out = g_string_new(NULL);
    const ik_osm_request request = {path, IK_OSM_RELATION, list_objects, out};
    (void)state;
    assert_true(ik_osm_pbf_read(&request, &error));
    assert_string_equal(out->str, "4 20  @10 addr:housenumber=4 addr:street=A\n");
}

/* Cut anywhere but between two of its four blocks the file is refused; nowhere does the reader leave it. */
static void a_file_that_is_cut_off_is_refused(void **state)
{
    taken *t = *state;
    g_autofree char *whole = sample("dense");
    size_t length;
    g_autofree char *bytes = ik_test_file_read(whole, &length);
    g_autofree char *path = ik_test_file_write(t->folder, "cut.pbf", bytes, (gssize)length);
    guint accepted = 0;
    for (size_t cut = length - 1; cut > 0; cut--) {
        assert_int_equal(truncate(path, (off_t)cut), 0);
        if (taken_read_path(t, ik_osm_addresses_read, path))
            accepted++;
        else
            ik_assert_error(t->error, IK_ERROR, IK_ERROR_INPUT, "broken or cut off");
        g_clear_error(&t->error);
    }
    assert_int_equal(accepted, 3);
}

static void varints_are_read_to_ten_bytes_and_no_further(void **state)
{
    static const guint8 small[] = {0xac, 0x02}; /* 300, as in the format's documentation */
    static const guint8 cut[] = {0xff};
    static const guint8 greatest[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01};
    static const guint8 endless[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                     0xff, 0xff, 0xff, 0xff, 0xff};
    guint64 value = 0;
    ik_pbf_span span = {small, small + sizeof small, false};
    (void)state;
    assert_true(ik_pbf_next_varint(&span, &value));
    assert_int_equal(value, 300);
    assert_false(ik_pbf_next_varint(&span, &value));
    assert_false(span.is_broken);
    span = (ik_pbf_span){greatest, greatest + sizeof greatest, false};
    assert_true(ik_pbf_next_varint(&span, &value));
    assert_true(value == G_MAXUINT64);
    span = (ik_pbf_span){cut, cut + sizeof cut, false};
    assert_false(ik_pbf_next_varint(&span, &value));
    assert_true(span.is_broken);
    span = (ik_pbf_span){endless, endless + sizeof endless, false};
    assert_false(ik_pbf_next_varint(&span, &value));
    assert_true(span.is_broken);
    assert_true(ik_pbf_signed(3) == -2 && ik_pbf_signed(4) == 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, taken_set_up, taken_tear_down)
        TEST(all_objects_are_read_in_each_encoding),
        TEST(only_the_kinds_that_are_wanted_are_given),
        TEST(a_file_that_is_cut_off_is_refused),
        TEST(varints_are_read_to_ten_bytes_and_no_further),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
