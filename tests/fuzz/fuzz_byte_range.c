/* fuzz_byte_range.c — any Range header is passed over, lies outside, or is a part of the file.   [tests] */
#include "fuzz_support.h"

#include "byte_range.h"

static void check(const char *header, guint64 size)
{
    ik_byte_range range = {1, 0};
    switch (ik_byte_range_read(header, size, &range)) {
    case IK_RANGE_PART: g_assert(range.first <= range.last && range.last < size); return;
    case IK_RANGE_WHOLE:
    case IK_RANGE_OUTSIDE: return;
    default: g_assert_not_reached();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *header = fuzz_text(data, size);
    static const guint64 sizes[] = {0, 1, 500, G_MAXINT64};
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++)
        check(header, sizes[i]);
    return 0;
}
