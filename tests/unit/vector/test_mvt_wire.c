/* test_mvt_wire.c — the examples of the Protocol Buffers encoding guide, and what is cut off.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>

#include "mvt_wire.h"

static void assert_varint(const guint8 *bytes, gsize size, guint64 expected)
{
    GError *error = NULL;
    guint64 value;
    ik_wire_span rest = {bytes, size, 0};
    assert_true(ik_wire_varint(&rest, &value, &error));
    ik_assert_no_error(error);
    assert_true(value == expected);
    assert_int_equal(rest.size, 0);
    assert_int_equal(rest.offset, size);
    g_autoptr(GByteArray) written = g_byte_array_new();
    ik_wire_put_varint(written, expected);
    assert_int_equal(written->len, size);
    assert_memory_equal(written->data, bytes, size);
}

/* "Base 128 Varints": 150 is 96 01. */
static void varints_are_seven_bits_a_byte_low_ones_first(void **state)
{
    (void)state;
    assert_varint((const guint8[]){0x00}, 1, 0);
    assert_varint((const guint8[]){0x01}, 1, 1);
    assert_varint((const guint8[]){0x7f}, 1, 127);
    assert_varint((const guint8[]){0x80, 0x01}, 2, 128);
    assert_varint((const guint8[]){0x96, 0x01}, 2, 150);
    assert_varint((const guint8[]){0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}, 10,
                  G_MAXUINT64);
}

static void a_varint_of_more_than_64_bits_or_without_an_end_is_refused(void **state)
{
    static const guint8 endless[11] = {0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
                                       0x80, 0x80, 0x80, 0x80, 0x80};
    static const guint8 wide[10] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02};
    (void)state;
    for (gsize size = 0; size <= sizeof endless; size++) {
        g_autoptr(GError) error = NULL;
        guint64 value;
        g_autofree guint8 *part = g_memdup2(endless, MAX(size, 1));
        ik_wire_span rest = {part, size, 7};
        assert_false(ik_wire_varint(&rest, &value, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "byte ");
    }
    g_autoptr(GError) error = NULL;
    guint64 value;
    ik_wire_span rest = {wide, sizeof wide, 0};
    assert_false(ik_wire_varint(&rest, &value, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, NULL);
}

/* "Signed Integers". */
static void zigzag_gives_small_numbers_to_small_steps(void **state)
{
    (void)state;
    assert_int_equal(ik_wire_zigzag(0), 0);
    assert_int_equal(ik_wire_zigzag(-1), 1);
    assert_int_equal(ik_wire_zigzag(1), 2);
    assert_int_equal(ik_wire_zigzag(-2), 3);
    assert_int_equal(ik_wire_zigzag(0x7fffffff), 0xfffffffe);
    assert_int_equal(ik_wire_zigzag(G_MININT32), 0xffffffff);
}

/* "Length-Delimited Records": field 2, "testing" is 12 07 74 65 73 74 69 6e 67; the guide's first message is 08 96 01. */
static void fields_are_the_guides_examples(void **state)
{
    static const guint8 message[] = {0x08, 0x96, 0x01, 0x12, 0x07, 't', 'e', 's', 't',
                                     'i',  'n',  'g',  0x1d, 1,    2,   3,   4,   0x21,
                                     1,    2,    3,    4,    5,    6,   7,   8};
    GError *error = NULL;
    ik_wire_span rest = {message, sizeof message, 0};
    ik_wire_field field;
    (void)state;
    assert_true(ik_wire_field_read(&rest, &field, &error));
    assert_int_equal(field.number, 1);
    assert_int_equal(field.type, IK_WIRE_VARINT);
    assert_int_equal(field.value, 150);
    assert_true(ik_wire_field_read(&rest, &field, &error));
    assert_int_equal(field.number, 2);
    assert_int_equal(field.offset, 3);
    assert_int_equal(field.span.size, 7);
    assert_int_equal(field.span.offset, 5);
    assert_memory_equal(field.span.bytes, "testing", 7);
    assert_true(ik_wire_field_read(&rest, &field, &error));
    assert_int_equal(field.type, IK_WIRE_FIXED32);
    assert_int_equal(field.value, 0x04030201);
    assert_true(ik_wire_field_read(&rest, &field, &error));
    assert_int_equal(field.type, IK_WIRE_FIXED64);
    assert_true(field.value == G_GUINT64_CONSTANT(0x0807060504030201));
    assert_int_equal(rest.size, 0);
    ik_assert_no_error(error);
    g_autoptr(GByteArray) written = g_byte_array_new();
    ik_wire_put_uint(written, 1, 150);
    ik_wire_put_bytes(written, 2, "testing", 7);
    assert_int_equal(written->len, 12);
    assert_memory_equal(written->data, message, 12);
}

static void a_field_that_goes_beyond_the_end_is_refused(void **state)
{
    static const guint8 fields[][6] = {{0x12, 0x07, 't'}, {0x1d, 1, 2, 3}, {0x21, 1, 2, 3, 4, 5},
                                       {0x08, 0x80},      {0x0b},          {0x02, 0}};
    static const gsize sizes[] = {3, 4, 6, 2, 1, 2};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(GError) error = NULL;
        ik_wire_field field;
        g_autofree guint8 *bytes = g_memdup2(fields[i], sizes[i]);
        ik_wire_span rest = {bytes, sizes[i], 0};
        assert_false(ik_wire_field_read(&rest, &field, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "byte ");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(varints_are_seven_bits_a_byte_low_ones_first),
        cmocka_unit_test(a_varint_of_more_than_64_bits_or_without_an_end_is_refused),
        cmocka_unit_test(zigzag_gives_small_numbers_to_small_steps),
        cmocka_unit_test(fields_are_the_guides_examples),
        cmocka_unit_test(a_field_that_goes_beyond_the_end_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
