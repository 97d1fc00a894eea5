/* osm_addresses.c — addresses out of OpenStreetMap.   [geodata] */
#include "osm_addresses.h"

#include <math.h>
#include <string.h>

#include "osm_pbf.h"
#include "osm_positions.h"
#include "osm_xml.h"

#define LEAST_AREA 1e-12 /* square degrees, twice: less than a hand's breadth */

typedef struct {
    const ik_register_request *request;
    ik_register_summary *summary;
    ik_osm_positions *nodes, *ways;
} osm_reader;

/* --- tags ---------------------------------------------------------------------------------- */

/* The value of a tag; NULL where there is none or an empty one. */
static const char *find_tag(const ik_osm_object *object, const char *key)
{
    for (guint i = 0; i < object->n_tags; i++)
        if (strcmp(object->tags[i].key, key) == 0)
            return *object->tags[i].value != '\0' ? object->tags[i].value : NULL;
    return NULL;
}

static bool is_any_of(const char *value, const char *const *list)
{
    return value != NULL && g_strv_contains(list, value);
}

static bool is_house(const ik_osm_object *object)
{
    return find_tag(object, "addr:housenumber") != NULL;
}

static bool is_street(const ik_osm_object *object)
{
    /* What bears the names of streets but is none, or not yet. */
    static const char *const others[] = {"platform",  "proposed", "construction",
                                         "rest_area", "services", "elevator",
                                         "bus_stop",  "razed",    NULL};
    const char *highway = find_tag(object, "highway");
    return highway != NULL && !is_any_of(highway, others) && find_tag(object, "name") != NULL;
}

static bool is_locality(const ik_osm_object *object)
{
    static const char *const kinds[] = {"borough", "suburb", "quarter", "neighbourhood",
                                        "village", "hamlet", "town",    NULL};
    return is_any_of(find_tag(object, "place"), kinds) && find_tag(object, "name") != NULL;
}

/* --- records ------------------------------------------------------------------------------- */

static bool is_text(const char *text)
{
    return text == NULL || g_utf8_validate(text, -1, NULL);
}

static const char *judge(const ik_address_record *record)
{
    if (record->street == NULL && (record->number != NULL || record->locality == NULL))
        return "street_missing";
    if (!record->has_position)
        return "position_missing";
    bool sound = is_text(record->street) && is_text(record->number) && is_text(record->postcode) &&
                 is_text(record->locality);
    return sound ? NULL : "broken_text";
}

static bool give(osm_reader *reader, const ik_address_record *record, const ik_osm_object *object,
                 GError **error)
{
    if (!ik_register_count_row(reader->request, reader->summary, error))
        return false;
    const char *reason = judge(record);
    if (reason != NULL) {
        ik_skips_add(&reader->summary->skips, reason, record->line);
        return true;
    }
    ik_register_note_date(reader->summary, object->date);
    return reader->request->take(record, reader->request->take_data, error);
}

static bool give_house(osm_reader *reader, const ik_osm_object *object, const ik_lonlat *position,
                       GError **error)
{
    const char *street = find_tag(object, "addr:street");
    ik_address_record record = {.kind = IK_REGISTER_OSM,
                                .street = street != NULL ? street : find_tag(object, "addr:place"),
                                .number = find_tag(object, "addr:housenumber"),
                                .postcode = find_tag(object, "addr:postcode"),
                                .locality = find_tag(object, "addr:suburb"),
                                .has_position = position != NULL};
    if (position != NULL)
        record.position = *position;
    return give(reader, &record, object, error);
}

static bool take_node(osm_reader *reader, const ik_osm_object *node, GError **error)
{
    if (node->has_position)
        ik_osm_positions_set(reader->nodes, node->id, node->position);
    const ik_lonlat *position = node->has_position ? &node->position : NULL;
    if (is_house(node) && !give_house(reader, node, position, error))
        return false;
    if (!is_locality(node))
        return true;
    const ik_address_record record = {.kind = IK_REGISTER_OSM,
                                      .locality = find_tag(node, "name"),
                                      .has_position = node->has_position,
                                      .position = node->position};
    return give(reader, &record, node, error);
}

/* --- ways and relations -------------------------------------------------------------------- */

typedef struct {
    double lon, lat;
    guint n;
} osm_mean;

static void add_to_mean(osm_mean *mean, ik_lonlat position)
{
    mean->lon += position.lon;
    mean->lat += position.lat;
    mean->n++;
}

static bool take_mean(const osm_mean *mean, ik_lonlat *position)
{
    if (mean->n > 0)
        *position = (ik_lonlat){mean->lon / mean->n, mean->lat / mean->n};
    return mean->n > 0;
}

/* The centre of a ring's area, from sums over its edges relative to the first corner, so that corners close together on
 * one side do not draw it there. What encloses no area lies at the mean of its nodes. */
typedef struct {
    ik_lonlat origin, former;
    double area, lon, lat; /* twice the area; six times its moments */
    double reach;          /* the farthest corner */
    osm_mean mean;
} osm_ring;

static void add_corner(osm_ring *ring, ik_lonlat corner)
{
    if (ring->mean.n == 0)
        ring->origin = corner;
    ik_lonlat at = {corner.lon - ring->origin.lon, corner.lat - ring->origin.lat};
    double cross = ring->former.lon * at.lat - at.lon * ring->former.lat;
    ring->area += cross;
    ring->lon += (ring->former.lon + at.lon) * cross;
    ring->lat += (ring->former.lat + at.lat) * cross;
    ring->former = at;
    ring->reach = fmax(ring->reach, fmax(fabs(at.lon), fabs(at.lat)));
    add_to_mean(&ring->mean, corner);
}

static bool take_centre(const osm_ring *ring, ik_lonlat *position)
{
    double area = fabs(ring->area) < LEAST_AREA ? LEAST_AREA : ring->area;
    ik_lonlat at = {ring->lon / (3 * area), ring->lat / (3 * area)};
    bool is_sound = fabs(ring->area) >= LEAST_AREA && fabs(at.lon) <= ring->reach &&
                    fabs(at.lat) <= ring->reach; /* a ring that crosses itself */
    if (!is_sound)
        return take_mean(&ring->mean, position);
    *position = (ik_lonlat){ring->origin.lon + at.lon, ring->origin.lat + at.lat};
    return true;
}

/* The first node of a ring stands at its end, too, and counts once; the edge back to it adds nothing to the sums. */
static bool way_centre(const osm_reader *reader, const ik_osm_object *way, ik_lonlat *position)
{
    osm_ring ring = {0};
    guint n = way->n_refs;
    bool is_closed = n > 1 && way->refs[0] == way->refs[n - 1];
    for (guint i = 0; i < (is_closed ? n - 1 : n); i++) {
        ik_lonlat node;
        if (ik_osm_positions_get(reader->nodes, way->refs[i], &node))
            add_corner(&ring, node);
    }
    return is_closed ? take_centre(&ring, position) : take_mean(&ring.mean, position);
}

static bool give_street(osm_reader *reader, const ik_osm_object *way, GError **error)
{
    ik_address_record record = {.kind = IK_REGISTER_OSM, .street = find_tag(way, "name")};
    guint n = way->n_refs;
    record.has_position =
        n > 0 && ik_osm_positions_get(reader->nodes, way->refs[n / 2], &record.position);
    return give(reader, &record, way, error);
}

static bool take_way(osm_reader *reader, const ik_osm_object *way, GError **error)
{
    bool house = is_house(way), wanted = ik_osm_positions_wants(reader->ways, way->id);
    ik_lonlat centre = {0};
    bool has_centre = (house || wanted) && way_centre(reader, way, &centre);
    if (wanted && has_centre)
        ik_osm_positions_set(reader->ways, way->id, centre);
    if (house && !give_house(reader, way, has_centre ? &centre : NULL, error))
        return false;
    return !is_street(way) || give_street(reader, way, error);
}

static bool take_relation(osm_reader *reader, const ik_osm_object *relation, GError **error)
{
    osm_mean mean = {0};
    ik_lonlat position;
    if (!is_house(relation))
        return true;
    for (guint i = 0; i < relation->n_refs; i++)
        if (ik_osm_positions_get(reader->ways, relation->refs[i], &position))
            add_to_mean(&mean, position);
    bool found = take_mean(&mean, &position);
    return give_house(reader, relation, found ? &position : NULL, error);
}

static bool take_object(const ik_osm_object *object, gpointer data, GError **error)
{
    return object->kind == IK_OSM_NODE  ? take_node(data, object, error)
           : object->kind == IK_OSM_WAY ? take_way(data, object, error)
                                        : take_relation(data, object, error);
}

/* --- the three readings -------------------------------------------------------------------- */

static bool ask_for_ways(const ik_osm_object *relation, gpointer data, GError **error)
{
    osm_reader *reader = data;
    (void)error;
    for (guint i = 0; is_house(relation) && i < relation->n_refs; i++)
        ik_osm_positions_ask(reader->ways, relation->refs[i]);
    return true;
}

static bool ask_for_nodes(const ik_osm_object *way, gpointer data, GError **error)
{
    osm_reader *reader = data;
    guint n = way->n_refs;
    (void)error;
    if (is_house(way) || ik_osm_positions_wants(reader->ways, way->id)) {
        for (guint i = 0; i < n; i++)
            ik_osm_positions_ask(reader->nodes, way->refs[i]);
    } else if (n > 0 && is_street(way)) {
        ik_osm_positions_ask(reader->nodes, way->refs[n / 2]);
    }
    return true;
}

static bool read_objects(osm_reader *reader, guint kinds, ik_osm_object_fn take, GError **error)
{
    const ik_osm_request request = {reader->request->path, kinds, take, reader};
    return g_str_has_suffix(request.path, ".pbf") ? ik_osm_pbf_read(&request, error)
                                                  : ik_osm_xml_read(&request, error);
}

bool ik_osm_addresses_read(const ik_register_request *request, ik_register_summary *summary,
                           GError **error)
{
    g_autoptr(ik_osm_positions) nodes = ik_osm_positions_new();
    g_autoptr(ik_osm_positions) ways = ik_osm_positions_new();
    osm_reader reader = {.request = request, .summary = summary, .nodes = nodes, .ways = ways};
    if (!read_objects(&reader, IK_OSM_RELATION, ask_for_ways, error))
        return false;
    ik_osm_positions_seal(ways);
    if (!read_objects(&reader, IK_OSM_WAY, ask_for_nodes, error))
        return false;
    ik_osm_positions_seal(nodes);
    return read_objects(&reader, IK_OSM_NODE | IK_OSM_WAY | IK_OSM_RELATION, take_object, error);
}
