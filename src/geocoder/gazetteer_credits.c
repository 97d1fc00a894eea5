/* gazetteer_credits.c — whom the data of a gazetteer come from, ready to be named beside a map.   [geocoder] */
#include "gazetteer_credits.h"

#include <string.h>

static const struct {
    const char *licence, *url;
} LICENCES[] = {{"dl-de/zero-2-0", "https://www.govdata.de/dl-de/zero-2-0"},
                {"dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0"},
                {"ODbL", "https://www.openstreetmap.org/copyright"}};

static const char *url_of(const char *licence)
{
    for (gsize i = 0; i < G_N_ELEMENTS(LICENCES); i++)
        if (g_str_has_prefix(licence, LICENCES[i].licence))
            return LICENCES[i].url;
    return "";
}

static void clear_credit(gpointer data)
{
    ik_attribution *credit = data;
    g_free((gpointer)(gsize)credit->source);
    g_free((gpointer)(gsize)credit->text_de);
    g_free((gpointer)(gsize)credit->text_en);
    g_free((gpointer)(gsize)credit->licence);
}

static bool is_named(const GArray *credits, const ik_gazetteer_source *source)
{
    for (guint i = 0; i < credits->len; i++) {
        const ik_attribution *credit = &g_array_index(credits, ik_attribution, i);
        if (strcmp(credit->text_de, source->attribution) == 0 &&
            strcmp(credit->licence, source->licence) == 0)
            return true;
    }
    return false;
}

GArray *ik_gazetteer_credits(const ik_gazetteer *gazetteer)
{
    GArray *credits = g_array_new(FALSE, FALSE, sizeof(ik_attribution));
    g_array_set_clear_func(credits, clear_credit);
    for (guint32 i = 0; i < ik_gazetteer_sources(gazetteer); i++) {
        ik_gazetteer_source source = ik_gazetteer_source_get(gazetteer, i);
        if (source.attribution[0] == '\0' || is_named(credits, &source))
            continue;
        ik_attribution credit = {.source = g_strdup(source.name),
                                 .text_de = g_strdup(source.attribution),
                                 .text_en = g_strdup(source.attribution),
                                 .licence = g_strdup(source.licence),
                                 .url = url_of(source.licence)};
        g_array_append_val(credits, credit);
    }
    return credits;
}
