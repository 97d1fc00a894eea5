/* fuzz_house_number.c — any text is no house number, or parts within their bounds in a form that fits them.   [tests] */
#include "fuzz_support.h"

#include <string.h>

#include "house_number.h"

static void check_part(const ik_house_part *part)
{
    g_assert(part->number >= 1 && part->number <= 9999);
    g_assert(memchr(part->suffix, '\0', IK_HOUSE_SUFFIX_BYTES) != NULL);
    fuzz_require_utf8(part->suffix);
}

static void check_form(const ik_house_number *number)
{
    switch (number->form) {
    case IK_HOUSE_NONE: g_assert(number->n_parts == 0); return;
    case IK_HOUSE_SINGLE: g_assert(number->n_parts == 1); return;
    case IK_HOUSE_RANGE:
        g_assert(number->n_parts == 2);
        g_assert(ik_house_part_compare(&number->parts[0], &number->parts[1]) < 0);
        return;
    case IK_HOUSE_LIST: g_assert(number->n_parts >= 2 && number->n_parts <= IK_HOUSE_PARTS); return;
    default: g_assert_not_reached();
    }
}

/* Blanks around it change nothing. */
static void check_blanks(const char *text, const ik_house_number *number)
{
    g_autofree char *wider = g_strconcat("  ", text, " ", NULL);
    ik_house_number other = ik_house_number_read(wider);
    g_assert(memcmp(&other, number, sizeof other) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    bool is_whole;
    ik_house_number number = ik_house_number_read_whole(text, &is_whole);
    check_form(&number);
    for (guint i = 0; i < number.n_parts; i++)
        check_part(&number.parts[i]);
    g_assert(!is_whole || number.form != IK_HOUSE_NONE);
    if (g_utf8_validate(text, -1, NULL))
        check_blanks(text, &number);
    return 0;
}
