/* workspace.c — a workspace is opened, read, placed and counted.   [pipeline] */
#include "workspace_parts.h"

#include <ideenkarte/error.h>

#include "arrange.h"
#include "csv_reader.h"
#include "easel.h"
#include "import.h"
#include "theme_icons.h"

#define CONF_NAME     "ideenkarte.conf"
#define PROGRESS_STEP 256

bool ik_tell_progress(const ik_progress_reporter *reporter, const char *stage, guint64 done,
                      guint64 total, GError **error)
{
    const ik_progress progress = {stage, done, total};
    if (!reporter->call || reporter->call(&progress, reporter->data))
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED,
                        "stopped on request, nothing was published");
    return false;
}

static bool check_folder(const char *folder, GError **error)
{
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
        return true;
    bool exists = g_file_test(folder, G_FILE_TEST_EXISTS);
    g_set_error(error, IK_ERROR, exists ? IK_ERROR_INPUT : IK_ERROR_NOT_FOUND,
                exists ? "%s: is no folder; expected a workspace with " CONF_NAME
                       : "%s: no such folder; expected a workspace with " CONF_NAME,
                folder);
    return false;
}

char *ik_workspace_path(const ik_workspace *workspace, const char *name)
{
    return g_path_is_absolute(name) ? g_strdup(name)
                                    : g_build_filename(workspace->folder, name, NULL);
}

static bool check_style(const ik_workspace *workspace, const char *name, GError **error)
{
    g_autoptr(ik_style) style = ik_easel_load_style(name, workspace->folder, error);
    if (style == NULL)
        return false;
    g_autoptr(ik_style_images) images = ik_style_images_read(style, 1, NULL, error);
    if (images == NULL)
        g_prefix_error(error, "%s: ", name);
    return images != NULL;
}

/* A style or a sprite that is not there is said before anything is read. */
static bool check_styles(const ik_workspace *workspace, GError **error)
{
    for (char **name = workspace->settings->styles; *name; name++) {
        if (check_style(workspace, *name, error))
            continue;
        g_prefix_error(error, "%s: %s: [tiles] styles: ", workspace->folder,
                       workspace->settings->path);
        return false;
    }
    return true;
}

static bool open_gazetteer(const ik_workspace *workspace, GError **error)
{
    const char *name = workspace->settings->gazetteer;
    if (!name)
        return true;
    g_autofree char *path = ik_workspace_path(workspace, name);
    if (ik_atlas_open_gazetteer(workspace->atlas, path, error))
        return true;
    g_prefix_error(error, "%s: [places] gazetteer: ", workspace->settings->path);
    return false;
}

ik_workspace *ik_workspace_open(const char *folder, GError **error)
{
    if (!check_folder(folder, error))
        return NULL;
    g_autofree char *path = g_build_filename(folder, CONF_NAME, NULL);
    ik_settings *settings = ik_settings_load(path, error);
    if (!settings) {
        g_prefix_error(error, "%s: ", folder);
        return NULL;
    }
    ik_workspace *workspace = g_new0(ik_workspace, 1);
    workspace->folder = g_strdup(folder);
    workspace->settings = settings;
    workspace->atlas = ik_atlas_new();
    workspace->titles = g_ptr_array_new_with_free_func(g_free);
    for (char **language = settings->languages; *language; language++)
        g_ptr_array_add(workspace->titles, ik_settings_text(settings, "title", *language));
    if (!check_styles(workspace, error) || !open_gazetteer(workspace, error) ||
        !ik_workspace_read_postcode_points(workspace, error))
        g_clear_pointer(&workspace, ik_workspace_free);
    return workspace;
}

void ik_workspace_free(ik_workspace *workspace)
{
    if (!workspace)
        return;
    g_free(workspace->folder);
    ik_settings_free(workspace->settings);
    ik_atlas_free(workspace->atlas);
    g_ptr_array_unref(workspace->titles);
    g_free(workspace);
}

const char *ik_workspace_title(const ik_workspace *workspace, const char *language)
{
    const char *title = NULL;
    for (guint i = 0; i < workspace->titles->len; i++)
        if (i == 0 || g_str_equal(workspace->settings->languages[i], language))
            title = workspace->titles->pdata[i];
    return title ? title : "ideenkarte";
}

static ik_import_options import_options(const ik_table_settings *table)
{
    return (ik_import_options){.name = table->file,
                               .separator = table->separator,
                               .encoding = table->encoding,
                               .epsg = table->epsg,
                               .columns = (const char *const *)table->columns,
                               .territory = ik_territory_builtin()};
}

static bool read_tables(const ik_workspace *workspace, ik_records *records, GError **error)
{
    const ik_settings *settings = workspace->settings;
    g_autofree char *projects = ik_workspace_path(workspace, settings->projects.file);
    const ik_import_options project_options = import_options(&settings->projects);
    if (!ik_import_projects(projects, &project_options, records, error))
        return false;
    if (!settings->events.file)
        return true;
    g_autofree char *events = ik_workspace_path(workspace, settings->events.file);
    const ik_import_options event_options = import_options(&settings->events);
    return ik_import_events(events, &event_options, records, error);
}

static bool place_records(const ik_workspace *workspace, ik_records *records,
                          const ik_progress_reporter *reporter, GError **error)
{
    const ik_placer *placer = &workspace->atlas->placer;
    guint n = records->projects->len;
    for (guint i = 0; i < n; i++) {
        if (i % PROGRESS_STEP == 0 && !ik_tell_progress(reporter, "stage.place", i, n, error))
            return false;
        ik_place_project(placer, records->projects->pdata[i]);
    }
    for (guint i = 0; i < records->events->len; i++)
        ik_place_event(placer, records->events->pdata[i]);
    ik_records_reject_unplaced(records);
    ik_arrange_markers(workspace->atlas->regions, records->projects);
    return ik_tell_progress(reporter, "stage.place", n, n, error);
}

ik_records *ik_workspace_check(const ik_workspace *workspace, ik_progress_fn progress,
                               gpointer data, GError **error)
{
    const ik_progress_reporter reporter = {progress, data};
    g_autoptr(ik_records) records = ik_records_new();
    if (!ik_tell_progress(&reporter, "stage.read", 0, 0, error) ||
        !read_tables(workspace, records, error) ||
        !ik_theme_icons_read(workspace, records, error) ||
        !place_records(workspace, records, &reporter, error))
        return NULL;
    return g_steal_pointer(&records);
}
