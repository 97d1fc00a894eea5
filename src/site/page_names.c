/* page_names.c — ids become names of files.   [site] */
#include "page_names.h"

#include <ideenkarte/catalogue.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LENGTH   64
#define WORD_LENGTH  40
#define DIGEST_STEP  8
#define DIGEST_BYTES 64

static bool is_plain(const char *id)
{
    gsize length = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    return g_ascii_isalnum(*id) && id[length] == '\0' && length <= MAX_LENGTH;
}

/* Letters and digits of ASCII, the rest as single hyphens. */
static char *word_of(const char *id)
{
    GString *word = g_string_new(NULL);
    g_autofree char *plain = g_str_to_ascii(id, "C");
    for (const char *at = plain; *at != '\0' && word->len < WORD_LENGTH; at++)
        if (g_ascii_isalnum(*at))
            g_string_append_c(word, g_ascii_tolower(*at));
        else if (word->len > 0 && word->str[word->len - 1] != '-')
            g_string_append_c(word, '-');
    if (word->len == 0)
        g_string_append(word, "projekt");
    if (word->str[word->len - 1] != '-')
        g_string_append_c(word, '-');
    return g_string_free(word, FALSE);
}

/* More digits of the digest while the name is taken, which takes two ids made for it. */
static char *made_name(const char *id, GHashTable *taken)
{
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, id, -1);
    g_autofree char *word = word_of(id);
    for (gsize digits = DIGEST_STEP; digits <= DIGEST_BYTES; digits += DIGEST_STEP) {
        g_autofree char *name = g_strdup_printf("%s%.*s", word, (int)digits, digest);
        if (!g_hash_table_contains(taken, name))
            return g_steal_pointer(&name);
    }
    g_assert_not_reached(); /* ids differ, so digests do */
}

typedef struct {
    const char *id;
    guint index;
    bool is_plain;
} named_project;

/* Plain ones first: they keep their id. */
static int compare_named(const void *a, const void *b)
{
    const named_project *first = a, *second = b;
    if (first->is_plain != second->is_plain)
        return first->is_plain ? -1 : 1;
    return strcmp(first->id, second->id);
}

char **ik_page_names(const GPtrArray *projects)
{
    g_autofree named_project *named = g_new(named_project, projects->len + 1);
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char **names = g_new0(char *, projects->len + 1);
    for (guint i = 0; i < projects->len; i++) {
        const ik_project *project = projects->pdata[i];
        named[i] = (named_project){project->id, i, is_plain(project->id)};
    }
    qsort(named, projects->len, sizeof *named, compare_named);
    for (guint i = 0; i < projects->len; i++) {
        g_autofree char *lower = g_ascii_strdown(named[i].id, -1);
        const bool keeps = named[i].is_plain && !g_hash_table_contains(taken, lower);
        char *name = keeps ? g_strdup(named[i].id) : made_name(named[i].id, taken);
        names[named[i].index] = name;
        g_hash_table_add(taken, g_ascii_strdown(name, -1));
    }
    return names;
}
