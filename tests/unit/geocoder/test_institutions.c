/* test_institutions.c — real addresses of schools and town halls, as their owners write them.   [tests]
 *
 * The files name the municipality of each address. Wanted: 99.5 % in that municipality, and none in
 * another without a person being asked. Every row that differs is printed.
 */
#include "official_tables.h"

#include <ideenkarte/geocoder.h>

typedef struct {
    const char *relative;
    guint ags, postcode, city, street; /* columns; `city` may be the same as `postcode` */
} institution_file;

typedef struct {
    guint rows, right, auto_right, silently_wrong;
} tally;

static void count(const ik_territory *territory, const char *ags, const ik_match *match, tally *t)
{
    bool placed = match->municipality != IK_NONE;
    const char *found = placed ? territory->municipalities[match->municipality].ags : "none";
    bool right = strcmp(found, ags) == 0;
    t->rows++;
    t->right += right;
    t->auto_right += right && match->status == IK_STATUS_AUTO;
    t->silently_wrong += !right && match->status == IK_STATUS_AUTO;
    if (right && match->status == IK_STATUS_AUTO)
        return;
    g_autofree char *faults = ik_faults_codes(&match->faults, " ");
    print_message("  %s: %s %s %s\n", ags, found, ik_status_name(match->status), faults);
}

static tally run(const ik_territory *territory, const char *path, const institution_file *file)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_geocoder) geocoder = ik_geocoder_new(territory);
    tally t = {0};
    ik_csv_reader_next(reader);
    for (const ik_csv_record *r; (r = ik_csv_reader_next(reader)) != NULL;) {
        ik_address address = {.street = r->fields[file->street], .city = r->fields[file->city]};
        if (file->postcode != file->city)
            address.postcode = r->fields[file->postcode];
        ik_match match;
        ik_geocoder_match(geocoder, &address, &match);
        count(territory, r->fields[file->ags], &match, &t);
        ik_match_clear(&match);
    }
    print_message("  %s: %u rows, %u in the municipality named, %u of them without doubt, %u "
                  "silently wrong\n",
                  file->relative, t.rows, t.right, t.auto_right, t.silently_wrong);
    return t;
}

static void assert_file(const institution_file *file, guint rows)
{
    g_autofree char *path = ik_test_shared_path(file->relative);
    official_tables *tables = official_tables_new();
    tally t = run(&tables->territory, path, file);
    official_tables_free(tables);
    assert_int_equal(t.rows, rows);
    assert_int_equal(t.silently_wrong, 0);
    assert_true(t.right * 1000 >= t.rows * 995);
}

static void schools_are_placed_in_the_municipality_that_they_name(void **state)
{
    (void)state;
    const institution_file schools = {"geodata/institutions/schools_nrw_a.csv", 9, 5, 6, 7};
    assert_file(&schools, 2814);
}

static void town_halls_are_placed_by_their_postal_address(void **state)
{
    (void)state;
    const institution_file halls = {"geodata/institutions/town_halls_nrw_2011.csv", 4, 9, 9, 8};
    assert_file(&halls, 395);
}

static void town_halls_are_placed_by_their_official_name(void **state)
{
    (void)state;
    const institution_file halls = {"geodata/institutions/town_halls_nrw_2011.csv", 4, 5, 5, 8};
    assert_file(&halls, 395);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schools_are_placed_in_the_municipality_that_they_name),
        cmocka_unit_test(town_halls_are_placed_by_their_postal_address),
        cmocka_unit_test(town_halls_are_placed_by_their_official_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
