/* osm_addresses.c — addresses out of OpenStreetMap.   [geodata] */
#include "osm_addresses.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <readosm.h>
#include <string.h>

#include "osm_positions.h"
#include "osm_xml.h"

#define LEAST_AREA 1e-12 /* square degrees, twice: less than a hand's breadth */

typedef struct {
    const ik_register_request *request;
    ik_register_summary *summary;
    ik_osm_positions *nodes, *ways;
    GError *error; /* what ended the reading */
} osm_reader;

typedef struct {
    const readosm_tag *tags;
    int n;
} osm_tags;

/* --- tags ---------------------------------------------------------------------------------- */

/* The value of a tag; NULL where there is none or an empty one. */
static const char *find_tag(const osm_tags *tags, const char *key)
{
    for (int i = 0; i < tags->n; i++)
        if (tags->tags[i].key != NULL && strcmp(tags->tags[i].key, key) == 0)
            return tags->tags[i].value != NULL && *tags->tags[i].value != '\0' ? tags->tags[i].value
                                                                               : NULL;
    return NULL;
}

static bool is_any_of(const char *value, const char *const *list)
{
    return value != NULL && g_strv_contains(list, value);
}

static bool is_house(const osm_tags *tags)
{
    return find_tag(tags, "addr:housenumber") != NULL;
}

static bool is_street(const osm_tags *tags)
{
    /* What bears the names of streets but is none, or not yet. */
    static const char *const others[] = {"platform",  "proposed", "construction",
                                         "rest_area", "services", "elevator",
                                         "bus_stop",  "razed",    NULL};
    const char *highway = find_tag(tags, "highway");
    return highway != NULL && !is_any_of(highway, others) && find_tag(tags, "name") != NULL;
}

static bool is_locality(const osm_tags *tags)
{
    static const char *const kinds[] = {"borough", "suburb", "quarter", "neighbourhood",
                                        "village", "hamlet", "town",    NULL};
    return is_any_of(find_tag(tags, "place"), kinds) && find_tag(tags, "name") != NULL;
}

/* libreadosm hands a pointer to const back: what it gets is where the reader's address stands. */
static osm_reader *reader_of(const void *data)
{
    return *(osm_reader *const *)data;
}

/* --- records ------------------------------------------------------------------------------- */

static bool is_text(const char *text)
{
    return text == NULL || g_utf8_validate(text, -1, NULL);
}

static const char *judge(const ik_address_record *record)
{
    if (record->street == NULL && record->locality == NULL)
        return "street_missing";
    if (!record->has_position)
        return "position_missing";
    bool sound = is_text(record->street) && is_text(record->number) && is_text(record->postcode) &&
                 is_text(record->locality);
    return sound ? NULL : "broken_text";
}

/* Hands a record over; what libreadosm's callbacks return. */
static int give(osm_reader *reader, const ik_address_record *record, const char *timestamp)
{
    if (!ik_register_count_row(reader->request, reader->summary, &reader->error))
        return READOSM_ABORT;
    const char *reason =
        record->number != NULL && record->street == NULL ? "street_missing" : judge(record);
    if (reason != NULL) {
        ik_skips_add(&reader->summary->skips, reason, record->line);
        return READOSM_OK;
    }
    ik_register_note_date(reader->summary, timestamp);
    return reader->request->take(record, reader->request->take_data, &reader->error)
               ? READOSM_OK
               : READOSM_ABORT;
}

static int give_house(osm_reader *reader, const osm_tags *tags, const ik_lonlat *position,
                      const char *timestamp)
{
    const char *street = find_tag(tags, "addr:street");
    ik_address_record record = {.kind = IK_REGISTER_OSM,
                                .street = street != NULL ? street : find_tag(tags, "addr:place"),
                                .number = find_tag(tags, "addr:housenumber"),
                                .postcode = find_tag(tags, "addr:postcode"),
                                .locality = find_tag(tags, "addr:suburb"),
                                .has_position = position != NULL};
    if (position != NULL)
        record.position = *position;
    return give(reader, &record, timestamp);
}

static int take_node(const void *data, const readosm_node *node)
{
    osm_reader *reader = reader_of(data);
    const osm_tags tags = {node->tags, node->tag_count};
    const ik_lonlat position = {node->longitude, node->latitude};
    bool has_position = position.lon >= -180.0 && position.lon <= 180.0 && position.lat >= -90.0 &&
                        position.lat <= 90.0;
    if (has_position)
        ik_osm_positions_set(reader->nodes, node->id, position);
    int code = READOSM_OK;
    if (is_house(&tags))
        code = give_house(reader, &tags, has_position ? &position : NULL, node->timestamp);
    if (code == READOSM_OK && is_locality(&tags)) {
        const ik_address_record record = {.kind = IK_REGISTER_OSM,
                                          .locality = find_tag(&tags, "name"),
                                          .has_position = has_position,
                                          .position = position};
        code = give(reader, &record, node->timestamp);
    }
    return code;
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
static bool way_centre(const osm_reader *reader, const readosm_way *way, ik_lonlat *position)
{
    osm_ring ring = {0};
    int n = way->node_ref_count;
    bool is_closed = n > 1 && way->node_refs[0] == way->node_refs[n - 1];
    for (int i = 0; i < (is_closed ? n - 1 : n); i++) {
        ik_lonlat node;
        if (ik_osm_positions_get(reader->nodes, way->node_refs[i], &node))
            add_corner(&ring, node);
    }
    return is_closed ? take_centre(&ring, position) : take_mean(&ring.mean, position);
}

static int give_street(osm_reader *reader, const readosm_way *way, const osm_tags *tags)
{
    ik_address_record record = {.kind = IK_REGISTER_OSM, .street = find_tag(tags, "name")};
    int n = way->node_ref_count;
    record.has_position =
        n > 0 && ik_osm_positions_get(reader->nodes, way->node_refs[n / 2], &record.position);
    return give(reader, &record, way->timestamp);
}

static int take_way(const void *data, const readosm_way *way)
{
    osm_reader *reader = reader_of(data);
    const osm_tags tags = {way->tags, way->tag_count};
    bool house = is_house(&tags), wanted = ik_osm_positions_wants(reader->ways, way->id);
    ik_lonlat centre;
    bool has_centre = (house || wanted) && way_centre(reader, way, &centre);
    if (wanted && has_centre)
        ik_osm_positions_set(reader->ways, way->id, centre);
    int code = READOSM_OK;
    if (house)
        code = give_house(reader, &tags, has_centre ? &centre : NULL, way->timestamp);
    if (code == READOSM_OK && is_street(&tags))
        code = give_street(reader, way, &tags);
    return code;
}

/* A way of the outline; what lies inside of it is a court. */
static bool is_way(const readosm_member *member)
{
    return member->member_type == READOSM_MEMBER_WAY &&
           (member->role == NULL || strcmp(member->role, "inner") != 0);
}

static int take_relation(const void *data, const readosm_relation *relation)
{
    osm_reader *reader = reader_of(data);
    const osm_tags tags = {relation->tags, relation->tag_count};
    osm_mean mean = {0};
    ik_lonlat position;
    if (!is_house(&tags))
        return READOSM_OK;
    for (int i = 0; i < relation->member_count; i++)
        if (is_way(&relation->members[i]) &&
            ik_osm_positions_get(reader->ways, relation->members[i].id, &position))
            add_to_mean(&mean, position);
    bool found = take_mean(&mean, &position);
    return give_house(reader, &tags, found ? &position : NULL, relation->timestamp);
}

/* --- the three readings -------------------------------------------------------------------- */

static int ask_for_ways(const void *data, const readosm_relation *relation)
{
    osm_reader *reader = reader_of(data);
    const osm_tags tags = {relation->tags, relation->tag_count};
    for (int i = 0; is_house(&tags) && i < relation->member_count; i++)
        if (is_way(&relation->members[i]))
            ik_osm_positions_ask(reader->ways, relation->members[i].id);
    return READOSM_OK;
}

static int ask_for_nodes(const void *data, const readosm_way *way)
{
    osm_reader *reader = reader_of(data);
    const osm_tags tags = {way->tags, way->tag_count};
    int n = way->node_ref_count;
    if (is_house(&tags) || ik_osm_positions_wants(reader->ways, way->id)) {
        for (int i = 0; i < n; i++)
            ik_osm_positions_ask(reader->nodes, way->node_refs[i]);
    } else if (n > 0 && is_street(&tags)) {
        ik_osm_positions_ask(reader->nodes, way->node_refs[n / 2]);
    }
    return READOSM_OK;
}

static const char *explain(int code)
{
    switch (code) {
    case READOSM_INVALID_SUFFIX:
        return "OpenStreetMap data, expected a file name that ends in .osm or .pbf";
    case READOSM_XML_ERROR: return "broken XML";
    case READOSM_INVALID_PBF_HEADER: return "no OpenStreetMap PBF header";
    case READOSM_UNZIP_ERROR: return "a compressed block is broken";
    default: return "cannot be read as OpenStreetMap data";
    }
}

static bool parse_pbf(const char *path, const ik_osm_callbacks *callbacks, bool *aborted,
                      GError **error)
{
    const void *handle = NULL;
    int code = readosm_open(path, &handle);
    if (code == READOSM_OK)
        code = readosm_parse(handle, callbacks->data, callbacks->node, callbacks->way,
                             callbacks->relation);
    readosm_close(handle);
    *aborted = code == READOSM_ABORT;
    if (code == READOSM_OK || code == READOSM_ABORT)
        return true;
    bool missing = code == READOSM_FILE_NOT_FOUND;
    g_set_error(error, IK_ERROR, missing ? IK_ERROR_NOT_FOUND : IK_ERROR_INPUT, "%s: %s", path,
                missing ? "no such file" : explain(code));
    return false;
}

static bool parse(osm_reader *reader, const ik_osm_callbacks *callbacks, GError **error)
{
    const char *path = reader->request->path;
    const ik_osm_callbacks all = {callbacks->node, callbacks->way, callbacks->relation, &reader};
    bool aborted = false;
    bool done = g_str_has_suffix(path, ".pbf") ? parse_pbf(path, &all, &aborted, error)
                                               : ik_osm_xml_read(path, &all, &aborted, error);
    if (!aborted)
        return done;
    g_propagate_error(error, g_steal_pointer(&reader->error));
    return false;
}

bool ik_osm_addresses_read(const ik_register_request *request, ik_register_summary *summary,
                           GError **error)
{
    static const ik_osm_callbacks for_ways = {.relation = ask_for_ways};
    static const ik_osm_callbacks for_nodes = {.way = ask_for_nodes};
    static const ik_osm_callbacks for_records = {take_node, take_way, take_relation, NULL};
    g_autoptr(ik_osm_positions) nodes = ik_osm_positions_new();
    g_autoptr(ik_osm_positions) ways = ik_osm_positions_new();
    osm_reader reader = {.request = request, .summary = summary, .nodes = nodes, .ways = ways};
    if (!parse(&reader, &for_ways, error))
        return false;
    ik_osm_positions_seal(ways);
    if (!parse(&reader, &for_nodes, error))
        return false;
    ik_osm_positions_seal(nodes);
    return parse(&reader, &for_records, error);
}
