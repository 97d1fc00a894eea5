/* photos.c — the photos of all projects: checked, or drawn anew in two sizes.   [pipeline] */
#include "photos.h"

#include "import.h"
#include "page_names.h"
#include "photo_file.h"
#include "pool.h"

#define IK_PHOTO_SMALL 320 /* longer side of the smaller size, pixels */
#define FOLDER         "images/project/"
#define SUFFIX_SMALL   "-320.jpg"
#define SUFFIX_LARGE   "-960.jpg"
#define PROGRESS_STEP  16

typedef struct {
    const GPtrArray *projects; /* of ik_project * */
    GArray *items;             /* of guint32: those that name a picture */
    char *root;                /* ik_photo_root */
    char **names;              /* of the pages of all projects; NULL: nothing is written */
    ik_build_run *run;         /* NULL: nothing is written */
    const ik_progress_reporter *reporter;
} photos_task;

/* What became of one picture: its sizes, or a fault. */
typedef struct {
    ik_site_photo sizes;
    ik_photo_file file;
} photo_result;

static void free_result(gpointer data)
{
    photo_result *result = data;
    if (result)
        ik_photo_file_clear(&result->file);
    g_free(result);
}

static guint32 index_of(const photos_task *task, guint item)
{
    return g_array_index(task->items, guint32, item);
}

static ik_project *project_of(const photos_task *task, guint item)
{
    return task->projects->pdata[index_of(task, item)];
}

/* --- drawing anew ----------------------------------------------------------------------------- */

static bool write_size(const photos_task *task, guint item, const ik_photo *photo,
                       const char *suffix, GError **error)
{
    g_autofree char *path = g_strconcat(FOLDER, task->names[index_of(task, item)], suffix, NULL);
    g_autoptr(GBytes) jpeg = ik_photo_to_jpeg(photo);
    gsize size;
    const void *bytes = g_bytes_get_data(jpeg, &size);
    return ik_write_file(task->run->folder, path, bytes, size, error);
}

static bool write_sizes(const photos_task *task, guint item, const ik_photo *photo,
                        ik_site_photo *sizes, GError **error)
{
    g_autoptr(ik_photo) large = ik_photo_scale(photo, IK_PHOTO_LARGE);
    g_autoptr(ik_photo) small = ik_photo_scale(large, IK_PHOTO_SMALL);
    *sizes = (ik_site_photo){{small->width, small->height}, {large->width, large->height}};
    return write_size(task, item, small, SUFFIX_SMALL, error) &&
           write_size(task, item, large, SUFFIX_LARGE, error);
}

static gpointer work_on(guint worker, guint item, gpointer data, GError **error)
{
    (void)worker;
    const photos_task *task = data;
    photo_result *result = g_new0(photo_result, 1);
    g_autoptr(ik_photo) photo =
        ik_photo_file_read(task->root, project_of(task, item)->image, &result->file);
    if (!photo || !task->run || write_sizes(task, item, photo, &result->sizes, error))
        return result;
    free_result(result);
    return NULL;
}

static bool take_result(guint item, gpointer data, gpointer user_data, GError **error)
{
    const photos_task *task = user_data;
    photo_result *result = data;
    ik_project *project = project_of(task, item);
    if (task->run)
        task->run->photos[index_of(task, item)] = result->sizes;
    if (task->run && result->file.name)
        g_ptr_array_add(task->run->photo_files, g_steal_pointer(&result->file.name));
    if (result->file.code)
        ik_faults_add(&project->match.faults, result->file.code, "image", project->image,
                      result->file.expected, IK_OMISSION_PENALTY);
    free_result(result);
    return item % PROGRESS_STEP != 0 ||
           ik_tell_progress(task->reporter, "stage.photos", item, task->items->len, error);
}

/* --- all -------------------------------------------------------------------------------------- */

static GArray *items_of(const GPtrArray *projects)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint32 i = 0; i < projects->len; i++)
        if (((const ik_project *)projects->pdata[i])->image)
            g_array_append_val(items, i);
    return items;
}

static bool run_pool(photos_task *task, guint jobs, GError **error)
{
    const ik_pool_task pool = {.jobs = jobs,
                               .items = task->items->len,
                               .work = work_on,
                               .deliver = take_result,
                               .free_result = free_result,
                               .data = task};
    return ik_pool_run(&pool, error);
}

bool ik_build_photos(ik_build_run *run, GError **error)
{
    const GPtrArray *projects = run->records->projects;
    g_autoptr(GArray) items = items_of(projects);
    g_auto(GStrv) names = ik_page_names(projects);
    g_autofree char *root = ik_photo_root(run->workspace->folder);
    photos_task task = {projects, items, root, names, run, &run->reporter};
    run->photos = g_new0(ik_site_photo, projects->len + 1);
    run->photo_files = g_ptr_array_new_with_free_func(g_free);
    return run_pool(&task, run->jobs, error);
}

bool ik_workspace_check_photos(const ik_workspace *workspace, ik_records *records,
                               ik_progress_fn progress, gpointer data, GError **error)
{
    if ((workspace->settings->outputs & IK_OUTPUT_PAGE) == 0)
        return true;
    const ik_progress_reporter reporter = {progress, data};
    g_autoptr(GArray) items = items_of(records->projects);
    g_autofree char *root = ik_photo_root(workspace->folder);
    photos_task task = {records->projects, items, root, NULL, NULL, &reporter};
    return run_pool(&task, 0, error);
}
