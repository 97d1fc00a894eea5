/* test_key_sort.c — sorting by whole numbers.   [tests] */
#include "test_support.h"

#include "key_sort.h"

/* Keys in a range, the values their places. */
static void fill(ik_keyed *items, gsize n, uint64_t mask, uint64_t seed)
{
    for (gsize i = 0; i < n; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
        items[i] = (ik_keyed){(seed ^ seed >> 29) & mask, (uint32_t)i};
    }
}

static void items_come_in_order_and_equals_as_they_were(void **state)
{
    static const uint64_t MASKS[] = {0, 1, 0xff, 0x3ff00000, 0xf0000000000000f0u, UINT64_MAX};
    static const gsize COUNTS[] = {1, 2, 31, 33, 1000, 20000};
    (void)state;
    for (gsize m = 0; m < G_N_ELEMENTS(MASKS); m++)
        for (gsize c = 0; c < G_N_ELEMENTS(COUNTS); c++) {
            gsize n = COUNTS[c];
            g_autofree ik_keyed *given = g_new0(ik_keyed, n);
            g_autofree bool *seen = g_new0(bool, n);
            fill(given, n, MASKS[m], c + 1);
            g_autofree ik_keyed *sorted = g_memdup2(given, n * sizeof *given);
            ik_keyed_sort(sorted, n);
            for (gsize i = 0; i < n; i++) {
                assert_true(sorted[i].key == given[sorted[i].value].key);
                assert_false(seen[sorted[i].value]);
                seen[sorted[i].value] = true;
                assert_true(
                    i == 0 || sorted[i - 1].key < sorted[i].key ||
                    (sorted[i - 1].key == sorted[i].key && sorted[i - 1].value < sorted[i].value));
            }
        }
}

static void nothing_beyond_the_items_is_touched(void **state)
{
    ik_keyed items[] = {{9, 0}, {3, 1}, {1, 2}};
    (void)state;
    ik_keyed_sort(NULL, 0);
    ik_keyed_sort(items, 0);
    assert_int_equal(items[0].key, 9);
    ik_keyed_sort(items, 2);
    assert_int_equal(items[0].key, 3);
    assert_int_equal(items[2].key, 1);
}

static void signed_numbers_keep_their_order(void **state)
{
    static const int32_t NUMBERS[] = {INT32_MIN, -7, -1, 0, 1, 4096, INT32_MAX};
    (void)state;
    for (gsize i = 1; i < G_N_ELEMENTS(NUMBERS); i++)
        assert_true(ik_key_of(NUMBERS[i - 1]) < ik_key_of(NUMBERS[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_come_in_order_and_equals_as_they_were),
        cmocka_unit_test(nothing_beyond_the_items_is_touched),
        cmocka_unit_test(signed_numbers_keep_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
