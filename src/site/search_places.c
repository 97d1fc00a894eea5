/* search_places.c — municipalities, postcodes and regions for the search on the page.   [site] */
#include "json_writer.h"
#include "script_data.h"

static void put_row(GString *out, const char *name, const char *kind, const ik_lonlat *position,
                    const char *region)
{
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_array(&writer);
    ik_json_put_string(&writer, name);
    ik_json_put_string(&writer, kind);
    ik_json_put_rounded(&writer, position->lon, 4);
    ik_json_put_rounded(&writer, position->lat, 4);
    ik_json_put_string(&writer, region);
    ik_json_end_array(&writer);
}

/* The one with most inhabitants, the first of equals. */
static const ik_municipality *largest_of(const ik_territory *territory, const ik_postcode *postcode)
{
    const ik_municipality *largest = NULL;
    for (guint32 i = 0; i < postcode->count; i++) {
        const guint32 index = territory->postcode_municipalities[postcode->first + i];
        const ik_municipality *town = &territory->municipalities[index];
        if (largest == NULL || town->population > largest->population)
            largest = town;
    }
    return largest;
}

/* In the middle of its towns: where its name can stand. */
static ik_lonlat middle_of(const ik_territory *territory, guint32 region)
{
    ik_lonlat sum = {0, 0};
    guint towns = 0;
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        const ik_municipality *town = &territory->municipalities[i];
        if (town->region != region)
            continue;
        sum = (ik_lonlat){sum.lon + town->label.lon, sum.lat + town->label.lat};
        towns++;
    }
    return towns > 0 ? (ik_lonlat){sum.lon / towns, sum.lat / towns} : sum;
}

static void put_regions(GString *out, const ik_territory *territory)
{
    for (guint32 i = 0; i < territory->n_regions; i++) {
        const ik_lonlat middle = middle_of(territory, i);
        g_string_append(out, ",\n");
        put_row(out, territory->regions[i].name, "region", &middle, territory->regions[i].id);
    }
}

char *ik_place_index(const ik_territory *territory)
{
    GString *out = g_string_new("{\"version\":1,\"columns\":[\"name\",\"kind\",\"lon\",\"lat\","
                                "\"region\"],\"rows\":[\n");
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        const ik_municipality *town = &territory->municipalities[i];
        g_string_append(out, i > 0 ? ",\n" : "");
        put_row(out, town->name, "municipality", &town->label, territory->regions[town->region].id);
    }
    for (guint32 i = 0; i < territory->n_postcodes; i++) {
        const ik_municipality *town = largest_of(territory, &territory->postcodes[i]);
        g_string_append(out, ",\n");
        put_row(out, territory->postcodes[i].code, "postcode", &town->label,
                territory->regions[town->region].id);
    }
    put_regions(out, territory);
    g_string_append(out, "\n]}\n");
    return g_string_free(out, FALSE);
}
