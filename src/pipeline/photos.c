/* photos.c — the photos of projects: found in the workspace, drawn anew in two sizes.   [pipeline] */
#include "photos.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "import.h"
#include "page_names.h"
#include "photo.h"
#include "pool.h"

#define IMAGES        "images"
#define EXPECTED_NAME "foto.jpg"
#define SUFFIX_SMALL  "-320.jpg"
#define SUFFIX_LARGE  "-960.jpg"

typedef struct {
    ik_build_run *run;
    char **names;  /* of all projects */
    GArray *items; /* of guint32: projects that name a picture */
    char *root;    /* the folder of images, links followed; NULL: there is none */
} photos_task;

/* What became of one picture: its sizes, or a fault. */
typedef struct {
    ik_site_photo sizes;
    char *name;       /* below the workspace, links followed; NULL: no file was read */
    const char *code; /* NULL: none */
    char *expected;
} photo_result;

static void free_result(gpointer data)
{
    photo_result *result = data;
    if (result) {
        g_free(result->name);
        g_free(result->expected);
    }
    g_free(result);
}

static ik_project *project_of(const photos_task *task, guint item)
{
    return task->run->records->projects->pdata[g_array_index(task->items, guint32, item)];
}

/* --- finding ---------------------------------------------------------------------------------- */

/* Whether what a clerk wrote may be the path of a file below images/. */
static bool is_file_name(const char *name)
{
    if (*name == '\0' || *name == '/' || strpbrk(name, ":\\") != NULL)
        return false;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    for (char **part = parts; *part; part++)
        if (**part == '\0' || **part == '.')
            return false;
    return true;
}

/* Absolute, links followed, below the folder of images; NULL with the code of a fault. Caller frees. */
static char *find_picture(const photos_task *task, const char *written, const char **code)
{
    const char *name =
        g_str_has_prefix(written, IMAGES "/") ? written + strlen(IMAGES "/") : written;
    *code = "image_path";
    if (!is_file_name(name))
        return NULL;
    *code = "image_missing";
    g_autofree char *path = task->root ? g_build_filename(task->root, name, NULL) : NULL;
    char *real = path ? realpath(path, NULL) : NULL;
    g_autofree char *copy = g_strdup(real);
    free(real);
    if (!copy)
        return NULL;
    *code = "image_path";
    g_autofree char *below = g_strconcat(task->root, "/", NULL);
    return g_str_has_prefix(copy, below) ? g_steal_pointer(&copy) : NULL;
}

/* The bytes of a regular file; what is larger than a picture may be is not read. */
static bool read_picture(const char *path, char **bytes, gsize *size, char **reason)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        *reason = g_strdup("no regular file");
    else if (status.st_size > (off_t)IK_PHOTO_MAX_BYTES)
        *reason = g_strdup("more than 40 MB");
    else if (!g_file_get_contents(path, bytes, size, NULL))
        *reason = g_strdup("the file cannot be read");
    return *reason == NULL;
}

/* --- drawing anew ----------------------------------------------------------------------------- */

static bool write_size(const photos_task *task, guint item, const ik_photo *photo,
                       const char *suffix, GError **error)
{
    const guint32 index = g_array_index(task->items, guint32, item);
    g_autofree char *path = g_strconcat(IMAGES "/project/", task->names[index], suffix, NULL);
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

/* The photo, or NULL with a fault in `result`. */
static ik_photo *open_photo(const photos_task *task, guint item, photo_result *result)
{
    g_autofree char *path = find_picture(task, project_of(task, item)->image, &result->code);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) cause = NULL;
    gsize size = 0;
    if (!path) {
        result->expected = g_strdup(EXPECTED_NAME);
        return NULL;
    }
    result->code = "image_unreadable";
    if (!read_picture(path, &bytes, &size, &result->expected))
        return NULL;
    result->name = g_strconcat(IMAGES, path + strlen(task->root), NULL);
    ik_photo *photo = ik_photo_read(bytes, size, IK_PHOTO_LARGE, &cause);
    if (photo)
        result->code = NULL;
    else
        result->expected = g_strdup(cause->message);
    return photo;
}

static gpointer work_on(guint worker, guint item, gpointer data, GError **error)
{
    (void)worker;
    const photos_task *task = data;
    photo_result *result = g_new0(photo_result, 1);
    g_autoptr(ik_photo) photo = open_photo(task, item, result);
    if (!photo || write_sizes(task, item, photo, &result->sizes, error))
        return result;
    free_result(result);
    return NULL;
}

static bool take_result(guint item, gpointer data, gpointer user_data, GError **error)
{
    (void)error;
    const photos_task *task = user_data;
    photo_result *result = data;
    ik_project *project = project_of(task, item);
    task->run->photos[g_array_index(task->items, guint32, item)] = result->sizes;
    if (result->name)
        g_ptr_array_add(task->run->photo_files, g_steal_pointer(&result->name));
    if (result->code) {
        ik_faults_add(&project->match.faults, result->code, "image", project->image,
                      result->expected, IK_IMPORT_PENALTY);
        ik_match_settle(&project->match);
    }
    free_result(result);
    return true;
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

static char *real_folder(const ik_workspace *workspace)
{
    g_autofree char *folder = g_build_filename(workspace->folder, IMAGES, NULL);
    char *real = realpath(folder, NULL);
    char *copy = g_strdup(real);
    free(real);
    return copy;
}

bool ik_build_photos(ik_build_run *run, GError **error)
{
    g_autoptr(GArray) items = items_of(run->records->projects);
    g_auto(GStrv) names = ik_page_names(run->records->projects);
    g_autofree char *root = real_folder(run->workspace);
    photos_task task = {run, names, items, root};
    const ik_pool_task pool = {.jobs = run->jobs,
                               .items = items->len,
                               .work = work_on,
                               .deliver = take_result,
                               .free_result = free_result,
                               .data = &task};
    run->photos = g_new0(ik_site_photo, run->records->projects->len + 1);
    run->photo_files = g_ptr_array_new_with_free_func(g_free);
    return ik_pool_run(&pool, error);
}
