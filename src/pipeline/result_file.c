/* result_file.c — a result written as it comes, seen when it is whole.   [pipeline] */
#include "result_file.h"

#include <errno.h>
#include <stdio.h>

#include "file_stage.h"
#include "io_error.h"

struct ik_result_file {
    ik_file_stage *stage;
    FILE *file; /* NULL: closed */
    char *path; /* for messages */
};

ik_result_file *ik_result_file_open(const char *path, GError **error)
{
    g_autoptr(ik_result_file) result = g_new0(ik_result_file, 1);
    result->path = g_strdup(path);
    result->stage = ik_file_stage_open(path, error);
    if (!result->stage)
        return NULL;
    result->file = fopen(ik_file_stage_path(result->stage), "wb");
    if (result->file)
        return g_steal_pointer(&result);
    ik_io_error_set(error, errno, path, "write");
    return NULL;
}

bool ik_result_file_write(const char *bytes, gsize size, gpointer data, GError **error)
{
    ik_result_file *result = data;
    return fwrite(bytes, 1, size, result->file) == size ||
           ik_io_error_set(error, errno, result->path, "write");
}

bool ik_result_file_commit(ik_result_file *result, GError **error)
{
    FILE *file = g_steal_pointer(&result->file);
    if (fclose(file) != 0)
        return ik_io_error_set(error, errno, result->path, "write");
    return ik_file_stage_commit(result->stage, error);
}

void ik_result_file_free(ik_result_file *result)
{
    if (!result)
        return;
    if (result->file)
        fclose(result->file);
    ik_file_stage_free(result->stage);
    g_free(result->path);
    g_free(result);
}
