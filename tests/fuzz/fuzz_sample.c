/* fuzz_sample.c — a harness with a bug, which proves that the replay notices one.   [tests] */
#include "fuzz_support.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_assert_cmpstr(text, !=, "the input that fails\n");
    return 0;
}
