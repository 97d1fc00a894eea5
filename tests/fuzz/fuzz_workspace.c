/* fuzz_workspace.c — any workspace: one error, or every project placed in its municipality or turned away.   [tests] */
#include "fuzz_import.h"
#include "fuzz_match.h"

#include <ideenkarte/workspace.h>
#include <math.h>
#include <string.h>

#include "settings.h"
#include "topology.h"

static const char *const names[] = {"ideenkarte.conf", "projects.csv", "events.csv", "points.csv",
                                    NULL};

/* The settings may name files that are not ours: they must not lead outside the folder of the test. */
static bool stays_inside(void)
{
    g_autofree char *path = g_build_filename(fuzz_folder(), names[0], NULL);
    g_autoptr(ik_settings) settings = ik_settings_load(path, NULL);
    if (settings == NULL)
        return true;
    const char *const files[] = {settings->projects.file, settings->events.file,
                                 settings->postcode_points};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        if (files[i] != NULL && !g_strv_contains(names, files[i]))
            return false;
    return true;
}

static void check_project(const ik_territory *territory, const ik_project *project)
{
    const ik_match *match = &project->match;
    fuzz_require_match(territory, match);
    g_assert(match->status != IK_STATUS_REJECT);
    g_assert(ik_topology_face_contains(territory->borders, match->municipality, project->marker));
}

static void check_event(const ik_territory *territory, const ik_event *event)
{
    g_assert(event->has_position == (event->municipality != IK_NONE));
    if (event->has_position)
        g_assert(
            ik_topology_face_contains(territory->borders, event->municipality, event->position));
}

/* Nothing gets lost on the way from the tables to the map. */
static void check_records(const ik_records *records)
{
    const ik_territory *territory = ik_territory_builtin();
    fuzz_require_projects(records);
    fuzz_require_events(records, territory->n_regions);
    fuzz_require_rejects(records);
    for (guint i = 0; i < records->projects->len; i++)
        check_project(territory, g_ptr_array_index(records->projects, i));
    for (guint i = 0; i < records->events->len; i++)
        check_event(territory, g_ptr_array_index(records->events, i));
}

static void check_coverage(const ik_workspace *workspace, const ik_records *records)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_survey) survey = ik_workspace_survey(workspace, records, &error);
    g_assert(survey != NULL);
    g_autoptr(ik_coverage) coverage = ik_survey_coverage(survey, IK_COVERAGE_REGION, NULL, &error);
    g_assert(coverage != NULL);
    g_assert(coverage->total->projects == records->projects->len);
    g_assert(coverage->total->events + coverage->events_elsewhere == records->events->len);
    g_assert(coverage->rejected == records->rejects->len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    fuzz_files(data, size, names);
    if (!stays_inside())
        return 0;
    g_autoptr(ik_workspace) workspace = ik_workspace_open(fuzz_folder(), &error);
    g_autoptr(ik_records) records =
        workspace == NULL ? NULL : ik_workspace_check(workspace, NULL, NULL, &error);
    if (records == NULL) {
        fuzz_require_failure(error);
        return 0;
    }
    g_assert(error == NULL);
    check_records(records);
    check_coverage(workspace, records);
    return 0;
}
