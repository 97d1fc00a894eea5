/* fuzz_table.c — a table of our own making, broken: an error with file and line, or sound figures.   [tests] */
#include "fuzz_support.h"

#include <string.h>

#include "table.h"

static guint read_rows(ik_table *table)
{
    guint rows = 0;
    for (; ik_table_next(table); rows++) {
        fuzz_require_utf8(ik_table_text(table, 0));
        g_assert(ik_table_number(table, 1) < G_MAXUINT32);
        double degrees = ik_table_degrees(table, 2);
        g_assert(degrees >= -180.0 && degrees <= 180.0);
    }
    g_assert(!ik_table_next(table));
    return rows;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    fuzz_file("table.csv", data, size);
    g_autoptr(ik_table) table =
        ik_table_open(fuzz_folder(), "table.csv", "name,number,degrees", &error);
    if (table != NULL) {
        read_rows(table);
        if (ik_table_finish(table, &error))
            return 0;
    }
    fuzz_require_failure(error);
    g_assert(g_str_has_prefix(error->message, "table.csv:"));
    return 0;
}
