/* replay_main.c — runs a harness over every file of a corpus, without libFuzzer.   [tests]
 *
 *     replay_<door> FOLDER...
 *
 * The files run in the order of their names; the name of each is printed first, so that the last one is the
 * culprit when a harness ends the process. A folder without files is an error: a test that cannot fail.
 */
#include "fuzz_support.h"

#include <stdio.h>
#include <string.h>

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list_files(const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}

static bool replay_file(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = NULL;
    gsize size;
    if (!g_file_get_contents(path, &text, &size, NULL)) {
        printf("%s: cannot read\n", path);
        return false;
    }
    printf("%s\n", name);
    fflush(stdout);
    /* Without the NUL that GLib adds, so that reading beyond the end is seen. */
    g_autofree uint8_t *bytes = g_malloc(MAX(size, 1));
    memcpy(bytes, text, size);
    LLVMFuzzerTestOneInput(bytes, size);
    return true;
}

static bool replay_folder(const char *folder)
{
    g_autoptr(GPtrArray) names = list_files(folder);
    for (guint i = 0; i < names->len; i++)
        if (!replay_file(folder, g_ptr_array_index(names, i)))
            return false;
    printf("%s: %u files\n", folder, names->len);
    return names->len > 0;
}

int main(int argc, char **argv)
{
    bool is_good = argc > 1;
    LLVMFuzzerInitialize(&argc, &argv);
    LLVMFuzzerTestOneInput(NULL, 0);
    for (int i = 1; i < argc; i++)
        is_good = replay_folder(argv[i]) && is_good;
    return is_good ? 0 : 1;
}
