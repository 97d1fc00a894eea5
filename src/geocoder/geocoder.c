/* geocoder.c — address → parts → town and postcode → one answer.   [geocoder]
 *
 * The steps lie in files of their own: address_parser.h takes the text apart, town.h reads the town,
 * decision.h weighs it against the postcode, place_search.h looks street and house up in what is left. Here the
 * answer gets its position where there is no gazetteer or nothing in it, and its score.
 */
#include <ideenkarte/geocoder.h>

#include "decision.h"
#include "gazetteer_credits.h"
#include "known_town.h"
#include "place_search.h"
#include "postcode_table.h"
#include "topology.h"

#include <math.h>
#include <string.h>

enum {
    PENALTY_POSTBOX = 5,
    PENALTY_UNREADABLE = 10, /* a person should see what was meant */
    PENALTY_ALTERNATIVE = 20 /* how far a candidate lies behind the one before it */
};

typedef struct {
    bool is_known;
    ik_lonlat position;
    double accuracy_m;
} postcode_point;

struct ik_geocoder {
    const ik_territory *territory;
    ik_place_index *index;
    double *radii_m; /* by municipality: distance from its label to its farthest border vertex */
    postcode_point *points; /* by postcode */
    bool has_points;
    ik_gazetteer *gazetteer;   /* NULL: none */
    ik_known_towns *known;     /* NULL without a gazetteer: a file of them is asked with one */
    ik_neighbours *neighbours; /* NULL without a gazetteer */
    guint32 *numbers;          /* of each municipality in the gazetteer */
    GArray *credits;           /* of ik_attribution; NULL without a gazetteer */
};

typedef struct {
    double east_scale;  /* cosine of the label's latitude */
    ik_lonlat position; /* of the farthest vertex so far */
    double distance2;   /* negative: none yet */
} farthest;

/* Compares squared distances on a plane that touches the label: exact enough to find the vertex. */
static void reach(const ik_territory *territory, uint32_t face, ik_lonlat vertex, farthest *far)
{
    if (face == IK_NONE)
        return;
    ik_lonlat label = territory->municipalities[face].label;
    double east = (vertex.lon - label.lon) * far[face].east_scale, north = vertex.lat - label.lat;
    double distance2 = east * east + north * north;
    if (distance2 <= far[face].distance2)
        return;
    far[face].position = vertex;
    far[face].distance2 = distance2;
}

static void reach_all(const ik_territory *territory, farthest *far)
{
    const ik_topology *borders = territory->borders;
    for (uint32_t a = 0; a < borders->n_arcs; a++) {
        const ik_arc *arc = &borders->arcs[a];
        for (uint32_t i = 0; i < arc->count; i++) {
            ik_fixed_lonlat point = borders->points[arc->first + i];
            ik_lonlat vertex = {point.lon_e6 / 1e6, point.lat_e6 / 1e6};
            reach(territory, arc->left, vertex, far);
            reach(territory, arc->right, vertex, far);
        }
    }
}

/* Whole metres, rounded up; 0 where the territory comes without borders. */
static double *measure_radii(const ik_territory *territory)
{
    double *radii_m = g_new0(double, territory->n_municipalities);
    if (territory->borders == NULL)
        return radii_m;
    g_autofree farthest *far = g_new(farthest, territory->n_municipalities);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        far[i] = (farthest){cos(territory->municipalities[i].label.lat * G_PI / 180), {0, 0}, -1};
    reach_all(territory, far);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        if (far[i].distance2 >= 0)
            radii_m[i] =
                ceil(ik_lonlat_distance_m(territory->municipalities[i].label, far[i].position));
    return radii_m;
}

ik_geocoder *ik_geocoder_new(const ik_territory *territory)
{
    ik_geocoder *geocoder = g_new0(ik_geocoder, 1);
    geocoder->territory = territory;
    geocoder->index = ik_place_index_new(territory);
    geocoder->radii_m = measure_radii(territory);
    geocoder->points = g_new0(postcode_point, territory->n_postcodes);
    return geocoder;
}

void ik_geocoder_free(ik_geocoder *geocoder)
{
    if (geocoder == NULL)
        return;
    ik_place_index_free(geocoder->index);
    g_free(geocoder->radii_m);
    g_free(geocoder->points);
    ik_gazetteer_close(geocoder->gazetteer);
    ik_neighbours_free(geocoder->neighbours);
    ik_known_towns_free(geocoder->known);
    g_free(geocoder->numbers);
    if (geocoder->credits != NULL)
        g_array_unref(geocoder->credits);
    g_free(geocoder);
}

bool ik_geocoder_open_gazetteer(ik_geocoder *geocoder, const char *path, GError **error)
{
    const ik_territory *territory = geocoder->territory;
    g_assert(geocoder->gazetteer == NULL);
    geocoder->gazetteer = ik_gazetteer_open(path, error);
    if (geocoder->gazetteer == NULL)
        return false;
    geocoder->neighbours = ik_neighbours_new(territory);
    geocoder->known = ik_known_towns_new(geocoder->index);
    geocoder->credits = ik_gazetteer_credits(geocoder->gazetteer);
    geocoder->numbers = g_new(guint32, territory->n_municipalities);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        geocoder->numbers[i] =
            ik_gazetteer_find_municipality(geocoder->gazetteer, territory->municipalities[i].ags);
    return true;
}

static void look_up(const ik_geocoder *geocoder, const ik_address_parts *parts,
                    const ik_address *address, ik_match *match, GString *trace)
{
    if (geocoder->gazetteer == NULL)
        return;
    const ik_place_tools tools = {geocoder->territory, geocoder->gazetteer, geocoder->neighbours,
                                  geocoder->numbers};
    ik_place_search(&tools, parts, address, match, trace);
}

bool ik_geocoder_add_postcode_point(ik_geocoder *geocoder, const char *postcode, ik_lonlat position,
                                    double accuracy_m)
{
    guint32 index = ik_territory_find_postcode(geocoder->territory, postcode);
    if (index == IK_NONE)
        return false;
    geocoder->has_points = true;
    geocoder->points[index] = (postcode_point){true, position, accuracy_m};
    return true;
}

/* The centre of a postcode is used only where the whole postcode lies in the municipality: otherwise it
 * may be in the neighbour. */
static const postcode_point *usable_point(const ik_geocoder *geocoder,
                                          const ik_address_parts *parts, guint32 municipality)
{
    if (!geocoder->has_points)
        return NULL;
    guint32 postcode = ik_postcode_find(geocoder->territory, parts->postcode);
    bool whole = ik_postcode_covers(geocoder->territory, postcode, municipality) &&
                 geocoder->territory->postcodes[postcode].count == 1;
    return whole && geocoder->points[postcode].is_known ? &geocoder->points[postcode] : NULL;
}

static void set_position(const ik_geocoder *geocoder, const ik_address_parts *parts,
                         ik_match *match)
{
    if (match->municipality == IK_NONE)
        return;
    const postcode_point *point = usable_point(geocoder, parts, match->municipality);
    if (point != NULL && parts->postbox == NULL) {
        match->level = IK_MATCH_POSTCODE;
        match->position = point->position;
        match->accuracy_m = point->accuracy_m;
    } else {
        match->level = IK_MATCH_MUNICIPALITY;
        match->position = geocoder->territory->municipalities[match->municipality].label;
        match->accuracy_m = geocoder->radii_m[match->municipality];
    }
}

static const char *field_text(const ik_address *address, const char *field)
{
    return strcmp(field, "postcode") == 0       ? address->postcode
           : strcmp(field, "city") == 0         ? address->city
           : strcmp(field, "street") == 0       ? address->street
           : strcmp(field, "house_number") == 0 ? address->house_number
                                                : address->text;
}

static void add_text_faults(const ik_address *address, const ik_address_parts *parts,
                            ik_match *match)
{
    if (parts->cut_field != NULL)
        ik_faults_add(&match->faults, "field_too_long", parts->cut_field,
                      field_text(address, parts->cut_field), G_STRINGIFY(IK_WORDS_BYTES) " bytes",
                      PENALTY_UNREADABLE);
    if (parts->bad_field != NULL)
        ik_faults_add(&match->faults, "broken_text", parts->bad_field,
                      field_text(address, parts->bad_field), "UTF-8", PENALTY_UNREADABLE);
}

static void add_postbox(const ik_geocoder *geocoder, const ik_address_parts *parts, ik_match *match)
{
    if (parts->postbox != NULL && match->municipality != IK_NONE)
        ik_faults_add(&match->faults, "postbox", "street", parts->postbox,
                      geocoder->territory->municipalities[match->municipality].name,
                      PENALTY_POSTBOX);
}

/* The answer has the score of the match; each candidate behind it is a step worse, and never ties. */
static void score_candidates(ik_match *match)
{
    int best = match->level != IK_MATCH_NONE ? match->score
                                             : ik_match_level_points(IK_MATCH_MUNICIPALITY) / 2;
    for (guint i = 0; i < match->n_candidates; i++)
        match->candidates[i].score = MAX(0, best - (int)i * PENALTY_ALTERNATIVE);
}

static void take_known(const ik_known_town *known, ik_match *match)
{
    match->municipality = known->municipality;
    match->n_candidates = known->n_candidates;
    for (guint i = 0; i < known->n_candidates; i++)
        match->candidates[i].municipality = known->candidates[i];
}

/* Takes the address apart and decides about its town. */
static void read_and_decide(const ik_geocoder *geocoder, const ik_address *address,
                            ik_address_parts *parts, ik_match *match)
{
    const ik_known_town *known =
        ik_known_towns_find(geocoder->known, address->postcode, address->city);
    if (known != NULL) {
        ik_address_parts_read_known(geocoder->index, address, parts);
        take_known(known, match);
        return;
    }
    ik_address_parts_read(geocoder->index, address, parts);
    ik_town town;
    ik_town_read(geocoder->index, parts->city, &town);
    ik_decide(geocoder->index, parts, &town, match);
    ik_town_clear(&town);
}

static void trace_part(GString *trace, const char *name, const char *text)
{
    if (text != NULL && *text != '\0')
        g_string_append_printf(trace, "  %-13s %s\n", name, text);
}

/* How the address was taken apart, and the municipalities that come into question. */
static void trace_reading(const ik_geocoder *geocoder, const ik_address_parts *parts,
                          const ik_match *match, GString *trace)
{
    const char *postcode = parts->postcode != NULL ? parts->postcode : parts->bad_postcode;
    g_string_append(trace, "read as\n");
    trace_part(trace, "street", parts->street);
    trace_part(trace, "house number", parts->house_number);
    trace_part(trace, "postcode", postcode);
    trace_part(trace, "town", parts->city);
    trace_part(trace, "postbox", parts->postbox);
    g_string_append(trace, "municipalities\n");
    for (guint i = 0; i < match->n_candidates; i++) {
        const ik_municipality *m =
            &geocoder->territory->municipalities[match->candidates[i].municipality];
        trace_part(trace, m->ags, m->name);
    }
    g_string_append(trace, "streets weighed\n");
}

static void trace_score(const ik_match *match, GString *trace)
{
    g_string_append_printf(trace, "points\n  %-24s %d\n", ik_match_level_name(match->level),
                           ik_match_level_points(match->level));
    for (guint i = 0; i < ik_faults_count(&match->faults); i++) {
        const ik_fault *fault = ik_faults_get(&match->faults, i);
        g_string_append_printf(trace, "  %-24s -%d\n", fault->code, fault->penalty);
    }
}

static void answer(const ik_geocoder *geocoder, const ik_address *address, ik_match *match,
                   GString *trace)
{
    *match = (ik_match){.municipality = IK_NONE};
    ik_address_parts parts;
    read_and_decide(geocoder, address, &parts, match);
    add_postbox(geocoder, &parts, match);
    add_text_faults(address, &parts, match);
    set_position(geocoder, &parts, match);
    match->postcode = g_strdup(parts.postcode);
    if (trace != NULL)
        trace_reading(geocoder, &parts, match, trace);
    look_up(geocoder, &parts, address, match, trace);
    if (match->street == NULL)
        match->street = g_steal_pointer(&parts.street);
    if (match->house_number == NULL)
        match->house_number = g_steal_pointer(&parts.house_number);
    ik_match_settle(match);
    score_candidates(match);
    if (trace != NULL)
        trace_score(match, trace);
    ik_address_parts_clear(&parts);
}

void ik_geocoder_match(const ik_geocoder *geocoder, const ik_address *address, ik_match *match)
{
    answer(geocoder, address, match, NULL);
}

char *ik_geocoder_explain(const ik_geocoder *geocoder, const ik_address *address, ik_match *match)
{
    GString *trace = g_string_new(NULL);
    answer(geocoder, address, match, trace);
    return g_string_free(trace, FALSE);
}

const ik_attribution *ik_geocoder_attributions(const ik_geocoder *geocoder, guint *count)
{
    *count = geocoder->credits != NULL ? geocoder->credits->len : 0;
    return *count > 0 ? (const ik_attribution *)(gpointer)geocoder->credits->data : NULL;
}

bool ik_geocoder_nearest(const ik_geocoder *geocoder, ik_lonlat position, double limit_m,
                         ik_match *match, double *distance_m)
{
    guint32 number, house_number;
    *match = (ik_match){.municipality = IK_NONE};
    if (geocoder->gazetteer == NULL || !ik_gazetteer_nearest(geocoder->gazetteer, position, limit_m,
                                                             &number, &house_number, distance_m))
        return false;
    ik_gazetteer_street street = ik_gazetteer_street_get(geocoder->gazetteer, number);
    match->level = IK_MATCH_STREET;
    match->position = street.position;
    match->municipality = ik_territory_find_municipality(
        geocoder->territory, ik_gazetteer_ags(geocoder->gazetteer, street.municipality));
    match->street = g_strdup(street.name);
    match->locality = street.locality[0] != '\0' ? g_strdup(street.locality) : NULL;
    if (house_number != G_MAXUINT32) {
        ik_gazetteer_house house = ik_gazetteer_house_get(geocoder->gazetteer, house_number);
        match->level = IK_MATCH_HOUSE;
        match->position = house.position;
        match->house_number =
            house.last > house.number
                ? g_strdup_printf("%u%s-%u", house.number, house.suffix, house.last)
                : g_strdup_printf("%u%s", house.number, house.suffix);
        match->postcode = house.postcode[0] != '\0' ? g_strdup(house.postcode) : NULL;
    }
    match->accuracy_m = *distance_m;
    ik_match_settle(match);
    return true;
}
