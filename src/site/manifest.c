/* manifest.c — what the published folder consists of and what it was made from.   [site] */
#include "manifest.h"

#include <string.h>

#include <ideenkarte/version.h>

#include "attribution.h"
#include "digest.h"
#include "files.h"
#include "pool.h"

static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    ik_json_key(writer, key);
    ik_json_put_string(writer, text);
}

typedef struct {
    const char *key, *name; /* "path", "index.html" */
    char *path;             /* where the file is; owned */
} listed_file;

typedef struct {
    ik_json_writer *writer;
    GArray *files; /* of listed_file */
} listing;

typedef struct {
    guint64 size;
    char *sha256; /* owned */
} file_digest;

static void clear_file(gpointer file)
{
    g_free(((listed_file *)file)->path);
}

static void free_digest(gpointer data)
{
    file_digest *digest = data;
    if (digest != NULL)
        g_free(digest->sha256);
    g_free(digest);
}

static gpointer read_digest(guint worker, guint item, gpointer data, GError **error)
{
    (void)worker;
    const listing *list = data;
    file_digest *digest = g_new0(file_digest, 1);
    digest->sha256 =
        ik_sha256_file(g_array_index(list->files, listed_file, item).path, &digest->size, error);
    if (digest->sha256 == NULL)
        g_clear_pointer(&digest, free_digest);
    return digest;
}

/* {`key`: `name`, bytes, sha256} */
static bool put_digest(guint item, gpointer result, gpointer data, GError **error)
{
    (void)error;
    const listing *list = data;
    const listed_file *file = &g_array_index(list->files, listed_file, item);
    file_digest *digest = result;
    ik_json_begin_object(list->writer);
    put_text(list->writer, file->key, file->name);
    ik_json_key(list->writer, "bytes");
    ik_json_put_integer(list->writer, (gint64)digest->size);
    put_text(list->writer, "sha256", digest->sha256);
    ik_json_end_object(list->writer);
    free_digest(digest);
    return true;
}

/* The files as an array; takes them over. */
static bool put_listing(ik_json_writer *writer, const char *key, GArray *files, guint jobs,
                        GError **error)
{
    listing list = {writer, files};
    const ik_pool_task task = {.jobs = jobs,
                               .items = files->len,
                               .work = read_digest,
                               .deliver = put_digest,
                               .free_result = free_digest,
                               .data = &list};
    ik_json_key(writer, key);
    ik_json_begin_array(writer);
    const bool ok = ik_pool_run(&task, error);
    ik_json_end_array(writer);
    g_array_unref(files);
    return ok;
}

static GArray *new_list(void)
{
    GArray *files = g_array_new(FALSE, FALSE, sizeof(listed_file));
    g_array_set_clear_func(files, clear_file);
    return files;
}

static bool put_sources(ik_json_writer *writer, const ik_manifest_input *input, GError **error)
{
    GArray *files = new_list();
    for (guint i = 0; i < input->n_sources; i++) {
        const ik_manifest_source *source = &input->sources[i];
        const listed_file file = {"name", source->name, g_strdup(source->path)};
        g_array_append_val(files, file);
    }
    return put_listing(writer, "inputs", files, input->jobs, error);
}

static bool put_files(ik_json_writer *writer, const char *folder, guint jobs, GError **error)
{
    g_auto(GStrv) paths = ik_list_files(folder, error);
    if (paths == NULL)
        return false;
    GArray *files = new_list();
    for (char **path = paths; *path != NULL; path++) {
        if (strcmp(*path, IK_MANIFEST_NAME) == 0)
            continue;
        const listed_file file = {"path", *path, g_build_filename(folder, *path, NULL)};
        g_array_append_val(files, file);
    }
    return put_listing(writer, "files", files, jobs, error);
}

static void put_geodata(ik_json_writer *writer, const ik_territory *territory)
{
    g_autofree char *digest = ik_territory_digest(territory);
    ik_json_key(writer, "geodata");
    ik_json_begin_object(writer);
    put_text(writer, "sha256", digest);
    ik_json_key(writer, "municipalities");
    ik_json_put_integer(writer, territory->n_municipalities);
    ik_json_key(writer, "regions");
    ik_json_put_integer(writer, territory->n_regions);
    ik_json_key(writer, "attribution");
    ik_attribution_put_json(writer, territory);
    ik_json_end_object(writer);
}

static void put_program(ik_json_writer *writer)
{
    ik_json_key(writer, "program");
    ik_json_begin_object(writer);
    put_text(writer, "name", "ideenkarte");
    put_text(writer, "version", IK_VERSION);
    ik_json_end_object(writer);
}

bool ik_manifest_write(const char *folder, const ik_manifest_input *input, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 1);
    ik_json_begin_object(&writer);
    put_program(&writer);
    put_geodata(&writer, input->territory);
    if (!put_sources(&writer, input, error) || !put_files(&writer, folder, input->jobs, error))
        return false;
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return ik_write_file(folder, IK_MANIFEST_NAME, out->str, out->len, error);
}
