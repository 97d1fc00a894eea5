/* expectation.c — names and postcodes for the sentences of faults.   [geocoder] */
#include "expectation.h"

enum { MOST_NAMES = 5, MOST_POSTCODES = 3 };

char *ik_expected_names(const ik_territory *territory, const guint32 *municipalities, guint count)
{
    if (count == 0)
        return NULL;
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < MIN(count, MOST_NAMES); i++) {
        if (i > 0)
            g_string_append(names, " / ");
        g_string_append(names, territory->municipalities[municipalities[i]].name);
    }
    if (count > MOST_NAMES)
        g_string_append(names, " / …");
    return g_string_free(names, FALSE);
}

static bool belongs_to(const ik_territory *territory, const ik_postcode *postcode,
                       guint32 municipality)
{
    for (guint32 i = 0; i < postcode->count; i++)
        if (territory->postcode_municipalities[postcode->first + i] == municipality)
            return true;
    return municipality == IK_NONE;
}

char *ik_expected_postcodes(const ik_territory *territory, guint32 municipality)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func(g_free);
    for (guint32 i = 0; i < territory->n_postcodes; i++)
        if (belongs_to(territory, &territory->postcodes[i], municipality))
            g_ptr_array_add(codes, g_strdup(territory->postcodes[i].code));
    if (codes->len == 0)
        return NULL;
    if (codes->len > MOST_POSTCODES)
        return g_strdup_printf("%s–%s", (const char *)codes->pdata[0],
                               (const char *)codes->pdata[codes->len - 1]);
    g_ptr_array_add(codes, NULL);
    return g_strjoinv(", ", (char **)codes->pdata);
}
