/* count.c — figures of a workspace and of an output.   [pipeline] */
#include <errno.h>
#include <sys/stat.h>

#include "build_parts.h"
#include "files.h"
#include "io_error.h"
#include "survey.h"

/* The figures are counted in a catalogue, whether it is delivered or not. */
static ik_survey *survey_of(const ik_store_input *input, GError **error)
{
    g_autoptr(ik_db) db = ik_db_create(":memory:", error);
    return db && ik_catalogue_fill(db, input, error) ? ik_survey_read(db, input->territory, error)
                                                     : NULL;
}

bool ik_workspace_count(const ik_store_input *input, ik_coverage **regions,
                        ik_coverage **municipalities, GError **error)
{
    g_autoptr(ik_survey) survey = survey_of(input, error);
    if (!survey)
        return false;
    *regions = ik_survey_coverage(survey, IK_COVERAGE_REGION, NULL, error);
    if (*regions)
        *municipalities = ik_survey_coverage(survey, IK_COVERAGE_MUNICIPALITY, NULL, error);
    return *regions && *municipalities;
}

ik_survey *ik_workspace_survey(const ik_workspace *workspace, const ik_records *records,
                               GError **error)
{
    const ik_settings *settings = workspace->settings;
    g_autofree char *title = ik_settings_text(settings, "title", settings->languages[0]);
    g_autofree char *notice = ik_settings_text(settings, "notice", settings->languages[0]);
    /* The built-in territory outlives the workspace, as the survey may. */
    const ik_store_input input = {
        .territory = ik_territory_builtin(), .records = records, .title = title, .notice = notice};
    return survey_of(&input, error);
}

bool ik_count_output(const char *folder, guint *files, guint64 *bytes, GError **error)
{
    g_auto(GStrv) names = ik_list_files(folder, error);
    if (!names)
        return false;
    for (char **name = names; *name; name++) {
        g_autofree char *path = g_build_filename(folder, *name, NULL);
        struct stat status;
        if (stat(path, &status) != 0)
            return ik_io_error_set(error, errno, path, "look at it");
        *files += 1;
        *bytes += (guint64)status.st_size;
    }
    return true;
}
