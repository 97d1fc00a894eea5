/* osm_xml.c — OpenStreetMap XML, element by element.   [geodata]
 */
#include "osm_xml.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "byte_source.h"
#include "printable.h"
#include "register_reader.h"

typedef struct {
    const ik_osm_request *request;
    ik_osm_object object; /* that is open; kind 0: none */
    bool has_id;
    GStringChunk *strings; /* of the tags */
    GArray *tags;          /* ik_osm_tag */
    GArray *refs;          /* gint64 */
    bool is_refused;       /* `take` ended the reading */
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

static bool read_degrees(const xml_attributes *attributes, const char *name, double limit,
                         double *degrees)
{
    const char *text = find_attribute(attributes, name);
    return text != NULL && ik_register_parse_decimal(text, degrees) && *degrees >= -limit &&
           *degrees <= limit;
}

/* --- what is inside an object -------------------------------------------------------------- */

static void add_tag(osm_xml *xml, const xml_attributes *attributes)
{
    const char *key = find_attribute(attributes, "k"), *value = find_attribute(attributes, "v");
    if (key == NULL || value == NULL)
        return;
    const ik_osm_tag tag = {g_string_chunk_insert(xml->strings, key),
                            g_string_chunk_insert(xml->strings, value)};
    g_array_append_val(xml->tags, tag);
}

static void add_ref(osm_xml *xml, const xml_attributes *attributes)
{
    gint64 id;
    if (read_id(attributes, "ref", &id))
        g_array_append_val(xml->refs, id);
}

static void add_member(osm_xml *xml, const xml_attributes *attributes)
{
    const char *type = find_attribute(attributes, "type");
    if (type != NULL && strcmp(type, "way") == 0)
        add_ref(xml, attributes);
}

/* --- objects ------------------------------------------------------------------------------- */

/* The kind that an element is; 0: none. */
static guint find_kind(const char *element)
{
    return strcmp(element, "node") == 0       ? IK_OSM_NODE
           : strcmp(element, "way") == 0      ? IK_OSM_WAY
           : strcmp(element, "relation") == 0 ? IK_OSM_RELATION
                                              : 0U;
}

static void begin_object(osm_xml *xml, ik_osm_kind kind, const xml_attributes *attributes)
{
    const char *timestamp = find_attribute(attributes, "timestamp");
    ik_osm_object *object = &xml->object;
    *object = (ik_osm_object){.kind = kind};
    xml->has_id = read_id(attributes, "id", &object->id);
    object->has_position = read_degrees(attributes, "lon", 180.0, &object->position.lon) &&
                           read_degrees(attributes, "lat", 90.0, &object->position.lat);
    if (timestamp != NULL && ik_register_is_date(timestamp))
        memcpy(object->date, timestamp, IK_REGISTER_DATE_LEN);
    g_string_chunk_clear(xml->strings);
    g_array_set_size(xml->tags, 0);
    g_array_set_size(xml->refs, 0);
}

static bool give(osm_xml *xml, GError **error)
{
    ik_osm_object *object = &xml->object;
    if (!xml->has_id || (xml->request->kinds & object->kind) == 0)
        return true;
    object->tags = (const ik_osm_tag *)(gconstpointer)xml->tags->data;
    object->n_tags = xml->tags->len;
    object->refs = (const gint64 *)(gconstpointer)xml->refs->data;
    object->n_refs = xml->refs->len;
    return xml->request->take(object, xml->request->data, error);
}

/* --- the parser ---------------------------------------------------------------------------- */

static void start_element(GMarkupParseContext *context, const char *element, const char **names,
                          const char **values, gpointer data, GError **error)
{
    osm_xml *xml = data;
    const xml_attributes attributes = {names, values};
    guint kind = find_kind(element);
    (void)context;
    (void)error;
    if (kind != 0)
        begin_object(xml, (ik_osm_kind)kind, &attributes);
    else if (xml->object.kind != 0 && strcmp(element, "tag") == 0)
        add_tag(xml, &attributes);
    else if (xml->object.kind == IK_OSM_WAY && strcmp(element, "nd") == 0)
        add_ref(xml, &attributes);
    else if (xml->object.kind == IK_OSM_RELATION && strcmp(element, "member") == 0)
        add_member(xml, &attributes);
}

static void end_element(GMarkupParseContext *context, const char *element, gpointer data,
                        GError **error)
{
    osm_xml *xml = data;
    (void)context;
    if (xml->object.kind == 0 || find_kind(element) != xml->object.kind)
        return;
    xml->is_refused = !give(xml, error);
    xml->object.kind = 0;
}

static bool parse(const osm_xml *xml, GMarkupParseContext *context, GError **error)
{
    char buffer[65536];
    gssize n;
    const char *path = xml->request->path;
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
    if (broken == NULL)
        return true;
    if (xml->is_refused) {
        g_propagate_error(error, g_steal_pointer(&broken));
        return false;
    }
    /* GMarkup quotes the bytes that it could not read. */
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: broken XML: %s", path, broken->message);
    ik_error_make_printable(error);
    return false;
}

bool ik_osm_xml_read(const ik_osm_request *request, GError **error)
{
    static const GMarkupParser parser = {.start_element = start_element,
                                         .end_element = end_element};
    osm_xml xml = {.request = request,
                   .strings = g_string_chunk_new(4096),
                   .tags = g_array_new(FALSE, FALSE, sizeof(ik_osm_tag)),
                   .refs = g_array_new(FALSE, FALSE, sizeof(gint64))};
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, &xml, NULL);
    bool done = parse(&xml, context, error);
    g_markup_parse_context_free(context);
    g_string_chunk_free(xml.strings);
    g_array_unref(xml.tags);
    g_array_unref(xml.refs);
    return done;
}
