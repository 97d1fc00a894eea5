/* source_layer.c — the features that a style sheet draws, with their attributes.   [scene] */
#include "source_layer.h"

#include <string.h>

static const char *const NAMES[IK_N_SOURCES] = {"regions", "districts", "municipalities", "borders",
                                                "places",  "projects",  "events"};

bool ik_source_layer_find(const char *name, ik_source_layer *layer)
{
    for (guint i = 0; i < IK_N_SOURCES; i++)
        if (strcmp(NAMES[i], name) == 0) {
            *layer = (ik_source_layer)i;
            return true;
        }
    return false;
}

guint ik_source_layer_count(const ik_map_data *data, ik_source_layer layer)
{
    const ik_territory *territory = ik_division_territory(data->division);
    switch (layer) {
    case IK_SOURCE_REGIONS: return territory->n_regions;
    case IK_SOURCE_DISTRICTS: return territory->n_districts;
    case IK_SOURCE_MUNICIPALITIES:
    case IK_SOURCE_PLACES: return territory->n_municipalities;
    case IK_SOURCE_BORDERS: return IK_N_RANKS;
    case IK_SOURCE_PROJECTS: return data->n_projects;
    default: return data->n_events;
    }
}

bool ik_source_layer_level(ik_source_layer layer, ik_level *level)
{
    switch (layer) {
    case IK_SOURCE_REGIONS: *level = IK_LEVEL_REGION; return true;
    case IK_SOURCE_DISTRICTS: *level = IK_LEVEL_DISTRICT; return true;
    case IK_SOURCE_MUNICIPALITIES: *level = IK_LEVEL_MUNICIPALITY; return true;
    default: return false;
    }
}

static void add(ik_source_feature *feature, const char *name, ik_value value)
{
    g_assert(feature->feature.n_attributes < IK_MAX_ATTRIBUTES);
    feature->attributes[feature->feature.n_attributes++] = (ik_attribute){name, value};
}

static void get_region(const ik_map_data *data, guint index, ik_source_feature *feature)
{
    const ik_region *region = &ik_division_territory(data->division)->regions[index];
    feature->key = region->id;
    feature->feature.geometry = "Polygon";
    feature->point = ik_division_label_point(data->division, IK_LEVEL_REGION, index);
    add(feature, "id", ik_value_string(region->id));
    add(feature, "name", ik_value_string(region->name));
    add(feature, "number", ik_value_number(region->number));
    add(feature, "agency", ik_value_string(region->agency));
    add(feature, "tint", ik_value_number(data->tints[index]));
    if (data->region_projects != NULL)
        add(feature, "projects", ik_value_number(data->region_projects[index]));
}

static void get_district(const ik_map_data *data, guint index, ik_source_feature *feature)
{
    const ik_district *district = &ik_division_territory(data->division)->districts[index];
    feature->key = district->code;
    feature->feature.geometry = "Polygon";
    feature->point = ik_division_label_point(data->division, IK_LEVEL_DISTRICT, index);
    add(feature, "id", ik_value_string(district->code));
    add(feature, "name", ik_value_string(district->name));
    add(feature, "kind", ik_value_string(district->kind));
}

static void get_municipality(const ik_map_data *data, guint index, ik_source_feature *feature)
{
    const ik_territory *territory = ik_division_territory(data->division);
    const ik_municipality *municipality = &territory->municipalities[index];
    feature->key = municipality->ags;
    feature->point = municipality->label;
    add(feature, "ags", ik_value_string(municipality->ags));
    add(feature, "name", ik_value_string(municipality->name));
    add(feature, "kind", ik_value_string(municipality->kind));
    add(feature, "district", ik_value_string(territory->districts[municipality->district].code));
    add(feature, "region", ik_value_string(territory->regions[municipality->region].id));
    add(feature, "population", ik_value_number(municipality->population));
    if (data->municipality_projects != NULL)
        add(feature, "projects", ik_value_number(data->municipality_projects[index]));
}

static void get_project(const ik_map_data *data, guint index, ik_source_feature *feature)
{
    const ik_marker *marker = &data->projects[index];
    feature->key = marker->id;
    feature->point = marker->position;
    add(feature, "id", ik_value_string(marker->id));
    add(feature, "status", ik_value_string(ik_status_name(marker->status)));
    add(feature, "match", ik_value_string(ik_match_level_name(marker->match)));
    if (marker->icon != NULL)
        add(feature, "icon", ik_value_string(marker->icon));
}

void ik_source_layer_get(const ik_map_data *data, ik_source_layer layer, guint index,
                         ik_source_feature *feature)
{
    *feature = (ik_source_feature){.key = ""};
    feature->feature.geometry = "Point";
    feature->feature.attributes = feature->attributes;
    switch (layer) {
    case IK_SOURCE_REGIONS: get_region(data, index, feature); break;
    case IK_SOURCE_DISTRICTS: get_district(data, index, feature); break;
    case IK_SOURCE_MUNICIPALITIES:
        get_municipality(data, index, feature);
        feature->feature.geometry = "Polygon";
        break;
    case IK_SOURCE_PLACES: get_municipality(data, index, feature); break;
    case IK_SOURCE_BORDERS:
        feature->feature.geometry = "LineString";
        add(feature, "rank", ik_value_number(index));
        break;
    case IK_SOURCE_PROJECTS: get_project(data, index, feature); break;
    default:
        feature->key = data->events[index].id;
        feature->point = data->events[index].position;
        add(feature, "id", ik_value_string(data->events[index].id));
        break;
    }
}
