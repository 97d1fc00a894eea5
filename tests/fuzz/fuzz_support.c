/* fuzz_support.c — what every fuzz harness includes first.   [tests] */
#include "fuzz_support.h"

#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <ideenkarte/text.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *folder;
static GHashTable *paths; /* name → path */

static void abort_instead(int number)
{
    (void)number;
    abort();
}

/* GLib ends a process with SIGTRAP, which libFuzzer does not catch: it would not keep the input. */
/* NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's signature */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    signal(SIGTRAP, abort_instead);
    return 0;
}

char *fuzz_text(const uint8_t *data, size_t size)
{
    return size == 0 ? g_strdup("") : g_strndup((const char *)data, size);
}

static void remove_files(void)
{
    GHashTableIter iter;
    gpointer path;
    g_hash_table_iter_init(&iter, paths);
    while (g_hash_table_iter_next(&iter, NULL, &path))
        g_unlink(path);
    g_rmdir(folder);
    g_hash_table_unref(paths);
    g_free(folder);
}

const char *fuzz_folder(void)
{
    if (folder == NULL) {
        folder = g_dir_make_tmp("ideenkarte-fuzz-XXXXXX", NULL);
        g_assert(folder != NULL);
        paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        atexit(remove_files);
    }
    return folder;
}

/* The path of a file of that name; borrowed from `paths`. */
static const char *path_of(const char *name)
{
    const char *parent = fuzz_folder();
    if (!g_hash_table_contains(paths, name))
        g_hash_table_insert(paths, g_strdup(name), g_build_filename(parent, name, NULL));
    return g_hash_table_lookup(paths, name);
}

static void write_bytes(const char *path, const void *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    g_assert(file != NULL);
    size_t written = size == 0 ? 0 : fwrite(data, 1, size, file);
    int closed = fclose(file);
    g_assert(written == size && closed == 0);
}

const char *fuzz_file(const char *name, const void *data, size_t size)
{
    const char *path = path_of(name);
    write_bytes(path, data, size);
    return path;
}

/* Where the line behind `at` starts. */
static const char *next_line(const char *at, const char *end)
{
    const char *line_end = memchr(at, '\n', (size_t)(end - at));
    return line_end == NULL ? end : line_end + 1;
}

static bool is_head(const char *at, const char *end)
{
    return end - at > 3 && memcmp(at, "== ", 3) == 0;
}

void fuzz_files(const uint8_t *data, size_t size, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++)
        g_unlink(path_of(names[i]));
    if (size == 0)
        return;
    const char *at = (const char *)data, *end = at + size;
    while (at < end && is_head(at, end)) {
        const char *start = next_line(at, end);
        g_autofree char *name = g_strchomp(g_strndup(at + 3, (gsize)(start - at) - 3));
        for (at = start; at < end && !is_head(at, end);)
            at = next_line(at, end);
        if (g_strv_contains(names, name))
            write_bytes(path_of(name), start, (size_t)(at - start));
    }
}

void fuzz_require_utf8(const char *text)
{
    g_assert(text != NULL && g_utf8_validate(text, -1, NULL));
}

/* Control characters, line separators and what turns the direction of a line around (UAX 9). */
static bool is_unprintable(gunichar c)
{
    return g_unichar_iscntrl(c) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200E || c == 0x200F || c == 0x061C || c == 0xFEFF;
}

void fuzz_require_printable(const char *text)
{
    fuzz_require_utf8(text);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (is_unprintable(g_utf8_get_char(at)))
            g_error("U+%04X in \"%s\"", g_utf8_get_char(at), text);
}

void fuzz_require_failure(const GError *error)
{
    g_assert(error != NULL);
    g_assert(error->domain == IK_ERROR);
    g_assert(error->code == IK_ERROR_INPUT || error->code == IK_ERROR_NOT_FOUND ||
             error->code == IK_ERROR_UNSUPPORTED);
    fuzz_require_printable(error->message);
    g_assert(*error->message != '\0');
}

void fuzz_require_fault_code(const char *code)
{
    g_assert(code != NULL);
    g_autofree char *key = g_strconcat("fault.", code, NULL);
    if (!ik_text_has(key))
        g_error("no text \"%s\"", key);
    g_assert(*ik_text("de", key) != '\0' && *ik_text("en", key) != '\0');
}
