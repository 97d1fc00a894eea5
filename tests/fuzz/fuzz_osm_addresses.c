/* fuzz_osm_addresses.c — any OpenStreetMap XML: one error, or sound records.   [tests] */
#include "fuzz_register.h"
#include "fuzz_support.h"
#include "osm_addresses.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_register(ik_osm_addresses_read, fuzz_file("extract.osm", data, size), NULL);
    return 0;
}
