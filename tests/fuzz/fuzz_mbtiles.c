/* fuzz_mbtiles.c — any bytes as MBTiles: refused, or walked to the end.   [tests] */
#include "fuzz_archive.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_archive(fuzz_file("map.mbtiles", data, size));
    return 0;
}
