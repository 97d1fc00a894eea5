/* test_gazetteer_damage.c — foreign, older, newer, cut and damaged files: refused, or read within their bounds.   [tests] */
#include "small_gazetteer.h"

#include <stdio.h>
#include <string.h>

static char *folder, *bytes;
static size_t size;

static int set_up(void **state)
{
    (void)state;
    g_autofree char *path = NULL;
    folder = ik_test_folder_new();
    ik_gazetteer_close(build(folder, SMALL, G_N_ELEMENTS(SMALL), NULL, &path));
    bytes = ik_test_file_read(path, &size);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    g_free(bytes);
    ik_test_folder_remove(folder);
    return 0;
}

static void assert_refused(const void *data, gssize length, const char *part)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = ik_test_file_write(folder, "bad.gaz", data, length);
    assert_null(ik_gazetteer_open(path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, part);
    assert_true(g_str_has_prefix(error->message, "bad.gaz: "));
}

static void a_foreign_file_is_refused_by_name(void **state)
{
    (void)state;
    assert_refused("", 0, "is empty, expected a gazetteer");
    assert_refused("PK\x03\x04zip", -1, "zip archive, expected a gazetteer");
    assert_refused("street;number\n", -1, "is something else, expected a gazetteer");
    assert_refused("IKGAZ\n\x1a", -1, "is something else"); /* transferred as text */
}

static void a_version_that_is_not_ours_is_refused(void **state)
{
    (void)state;
    g_autofree char *other = g_memdup2(bytes, size);
    other[8] = 2;
    assert_refused(other, (gssize)size, "version 2, this program reads version 1: a newer program");
    other[8] = 0;
    assert_refused(other, (gssize)size, "version 0, this program reads version 1: build it anew");
}

static void a_file_that_is_not_there_is_not_found(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) of_folder = NULL;
    g_autofree char *path = g_build_filename(folder, "none.gaz", NULL);
    assert_null(ik_gazetteer_open(path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "none.gaz");
    assert_null(ik_gazetteer_open(folder, &of_folder));
    ik_assert_error(of_folder, IK_ERROR, IK_ERROR_INPUT, "is a folder");
}

static void a_cut_file_is_refused_wherever_it_is_cut(void **state)
{
    (void)state;
    assert_refused(bytes, 5, "is cut off after 5 bytes");
    assert_refused(bytes, 100, "is cut off after 100 bytes");
    for (size_t length = 97; length < size; length += 97)
        assert_refused(bytes, (gssize)length, "is cut off");
    assert_refused(bytes, (gssize)size - 1, "is cut off");
}

static void bytes_behind_the_end_are_refused(void **state)
{
    (void)state;
    g_autofree char *longer = g_malloc0(size + 1);
    memcpy(longer, bytes, size);
    assert_refused(longer, (gssize)size + 1, "is damaged");
}

static void require_text(const char *text)
{
    assert_non_null(text);
    assert_true(g_utf8_validate(text, -1, NULL));
}

static void ask_streets(const ik_gazetteer *gazetteer)
{
    for (guint32 i = 0; i < MIN(ik_gazetteer_streets(gazetteer), 50) + 1; i++) {
        ik_gazetteer_street street = ik_gazetteer_street_get(gazetteer, i);
        require_text(street.name);
        require_text(street.key);
        require_text(street.official_key);
        require_text(street.locality);
        assert_true((guint64)street.first_house + street.n_houses <=
                    ik_gazetteer_houses(gazetteer));
        assert_true(street.radius_m >= 0 && street.kind < IK_N_REGISTER_KINDS);
        require_text(ik_gazetteer_ags(gazetteer, street.municipality));
        ik_gazetteer_signature(gazetteer, i);
        for (guint16 number = 0; number < 16; number++) {
            ik_gazetteer_range found = ik_gazetteer_find_number(gazetteer, i, number);
            assert_true((guint64)found.first + found.count <= ik_gazetteer_houses(gazetteer));
        }
    }
    for (guint32 i = 0; i < MIN(ik_gazetteer_houses(gazetteer), 50) + 1; i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(gazetteer, i);
        require_text(house.suffix);
        require_text(house.postcode);
        assert_true(house.position.lat >= -90 && house.position.lat <= 90);
        assert_true(house.kind < IK_N_REGISTER_KINDS);
    }
}

static void ask_the_rest(const ik_gazetteer *gazetteer)
{
    guint32 streets[4], street = 0, house = 0;
    double distance;
    for (guint32 i = 0; i < 5; i++) {
        require_text(ik_gazetteer_locality_get(gazetteer, i).name);
        require_text(ik_gazetteer_locality_get(gazetteer, i).key);
        require_text(ik_gazetteer_source_get(gazetteer, i).attribution);
        require_text(ik_gazetteer_ags(gazetteer, i));
        ik_gazetteer_range of = ik_gazetteer_streets_of(gazetteer, i);
        assert_true((guint64)of.first + of.count <= ik_gazetteer_streets(gazetteer));
        of = ik_gazetteer_find_streets(gazetteer, i, "ammarkt");
        assert_true((guint64)of.first + of.count <= ik_gazetteer_streets(gazetteer));
        of = ik_gazetteer_find_localities(gazetteer, i, "horst");
        assert_true((guint64)of.first + of.count <= ik_gazetteer_localities(gazetteer));
    }
    ik_gazetteer_find_municipality(gazetteer, ESSEN);
    ik_gazetteer_find_anywhere(gazetteer, "ammarkt", streets, G_N_ELEMENTS(streets));
    if (ik_gazetteer_nearest(gazetteer, (ik_lonlat){7.4, 51.5}, 5e4, &street, &house, &distance)) {
        assert_true(street < ik_gazetteer_streets(gazetteer));
        assert_true(house == G_MAXUINT32 || house < ik_gazetteer_houses(gazetteer));
    }
}

/* Opens the file and asks it all; false when it is refused. */
static bool ask(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) damage = NULL;
    g_autoptr(ik_gazetteer) gazetteer = ik_gazetteer_open(path, &error);
    if (gazetteer == NULL) {
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "flipped.gaz: ");
        return false;
    }
    assert_false(ik_gazetteer_verify(gazetteer, &damage));
    ik_assert_error(damage, IK_ERROR, IK_ERROR_INPUT, "flipped.gaz: is damaged: its checksum");
    ask_streets(gazetteer);
    ask_the_rest(gazetteer);
    return true;
}

/* Flips a bit in each of `n` different bytes; done twice, the file is as before. */
static void flip(FILE *file, guint32 seed, guint n)
{
    seed = seed * 1664525u + 1013904223u;
    for (guint i = 0; i < n; i++) {
        size_t at = ((seed >> 4) + (size_t)i * 17) % size;
        assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
        int byte = fgetc(file) ^ (int)(1u << (seed >> (29 - 3 * i) & 7));
        assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
        assert_int_equal(fputc(byte, file), byte);
    }
    assert_int_equal(fflush(file), 0);
}

static void flipped_bytes_are_noticed_and_never_lead_outside(void **state)
{
    (void)state;
    guint n_open = 0;
    g_autofree char *path = ik_test_file_write(folder, "flipped.gaz", bytes, (gssize)size);
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    for (guint32 round = 0; round < 20000; round++) {
        flip(file, round, 1 + round % 4);
        n_open += ask(path);
        flip(file, round, 1 + round % 4);
    }
    assert_int_equal(fclose(file), 0);
    assert_true(n_open > 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_foreign_file_is_refused_by_name),
        cmocka_unit_test(a_version_that_is_not_ours_is_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_not_found),
        cmocka_unit_test(a_cut_file_is_refused_wherever_it_is_cut),
        cmocka_unit_test(bytes_behind_the_end_are_refused),
        cmocka_unit_test(flipped_bytes_are_noticed_and_never_lead_outside),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
