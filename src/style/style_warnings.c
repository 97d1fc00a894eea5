/* style_warnings.c — what a style asks for and does not get.   [style] */
#include "style_warnings.h"

#include "printable.h"

struct ik_style_warnings {
    GPtrArray *sentences; /* of owned text */
    GHashTable *topics;   /* set of owned text */
};

ik_style_warnings *ik_style_warnings_new(void)
{
    ik_style_warnings *warnings = g_new0(ik_style_warnings, 1);
    warnings->sentences = g_ptr_array_new_with_free_func(g_free);
    warnings->topics = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return warnings;
}

void ik_style_warnings_free(ik_style_warnings *warnings)
{
    if (warnings == NULL)
        return;
    g_ptr_array_unref(warnings->sentences);
    g_hash_table_unref(warnings->topics);
    g_free(warnings);
}

void ik_style_warnings_add(ik_style_warnings *warnings, const char *topic, const char *place,
                           const char *sentence)
{
    if (warnings == NULL || !g_hash_table_add(warnings->topics, g_strdup(topic)))
        return;
    g_autofree char *line = g_strdup_printf("%s: %s", place, sentence);
    g_ptr_array_add(warnings->sentences, ik_printable(line));
}

guint ik_style_warnings_count(const ik_style_warnings *warnings)
{
    return warnings->sentences->len;
}

const char *ik_style_warnings_at(const ik_style_warnings *warnings, guint index)
{
    return g_ptr_array_index(warnings->sentences, index);
}
