/* fuzz_partition.c — tables of AGS prefixes: a whole partition, or an error that blames the table.   [tests] */
#include "fuzz_support.h"

#include <ideenkarte/partition.h>
#include <string.h>

static void check_partition(const ik_partition *partition, const ik_territory *territory)
{
    guint32 n_units;
    const ik_partition_unit *units = ik_partition_units(partition, &n_units);
    for (guint32 i = 0; i < n_units; i++) {
        fuzz_require_utf8(units[i].id);
        fuzz_require_utf8(units[i].name);
        g_assert(*units[i].id != '\0' && *units[i].name != '\0');
        for (guint32 k = 0; k < i && i < 50; k++)
            g_assert(strcmp(units[i].id, units[k].id) != 0);
    }
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        g_assert(ik_partition_unit_of(partition, i) < n_units);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ik_territory *territory = ik_territory_builtin();
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_partition) partition =
        ik_partition_read(territory, bytes, "partition.csv", &error);
    if (partition == NULL)
        fuzz_require_failure(error);
    else
        check_partition(partition, territory);
    return 0;
}
