/* fuzz_request_path.c — any target is refused, or names a path that stays below its folder.   [tests] */
#include "fuzz_support.h"

#include <string.h>

#include "request_path.h"

static void check_segments(const char *path)
{
    g_auto(GStrv) segments = g_strsplit(path, "/", -1);
    for (char **segment = segments; *segment != NULL; segment++) {
        g_assert(**segment != '\0' && **segment != '.');
        g_assert(strpbrk(*segment, "\\\n\r\x7f") == NULL);
    }
}

/* What is sent to the client leads back to the same path. */
static void check_address(const ik_request_path *path, const char *target)
{
    ik_request_path again;
    g_autofree char *address = ik_folder_address(path, target);
    g_assert(address[0] == '/' && address[1] != '/');
    g_assert(ik_request_path_read(address, &again) == IK_PATH_GOOD);
    g_assert(g_str_equal(again.path, path->path) && again.is_folder);
    ik_request_path_clear(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ik_request_path path;
    g_autofree char *target = fuzz_text(data, size);
    if (ik_request_path_read(target, &path) != IK_PATH_GOOD)
        return 0;
    fuzz_require_utf8(path.path);
    if (*path.path != '\0')
        check_segments(path.path);
    check_address(&path, target);
    ik_request_path_clear(&path);
    return 0;
}
