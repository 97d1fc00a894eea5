/* fuzz_events.c — any events.csv: one error, or every record read or turned away for a reason.   [tests] */
#include <ideenkarte/error.h>

#include "fuzz_import.h"
#include "import.h"

static const ik_region regions[] = {
    {"suedland", 1, "Südland", "Regionalagentur Südland"},
    {"nordland", 2, "Nordland/Höhe", "Regionalagentur Nordland"},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const ik_territory territory = {.regions = regions, .n_regions = G_N_ELEMENTS(regions)};
    const ik_import_options options = {.territory = &territory};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_records) records = ik_records_new();
    const char *path = fuzz_file("events.csv", data, size);
    if (!ik_import_events(path, &options, records, &error)) {
        fuzz_require_failure(error);
        g_assert(error->code != IK_ERROR_UNSUPPORTED);
        g_assert(g_str_has_prefix(error->message, "events.csv:"));
        return 0;
    }
    g_assert(error == NULL);
    fuzz_require_events(records, G_N_ELEMENTS(regions));
    fuzz_require_rejects(records);
    g_assert(records->projects->len == 0 && records->sources->len == 1);
    g_assert(records->events->len + records->rejects->len == fuzz_count_records(data, size));
    return 0;
}
