/* osm_pbf_block.c — nodes, ways and relations of a block.   [geodata] */
#include "osm_pbf_block.h"

#include <math.h>
#include <string.h>

#include "protobuf.h"

#define DEGREES_PER_NANO 1e-9
#define LAST_SECOND      G_GINT64_CONSTANT(253402300799) /* of the year 9999 */

enum {
    BLOCK_STRINGS = 1,
    BLOCK_GROUP = 2,
    BLOCK_GRANULARITY = 17,
    BLOCK_DATES = 18,
    BLOCK_LAT = 19,
    BLOCK_LON = 20
};
enum { GROUP_NODE = 1, GROUP_DENSE = 2, GROUP_WAY = 3, GROUP_RELATION = 4 };
enum { OBJECT_ID = 1, OBJECT_KEYS = 2, OBJECT_VALUES = 3, OBJECT_INFO = 4 };
enum { NODE_LAT = 8, NODE_LON = 9, WAY_REFS = 8, RELATION_MEMBERS = 9, RELATION_TYPES = 10 };
enum { DENSE_IDS = 1, DENSE_INFO = 5, DENSE_LAT = 8, DENSE_LON = 9, DENSE_TAGS = 10 };
enum { INFO_TIMESTAMP = 2, STRING = 1 };
enum { MEMBER_WAY = 1 };

typedef struct {
    const ik_osm_request *request;
    ik_osm_pbf_scratch *scratch;
    gint64 granularity, date_granularity, lat_offset, lon_offset;
    GError **error;
} pbf_block;

void ik_osm_pbf_scratch_init(ik_osm_pbf_scratch *scratch)
{
    scratch->strings = g_array_new(FALSE, FALSE, sizeof(char *));
    scratch->groups = g_array_new(FALSE, FALSE, sizeof(ik_pbf_span));
    scratch->tags = g_array_new(FALSE, FALSE, sizeof(ik_osm_tag));
    scratch->refs = g_array_new(FALSE, FALSE, sizeof(gint64));
}

void ik_osm_pbf_scratch_clear(ik_osm_pbf_scratch *scratch)
{
    g_array_unref(scratch->strings);
    g_array_unref(scratch->groups);
    g_array_unref(scratch->tags);
    g_array_unref(scratch->refs);
}

/* --- values -------------------------------------------------------------------------------- */

/* Sums wrap round instead of overflowing: a damaged file may hold any differences. */
static gint64 wrapped_sum(gint64 a, gint64 b)
{
    return (gint64)((guint64)a + (guint64)b);
}

static gint64 wrapped_product(gint64 a, gint64 b)
{
    return (gint64)((guint64)a * (guint64)b);
}

/* Adds the next difference to `sum`; false at the end. */
static bool next_difference(ik_pbf_span *span, gint64 *sum)
{
    guint64 value;
    if (!ik_pbf_next_varint(span, &value))
        return false;
    *sum = wrapped_sum(*sum, ik_pbf_signed(value));
    return true;
}

static void set_position(const pbf_block *block, gint64 lat, gint64 lon, ik_osm_object *object)
{
    lat = wrapped_sum(block->lat_offset, wrapped_product(block->granularity, lat));
    lon = wrapped_sum(block->lon_offset, wrapped_product(block->granularity, lon));
    object->position = (ik_lonlat){(double)lon * DEGREES_PER_NANO, (double)lat * DEGREES_PER_NANO};
    object->has_position =
        fabs(object->position.lon) <= 180.0 && fabs(object->position.lat) <= 90.0;
}

/* Only what bears tags is asked for its date. */
static void set_date(const pbf_block *block, gint64 timestamp, ik_osm_object *object)
{
    gint64 seconds = wrapped_product(timestamp, block->date_granularity) / 1000;
    if (block->scratch->tags->len == 0 || seconds <= 0 || seconds > LAST_SECOND)
        return;
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(seconds);
    g_snprintf(object->date, sizeof object->date, "%04d-%02d-%02d", g_date_time_get_year(date),
               g_date_time_get_month(date), g_date_time_get_day_of_month(date));
}

/* A string of the block; false: there is none of that number. */
static bool find_string(const pbf_block *block, guint64 index, const char **text)
{
    if (index >= block->scratch->strings->len)
        return false;
    *text = g_array_index(block->scratch->strings, char *, index);
    return true;
}

static bool add_tag(const pbf_block *block, guint64 key, guint64 value)
{
    ik_osm_tag tag;
    if (!find_string(block, key, &tag.key) || !find_string(block, value, &tag.value))
        return false;
    g_array_append_val(block->scratch->tags, tag);
    return true;
}

static bool give(const pbf_block *block, ik_osm_object *object)
{
    const ik_osm_pbf_scratch *scratch = block->scratch;
    object->tags = (const ik_osm_tag *)(gconstpointer)scratch->tags->data;
    object->n_tags = scratch->tags->len;
    object->refs = (const gint64 *)(gconstpointer)scratch->refs->data;
    object->n_refs = scratch->refs->len;
    return block->request->take(object, block->request->data, block->error);
}

/* --- one object, one message --------------------------------------------------------------- */

typedef struct {
    ik_pbf_span keys, values, members, types, refs;
    gint64 lat, lon, timestamp;
} pbf_parts;

static gint64 read_timestamp(ik_pbf_span info)
{
    gint64 timestamp = 0;
    for (ik_pbf_field field; ik_pbf_next_field(&info, &field);)
        if (field.number == INFO_TIMESTAMP)
            timestamp = (gint64)field.value;
    return timestamp;
}

static void take_part(ik_osm_kind kind, const ik_pbf_field *field, ik_osm_object *object,
                      pbf_parts *parts)
{
    bool is_node = kind == IK_OSM_NODE;
    if (field->number == OBJECT_ID)
        object->id = is_node ? ik_pbf_signed(field->value) : (gint64)field->value;
    else if (field->number == OBJECT_KEYS)
        parts->keys = field->span;
    else if (field->number == OBJECT_VALUES)
        parts->values = field->span;
    else if (field->number == OBJECT_INFO)
        parts->timestamp = read_timestamp(field->span);
    else if (is_node && field->number == NODE_LAT)
        parts->lat = ik_pbf_signed(field->value);
    else if (is_node && field->number == NODE_LON)
        parts->lon = ik_pbf_signed(field->value);
    else if (kind == IK_OSM_WAY && field->number == WAY_REFS)
        parts->refs = field->span;
    else if (kind == IK_OSM_RELATION && field->number == RELATION_MEMBERS)
        parts->members = field->span;
    else if (kind == IK_OSM_RELATION && field->number == RELATION_TYPES)
        parts->types = field->span;
}

static bool read_tags(const pbf_block *block, pbf_parts *parts)
{
    guint64 key, value;
    while (ik_pbf_next_varint(&parts->keys, &key))
        if (!ik_pbf_next_varint(&parts->values, &value) || !add_tag(block, key, value))
            return false;
    return !parts->keys.is_broken;
}

static bool read_refs(const pbf_block *block, pbf_parts *parts)
{
    GArray *refs = block->scratch->refs;
    guint64 type;
    gint64 id = 0;
    while (next_difference(&parts->refs, &id))
        g_array_append_val(refs, id);
    for (id = 0; next_difference(&parts->members, &id);) {
        if (!ik_pbf_next_varint(&parts->types, &type))
            return false;
        if (type == MEMBER_WAY)
            g_array_append_val(refs, id);
    }
    return !parts->refs.is_broken && !parts->members.is_broken;
}

static bool read_object(const pbf_block *block, ik_osm_kind kind, ik_pbf_span message)
{
    ik_osm_object object = {.kind = kind};
    pbf_parts parts = {0};
    g_array_set_size(block->scratch->tags, 0);
    g_array_set_size(block->scratch->refs, 0);
    for (ik_pbf_field field; ik_pbf_next_field(&message, &field);)
        take_part(kind, &field, &object, &parts);
    if (message.is_broken || !read_tags(block, &parts) || !read_refs(block, &parts))
        return false;
    if (kind == IK_OSM_NODE)
        set_position(block, parts.lat, parts.lon, &object);
    set_date(block, parts.timestamp, &object);
    return give(block, &object);
}

/* --- dense nodes --------------------------------------------------------------------------- */

typedef struct {
    ik_pbf_span ids, lats, lons, tags, timestamps;
} pbf_dense;

/* Key, value, key, value ... 0 for each node; nothing at all where no node has tags. */
static bool read_dense_tags(const pbf_block *block, ik_pbf_span *tags)
{
    guint64 key, value;
    g_array_set_size(block->scratch->tags, 0);
    while (ik_pbf_next_varint(tags, &key) && key != 0)
        if (!ik_pbf_next_varint(tags, &value) || !add_tag(block, key, value))
            return false;
    return !tags->is_broken;
}

static bool read_dense_nodes(const pbf_block *block, pbf_dense *dense)
{
    gint64 id = 0, lat = 0, lon = 0, timestamp = 0;
    g_array_set_size(block->scratch->refs, 0);
    while (next_difference(&dense->ids, &id)) {
        ik_osm_object object = {.kind = IK_OSM_NODE, .id = id};
        if (!next_difference(&dense->lats, &lat) || !next_difference(&dense->lons, &lon) ||
            !read_dense_tags(block, &dense->tags))
            return false;
        set_position(block, lat, lon, &object);
        if (next_difference(&dense->timestamps, &timestamp))
            set_date(block, timestamp, &object);
        if (!give(block, &object))
            return false;
    }
    return !dense->ids.is_broken;
}

static bool read_dense(const pbf_block *block, ik_pbf_span message)
{
    pbf_dense dense = {0};
    for (ik_pbf_field field; ik_pbf_next_field(&message, &field);) {
        if (field.number == DENSE_IDS)
            dense.ids = field.span;
        else if (field.number == DENSE_LAT)
            dense.lats = field.span;
        else if (field.number == DENSE_LON)
            dense.lons = field.span;
        else if (field.number == DENSE_TAGS)
            dense.tags = field.span;
        else if (field.number == DENSE_INFO)
            for (ik_pbf_field info; ik_pbf_next_field(&field.span, &info);)
                if (info.number == INFO_TIMESTAMP)
                    dense.timestamps = info.span;
    }
    return !message.is_broken && read_dense_nodes(block, &dense);
}

/* --- the block ----------------------------------------------------------------------------- */

static bool read_group(const pbf_block *block, ik_pbf_span group)
{
    guint kinds = block->request->kinds;
    bool sound = true;
    for (ik_pbf_field field; sound && ik_pbf_next_field(&group, &field);) {
        if (field.number == GROUP_NODE && (kinds & IK_OSM_NODE) != 0)
            sound = read_object(block, IK_OSM_NODE, field.span);
        else if (field.number == GROUP_DENSE && (kinds & IK_OSM_NODE) != 0)
            sound = read_dense(block, field.span);
        else if (field.number == GROUP_WAY && (kinds & IK_OSM_WAY) != 0)
            sound = read_object(block, IK_OSM_WAY, field.span);
        else if (field.number == GROUP_RELATION && (kinds & IK_OSM_RELATION) != 0)
            sound = read_object(block, IK_OSM_RELATION, field.span);
    }
    return sound && !group.is_broken;
}

/* Strings get a NUL behind them in place, once all is cut into fields: the byte there belonged to the key of the next
 * field, which has been read. */
static bool read_strings(const pbf_block *block, guint8 *bytes, ik_pbf_span table)
{
    GArray *strings = block->scratch->strings;
    guint8 *last_end = NULL;
    g_array_set_size(strings, 0);
    for (ik_pbf_field field; ik_pbf_next_field(&table, &field);) {
        if (last_end != NULL)
            *last_end = '\0';
        last_end = NULL;
        if (field.number != STRING || field.span.at == NULL)
            continue;
        char *text = (char *)bytes + (field.span.at - bytes);
        g_array_append_val(strings, text);
        last_end = bytes + (field.span.end - bytes);
    }
    if (last_end != NULL)
        *last_end = '\0';
    return !table.is_broken;
}

static void take_field(pbf_block *block, const ik_pbf_field *field, ik_pbf_span *strings)
{
    if (field->number == BLOCK_STRINGS)
        *strings = field->span;
    else if (field->number == BLOCK_GROUP)
        g_array_append_val(block->scratch->groups, field->span);
    else if (field->number == BLOCK_GRANULARITY)
        block->granularity = (gint64)field->value;
    else if (field->number == BLOCK_DATES)
        block->date_granularity = (gint64)field->value;
    else if (field->number == BLOCK_LAT)
        block->lat_offset = (gint64)field->value;
    else if (field->number == BLOCK_LON)
        block->lon_offset = (gint64)field->value;
}

bool ik_osm_pbf_block_read(const ik_osm_request *request, ik_osm_pbf_scratch *scratch,
                           guint8 *bytes, gsize size, GError **error)
{
    pbf_block block = {.request = request,
                       .scratch = scratch,
                       .granularity = 100,
                       .date_granularity = 1000,
                       .error = error};
    ik_pbf_span message = {bytes, bytes + size, false}, strings = {0};
    g_array_set_size(scratch->groups, 0);
    for (ik_pbf_field field; ik_pbf_next_field(&message, &field);)
        take_field(&block, &field, &strings);
    if (message.is_broken || !read_strings(&block, bytes, strings))
        return false;
    for (guint i = 0; i < scratch->groups->len; i++)
        if (!read_group(&block, g_array_index(scratch->groups, ik_pbf_span, i)))
            return false;
    return true;
}
