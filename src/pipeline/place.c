/* place.c — given coordinates checked against the address, or the geocoder.   [pipeline] */
#include "place.h"

#include <math.h>

/* Penalties: 10 and more ask for a person (match.h). */
enum {
    PENALTY_SWAPPED = 20,
    PENALTY_OUTSIDE = 40,
    PENALTY_UNFOUND_WHEN_GIVEN = 3,
    PENALTY_CONTRADICTION = 30,
    PENALTY_CONTRADICTION_AT_BORDER = 5
};

/* That a house is not found matters less when its position is known. */
static const char *const lighter_when_given[] = {
    "address_ambiguous", "number_between", "number_unknown", "street_unknown", "words_passed_over"};

static bool is_written(const char *text)
{
    return text && *text;
}

static bool has_address(const ik_address *address)
{
    return is_written(address->street) || is_written(address->postcode) ||
           is_written(address->city) || is_written(address->text);
}

static char *position_text(ik_lonlat position)
{
    char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(lon, sizeof lon, "%.6f", position.lon);
    g_ascii_formatd(lat, sizeof lat, "%.6f", position.lat);
    return g_strdup_printf("%s %s", lon, lat);
}

static const char *municipality_name(const ik_placer *placer, guint32 municipality)
{
    return placer->territory->municipalities[municipality].name;
}

/* Turns a position round that makes sense only the other way. */
static ik_lonlat unswapped(const ik_placer *placer, ik_lonlat given, ik_match *match)
{
    ik_lonlat swapped = {given.lat, given.lon};
    if (ik_region_set_locate(placer->regions, given) != IK_NONE ||
        ik_region_set_locate(placer->regions, swapped) == IK_NONE)
        return given;
    g_autofree char *read = position_text(given);
    g_autofree char *expected = position_text(swapped);
    ik_faults_add(&match->faults, "coordinates_swapped", "lon", read, expected, PENALTY_SWAPPED);
    return swapped;
}

/* The address names another municipality than the position: both are said, with the distance. */
static void note_contradiction(const ik_placer *placer, guint32 located, guint32 addressed,
                               ik_match *match)
{
    double distance_m = ik_region_set_distance_m(placer->regions, addressed, match->position);
    bool at_border = distance_m <= IK_NEAR_BORDER_M;
    g_autofree char *expected =
        g_strdup_printf("%s (%.0f m)", municipality_name(placer, addressed), round(distance_m));
    ik_faults_add(&match->faults, "coordinates_contradict_address", "lon",
                  municipality_name(placer, located), expected,
                  at_border ? PENALTY_CONTRADICTION_AT_BORDER : PENALTY_CONTRADICTION);
    match->candidates[match->n_candidates++] = (ik_candidate){addressed, 0};
}

static void note_near_border(const ik_placer *placer, ik_match *match)
{
    double distance_m =
        ik_region_set_border_distance_m(placer->regions, match->municipality, match->position);
    if (distance_m >= IK_NEAR_BORDER_M)
        return;
    g_autofree char *read = g_strdup_printf("%.0f m", round(distance_m));
    ik_faults_add(&match->faults, "near_border", "lon", read,
                  municipality_name(placer, match->municipality), 0);
}

/* What the address says about itself is kept; that it was only partly understood matters less once
 * there is a position, but a contradiction inside it still asks for a person. */
static void check_against_address(const ik_placer *placer, const ik_address *address,
                                  ik_match *match)
{
    ik_match other = {0};
    ik_geocoder_match(placer->geocoder, address, &other);
    for (gsize i = 0; i < G_N_ELEMENTS(lighter_when_given); i++)
        ik_faults_soften(&other.faults, lighter_when_given[i], PENALTY_UNFOUND_WHEN_GIVEN);
    ik_faults_append(&match->faults, &other.faults);
    match->street = g_strdup(other.street);
    match->house_number = g_strdup(other.house_number);
    match->postcode = g_strdup(other.postcode);
    match->locality = g_strdup(other.locality);
    if (other.level != IK_MATCH_NONE && other.municipality != match->municipality)
        note_contradiction(placer, match->municipality, other.municipality, match);
    ik_match_clear(&other);
}

static void settle_at(const ik_placer *placer, const ik_address *address, ik_lonlat position,
                      ik_match *match)
{
    match->level = IK_MATCH_GIVEN;
    match->position = position;
    match->accuracy_m = IK_GIVEN_ACCURACY_M;
    match->candidates[match->n_candidates++] = (ik_candidate){match->municipality, 0};
    if (has_address(address))
        check_against_address(placer, address, match);
    note_near_border(placer, match);
    ik_match_settle(match);
    for (guint i = 0; i < match->n_candidates; i++)
        match->candidates[i].score =
            i ? MAX(0, match->score - PENALTY_CONTRADICTION) : match->score;
}

/* The position is unusable: the address decides, and a person is asked. */
static void fall_back(const ik_placer *placer, const ik_address *address, ik_lonlat position,
                      ik_match *match)
{
    g_autofree char *read = position_text(position);
    double distance_m;
    guint32 nearest = ik_region_set_nearest(placer->regions, position, &distance_m);
    g_autofree char *expected = g_strdup_printf("%s (%.0f km)", municipality_name(placer, nearest),
                                                ceil(distance_m / 1000));
    ik_faults before = match->faults;
    match->faults = (ik_faults){0};
    ik_match_clear(match);
    if (has_address(address))
        ik_geocoder_match(placer->geocoder, address, match);
    ik_faults_add(&before, "coordinates_outside_nrw", "lon", read, expected, PENALTY_OUTSIDE);
    ik_faults_append(&before, &match->faults);
    ik_faults_clear(&match->faults);
    match->faults = before;
    ik_match_settle(match);
}

void ik_place_address(const ik_placer *placer, const ik_address *address, const ik_lonlat *given,
                      ik_match *match)
{
    *match = (ik_match){.municipality = IK_NONE};
    if (!given) {
        ik_geocoder_match(placer->geocoder, address, match);
        return;
    }
    ik_lonlat position = unswapped(placer, *given, match);
    match->municipality = ik_region_set_locate(placer->regions, position);
    if (match->municipality == IK_NONE)
        fall_back(placer, address, position, match);
    else
        settle_at(placer, address, position, match);
}

/* Where the record has its whole address in one column, that is the column to look at. */
static void name_address_column(const ik_project *project, const ik_faults *faults)
{
    static const char *const parts[] = {"street", "house_number", "postcode", "city", NULL};
    if (is_written(project->street) || is_written(project->postcode) || is_written(project->city))
        return;
    for (guint i = 0; is_written(project->address) && i < ik_faults_count(faults); i++) {
        ik_fault *fault = faults->items->pdata[i];
        if (fault->field && g_strv_contains(parts, fault->field)) {
            g_free(fault->field);
            fault->field = g_strdup("address");
        }
    }
}

void ik_place_project(const ik_placer *placer, ik_project *project)
{
    ik_faults imported = project->match.faults;
    project->match.faults = (ik_faults){0};
    ik_match_clear(&project->match);
    ik_address address = {project->street, project->house_number, project->postcode, project->city,
                          project->address};
    ik_place_address(placer, &address, project->has_given ? &project->given : NULL,
                     &project->match);
    name_address_column(project, &project->match.faults);
    ik_faults_append(&imported, &project->match.faults);
    ik_faults_clear(&project->match.faults);
    project->match.faults = imported;
    ik_match_settle(&project->match);
    project->marker = project->match.position;
}

void ik_place_event(const ik_placer *placer, ik_event *event)
{
    ik_address address = {event->street, event->house_number, event->postcode, event->city, NULL};
    ik_match match = {.municipality = IK_NONE};
    if (event->has_position || has_address(&address))
        ik_place_address(placer, &address, event->has_position ? &event->position : NULL, &match);
    event->has_position = match.level != IK_MATCH_NONE;
    event->municipality = match.municipality;
    if (event->has_position)
        event->position = match.position;
    if (event->has_position && event->region == IK_NONE)
        event->region = placer->territory->municipalities[match.municipality].region;
    ik_faults_append(&event->faults, &match.faults);
    ik_match_clear(&match);
}
