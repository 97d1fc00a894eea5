/* osm_xml.c — OpenStreetMap XML, element by element.   [geodata]
 *
 * libreadosm's structures have const members: they are made whole once an object ends.
 */
#include "osm_xml.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "byte_source.h"
#include "register_reader.h"

typedef enum { OBJECT_NONE, OBJECT_NODE, OBJECT_WAY, OBJECT_RELATION } osm_object;

typedef struct {
    const ik_osm_callbacks *callbacks;
    osm_object object; /* that is open */
    bool has_id, aborted;
    gint64 id;
    double lon, lat;
    char *timestamp;       /* NULL: none */
    GStringChunk *strings; /* of the tags */
    GArray *tags;          /* readosm_tag */
    GArray *refs;          /* long long */
    GArray *members;       /* readosm_member */
} osm_xml;

/* --- attributes ---------------------------------------------------------------------------- */

typedef struct {
    const char **names, **values;
} xml_attributes;

static const char *find_attribute(const xml_attributes *attributes, const char *name)
{
    for (guint i = 0; attributes->names[i] != NULL; i++)
        if (strcmp(attributes->names[i], name) == 0)
            return attributes->values[i];
    return NULL;
}

static bool read_id(const xml_attributes *attributes, const char *name, gint64 *id)
{
    const char *text = find_attribute(attributes, name);
    return text != NULL && g_ascii_string_to_signed(text, 10, G_MININT64, G_MAXINT64, id, NULL);
}

static double read_degrees(const xml_attributes *attributes, const char *name)
{
    const char *text = find_attribute(attributes, name);
    double degrees;
    return text != NULL && ik_register_parse_decimal(text, &degrees) ? degrees : READOSM_UNDEFINED;
}

/* --- what is inside an object -------------------------------------------------------------- */

static void add_tag(osm_xml *xml, const xml_attributes *attributes)
{
    const char *key = find_attribute(attributes, "k"), *value = find_attribute(attributes, "v");
    if (key == NULL || value == NULL)
        return;
    char *kept_key = g_string_chunk_insert(xml->strings, key);
    char *kept_value = g_string_chunk_insert(xml->strings, value);
    const readosm_tag tag = {kept_key, kept_value};
    g_array_append_val(xml->tags, tag);
}

static void add_ref(osm_xml *xml, const xml_attributes *attributes)
{
    gint64 id;
    if (!read_id(attributes, "ref", &id))
        return;
    long long ref = id;
    g_array_append_val(xml->refs, ref);
}

static void add_member(osm_xml *xml, const xml_attributes *attributes)
{
    const char *type = find_attribute(attributes, "type");
    gint64 id;
    if (type == NULL || !read_id(attributes, "ref", &id))
        return;
    int kind = strcmp(type, "way") == 0    ? READOSM_MEMBER_WAY
               : strcmp(type, "node") == 0 ? READOSM_MEMBER_NODE
                                           : READOSM_MEMBER_RELATION;
    const readosm_member member = {kind, id, ""};
    g_array_append_val(xml->members, member);
}

/* --- objects ------------------------------------------------------------------------------- */

static osm_object find_object(const char *element)
{
    return strcmp(element, "node") == 0       ? OBJECT_NODE
           : strcmp(element, "way") == 0      ? OBJECT_WAY
           : strcmp(element, "relation") == 0 ? OBJECT_RELATION
                                              : OBJECT_NONE;
}

static void begin_object(osm_xml *xml, osm_object object, const xml_attributes *attributes)
{
    xml->object = object;
    xml->has_id = read_id(attributes, "id", &xml->id);
    xml->lon = read_degrees(attributes, "lon");
    xml->lat = read_degrees(attributes, "lat");
    g_free(xml->timestamp);
    xml->timestamp = g_strdup(find_attribute(attributes, "timestamp"));
    g_string_chunk_clear(xml->strings);
    g_array_set_size(xml->tags, 0);
    g_array_set_size(xml->refs, 0);
    g_array_set_size(xml->members, 0);
}

static int give_node(const osm_xml *xml)
{
    const readosm_node node = {
        .id = xml->id,
        .latitude = xml->lat,
        .longitude = xml->lon,
        .timestamp = xml->timestamp,
        .tag_count = (int)xml->tags->len,
        .tags = (const readosm_tag *)(gconstpointer)xml->tags->data,
    };
    return xml->callbacks->node(xml->callbacks->data, &node);
}

static int give_way(const osm_xml *xml)
{
    const readosm_way way = {
        .id = xml->id,
        .timestamp = xml->timestamp,
        .node_ref_count = (int)xml->refs->len,
        .node_refs = (const long long *)(gconstpointer)xml->refs->data,
        .tag_count = (int)xml->tags->len,
        .tags = (const readosm_tag *)(gconstpointer)xml->tags->data,
    };
    return xml->callbacks->way(xml->callbacks->data, &way);
}

static int give_relation(const osm_xml *xml)
{
    const readosm_relation relation = {
        .id = xml->id,
        .timestamp = xml->timestamp,
        .member_count = (int)xml->members->len,
        .members = (const readosm_member *)(gconstpointer)xml->members->data,
        .tag_count = (int)xml->tags->len,
        .tags = (const readosm_tag *)(gconstpointer)xml->tags->data,
    };
    return xml->callbacks->relation(xml->callbacks->data, &relation);
}

static bool give(const osm_xml *xml)
{
    int code = READOSM_OK;
    if (xml->object == OBJECT_NODE && xml->callbacks->node != NULL)
        code = give_node(xml);
    else if (xml->object == OBJECT_WAY && xml->callbacks->way != NULL)
        code = give_way(xml);
    else if (xml->object == OBJECT_RELATION && xml->callbacks->relation != NULL)
        code = give_relation(xml);
    return code != READOSM_ABORT;
}

/* --- the parser ---------------------------------------------------------------------------- */

static void start_element(GMarkupParseContext *context, const char *element, const char **names,
                          const char **values, gpointer data, GError **error)
{
    osm_xml *xml = data;
    const xml_attributes attributes = {names, values};
    osm_object object = find_object(element);
    (void)context;
    (void)error;
    if (object != OBJECT_NONE)
        begin_object(xml, object, &attributes);
    else if (xml->object != OBJECT_NONE && strcmp(element, "tag") == 0)
        add_tag(xml, &attributes);
    else if (xml->object == OBJECT_WAY && strcmp(element, "nd") == 0)
        add_ref(xml, &attributes);
    else if (xml->object == OBJECT_RELATION && strcmp(element, "member") == 0)
        add_member(xml, &attributes);
}

static void end_element(GMarkupParseContext *context, const char *element, gpointer data,
                        GError **error)
{
    osm_xml *xml = data;
    (void)context;
    if (find_object(element) == OBJECT_NONE || find_object(element) != xml->object)
        return;
    if (xml->has_id && !give(xml)) {
        xml->aborted = true;
        g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
    }
    xml->object = OBJECT_NONE;
}

static bool parse(const char *path, osm_xml *xml, GMarkupParseContext *context, GError **error)
{
    char buffer[65536];
    gssize n;
    g_autoptr(ik_byte_source) source = ik_byte_source_open(path, error);
    if (source == NULL)
        return false;
    g_autoptr(GError) broken = NULL;
    while ((n = ik_byte_source_read(source, buffer, sizeof buffer, error)) > 0)
        if (!g_markup_parse_context_parse(context, buffer, n, &broken))
            break;
    if (n < 0)
        return false;
    if (n == 0)
        g_markup_parse_context_end_parse(context, &broken);
    if (broken == NULL || xml->aborted)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: broken XML: %s", path, broken->message);
    return false;
}

bool ik_osm_xml_read(const char *path, const ik_osm_callbacks *callbacks, bool *aborted,
                     GError **error)
{
    static const GMarkupParser parser = {.start_element = start_element,
                                         .end_element = end_element};
    osm_xml xml = {.callbacks = callbacks,
                   .strings = g_string_chunk_new(4096),
                   .tags = g_array_new(FALSE, FALSE, sizeof(readosm_tag)),
                   .refs = g_array_new(FALSE, FALSE, sizeof(long long)),
                   .members = g_array_new(FALSE, FALSE, sizeof(readosm_member))};
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, &xml, NULL);
    bool done = parse(path, &xml, context, error);
    *aborted = xml.aborted;
    g_markup_parse_context_free(context);
    g_string_chunk_free(xml.strings);
    g_array_unref(xml.tags);
    g_array_unref(xml.refs);
    g_array_unref(xml.members);
    g_free(xml.timestamp);
    return done;
}
