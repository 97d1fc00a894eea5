/* columns.c — which columns of a file serve which field.   [catalogue]
 *
 * First the mapping claims its columns, then each remaining column is asked for its name. A field that was
 * mapped takes no further column.
 */
#include "columns.h"

#include "clean_text.h"
#include "printable.h"

#include <ideenkarte/error.h>
#include <string.h>

#define NO_COLUMN         G_MAXUINT
#define MAX_COLUMNS_SHOWN 30

typedef struct {
    guint column;   /* NO_COLUMN: a constant */
    char *constant; /* owned, NULL for a column */
} column_part;

struct ik_columns {
    ik_table table;
    GPtrArray *names;            /* of char *, owned, cleaned, all different */
    GHashTable *numbers;         /* name → its place in `names` */
    bool *taken;                 /* one a column: serves a field */
    GArray *parts[IK_N_FIELDS];  /* of column_part; NULL: the field has no column */
    bool is_mapped[IK_N_FIELDS]; /* by the explicit mapping */
};

static void clear_part(gpointer data)
{
    g_free(((column_part *)data)->constant);
}

void ik_columns_free(ik_columns *columns)
{
    if (columns == NULL)
        return;
    for (guint field = 0; field < IK_N_FIELDS; field++)
        if (columns->parts[field] != NULL)
            g_array_unref(columns->parts[field]);
    g_hash_table_unref(columns->numbers);
    g_ptr_array_unref(columns->names);
    g_free(columns->taken);
    g_free(columns);
}

static guint find_exactly(const ik_columns *columns, const char *name)
{
    gpointer number;
    bool is_known = g_hash_table_lookup_extended(columns->numbers, name, NULL, &number);
    return is_known ? GPOINTER_TO_UINT(number) : NO_COLUMN;
}

/* The name as it stands, else by letters and digits alone. */
static guint find_column(const ik_columns *columns, const char *name)
{
    const guint exact = find_exactly(columns, name);
    g_autofree char *wanted = ik_text_fold(name);
    if (exact != NO_COLUMN || *wanted == '\0')
        return exact;
    for (guint i = 0; i < columns->names->len; i++) {
        g_autofree char *folded = ik_text_fold(g_ptr_array_index(columns->names, i));
        if (strcmp(folded, wanted) == 0)
            return i;
    }
    return NO_COLUMN;
}

/* `name`, or "name (2)" and so on when it is taken; `copies` remembers how far the numbers of a name are. */
static char *unused_name(const ik_columns *columns, const char *name, GHashTable *copies)
{
    guint copy = MAX(GPOINTER_TO_UINT(g_hash_table_lookup(copies, name)), 1);
    char *unused = g_strdup(name);
    while (find_exactly(columns, unused) != NO_COLUMN) {
        g_free(unused);
        unused = g_strdup_printf("%s (%u)", name, ++copy);
    }
    g_hash_table_replace(copies, g_strdup(name), GUINT_TO_POINTER(copy));
    return unused;
}

/* Nameless columns get a number and a repeated name one behind it: every value must have a name of its own. */
static void add_name(ik_columns *columns, const char *written, GHashTable *copies)
{
    const guint place = columns->names->len;
    g_autofree char *number = g_strdup_printf("column %u", place + 1);
    char *name = unused_name(columns, *written == '\0' ? number : written, copies);
    g_ptr_array_add(columns->names, name);
    g_hash_table_insert(columns->numbers, name, GUINT_TO_POINTER(place));
}

static void read_names(ik_columns *columns, const ik_csv_record *header)
{
    g_autoptr(GPtrArray) cleaned = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) copies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    guint n = 0;
    for (guint i = 0; i < header->n_fields; i++) {
        char *name = ik_text_clean(header->fields[i]);
        g_ptr_array_add(cleaned, name);
        n = *name == '\0' ? n : i + 1;
    }
    for (guint i = 0; i < n; i++)
        add_name(columns, g_ptr_array_index(cleaned, i), copies);
    columns->taken = g_new0(bool, n + 1);
}

static void append_quoted(GString *list, const char *name)
{
    g_string_append_printf(list, "%s\"%s\"", list->len > 0 ? ", " : "", name);
}

/* What a message says of the columns that are there: the first ones, if there are many. */
static char *columns_there(const ik_columns *columns)
{
    const guint n = columns->names->len;
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < MIN(n, MAX_COLUMNS_SHOWN); i++)
        append_quoted(list, g_ptr_array_index(columns->names, i));
    if (n > MAX_COLUMNS_SHOWN)
        g_string_append_printf(list, " and %u more", n - MAX_COLUMNS_SHOWN);
    return g_string_free(list, FALSE);
}

static void add_part(ik_columns *columns, ik_field field, column_part part)
{
    if (columns->parts[field] == NULL) {
        columns->parts[field] = g_array_new(FALSE, FALSE, sizeof(column_part));
        g_array_set_clear_func(columns->parts[field], clear_part);
    }
    g_array_append_val(columns->parts[field], part);
    if (part.column != NO_COLUMN)
        columns->taken[part.column] = true;
}

/* The pieces between plus signs that stand outside double quotes, trimmed. */
static GPtrArray *split_mapping(const char *text)
{
    GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
    bool quoted = false;
    const char *start = text;
    for (const char *at = text;; at++) {
        if (*at == '"')
            quoted = !quoted;
        if (*at != '\0' && (*at != '+' || quoted))
            continue;
        g_ptr_array_add(pieces, g_strstrip(g_strndup(start, (gsize)(at - start))));
        if (*at == '\0')
            return pieces;
        start = at + 1;
    }
}

static bool add_piece(ik_columns *columns, const ik_columns_request *request, ik_field field,
                      const char *piece, GError **error)
{
    const gsize length = strlen(piece);
    if (length >= 2 && piece[0] == '"' && piece[length - 1] == '"') {
        add_part(columns, field, (column_part){NO_COLUMN, g_strndup(piece + 1, length - 2)});
        return true;
    }
    if (length == 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: mapping of %s names no column",
                    request->file, ik_field_name(field));
        return false;
    }
    const guint column = find_column(columns, piece);
    if (column == NO_COLUMN) {
        g_autofree char *names = columns_there(columns);
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                    "%s: column \"%s\" for %s is not there; the columns are %s", request->file,
                    piece, ik_field_name(field), names);
        return false;
    }
    add_part(columns, field, (column_part){column, NULL});
    return true;
}

/* One pair of the mapping. A column whose whole name is the text wins over a sum of columns. */
static bool map_field(ik_columns *columns, const ik_columns_request *request,
                      const char *const *pair, GError **error)
{
    const ik_field field = ik_field_find(request->table, pair[0]);
    if (field == IK_N_FIELDS || columns->is_mapped[field]) {
        g_autofree char *fields = ik_field_names(request->table);
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: mapping of \"%s\" %s; the fields are %s",
                    request->file, pair[0],
                    field == IK_N_FIELDS ? "names no field" : "occurs twice", fields);
        return false;
    }
    columns->is_mapped[field] = true;
    g_autofree char *whole = ik_text_clean(pair[1]);
    if (*whole != '\0' && find_exactly(columns, whole) != NO_COLUMN)
        return add_piece(columns, request, field, whole, error);
    g_autoptr(GPtrArray) pieces = split_mapping(pair[1]);
    for (guint i = 0; i < pieces->len; i++)
        if (!add_piece(columns, request, field, g_ptr_array_index(pieces, i), error))
            return false;
    return true;
}

static bool map_fields(ik_columns *columns, const ik_columns_request *request, GError **error)
{
    for (const char *const *pair = request->mapping; pair != NULL && pair[0] != NULL; pair += 2)
        if (!map_field(columns, request, pair, error))
            return false;
    return true;
}

static bool name_fields(ik_columns *columns, const ik_columns_request *request, GError **error)
{
    for (guint i = 0; i < columns->names->len; i++) {
        const char *name = g_ptr_array_index(columns->names, i);
        const ik_field field = ik_field_of_column(request->table, name);
        if (columns->taken[i] || field == IK_N_FIELDS || columns->is_mapped[field])
            continue;
        if (columns->parts[field] != NULL) {
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                        "%s: columns \"%s\" and \"%s\" both mean %s, expected one", request->file,
                        ik_columns_name(columns, field), name, ik_field_name(field));
            return false;
        }
        add_part(columns, field, (column_part){i, NULL});
    }
    return true;
}

/* "Ort" of an event is its venue where a town has its own column, otherwise the town. */
static void settle_place(ik_columns *columns)
{
    const char *place = ik_columns_name(columns, IK_FIELD_PLACE);
    if (columns->table != IK_TABLE_EVENTS || place == NULL || columns->is_mapped[IK_FIELD_PLACE] ||
        columns->is_mapped[IK_FIELD_CITY] || ik_columns_has(columns, IK_FIELD_CITY) ||
        ik_columns_has(columns, IK_FIELD_POSTCODE_CITY))
        return;
    g_autofree char *folded = ik_text_fold(place);
    if (strcmp(folded, "ort") != 0)
        return;
    columns->parts[IK_FIELD_CITY] = g_steal_pointer(&columns->parts[IK_FIELD_PLACE]);
}

static bool has_place(const ik_columns *columns)
{
    static const ik_field any[] = {IK_FIELD_CITY,    IK_FIELD_POSTCODE, IK_FIELD_POSTCODE_CITY,
                                   IK_FIELD_ADDRESS, IK_FIELD_LON,      IK_FIELD_EASTING};
    for (guint i = 0; i < G_N_ELEMENTS(any); i++)
        if (ik_columns_has(columns, any[i]))
            return true;
    return false;
}

/* What is missing for the table to make sense; NULL when nothing is. */
static const char *missing_field(const ik_columns *columns)
{
    const bool is_addresses = columns->table == IK_TABLE_ADDRESSES;
    if (!is_addresses && !ik_columns_has(columns, IK_FIELD_ID))
        return "id";
    if (columns->table == IK_TABLE_EVENTS && !ik_columns_has(columns, IK_FIELD_TITLE))
        return "title";
    if (columns->table == IK_TABLE_PROJECTS && !ik_columns_has(columns, IK_FIELD_TITLE) &&
        !ik_columns_has(columns, IK_FIELD_ORGANISATION))
        return "title or organisation";
    if (ik_columns_has(columns, IK_FIELD_LON) != ik_columns_has(columns, IK_FIELD_LAT))
        return ik_columns_has(columns, IK_FIELD_LON) ? "lat beside lon" : "lon beside lat";
    if (ik_columns_has(columns, IK_FIELD_EASTING) != ik_columns_has(columns, IK_FIELD_NORTHING))
        return ik_columns_has(columns, IK_FIELD_EASTING) ? "northing beside easting"
                                                         : "easting beside northing";
    if (columns->table != IK_TABLE_EVENTS && !has_place(columns))
        return "an address (city, postcode or address) or coordinates (lon and lat)";
    return NULL;
}

static bool check_required(const ik_columns *columns, const char *file, GError **error)
{
    const char *missing = missing_field(columns);
    if (missing == NULL)
        return true;
    g_autofree char *names = columns_there(columns);
    g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: no column for %s; the columns are %s",
                file, missing, names);
    return false;
}

ik_columns *ik_columns_resolve(const ik_columns_request *request, const ik_csv_record *header,
                               GError **error)
{
    g_autoptr(ik_columns) columns = g_new0(ik_columns, 1);
    columns->table = request->table;
    columns->names = g_ptr_array_new_with_free_func(g_free);
    columns->numbers = g_hash_table_new(g_str_hash, g_str_equal);
    read_names(columns, header);
    if (!map_fields(columns, request, error) || !name_fields(columns, request, error)) {
        ik_error_make_printable(error);
        return NULL;
    }
    settle_place(columns);
    if (!request->requires_nothing && !check_required(columns, request->file, error))
        return NULL;
    return g_steal_pointer(&columns);
}

bool ik_columns_has(const ik_columns *columns, ik_field field)
{
    return columns->parts[field] != NULL;
}

static const char *written_in(const column_part *part, const ik_csv_record *record)
{
    if (part->constant != NULL)
        return part->constant;
    return part->column < record->n_fields ? record->fields[part->column] : "";
}

static char *read_part(const column_part *part, const ik_csv_record *record)
{
    return ik_text_clean(written_in(part, record));
}

char *ik_columns_read(const ik_columns *columns, const ik_csv_record *record, ik_field field)
{
    const GArray *parts = columns->parts[field];
    if (parts == NULL)
        return NULL;
    if (parts->len == 1) {
        char *only = read_part(&g_array_index(parts, column_part, 0), record);
        return *only != '\0' ? only : (g_free(only), NULL);
    }
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < parts->len; i++) {
        g_autofree char *piece = read_part(&g_array_index(parts, column_part, i), record);
        if (text->len > 0 && *piece != '\0')
            g_string_append_c(text, ' ');
        g_string_append(text, piece);
    }
    return g_string_free(text, text->len == 0);
}

char *ik_columns_read_lines(const ik_columns *columns, const ik_csv_record *record, ik_field field)
{
    const GArray *parts = columns->parts[field];
    GString *text = g_string_new(NULL);
    for (guint i = 0; parts != NULL && i < parts->len; i++) {
        g_autofree char *piece =
            ik_text_clean_lines(written_in(&g_array_index(parts, column_part, i), record));
        if (text->len > 0 && *piece != '\0')
            g_string_append(text, "\n\n");
        g_string_append(text, piece);
    }
    return g_string_free(text, text->len == 0);
}

const char *ik_columns_name(const ik_columns *columns, ik_field field)
{
    const GArray *parts = columns->parts[field];
    for (guint i = 0; parts != NULL && i < parts->len; i++) {
        const guint column = g_array_index(parts, column_part, i).column;
        if (column != NO_COLUMN)
            return g_ptr_array_index(columns->names, column);
    }
    return NULL;
}

const char *ik_columns_header(const ik_columns *columns, guint index)
{
    return index < columns->names->len ? g_ptr_array_index(columns->names, index) : NULL;
}

guint ik_columns_count(const ik_columns *columns)
{
    return columns->names->len;
}

char **ik_columns_extra(const ik_columns *columns, const ik_csv_record *record)
{
    GPtrArray *pairs = g_ptr_array_new();
    for (guint i = 0; i < columns->names->len && i < record->n_fields; i++) {
        if (columns->taken[i])
            continue;
        char *value = ik_text_clean(record->fields[i]);
        if (*value == '\0') {
            g_free(value);
            continue;
        }
        g_ptr_array_add(pairs, g_strdup(g_ptr_array_index(columns->names, i)));
        g_ptr_array_add(pairs, value);
    }
    g_ptr_array_add(pairs, NULL);
    return (char **)g_ptr_array_free(pairs, FALSE);
}

char *ik_columns_unknown(const ik_columns *columns)
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < columns->names->len; i++)
        if (!columns->taken[i])
            append_quoted(list, g_ptr_array_index(columns->names, i));
    return g_string_free(list, list->len == 0);
}

char **ik_columns_pairs(const ik_columns *columns)
{
    GPtrArray *pairs = g_ptr_array_new();
    for (guint field = 0; field < IK_N_FIELDS; field++) {
        const char *name = ik_columns_name(columns, (ik_field)field);
        if (name == NULL)
            continue;
        g_ptr_array_add(pairs, g_strdup(ik_field_name((ik_field)field)));
        g_ptr_array_add(pairs, g_strdup(name));
    }
    g_ptr_array_add(pairs, NULL);
    return (char **)g_ptr_array_free(pairs, FALSE);
}
