/* export.c — a catalogue into the formats of others, by the ending of the file's name.   [catalogue] */
#include "answer_rows.h"
#include "catalogue_database.h"
#include "export_parts.h"
#include "file_stage.h"
#include "io_error.h"
#include "query.h"

#include <errno.h>
#include <ideenkarte/error.h>
#include <stdio.h>
#include <string.h>

static bool write_stream(const char *bytes, gsize size, gpointer data, GError **error)
{
    if (fwrite(bytes, 1, size, data) == size)
        return true;
    return ik_io_error_set(error, errno, "the file", "write");
}

static bool export_csv(ik_db *db, const ik_answer *answer, GError **error)
{
    g_autoptr(ik_statement) query = ik_project_query(db, IK_PROJECT_COLUMNS, NULL, error);
    return query != NULL && ik_answer_write(answer, query, error);
}

static bool export_text(ik_db *db, const char *path,
                        bool (*write)(ik_db *db, const ik_answer *answer, GError **error),
                        GError **error)
{
    FILE *file = fopen(path, "wxe");
    if (file == NULL)
        return ik_io_error_set(error, errno, path, "create");
    const ik_answer answer = {.format = IK_ANSWER_CSV, .write = write_stream, .data = file};
    const bool written = write(db, &answer, error);
    const bool closed = fclose(file) == 0;
    return written && (closed || ik_io_error_set(error, errno, path, "write"));
}

static bool is_named(const char *path, const char *ending)
{
    const gsize length = strlen(path), end = strlen(ending);
    return length > end && g_ascii_strcasecmp(path + length - end, ending) == 0;
}

static bool export_to(ik_db *db, const char *path, GError **error)
{
    if (is_named(path, ".gpkg"))
        return ik_export_geopackage(db, path, error);
    return export_text(db, path, is_named(path, ".csv") ? export_csv : ik_export_geojson, error);
}

bool ik_catalogue_export(const ik_catalogue *catalogue, const char *path, GError **error)
{
    if (!is_named(path, ".gpkg") && !is_named(path, ".geojson") && !is_named(path, ".csv")) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: unknown format; expected a name that ends in .gpkg, .geojson or .csv",
                    path);
        return false;
    }
    g_autoptr(ik_file_stage) stage = ik_file_stage_open(path, error);
    return stage != NULL && export_to(catalogue->db, ik_file_stage_path(stage), error) &&
           ik_file_stage_commit(stage, error);
}
