/* population_sources.c — where the numbers of inhabitants come from.   [site] */
#include "population_sources.h"

#include <ideenkarte/text.h>
#include <string.h>

static const char *date_of(const char *source)
{
    return strcmp(source, "destatis-2011") == 0 ? "2011-12-31" : NULL;
}

static ik_population_source *find_or_add(GArray *sources, const char *name)
{
    for (guint i = 0; i < sources->len; i++) {
        ik_population_source *source = &g_array_index(sources, ik_population_source, i);
        if (strcmp(source->name, name) == 0)
            return source;
    }
    const ik_population_source added = {.name = name, .date = date_of(name)};
    g_array_append_val(sources, added);
    return &g_array_index(sources, ik_population_source, sources->len - 1);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(((const ik_population_source *)a)->name, ((const ik_population_source *)b)->name);
}

GArray *ik_population_sources(const ik_territory *territory)
{
    GArray *sources = g_array_new(FALSE, FALSE, sizeof(ik_population_source));
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        const ik_municipality *municipality = &territory->municipalities[i];
        ik_population_source *source = find_or_add(sources, municipality->population_source);
        source->municipalities++;
        source->population += municipality->population;
    }
    g_array_sort(sources, compare_names);
    return sources;
}

static char *describe(const ik_population_source *source, const char *language)
{
    g_autofree char *key = g_strconcat("population.", source->name, NULL);
    g_autofree char *count = ik_text_integer(language, source->municipalities);
    return ik_text_format(language, "page.population_source", "source",
                          ik_text_has(key) ? ik_text(language, key) : source->name, "count", count,
                          NULL);
}

char *ik_population_sentence(const ik_territory *territory, const char *language)
{
    g_autoptr(GArray) sources = ik_population_sources(territory);
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < sources->len; i++)
        g_ptr_array_add(parts,
                        describe(&g_array_index(sources, ik_population_source, i), language));
    g_ptr_array_add(parts, NULL);
    g_autofree char *joined = g_strjoinv("; ", (char **)parts->pdata);
    return ik_text_format(language, "page.population", "sources", joined, NULL);
}
