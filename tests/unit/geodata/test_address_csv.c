/* test_address_csv.c — a town's addresses by mapped columns.   [tests] */
#include "address_csv.h"

#include "taken_records.h"

#define ESSEN "objectid;strschl;strname;hsnr;hsnrzu;adresse;utm32_e_4647;utm32_n;lon;lat\n"

static void the_house_coordinates_of_essen_are_known(void **state)
{
    taken *t = *state;
    assert_true(taken_read(t, ik_address_csv_read, "essen.csv",
                           ESSEN
                           "1;7319;### Straßenname unbekannt;21;;x;32362128;5710918;7.0;51.5\n"
                           "2;1;Aachener Str.;12;A;x;32362105;5710920;6.9705920;51.4468610\n"
                           "3;22222;Zeche;;;x;32362105;5710920;6.9;51.4\n",
                           -1));
    ik_assert_no_error(t->error);
    assert_int_equal(t->lines->len, 2);
    assert_string_equal(taken_line(t, 0), "05113000|Aachener Str.|00001|12|A||");
    assert_string_equal(taken_line(t, 1), "05113000|Zeche|22222|-|||");
    ik_assert_near(taken_position(t, 0).lon, 6.970592, 0.0);
    ik_assert_near(taken_position(t, 0).lat, 51.446861, 0.0);
    assert_int_equal(taken_skips(t, "street_unknown"), 1);
    assert_int_equal(t->summary.rows, 3);
}

/* Position by gdaltransform -s_srs EPSG:4647 -t_srs EPSG:4326. */
static void a_mapping_names_columns_and_the_reference_system(void **state)
{
    static const char *const mapping[] = {"street=Strasse", "number=Nr", "easting=X",
                                          "northing=Y",     "epsg=4647", "postcode=PLZ",
                                          "locality=Ort",   NULL};
    taken *t = *state;
    t->mapping = mapping;
    t->ags = "05158028";
    assert_true(taken_read(t, ik_address_csv_read, "list.csv",
                           "PLZ,Ort,Strasse,Nr,X,Y\n"
                           "40878,Mitte,Minoritenstraße,6,\"32349925,060\",\"5685090,386\"\n",
                           -1));
    assert_string_equal(taken_line(t, 0), "05158028|Minoritenstraße||6||40878|Mitte");
    ik_assert_near(taken_position(t, 0).lon, 6.84735747959133, 1e-12);
    ik_assert_near(taken_position(t, 0).lat, 51.2973286948979, 1e-12);
}

static void columns_with_the_names_of_the_keys_need_no_mapping(void **state)
{
    taken *t = *state;
    t->ags = "05113000";
    assert_true(taken_read(t, ik_address_csv_read, "list.csv",
                           "AGS;street;number;lon;lat\n05158028;A;1;6.8;51.2\n;B;2;6,8;51,2\n"
                           "5158028;C;3;6.8;51.2\n05158028;;4;6.8;51.2\n05158028;D;5;;51.2\n"
                           "05158028;E;6;6.8;91\n05158028;\"F;6;6.8;51\n",
                           -1));
    assert_int_equal(t->lines->len, 2);
    assert_string_equal(taken_line(t, 0), "05158028|A||1|||");
    assert_string_equal(taken_line(t, 1), "05113000|B||2|||");
    ik_assert_near(taken_position(t, 1).lon, 6.8, 0.0);
    assert_int_equal(taken_skips(t, "ags_malformed"), 1);
    assert_int_equal(taken_skips(t, "street_missing"), 1);
    assert_int_equal(taken_skips(t, "position_missing"), 2);
    assert_int_equal(taken_skips(t, "unclosed_quote"), 1);
}

static void a_mapping_that_cannot_be_followed_is_an_error(void **state)
{
    static const struct {
        const char *mapping[3];
        ik_error_code code;
        const char *part;
    } cases[] = {
        {{"street=Weg", NULL}, IK_ERROR_NOT_FOUND, "no column \"Weg\""},
        {{"strasse=Strasse", NULL}, IK_ERROR_INPUT, "expected KEY=COLUMN"},
        {{"street", NULL}, IK_ERROR_INPUT, "expected KEY=COLUMN"},
        {{"=Strasse", NULL}, IK_ERROR_INPUT, "expected KEY=COLUMN"},
        {{"number=Nr", NULL}, IK_ERROR_INPUT, "no column for the street"},
        {{"street=Strasse", NULL}, IK_ERROR_INPUT, "easting and northing need"},
        {{"street=Strasse", "epsg=x", NULL}, IK_ERROR_INPUT, "epsg=x"},
        {{"street=Strasse", "epsg=1", NULL}, IK_ERROR_UNSUPPORTED, "EPSG:1"},
    };
    taken *t = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        t->mapping = cases[i].mapping;
        assert_false(taken_read(t, ik_address_csv_read, "list.csv",
                                "Strasse;Nr;easting;northing\nA;1;1;1\n", -1));
        ik_assert_error(t->error, IK_ERROR, (int)cases[i].code, cases[i].part);
        g_clear_error(&t->error);
    }
}

static void without_columns_for_positions_nothing_is_read(void **state)
{
    taken *t = *state;
    assert_false(taken_read(t, ik_address_csv_read, "list.csv", "street;number\nA;1\n", -1));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_INPUT, "no columns for positions");
}

static void a_table_of_localities_gives_localities(void **state)
{
    taken *t = *state;
    assert_true(taken_read(t, ik_address_csv_read, "ortsteile.csv",
                           "Ort;Ortsteil;AGS;lon;lat\nHamm;Bockum-Hövel;05915000;7,77;51,69\n"
                           "Essen;Werden;;7.0;51.39\nEssen;;05113000;7.0;51.4\n"
                           "Essen;Kettwig;05113000;6.94;\nEssen;Horst;5113;7.1;51.4\n",
                           -1));
    ik_assert_no_error(t->error);
    assert_int_equal(t->lines->len, 2);
    assert_string_equal(taken_line(t, 0), "05915000|||-|||Bockum-Hövel");
    assert_string_equal(taken_line(t, 1), "-|||-|||Werden");
    ik_assert_near(taken_position(t, 0).lon, 7.77, 0.0);
    ik_assert_near(taken_position(t, 0).lat, 51.69, 0.0);
    assert_int_equal(taken_skips(t, "locality_missing"), 1);
    assert_int_equal(taken_skips(t, "position_missing"), 1);
    assert_int_equal(taken_skips(t, "ags_malformed"), 1);
}

/* Position by gdaltransform -s_srs EPSG:4647 -t_srs EPSG:4326. */
static void localities_take_their_part_of_a_mapping_for_several_files(void **state)
{
    static const char *const mapping[] = {"street=Strasse", "number=Nr", "locality=Name",
                                          "lon=Laenge",     "easting=X", "northing=Y",
                                          "epsg=4647",      NULL};
    taken *t = *state;
    t->mapping = mapping;
    t->ags = "05158028";
    assert_false(taken_read(t, ik_address_csv_read, "orte.csv",
                            "Name,X,Y\nMitte,\"32349925,060\",\"5685090,386\"\n", -1));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_NOT_FOUND, "no column \"Laenge\"");
    g_clear_error(&t->error);
    assert_true(taken_read(t, ik_address_csv_read, "orte.csv",
                           "Ort,lon,lat,X,Y\nMitte,6.8,51.2,1,1\n", -1));
    assert_string_equal(taken_line(t, 0), "05158028|||-|||Mitte");
    ik_assert_near(taken_position(t, 0).lon, 6.8, 0.0);
}

static void tables_of_postcodes_are_refused_with_the_way_to_go(void **state)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        {"plz,note,einwohner,qkm,lat,lon\n44145,44145 Dortmund,1,1,51.5,7.4\n",
         "postcode centres are no addresses: name the file as postcode_points under [places]"},
        {"PLZ;Ort;lat;lon\n44145;Dortmund;51.5;7.4\n", "postcode centres are no addresses"},
        {"osm_id,ags,ort,plz,landkreis,bundesland\n1,05913000,Dortmund,44145,,\n",
         "the built-in table holds all postcodes"},
    };
    static const char *const mapping[] = {"street=Strasse", NULL};
    taken *t = *state;
    t->mapping = mapping;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_false(taken_read(t, ik_address_csv_read, "list.csv", cases[i].text, -1));
        ik_assert_error(t->error, IK_ERROR, IK_ERROR_INPUT, cases[i].part);
        g_clear_error(&t->error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, taken_set_up, taken_tear_down)
        TEST(the_house_coordinates_of_essen_are_known),
        TEST(a_mapping_names_columns_and_the_reference_system),
        TEST(columns_with_the_names_of_the_keys_need_no_mapping),
        TEST(a_mapping_that_cannot_be_followed_is_an_error),
        TEST(without_columns_for_positions_nothing_is_read),
        TEST(a_table_of_localities_gives_localities),
        TEST(localities_take_their_part_of_a_mapping_for_several_files),
        TEST(tables_of_postcodes_are_refused_with_the_way_to_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
