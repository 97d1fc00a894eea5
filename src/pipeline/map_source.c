/* map_source.c — markers, counts and tints of a map.   [pipeline] */
#include "map_source.h"

#include <string.h>

static int compare_ids(gconstpointer a, gconstpointer b)
{
    return strcmp(((const ik_marker *)a)->id, ((const ik_marker *)b)->id);
}

/* In order of the ids, so that the map does not depend on the order of the list. */
static void add_projects(ik_map_source *source, const ik_territory *territory,
                         const ik_records *records)
{
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = records->projects->pdata[i];
        if (project->match.level == IK_MATCH_NONE)
            continue;
        const ik_marker marker = {project->id, project->marker, project->match.status,
                                  project->match.level,
                                  ik_records_icon(records, project->main_theme)};
        g_array_append_val(source->projects, marker);
        source->municipality_projects[project->match.municipality]++;
        source->region_projects[territory->municipalities[project->match.municipality].region]++;
    }
    g_array_sort(source->projects, compare_ids);
}

static void add_events(ik_map_source *source, const ik_records *records)
{
    for (guint i = 0; i < records->events->len; i++) {
        const ik_event *event = records->events->pdata[i];
        const ik_marker marker = {event->id, event->position, IK_STATUS_AUTO, IK_MATCH_NONE, NULL};
        if (event->has_position)
            g_array_append_val(source->events, marker);
    }
    g_array_sort(source->events, compare_ids);
}

ik_map_source *ik_map_source_new(const ik_territory *territory, const ik_records *records)
{
    ik_map_source *source = g_new0(ik_map_source, 1);
    g_autoptr(ik_region_set) regions = ik_region_set_new(territory);
    source->division = ik_division_new(territory);
    source->tints = g_new0(guint8, territory->n_regions);
    source->region_projects = g_new0(guint32, territory->n_regions);
    source->municipality_projects = g_new0(guint32, territory->n_municipalities);
    source->projects = g_array_new(FALSE, FALSE, sizeof(ik_marker));
    source->events = g_array_new(FALSE, FALSE, sizeof(ik_marker));
    ik_region_set_tints(regions, source->tints);
    source->records = records;
    if (records) {
        add_projects(source, territory, records);
        add_events(source, records);
    }
    source->data =
        (ik_map_data){.division = source->division,
                      .tints = source->tints,
                      .region_projects = source->region_projects,
                      .municipality_projects = source->municipality_projects,
                      .projects = (const ik_marker *)(gconstpointer)source->projects->data,
                      .n_projects = source->projects->len,
                      .events = (const ik_marker *)(gconstpointer)source->events->data,
                      .n_events = source->events->len};
    return source;
}

void ik_map_source_free(ik_map_source *source)
{
    if (!source)
        return;
    ik_division_free(source->division);
    g_free(source->tints);
    g_free(source->region_projects);
    g_free(source->municipality_projects);
    g_array_unref(source->projects);
    g_array_unref(source->events);
    g_free(source);
}
