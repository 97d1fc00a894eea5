/* arrange.c — markers of one spot on a sunflower.   [pipeline] */
#include "arrange.h"

#include <math.h>
#include <string.h>

#define GOLDEN_ANGLE        2.399963229728653
/* Markers are 10 pixels wide: 1,200 m keep them apart from zoom 10 on, where a pixel is 96 m. */
#define WIDE_SPACING_M      1200.0
#define NARROW_SPACING_M    12.0
/* Part of the accuracy by which neighbours may be moved apart without pretending to know more than we do. */
#define SPACING_OF_ACCURACY 0.1
/* Slots tried for each marker before the flower is drawn smaller. */
#define SLOTS_PER_MARKER    8
/* A spot on the very border may have no slot inside at any size: its markers then stay where they are. */
#define MAX_HALVINGS        16

static gint64 fixed(double degrees)
{
    return llround(degrees * 1e6);
}

static int compare_integers(gint64 a, gint64 b)
{
    return (a > b) - (a < b);
}

static int compare_spots(const ik_project *a, const ik_project *b)
{
    int by_lon = compare_integers(fixed(a->match.position.lon), fixed(b->match.position.lon));
    return by_lon ? by_lon
                  : compare_integers(fixed(a->match.position.lat), fixed(b->match.position.lat));
}

static int compare_projects(gconstpointer a, gconstpointer b)
{
    const ik_project *first = *(ik_project *const *)a;
    const ik_project *second = *(ik_project *const *)b;
    int by_spot = compare_spots(first, second);
    return by_spot ? by_spot : strcmp(first->id, second->id);
}

/* A place known to the house moves by metres, one known to the municipality by as much as the eye needs. */
static double spacing_for(const ik_project *project)
{
    return CLAMP(project->match.accuracy_m * SPACING_OF_ACCURACY, NARROW_SPACING_M, WIDE_SPACING_M);
}

static ik_lonlat slot_position(ik_lonlat centre, guint slot, double spacing_m)
{
    double radius_m = spacing_m * sqrt(slot), angle = slot * GOLDEN_ANGLE;
    return ik_lonlat_moved(centre, radius_m * sin(angle), radius_m * cos(angle));
}

/* True when all found a slot inside the municipality. */
static bool try_spacing(const ik_region_set *regions, ik_project **spot, guint n, double spacing_m)
{
    guint slot = 0, last = n * SLOTS_PER_MARKER;
    for (guint i = 0; i < n; i++) {
        ik_project *project = spot[i];
        do {
            if (slot == last)
                return false;
            project->marker = slot_position(project->match.position, slot, spacing_m);
        } while (slot++ &&
                 ik_region_set_locate(regions, project->marker) != project->match.municipality);
    }
    return true;
}

static void arrange_spot(const ik_region_set *regions, ik_project **spot, guint n)
{
    double spacing_m = spacing_for(spot[0]);
    for (guint i = 0; i < MAX_HALVINGS; i++) {
        if (try_spacing(regions, spot, n, spacing_m))
            return;
        spacing_m /= 2;
    }
    for (guint i = 0; i < n; i++)
        spot[i]->marker = spot[i]->match.position;
}

void ik_arrange_markers(const ik_region_set *regions, GPtrArray *projects)
{
    g_autoptr(GPtrArray) placed = g_ptr_array_sized_new(projects->len);
    for (guint i = 0; i < projects->len; i++) {
        ik_project *project = projects->pdata[i];
        if (project->match.level != IK_MATCH_NONE)
            g_ptr_array_add(placed, project);
    }
    g_ptr_array_sort(placed, compare_projects);
    for (guint first = 0, next; first < placed->len; first = next) {
        for (next = first + 1; next < placed->len; next++)
            if (compare_spots(placed->pdata[first], placed->pdata[next]) != 0)
                break;
        arrange_spot(regions, (ik_project **)&placed->pdata[first], next - first);
    }
}
