/* region_position.c — one position, its municipality and all that it belongs to, as JSON.   [pipeline] */
#include <ideenkarte/region_file.h>

#include "json_writer.h"
#include "place.h"

static void put(ik_json_writer *json, const char *key, const char *text)
{
    ik_json_key(json, key);
    ik_json_put_string(json, text);
}

static void put_metres(ik_json_writer *json, const char *key, double metres, guint decimals)
{
    ik_json_key(json, key);
    ik_json_put_rounded(json, metres, decimals);
}

static void put_unit(ik_json_writer *json, const ik_partition *partition, guint32 index)
{
    guint32 n_units;
    const ik_partition_unit *unit =
        &ik_partition_units(partition, &n_units)[ik_partition_unit_of(partition, index)];
    put(json, "unit", unit->id);
    put(json, "unit_name", unit->name);
}

static void put_inside(ik_json_writer *json, const ik_territory *territory, guint32 index)
{
    const ik_municipality *municipality = &territory->municipalities[index];
    const ik_district *district = &territory->districts[municipality->district];
    const ik_region *region = &territory->regions[municipality->region];
    put(json, "ags", municipality->ags);
    put(json, "municipality", municipality->name);
    put(json, "district", district->code);
    put(json, "district_name", district->name);
    put(json, "region", region->id);
    put(json, "region_name", region->name);
}

static void put_outside(ik_json_writer *json, const ik_region_set *set, ik_lonlat position)
{
    double metres;
    guint32 nearest = ik_region_set_nearest(set, position, &metres);
    put(json, "ags", NULL);
    if (nearest == IK_NONE)
        return;
    const ik_municipality *municipality = &ik_region_set_territory(set)->municipalities[nearest];
    put(json, "nearest", municipality->ags);
    put(json, "nearest_name", municipality->name);
    put_metres(json, "distance_m", metres, 0);
}

char *ik_region_to_json(const ik_region_set *set, const ik_partition *partition, ik_lonlat position)
{
    GString *out = g_string_new(NULL);
    guint32 index = ik_region_set_locate(set, position);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    ik_json_begin_object(&json);
    if (index == IK_NONE) {
        put_outside(&json, set, position);
    } else {
        put_inside(&json, ik_region_set_territory(set), index);
        if (partition)
            put_unit(&json, partition, index);
        double metres = ik_region_set_border_distance_m(set, index, position);
        if (metres < IK_NEAR_BORDER_M)
            put_metres(&json, "border_distance_m", metres, 1);
    }
    ik_json_end_object(&json);
    return g_string_free(out, FALSE);
}
