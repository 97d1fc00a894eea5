/* territory_data.c — reading the tables in the order in which they refer to each other.   [geodata] */
#include "territory_data.h"

#include "boundaries.h"
#include "table.h"
#include "territory_check.h"

#include <ideenkarte/error.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of texts that are allocated together. */
#define TEXT_CHUNK 16384

struct ik_territory_data {
    ik_territory territory;
    ik_topology *borders;
    GStringChunk *texts;
    GArray *municipalities, *districts, *regions, *postcodes, *postcode_municipalities;
    GArray *attributions;
};

/* A text of the current record, kept. Equal ones are kept once. */
static const char *keep(ik_territory_data *data, const ik_table *table, guint column)
{
    return g_string_chunk_insert_const(data->texts, ik_table_text(table, column));
}

/* Files an error unless `key` has `length` digits and stands behind the row before it. */
static void check_key(ik_table *table, const char *key, gsize length, const char *before)
{
    if (strlen(key) != length || strspn(key, "0123456789") != length) {
        ik_table_fail(table, "key \"%s\", expected %u digits", key, (guint)length);
    } else if (before != NULL && strcmp(before, key) >= 0) {
        ik_table_fail(table, "key %s behind %s, expected ascending order", key, before);
    }
}

static bool read_districts(ik_territory_data *data, const char *folder, GError **error)
{
    g_autoptr(ik_table) table = ik_table_open(folder, "districts.csv", "code,name,kind", error);
    if (table == NULL) {
        return false;
    }
    const char *before = NULL;
    while (ik_table_next(table)) {
        ik_district row = {keep(data, table, 0), keep(data, table, 1), keep(data, table, 2)};
        check_key(table, row.code, 5, before);
        before = row.code;
        g_array_append_val(data->districts, row);
    }
    return ik_table_finish(table, error);
}

static int compare_regions(const void *a, const void *b)
{
    const ik_region *left = a, *right = b;
    return left->number < right->number ? -1 : left->number > right->number;
}

/* The table is sorted by id, the territory by number: 1, 2, … without a gap. */
static bool check_region_numbers(const ik_territory_data *data, GError **error)
{
    for (guint i = 0; i < data->regions->len; i++) {
        const ik_region *region = &g_array_index(data->regions, ik_region, i);
        if (region->number != i + 1) {
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                        "regions.csv: region %s has number %u, expected %u", region->id,
                        region->number, i + 1);
            return false;
        }
    }
    return true;
}

static bool read_regions(ik_territory_data *data, const char *folder, GError **error)
{
    g_autoptr(ik_table) table =
        ik_table_open(folder, "regions.csv", "id,number,name,agency", error);
    if (table == NULL) {
        return false;
    }
    const char *before = NULL;
    while (ik_table_next(table)) {
        ik_region row = {keep(data, table, 0), ik_table_number(table, 1), keep(data, table, 2),
                         keep(data, table, 3)};
        if (before != NULL && strcmp(before, row.id) >= 0) {
            ik_table_fail(table, "id %s behind %s, expected ascending order", row.id, before);
        }
        before = row.id;
        g_array_append_val(data->regions, row);
    }
    g_array_sort(data->regions, compare_regions);
    return ik_table_finish(table, error) && check_region_numbers(data, error);
}

/* Shows in the territory what has been read so far. */
static void show(ik_territory_data *data)
{
    data->territory = (ik_territory){
        .municipalities = (const void *)data->municipalities->data,
        .districts = (const void *)data->districts->data,
        .regions = (const void *)data->regions->data,
        .postcodes = (const void *)data->postcodes->data,
        .postcode_municipalities = (const void *)data->postcode_municipalities->data,
        .attributions = (const void *)data->attributions->data,
        .borders = data->borders,
        .n_municipalities = data->municipalities->len,
        .n_districts = data->districts->len,
        .n_regions = data->regions->len,
        .n_postcodes = data->postcodes->len,
        .n_attributions = data->attributions->len,
    };
}

static guint32 find_district(ik_territory_data *data, ik_table *table, guint column)
{
    const char *code = ik_table_text(table, column);
    for (guint32 i = 0; i < data->districts->len; i++) {
        if (strcmp(g_array_index(data->districts, ik_district, i).code, code) == 0) {
            return i;
        }
    }
    ik_table_fail(table, "district \"%s\" is not in districts.csv", code);
    return IK_NONE;
}

static guint32 find_region(ik_territory_data *data, ik_table *table, guint column)
{
    guint32 region = ik_territory_find_region(&data->territory, ik_table_text(table, column));
    if (region == IK_NONE) {
        ik_table_fail(table, "region \"%s\" is not in regions.csv", ik_table_text(table, column));
    }
    return region;
}

/* ags,name,kind,district,region,population,population_source,lon,lat,point_source */
static ik_municipality read_municipality(ik_territory_data *data, ik_table *table)
{
    return (ik_municipality){
        .ags = keep(data, table, 0),
        .name = keep(data, table, 1),
        .kind = keep(data, table, 2),
        .district = find_district(data, table, 3),
        .region = find_region(data, table, 4),
        .population = ik_table_number(table, 5),
        .population_source = keep(data, table, 6),
        .label = {.lon = ik_table_degrees(table, 7), .lat = ik_table_degrees(table, 8)},
    };
}

static bool read_municipalities(ik_territory_data *data, const char *folder, GError **error)
{
    g_autoptr(ik_table) table =
        ik_table_open(folder, "municipalities.csv",
                      "ags,name,kind,district,region,population,population_source,"
                      "lon,lat,point_source",
                      error);
    if (table == NULL) {
        return false;
    }
    const char *before = NULL;
    while (ik_table_next(table)) {
        ik_municipality row = read_municipality(data, table);
        check_key(table, row.ags, 8, before);
        if (strncmp(row.ags, ik_table_text(table, 3), 5) != 0) {
            ik_table_fail(table, "municipality %s in district %s, expected %.5s", row.ags,
                          ik_table_text(table, 3), row.ags);
        }
        before = row.ags;
        g_array_append_val(data->municipalities, row);
    }
    return ik_table_finish(table, error);
}

/* The keys of a postcode's municipalities, separated by blanks. */
static void read_postcode_municipalities(ik_territory_data *data, ik_table *table)
{
    g_auto(GStrv) keys = g_strsplit(ik_table_text(table, 1), " ", -1);
    for (guint i = 0; keys[i] != NULL; i++) {
        guint32 municipality = ik_territory_find_municipality(&data->territory, keys[i]);
        if (municipality == IK_NONE) {
            ik_table_fail(table, "municipality \"%s\" is not in municipalities.csv", keys[i]);
        }
        g_array_append_val(data->postcode_municipalities, municipality);
    }
}

static bool read_postcodes(ik_territory_data *data, const char *folder, GError **error)
{
    g_autoptr(ik_table) table = ik_table_open(folder, "postcodes.csv", "postcode,ags", error);
    if (table == NULL) {
        return false;
    }
    const char *before = NULL;
    while (ik_table_next(table)) {
        ik_postcode row = {keep(data, table, 0), data->postcode_municipalities->len, 0};
        check_key(table, row.code, 5, before);
        before = row.code;
        read_postcode_municipalities(data, table);
        row.count = data->postcode_municipalities->len - row.first;
        if (row.count == 0) {
            ik_table_fail(table, "postcode %s has no municipality", row.code);
        }
        g_array_append_val(data->postcodes, row);
    }
    return ik_table_finish(table, error);
}

static bool read_attributions(ik_territory_data *data, const char *folder, GError **error)
{
    g_autoptr(ik_table) table =
        ik_table_open(folder, "attribution.csv", "source,text_de,text_en,licence,url", error);
    if (table == NULL) {
        return false;
    }
    while (ik_table_next(table)) {
        ik_attribution row = {keep(data, table, 0), keep(data, table, 1), keep(data, table, 2),
                              keep(data, table, 3), keep(data, table, 4)};
        g_array_append_val(data->attributions, row);
    }
    return ik_table_finish(table, error);
}

/* Faces and rows must be the same municipalities in the same order. */
static bool check_faces(const ik_territory_data *data, const ik_boundaries *boundaries,
                        GError **error)
{
    guint n = MAX(boundaries->ags->len, data->municipalities->len);
    for (guint i = 0; i < n; i++) {
        const char *face = i < boundaries->ags->len ? g_ptr_array_index(boundaries->ags, i) : "-";
        const char *row = i < data->municipalities->len
                              ? g_array_index(data->municipalities, ik_municipality, i).ags
                              : "-";
        if (strcmp(face, row) != 0) {
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                        "municipalities.geojson: features[%u] is %s, expected %s of "
                        "municipalities.csv",
                        i, face, row);
            return false;
        }
    }
    return true;
}

static bool read_borders(ik_territory_data *data, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "municipalities.geojson", NULL);
    g_autoptr(ik_boundaries) boundaries = ik_boundaries_load(path, error);
    if (boundaries == NULL || !check_faces(data, boundaries, error)) {
        return false;
    }
    ik_coverage_rings rings = ik_boundaries_rings(boundaries);
    data->borders = ik_topology_build(&rings, error);
    if (data->borders == NULL) {
        g_prefix_error(error, "municipalities.geojson: ");
        return false;
    }
    return true;
}

static bool read_all(ik_territory_data *data, const char *folder, GError **error)
{
    if (!read_districts(data, folder, error) || !read_regions(data, folder, error)) {
        return false;
    }
    show(data);
    if (!read_municipalities(data, folder, error)) {
        return false;
    }
    show(data);
    if (!read_postcodes(data, folder, error) || !read_attributions(data, folder, error) ||
        !read_borders(data, folder, error)) {
        return false;
    }
    show(data);
    return ik_territory_check_regions(&data->territory, folder, error) &&
           ik_territory_check_faces(&data->territory, error);
}

ik_territory_data *ik_territory_data_load(const char *folder, GError **error)
{
    g_autoptr(ik_territory_data) data = g_new0(ik_territory_data, 1);
    data->texts = g_string_chunk_new(TEXT_CHUNK);
    data->municipalities = g_array_new(FALSE, FALSE, sizeof(ik_municipality));
    data->districts = g_array_new(FALSE, FALSE, sizeof(ik_district));
    data->regions = g_array_new(FALSE, FALSE, sizeof(ik_region));
    data->postcodes = g_array_new(FALSE, FALSE, sizeof(ik_postcode));
    data->postcode_municipalities = g_array_new(FALSE, FALSE, sizeof(guint32));
    data->attributions = g_array_new(FALSE, FALSE, sizeof(ik_attribution));
    return read_all(data, folder, error) ? g_steal_pointer(&data) : NULL;
}

void ik_territory_data_free(ik_territory_data *data)
{
    if (data == NULL) {
        return;
    }
    GArray *owned[] = {data->municipalities,          data->districts, data->regions,
                       data->postcode_municipalities, data->postcodes, data->attributions};
    for (gsize i = 0; i < G_N_ELEMENTS(owned); i++) {
        g_array_unref(owned[i]);
    }
    ik_topology_free(data->borders);
    g_string_chunk_free(data->texts);
    g_free(data);
}

const ik_territory *ik_territory_data_get(const ik_territory_data *data)
{
    return &data->territory;
}
