/* fuzz_mvt.c — any bytes are a tile that keeps the rules, or a named offence.   [tests] */
#include "fuzz_support.h"

#include "mvt_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    if (ik_mvt_check(data, size, &error)) {
        g_assert(error == NULL);
        return 0;
    }
    fuzz_require_failure(error);
    return 0;
}
