/* count.c — figures of a workspace and of an output.   [pipeline] */
#include <errno.h>
#include <sys/stat.h>

#include "build_parts.h"
#include "coverage.h"
#include "files.h"
#include "io_error.h"

static ik_db *fill_in_memory(const ik_store_input *input, GError **error)
{
    g_autoptr(ik_db) db = ik_db_create(":memory:", error);
    return db && ik_catalogue_fill(db, input, error) ? g_steal_pointer(&db) : NULL;
}

bool ik_workspace_count(const ik_store_input *input, ik_coverage **regions,
                        ik_coverage **municipalities, GError **error)
{
    g_autoptr(ik_db) db = fill_in_memory(input, error);
    if (!db)
        return false;
    *regions = ik_coverage_compute(db, input->territory, IK_COVERAGE_REGION, error);
    if (*regions)
        *municipalities =
            ik_coverage_compute(db, input->territory, IK_COVERAGE_MUNICIPALITY, error);
    return *regions && *municipalities;
}

ik_coverage *ik_workspace_coverage(const ik_workspace *workspace, const ik_records *records,
                                   ik_coverage_by by, GError **error)
{
    const ik_store_input input = {.territory = ik_atlas_territory(workspace->atlas),
                                  .records = records};
    g_autoptr(ik_db) db = fill_in_memory(&input, error);
    return db ? ik_coverage_compute(db, input.territory, by, error) : NULL;
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
