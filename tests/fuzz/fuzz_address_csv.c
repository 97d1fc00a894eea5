/* fuzz_address_csv.c — any CSV of addresses or streets: one error, or sound records.   [tests] */
#include "address_csv.h"
#include "fuzz_register.h"
#include "fuzz_support.h"
#include "street_catalogue.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const mapping[] = {"street=Strasse", "easting=X", "northing=Y", "epsg=25832",
                                          NULL};
    const char *path = fuzz_file("list.csv", data, size);
    fuzz_register(ik_address_csv_read, path, NULL);
    fuzz_register(ik_address_csv_read, path, mapping);
    fuzz_register(ik_street_catalogue_read, path, NULL);
    return 0;
}
