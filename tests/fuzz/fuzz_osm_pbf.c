/* fuzz_osm_pbf.c — any OpenStreetMap PBF: one error, or sound records.   [tests] */
#include "fuzz_register.h"
#include "fuzz_support.h"
#include "osm_addresses.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_register(ik_osm_addresses_read, fuzz_file("extract.osm.pbf", data, size), NULL);
    return 0;
}
