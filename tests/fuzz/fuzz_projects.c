/* fuzz_projects.c — any projects.csv: one error, or every record read or turned away for a reason.   [tests] */
#include <ideenkarte/error.h>

#include "fuzz_import.h"
#include "import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_records) records = ik_records_new();
    const char *path = fuzz_file("projects.csv", data, size);
    if (!ik_import_projects(path, NULL, records, &error)) {
        fuzz_require_failure(error);
        g_assert(error->code != IK_ERROR_UNSUPPORTED);
        g_assert(g_str_has_prefix(error->message, "projects.csv:"));
        return 0;
    }
    g_assert(error == NULL);
    fuzz_require_projects(records);
    fuzz_require_rejects(records);
    g_assert(records->events->len == 0 && records->sources->len == 1);
    g_assert(records->projects->len + records->rejects->len == fuzz_count_records(data, size));
    return 0;
}
