/* partition.c — units from a table of AGS prefixes, the longest of which wins.   [region] */
#include <ideenkarte/partition.h>

#include "csv_reader.h"
#include "printable.h"

#include <ideenkarte/error.h>
#include <string.h>

#define AGS_DIGITS 8

struct ik_partition {
    const ik_territory *territory; /* borrowed */
    char *name;
    GStringChunk *texts;
    GArray *units; /* of ik_partition_unit, whose texts stand in `texts` */
    guint32 *unit_of;
};

/* --- what a partition is made of ------------------------------------------------------------- */

static ik_partition *new_partition(const ik_territory *territory, const char *name)
{
    ik_partition *partition = g_new0(ik_partition, 1);
    partition->territory = territory;
    partition->name = g_strdup(name);
    partition->units = g_array_new(FALSE, FALSE, sizeof(ik_partition_unit));
    partition->texts = g_string_chunk_new(1024);
    partition->unit_of = g_new(guint32, (gsize)territory->n_municipalities + 1);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        partition->unit_of[i] = IK_NONE;
    return partition;
}

void ik_partition_free(ik_partition *partition)
{
    if (partition == NULL)
        return;
    g_array_unref(partition->units);
    g_string_chunk_free(partition->texts);
    g_free(partition->unit_of);
    g_free(partition->name);
    g_free(partition);
}

static void add_unit(ik_partition *partition, const char *id, const char *name)
{
    const ik_partition_unit unit = {g_string_chunk_insert(partition->texts, id),
                                    g_string_chunk_insert(partition->texts, name)};
    g_array_append_val(partition->units, unit);
}

ik_partition *ik_partition_of_regions(const ik_territory *territory)
{
    ik_partition *partition = new_partition(territory, "regions");
    for (guint32 i = 0; i < territory->n_regions; i++)
        add_unit(partition, territory->regions[i].id, territory->regions[i].name);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        partition->unit_of[i] = territory->municipalities[i].region;
    return partition;
}

ik_partition *ik_partition_of_districts(const ik_territory *territory)
{
    ik_partition *partition = new_partition(territory, "districts");
    for (guint32 i = 0; i < territory->n_districts; i++)
        add_unit(partition, territory->districts[i].code, territory->districts[i].name);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        partition->unit_of[i] = territory->municipalities[i].district;
    return partition;
}

const char *ik_partition_name(const ik_partition *partition)
{
    return partition->name;
}

const ik_partition_unit *ik_partition_units(const ik_partition *partition, guint32 *n_units)
{
    *n_units = partition->units->len;
    return (const ik_partition_unit *)(const void *)partition->units->data;
}

guint32 ik_partition_unit_of(const ik_partition *partition, guint32 municipality)
{
    return partition->unit_of[municipality];
}

/* --- reading the table ----------------------------------------------------------------------- */

enum { COLUMN_ID, COLUMN_NAME, COLUMN_PREFIX, N_COLUMNS };

/* Names of each column, the first one is shown. */
static const char *const column_names[N_COLUMNS][3] = {
    {"id", "key"}, {"name"}, {"ags_prefix", "ags"}};

typedef struct {
    ik_partition *partition;
    ik_csv_reader *reader;
    guint columns[N_COLUMNS];
    GHashTable *units;      /* id → index + 1 */
    GHashTable *lines;      /* prefix → line */
    GArray *unit_lines;     /* of guint: where each unit is first named */
    guint8 *prefix_lengths; /* for each municipality, of the prefix that decided */
} table;

typedef struct {
    guint line;
    const char *id, *name, *prefix;
} row;

static bool fail_at(const table *t, guint line, GError **error, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

static bool fail_at(const table *t, guint line, GError **error, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *what = g_strdup_vprintf(format, values);
    va_end(values);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s:%u: %s", ik_csv_reader_name(t->reader), line,
                what);
    ik_error_make_printable(error);
    return false;
}

static bool is_named(const char *cell, const char *const *names)
{
    for (; *names != NULL; names++)
        if (g_ascii_strcasecmp(cell, *names) == 0)
            return true;
    return false;
}

static bool find_column(table *t, const ik_csv_record *header, guint column, GError **error)
{
    for (guint i = 0; header != NULL && i < header->n_fields; i++) {
        if (is_named(header->fields[i], column_names[column])) {
            t->columns[column] = i;
            return true;
        }
    }
    g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                "%s: no column \"%s\", expected id, name and ags_prefix",
                ik_csv_reader_name(t->reader), column_names[column][0]);
    return false;
}

static bool find_columns(table *t, GError **error)
{
    const ik_csv_record *header = ik_csv_reader_next(t->reader);
    for (guint i = 0; i < N_COLUMNS; i++)
        if (!find_column(t, header, i, error))
            return false;
    return true;
}

static bool read_row(const table *t, const ik_csv_record *record, row *r, GError **error)
{
    const char *cells[N_COLUMNS] = {NULL};
    if (record->flaw != IK_CSV_FLAWLESS)
        return fail_at(t, record->line, error,
                       "the row cannot be read: a quote or a byte is out of place");
    for (guint i = 0; i < N_COLUMNS; i++) {
        cells[i] = t->columns[i] < record->n_fields ? record->fields[t->columns[i]] : "";
        if (*cells[i] == '\0')
            return fail_at(t, record->line, error, "%s is empty", column_names[i][0]);
    }
    *r = (row){record->line, cells[COLUMN_ID], cells[COLUMN_NAME], cells[COLUMN_PREFIX]};
    const gsize length = strlen(r->prefix);
    if (length > AGS_DIGITS || strspn(r->prefix, "0123456789") != length)
        return fail_at(t, r->line, error,
                       "ags_prefix \"%.80s\": expected the first digits of an AGS, at most 8",
                       r->prefix);
    return true;
}

/* The unit that a row names, added when it is new. */
static bool take_unit(table *t, const row *r, guint32 *unit, GError **error)
{
    const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(t->units, r->id));
    *unit = known != 0 ? known - 1 : t->partition->units->len;
    if (known == 0) {
        add_unit(t->partition, r->id, r->name);
        g_array_append_val(t->unit_lines, r->line);
        g_hash_table_insert(t->units, g_strdup(r->id), GUINT_TO_POINTER(*unit + 1));
        return true;
    }
    const char *name = g_array_index(t->partition->units, ik_partition_unit, *unit).name;
    if (strcmp(name, r->name) == 0)
        return true;
    return fail_at(t, r->line, error, "\"%.80s\" is named \"%.80s\", but \"%.80s\" in line %u",
                   r->id, r->name, name, g_array_index(t->unit_lines, guint, *unit));
}

/* Gives the unit every municipality that no longer prefix has decided about. Index of the first one that the prefix
 * fits, IK_NONE when it fits none. */
static guint32 assign(const table *t, const row *r, guint32 unit)
{
    const ik_territory *territory = t->partition->territory;
    const guint8 length = (guint8)strlen(r->prefix);
    guint32 first = IK_NONE;
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        if (strncmp(territory->municipalities[i].ags, r->prefix, length) != 0)
            continue;
        first = MIN(first, i);
        if (length > t->prefix_lengths[i]) {
            t->prefix_lengths[i] = length;
            t->partition->unit_of[i] = unit;
        }
    }
    return first;
}

static bool take_row(table *t, const row *r, GError **error)
{
    guint32 unit;
    if (!take_unit(t, r, &unit, error))
        return false;
    const guint32 first = assign(t, r, unit);
    if (first == IK_NONE)
        return fail_at(t, r->line, error, "ags_prefix \"%s\" fits no municipality", r->prefix);
    const guint line = GPOINTER_TO_UINT(g_hash_table_lookup(t->lines, r->prefix));
    g_hash_table_insert(t->lines, g_strdup(r->prefix), GUINT_TO_POINTER(r->line));
    if (line == 0)
        return true;
    const ik_municipality *municipality = &t->partition->territory->municipalities[first];
    return fail_at(t, r->line, error,
                   "ags_prefix \"%s\" stands in line %u too: %s (%s) would be assigned twice",
                   r->prefix, line, municipality->name, municipality->ags);
}

static bool take_rows(table *t, GError **error)
{
    for (const ik_csv_record *record; (record = ik_csv_reader_next(t->reader)) != NULL;) {
        row r = {0, "", "", ""};
        if (!read_row(t, record, &r, error) || !take_row(t, &r, error))
            return false;
    }
    return true;
}

static bool check_complete(const table *t, GError **error)
{
    const ik_territory *territory = t->partition->territory;
    guint32 first = IK_NONE, n = 0;
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        if (t->partition->unit_of[i] != IK_NONE)
            continue;
        first = MIN(first, i);
        n++;
    }
    if (n == 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                n == 1 ? "%s: %u municipality belongs to no unit: %s (%s)"
                       : "%s: %u municipalities belong to no unit, the first is %s (%s)",
                ik_csv_reader_name(t->reader), n, territory->municipalities[first].name,
                territory->municipalities[first].ags);
    return false;
}

static char *bare_name(const char *path)
{
    char *name = g_path_get_basename(path);
    char *dot = strrchr(name, '.');
    if (dot != NULL && dot != name)
        *dot = '\0';
    return name;
}

static ik_partition *read_table(const ik_territory *territory, ik_csv_reader *reader,
                                GError **error)
{
    g_autofree char *name = bare_name(ik_csv_reader_name(reader));
    g_autoptr(ik_partition) partition = new_partition(territory, name);
    g_autoptr(GHashTable) units = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) unit_lines = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree guint8 *lengths = g_new0(guint8, (gsize)territory->n_municipalities + 1);
    table t = {.partition = partition,
               .reader = reader,
               .units = units,
               .lines = lines,
               .unit_lines = unit_lines,
               .prefix_lengths = lengths};
    if (!find_columns(&t, error) || !take_rows(&t, error) || !check_complete(&t, error))
        return NULL;
    return g_steal_pointer(&partition);
}

ik_partition *ik_partition_read(const ik_territory *territory, GBytes *bytes, const char *name,
                                GError **error)
{
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, name, NULL, error);
    return reader != NULL ? read_table(territory, reader, error) : NULL;
}

ik_partition *ik_partition_load(const ik_territory *territory, const char *path, GError **error)
{
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, error);
    return reader != NULL ? read_table(territory, reader, error) : NULL;
}
