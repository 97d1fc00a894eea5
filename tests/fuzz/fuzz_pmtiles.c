/* fuzz_pmtiles.c — any bytes as PMTiles: refused with a place, or walked to the end.   [tests] */
#include "fuzz_archive.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_archive(fuzz_file("map.pmtiles", data, size));
    return 0;
}
