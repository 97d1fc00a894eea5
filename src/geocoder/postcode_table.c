/* postcode_table.c — look-ups in the table of postcodes.   [geocoder] */
#include "postcode_table.h"

#include <string.h>

enum { LEADING_REGION = 2, LEADING_AREA = 3 /* digits */ };

guint32 ik_postcode_find(const ik_territory *territory, const char *code)
{
    return code != NULL ? ik_territory_find_postcode(territory, code) : IK_NONE;
}

bool ik_postcode_covers(const ik_territory *territory, guint32 postcode, guint32 municipality)
{
    if (postcode == IK_NONE)
        return false;
    const ik_postcode *p = &territory->postcodes[postcode];
    for (guint32 i = 0; i < p->count; i++)
        if (territory->postcode_municipalities[p->first + i] == municipality)
            return true;
    return false;
}

guint32 ik_postcode_largest(const ik_territory *territory, guint32 postcode)
{
    const ik_postcode *p = &territory->postcodes[postcode];
    const guint32 *all = territory->postcode_municipalities + p->first;
    guint32 best = all[0];
    for (guint32 i = 1; i < p->count; i++) {
        guint32 more = territory->municipalities[all[i]].population;
        guint32 most = territory->municipalities[best].population;
        if (more > most || (more == most && all[i] < best))
            best = all[i];
    }
    return best;
}

bool ik_postcode_is_near(const ik_territory *territory, const char *code, guint32 municipality)
{
    for (guint32 i = 0; i < territory->n_postcodes; i++)
        if (strncmp(territory->postcodes[i].code, code, LEADING_REGION) == 0 &&
            ik_postcode_covers(territory, i, municipality))
            return true;
    return false;
}

bool ik_postcode_is_plausible(const ik_territory *territory, const char *code)
{
    for (guint32 i = 0; i < territory->n_postcodes; i++)
        if (strncmp(territory->postcodes[i].code, code, LEADING_AREA) == 0)
            return true;
    return false;
}
