/* test_address_line.c — an address in one line.   [tests] */
#include "test_support.h"

#include "address_line.h"

static void assert_project(ik_project project, const char *expected)
{
    g_autofree char *line = ik_project_address_line(&project);
    assert_string_equal(line, expected);
}

static void parts_are_joined_as_on_an_envelope(void **state)
{
    (void)state;
    char street[] = "Ring", house[] = "5 a", postcode[] = "01234", city[] = "Ort",
         whole[] = "Ring 5, Ort";
    assert_project(
        (ik_project){.street = street, .house_number = house, .postcode = postcode, .city = city},
        "Ring 5 a, 01234 Ort");
    assert_project((ik_project){.street = street, .city = city}, "Ring, Ort");
    assert_project((ik_project){.postcode = postcode}, "01234");
    assert_project((ik_project){.street = street, .address = whole}, "Ring 5, Ort");
    g_autofree char *nothing = ik_project_address_line(&(ik_project){0});
    assert_null(nothing);
}

static void an_event_begins_with_its_place(void **state)
{
    (void)state;
    char place[] = "Alte Kaue", street[] = "Barbarastraße", house[] = "7", postcode[] = "44357",
         city[] = "Dortmund";
    const ik_event event = {.place = place,
                            .street = street,
                            .house_number = house,
                            .postcode = postcode,
                            .city = city};
    g_autofree char *line = ik_event_address_line(&event);
    assert_string_equal(line, "Alte Kaue, Barbarastraße 7, 44357 Dortmund");
    g_autofree char *nothing = ik_event_address_line(&(ik_event){0});
    assert_null(nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_joined_as_on_an_envelope),
        cmocka_unit_test(an_event_begins_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
