/* partition.h — any division of the municipalities into units: districts, chambers, agencies.   [region]
 *
 * A partition is data: a CSV file with the columns `id` (or `key`), `name` and `ags_prefix` (or `ags`), a row for each
 * prefix. A municipality belongs to the unit with the longest prefix of its AGS, so that a unit may be given whole
 * districts and another one single towns out of them. Other columns are left alone.
 *
 *     id,name,ags_prefix
 *     ruhr,Mittleres Ruhrgebiet,05911
 *     ruhr,Mittleres Ruhrgebiet,05954036
 *
 * Threads  immutable, one partition serves many.
 */
#ifndef IDEENKARTE_PARTITION_H
#define IDEENKARTE_PARTITION_H

#include <ideenkarte/territory.h>

G_BEGIN_DECLS

typedef struct ik_partition ik_partition;

typedef struct {
    const char *id;   /* unique in the partition */
    const char *name; /* for readers */
} ik_partition_unit;

/* Reads a partition.
 *
 *   territory  borrowed; must outlive the partition
 *   path       of the file; its encoding and separator are detected
 *   returns    the caller's
 *
 * NOT_FOUND: no such file or column. INPUT, with the line: a row cannot be read, lacks a cell, or its prefix is not 1 to
 * 8 digits, fits no municipality or stands in an earlier row (both lines and a municipality are named); a unit has two
 * names; a municipality is left without a unit. */
ik_partition *ik_partition_load(const ik_territory *territory, const char *path, GError **error);
/* The same from bytes in memory; `name` stands in messages. */
ik_partition *ik_partition_read(const ik_territory *territory, GBytes *bytes, const char *name,
                                GError **error);
/* The divisions that a territory has already: labour-market regions and districts. Never fail. */
ik_partition *ik_partition_of_regions(const ik_territory *territory);
ik_partition *ik_partition_of_districts(const ik_territory *territory);
void ik_partition_free(ik_partition *partition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_partition, ik_partition_free)

/* The file's name without folder and ending ("chambers"), "regions" or "districts". */
const char *ik_partition_name(const ik_partition *partition);

/* The units in the order of the file. Borrowed. */
const ik_partition_unit *ik_partition_units(const ik_partition *partition, guint32 *n_units);

/* Index of the unit that a municipality belongs to: every one belongs to exactly one. Constant time. */
guint32 ik_partition_unit_of(const ik_partition *partition, guint32 municipality);

G_END_DECLS

#endif
