/* manifest.c — what the published folder consists of and what it was made from.   [site] */
#include "manifest.h"

#include <string.h>

#include <ideenkarte/version.h>

#include "attribution.h"
#include "digest.h"
#include "files.h"

static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    ik_json_key(writer, key);
    ik_json_put_string(writer, text);
}

/* {`key`: `name`, bytes, sha256} for the file at `path`. */
static bool put_file(ik_json_writer *writer, const char *key, const char *name, const char *path,
                     GError **error)
{
    guint64 size;
    g_autofree char *sha256 = ik_sha256_file(path, &size, error);
    if (sha256 == NULL)
        return false;
    ik_json_begin_object(writer);
    put_text(writer, key, name);
    ik_json_key(writer, "bytes");
    ik_json_put_integer(writer, (gint64)size);
    put_text(writer, "sha256", sha256);
    ik_json_end_object(writer);
    return true;
}

static bool put_sources(ik_json_writer *writer, const ik_manifest_source *sources, guint n_sources,
                        GError **error)
{
    ik_json_key(writer, "inputs");
    ik_json_begin_array(writer);
    for (guint i = 0; i < n_sources; i++)
        if (!put_file(writer, "name", sources[i].name, sources[i].path, error))
            return false;
    ik_json_end_array(writer);
    return true;
}

static bool put_files(ik_json_writer *writer, const char *folder, GError **error)
{
    g_auto(GStrv) paths = ik_list_files(folder, error);
    if (paths == NULL)
        return false;
    ik_json_key(writer, "files");
    ik_json_begin_array(writer);
    for (char **path = paths; *path != NULL; path++) {
        g_autofree char *full = g_build_filename(folder, *path, NULL);
        if (strcmp(*path, IK_MANIFEST_NAME) != 0 && !put_file(writer, "path", *path, full, error))
            return false;
    }
    ik_json_end_array(writer);
    return true;
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

bool ik_manifest_write(const char *folder, const ik_territory *territory,
                       const ik_manifest_source *sources, guint n_sources, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 1);
    ik_json_begin_object(&writer);
    put_program(&writer);
    put_geodata(&writer, territory);
    if (!put_sources(&writer, sources, n_sources, error) || !put_files(&writer, folder, error))
        return false;
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return ik_write_file(folder, IK_MANIFEST_NAME, out->str, out->len, error);
}
