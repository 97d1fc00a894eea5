/* layer_sets.c — the features of a source, layer by layer.   [pipeline] */
#include "layer_sets.h"

static void clear_entry(gpointer data)
{
    ik_layer_sets_entry *entry = data;
    g_free(entry->name);
    g_ptr_array_unref(entry->sets);
}

static void free_set(gpointer data)
{
    ik_feature_set_free(data);
}

ik_layer_sets *ik_layer_sets_new(void)
{
    ik_layer_sets *sets = g_new0(ik_layer_sets, 1);
    sets->layers = g_array_new(FALSE, FALSE, sizeof(ik_layer_sets_entry));
    g_array_set_clear_func(sets->layers, clear_entry);
    sets->seen = g_ptr_array_new_with_free_func(g_free);
    return sets;
}

void ik_layer_sets_free(ik_layer_sets *sets)
{
    if (sets == NULL)
        return;
    g_array_unref(sets->layers);
    g_ptr_array_unref(sets->seen);
    g_free(sets);
}

void ik_layer_sets_see(ik_layer_sets *sets, const char *layer)
{
    if (!g_ptr_array_find_with_equal_func(sets->seen, layer, g_str_equal, NULL))
        g_ptr_array_add(sets->seen, g_strdup(layer));
}

void ik_layer_sets_add(ik_layer_sets *sets, const char *layer, ik_feature_set *set)
{
    for (guint i = 0; i < sets->layers->len; i++) {
        const ik_layer_sets_entry *entry = &g_array_index(sets->layers, ik_layer_sets_entry, i);
        if (g_strcmp0(entry->name, layer) == 0) {
            g_ptr_array_add(entry->sets, set);
            return;
        }
    }
    const ik_layer_sets_entry entry = {g_strdup(layer), g_ptr_array_new_with_free_func(free_set)};
    g_ptr_array_add(entry.sets, set);
    g_array_append_val(sets->layers, entry);
}
