/* fuzz_gebref.c — any building references, packed or not: one error, or sound records.   [tests] */
#include "fuzz_register.h"
#include "fuzz_support.h"
#include "gebref.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_register(ik_gebref_read, fuzz_file("gebref.txt", data, size), NULL);
    return 0;
}
