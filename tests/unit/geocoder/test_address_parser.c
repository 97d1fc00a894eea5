/* test_address_parser.c — columns and lines taken apart.   [tests] */
#include "address_parser.h"
#include "official_tables.h"

typedef struct {
    official_tables *tables;
    ik_place_index *index;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new(fixture, 1);
    f->tables = official_tables_new();
    f->index = ik_place_index_new(&f->tables->territory);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_place_index_free(f->index);
    official_tables_free(f->tables);
    g_free(f);
    return 0;
}

typedef struct {
    ik_address address;
    const char *street, *number, *postcode, *city;
} parser_case;

static void assert_same(const char *what, const char *found, const char *expected,
                        const parser_case *c)
{
    if (g_strcmp0(found, expected) != 0)
        fail_msg("%s of \"%s|%s|%s|%s\" is %s, expected %s", what,
                 c->address.street != NULL ? c->address.street : "",
                 c->address.postcode != NULL ? c->address.postcode : "",
                 c->address.city != NULL ? c->address.city : "",
                 c->address.text != NULL ? c->address.text : "", found, expected);
}

static void assert_parts(void **state, const parser_case *cases, gsize n)
{
    const fixture *f = *state;
    for (gsize i = 0; i < n; i++) {
        ik_address_parts parts;
        ik_address_parts_read(f->index, &cases[i].address, &parts);
        assert_same("street", parts.street, cases[i].street, &cases[i]);
        assert_same("number", parts.house_number, cases[i].number, &cases[i]);
        assert_same("postcode", parts.postcode, cases[i].postcode, &cases[i]);
        assert_same("city", parts.city, cases[i].city, &cases[i]);
        ik_address_parts_clear(&parts);
    }
}

static void columns_are_taken_as_they_are(void **state)
{
    const parser_case cases[] = {
        {{.street = "Ottostr. 5", .postcode = "44145", .city = "Dortmund"},
         "Ottostr.",
         "5",
         "44145",
         "Dortmund"},
        {{.street = "Ottostr.", .house_number = " 5 a ", .postcode = "44145", .city = "Dortmund"},
         "Ottostr.",
         "5 a",
         "44145",
         "Dortmund"},
        {{.street = "Broadway", .city = "Dortmund"}, "Broadway", NULL, NULL, "Dortmund"},
        {{.street = "c/o AWO, Am Markt 3", .postcode = "59423", .city = "Unna"},
         "Am Markt",
         "3",
         "59423",
         "Unna"},
        {{.street = "Am Markt 3, 2. Etage", .postcode = "59423", .city = "Unna"},
         "Am Markt",
         "3",
         "59423",
         "Unna"},
        {{.street = "Unnaer Str. 1", .postcode = "59174", .city = "Kamen"},
         "Unnaer Str.",
         "1",
         "59174",
         "Kamen"},
    };
    assert_parts(state, cases, G_N_ELEMENTS(cases));
}

static void a_column_may_hold_more_than_its_name_says(void **state)
{
    const parser_case cases[] = {
        {{.city = "44145 Dortmund"}, NULL, NULL, "44145", "Dortmund"},
        {{.city = "D-44145 Dortmund"}, NULL, NULL, "44145", "Dortmund"},
        {{.city = "Dortmund 44145"}, NULL, NULL, "44145", "Dortmund"},
        {{.city = "DORTMUND44145"}, NULL, NULL, "44145", "DORTMUND"},
        {{.city = "Dortmund D-44145"}, NULL, NULL, "44145", "Dortmund"},
        {{.city = "44145"}, NULL, NULL, "44145", NULL},
        {{.postcode = "D-44145"}, NULL, NULL, "44145", NULL},
        {{.postcode = "44 145"}, NULL, NULL, "44145", NULL},
        {{.postcode = "44145 Dortmund"}, NULL, NULL, "44145", "Dortmund"},
        {{.postcode = "k. A.", .city = "Dortmund"}, NULL, NULL, NULL, "Dortmund"},
        {{.street = "Ottostr. 5, 44145 Dortmund"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.street = "Ottostr. 5", .text = "44145 Dortmund"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.city = "Unna", .text = "Ottostr. 5, 44145 Dortmund"}, "Ottostr.", "5", "44145", "Unna"},
    };
    assert_parts(state, cases, G_N_ELEMENTS(cases));
}

static void a_line_may_have_its_parts_in_any_order(void **state)
{
    const parser_case cases[] = {
        {{.text = "Ottostr. 5, 44145 Dortmund"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "44145 Dortmund, Ottostr. 5"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "Ottostr. 5 44145 Dortmund"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "44145 Dortmund Ottostr. 5"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "Dortmund 44145 Ottostr. 5"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "Ottostr. 5 Dortmund 44145"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "Ottostr. 5\n44145 Dortmund\nDeutschland"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "44145, Dortmund, Ottostr. 5"}, "Ottostr.", "5", "44145", "Dortmund"},
        {{.text = "Dortmund Ottostr. 5"}, "Ottostr.", "5", NULL, "Dortmund"},
        {{.text = "Ottostr. 5 Dortmund"}, "Ottostr.", "5", NULL, "Dortmund"},
        {{.text = "Königsallee Düsseldorf"}, "Königsallee", NULL, NULL, "Düsseldorf"},
        {{.text = "Am Rathaus 1 Mülheim an der Ruhr"},
         "Am Rathaus",
         "1",
         NULL,
         "Mülheim an der Ruhr"},
        {{.text = "colditzer weg 18, holzwickede"}, "colditzer weg", "18", NULL, "holzwickede"},
        {{.text = "marie-curie-str. 3 | 40764 langenfeld"},
         "marie-curie-str.",
         "3",
         "40764",
         "langenfeld"},
    };
    assert_parts(state, cases, G_N_ELEMENTS(cases));
}

static void names_floors_and_telephones_are_passed_over(void **state)
{
    const parser_case cases[] = {
        {{.text = "Zeche Adolph von Hansemann, Barbarastr. 7, 44357 Dortmund"},
         "Barbarastr.",
         "7",
         "44357",
         "Dortmund"},
        {{.text = "Stadt Unna, Rathausplatz 1, 59423 Unna"}, "Rathausplatz", "1", "59423", "Unna"},
        {{.text = "c/o AWO, Am Markt 3-5 Hinterhaus, Unna-Hemmerde"},
         "Am Markt",
         "3-5",
         NULL,
         "Unna-Hemmerde"},
        {{.text = "59065 Hamm (Westf.), Platz der Deutschen Einheit 1, 2. OG"},
         "Platz der Deutschen Einheit",
         "1",
         "59065",
         "Hamm (Westf.)"},
        {{.text = "Tel. 0231/12345, Dortmund, Hansastr. 3"}, "Hansastr.", "3", NULL, "Dortmund"},
        {{.text = "Essener Str. 5, Gelsenkirchen"}, "Essener Str.", "5", NULL, "Gelsenkirchen"},
        {{.text = "Alte Kaue, Dortmund"}, NULL, NULL, NULL, "Dortmund"},
        {{.text = "44359 Mengede, Dortmund"}, NULL, NULL, "44359", "Mengede, Dortmund"},
        {{.text = "Straße des 17. Juni 135, 44145 Dortmund"},
         "Straße des 17. Juni",
         "135",
         "44145",
         "Dortmund"},
    };
    assert_parts(state, cases, G_N_ELEMENTS(cases));
}

static ik_address_parts parts_of(void **state, ik_address address)
{
    const fixture *f = *state;
    ik_address_parts parts;
    ik_address_parts_read(f->index, &address, &parts);
    return parts;
}

static void a_postbox_is_no_postcode_and_no_house(void **state)
{
    const char *const texts[] = {"Postfach 10 12 13, 44145 Dortmund",
                                 "44145 Dortmund, Postfach 10 12 13",
                                 "Postfach 10 12 13 44145 Dortmund"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        ik_address_parts parts = parts_of(state, (ik_address){.text = texts[i]});
        assert_string_equal(parts.postbox, "Postfach 10 12 13");
        assert_string_equal(parts.postcode, "44145");
        assert_string_equal(parts.city, "Dortmund");
        assert_null(parts.street);
        ik_address_parts_clear(&parts);
    }
    ik_address_parts parts = parts_of(state, (ik_address){.text = "Postfach 44145, 59423 Unna"});
    assert_string_equal(parts.postcode, "59423");
    ik_address_parts_clear(&parts);
}

static void assert_bad_postcode(void **state, ik_address address, const char *bad)
{
    ik_address_parts parts = parts_of(state, address);
    assert_null(parts.postcode);
    if (g_strcmp0(parts.bad_postcode, bad) != 0)
        fail_msg("bad postcode is %s, expected %s", parts.bad_postcode, bad);
    ik_address_parts_clear(&parts);
}

static void what_should_be_a_postcode_and_is_none_is_kept(void **state)
{
    assert_bad_postcode(state, (ik_address){.postcode = "4414", .city = "Dortmund"}, "4414");
    assert_bad_postcode(state, (ik_address){.postcode = "441455", .city = "Dortmund"}, "441455");
    assert_bad_postcode(state, (ik_address){.city = "4414 Dortmund"}, "4414");
    assert_bad_postcode(state, (ik_address){.text = "Ottostr. 5, 4414 Dortmund"}, "4414");
    assert_bad_postcode(state, (ik_address){.text = "Ottostr. 5, Dortmund 4414"}, "4414");
    assert_bad_postcode(state, (ik_address){.text = "D-441 Dortmund"}, "441");
    assert_bad_postcode(state, (ik_address){.postcode = "NL-6291", .city = "Vaals"}, "NL-6291");
    assert_bad_postcode(state, (ik_address){.text = "Ottostr. 4414, Dortmund"}, NULL);
    assert_bad_postcode(state, (ik_address){.postcode = "unbekannt", .city = "Dortmund"}, NULL);
}

static void a_second_postcode_is_kept_when_it_differs(void **state)
{
    ik_address_parts parts =
        parts_of(state, (ik_address){.postcode = "44145", .city = "44147 Dortmund"});
    assert_string_equal(parts.postcode, "44145");
    assert_string_equal(parts.other_postcode, "44147");
    ik_address_parts_clear(&parts);
    parts = parts_of(state, (ik_address){.postcode = "44145", .city = "44145 Dortmund"});
    assert_null(parts.other_postcode);
    ik_address_parts_clear(&parts);
}

static void hostile_text_is_survived_and_named(void **state)
{
    g_autofree char *megabyte = g_strnfill(1000000, '5');
    const char *const texts[] = {megabyte,
                                 "\xff\xfe\xfd",
                                 "\x01\x02\x03",
                                 "((((((",
                                 ",,,,,,",
                                 "D-",
                                 "c/o",
                                 "Postfach",
                                 "5",
                                 "D-5",
                                 "/",
                                 "44145 44145 44145",
                                 "(",
                                 "Nr."};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        ik_address_parts parts = parts_of(state, (ik_address){.text = texts[i]});
        ik_address_parts_clear(&parts);
        parts = parts_of(state, (ik_address){.street = texts[i],
                                             .city = texts[i],
                                             .postcode = texts[i],
                                             .house_number = texts[i]});
        if (texts[i] == megabyte)
            assert_string_equal(parts.cut_field, "postcode");
        else
            assert_null(parts.cut_field);
        ik_address_parts_clear(&parts);
    }
    ik_address_parts parts = parts_of(state, (ik_address){.city = "M\xFCnster"});
    assert_string_equal(parts.bad_field, "city");
    assert_true(g_utf8_validate(parts.city, -1, NULL));
    ik_address_parts_clear(&parts);
    ik_address_parts_clear(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_taken_as_they_are),
        cmocka_unit_test(a_column_may_hold_more_than_its_name_says),
        cmocka_unit_test(a_line_may_have_its_parts_in_any_order),
        cmocka_unit_test(names_floors_and_telephones_are_passed_over),
        cmocka_unit_test(a_postbox_is_no_postcode_and_no_house),
        cmocka_unit_test(what_should_be_a_postcode_and_is_none_is_kept),
        cmocka_unit_test(a_second_postcode_is_kept_when_it_differs),
        cmocka_unit_test(hostile_text_is_survived_and_named),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
