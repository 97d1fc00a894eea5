/* geojson_collection.c — the frame around features, and their geometries.   [site] */
#include "geojson_collection.h"

#include "attribution.h"
#include "clean_text.h"

enum { DECIMALS = 6 };

void ik_geojson_init(ik_geojson_collection *collection)
{
    *collection =
        (ik_geojson_collection){.features = g_string_new("["), .box = {.west = 1, .east = -1}};
}

static void put_box(ik_json_writer *writer, const ik_lonlat_box *box)
{
    const double sides[] = {box->west, box->south, box->east, box->north};
    ik_json_key(writer, "bbox");
    ik_json_begin_array(writer);
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++)
        ik_json_put_rounded(writer, sides[i], DECIMALS);
    ik_json_end_array(writer);
}

char *ik_geojson_finish(ik_geojson_collection *collection, const char *name,
                        const ik_territory *territory)
{
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    ik_json_key(&writer, "type");
    ik_json_put_string(&writer, "FeatureCollection");
    ik_json_key(&writer, "name");
    ik_json_put_string(&writer, name);
    ik_json_key(&writer, "attribution");
    ik_attribution_put_json(&writer, territory);
    if (collection->box.west <= collection->box.east)
        put_box(&writer, &collection->box);
    ik_json_key(&writer, "features");
    g_string_append(collection->features, "\n]");
    ik_json_put_raw(&writer, collection->features->str);
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    g_string_free(collection->features, TRUE);
    return g_string_free(out, FALSE);
}

void ik_geojson_begin_feature(ik_geojson_collection *collection, const char *id)
{
    g_string_append(collection->features, collection->features->len > 1 ? ",\n" : "\n");
    ik_json_writer_init(&collection->writer, collection->features, 0);
    ik_json_begin_object(&collection->writer);
    ik_json_key(&collection->writer, "type");
    ik_json_put_string(&collection->writer, "Feature");
    ik_geojson_put_text(collection, "id", id);
}

void ik_geojson_end_feature(ik_geojson_collection *collection)
{
    ik_json_end_object(&collection->writer);
}

/* --- geometries ------------------------------------------------------------------------------- */

static void extend(ik_lonlat_box *box, ik_lonlat position)
{
    if (box->west > box->east) {
        *box = (ik_lonlat_box){position.lon, position.lat, position.lon, position.lat};
        return;
    }
    box->west = MIN(box->west, position.lon);
    box->east = MAX(box->east, position.lon);
    box->south = MIN(box->south, position.lat);
    box->north = MAX(box->north, position.lat);
}

static void append_position(GString *out, ik_lonlat position)
{
    g_string_append_c(out, '[');
    ik_append_rounded(out, position.lon, DECIMALS);
    g_string_append_c(out, ',');
    ik_append_rounded(out, position.lat, DECIMALS);
    g_string_append_c(out, ']');
}

static void put_geometry(ik_json_writer *writer, const char *type, const GString *coordinates)
{
    ik_json_key(writer, "geometry");
    ik_json_begin_object(writer);
    ik_json_key(writer, "type");
    ik_json_put_string(writer, type);
    ik_json_key(writer, "coordinates");
    ik_json_put_raw(writer, coordinates->str);
    ik_json_end_object(writer);
}

static void put_no_geometry(ik_json_writer *writer)
{
    ik_json_key(writer, "geometry");
    ik_json_put_null(writer);
}

void ik_geojson_put_point(ik_geojson_collection *collection, const ik_lonlat *position)
{
    if (position == NULL) {
        put_no_geometry(&collection->writer);
        return;
    }
    g_autoptr(GString) coordinates = g_string_new(NULL);
    append_position(coordinates, *position);
    extend(&collection->box, *position);
    put_geometry(&collection->writer, "Point", coordinates);
}

static void append_ring(GString *out, const GArray *points, ik_lonlat_box *box)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < points->len; i++) {
        const ik_lonlat position = ik_lonlat_from_fixed(g_array_index(points, ik_fixed_lonlat, i));
        if (i > 0)
            g_string_append_c(out, ',');
        append_position(out, position);
        extend(box, position);
    }
    g_string_append_c(out, ']');
}

/* Polygons as [[ring,hole],[ring]], without the brackets around all; returns how many there are. */
static guint append_polygons(GString *out, const ik_topology *topology, const ik_face *face,
                             ik_lonlat_box *box)
{
    guint polygons = 0;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    for (uint32_t i = 0; i < face->count; i++) {
        const ik_ring *ring = &topology->rings[face->first + i];
        if (!ring->is_hole)
            g_string_append(out, polygons++ > 0 ? "],[" : "[");
        else
            g_string_append_c(out, ',');
        g_array_set_size(points, 0);
        ik_topology_ring_points(topology, ring, true, points);
        append_ring(out, points, box);
    }
    if (polygons > 0)
        g_string_append_c(out, ']');
    return polygons;
}

void ik_geojson_put_face(ik_geojson_collection *collection, const ik_topology *topology,
                         uint32_t face)
{
    g_autoptr(GString) coordinates = g_string_new(NULL);
    guint polygons =
        append_polygons(coordinates, topology, &topology->faces[face], &collection->box);
    if (polygons == 0) {
        put_no_geometry(&collection->writer);
        return;
    }
    if (polygons > 1) {
        g_string_prepend_c(coordinates, '[');
        g_string_append_c(coordinates, ']');
    }
    put_geometry(&collection->writer, polygons > 1 ? "MultiPolygon" : "Polygon", coordinates);
}

/* --- properties ------------------------------------------------------------------------------- */

void ik_geojson_begin_properties(ik_geojson_collection *collection)
{
    ik_json_key(&collection->writer, "properties");
    ik_json_begin_object(&collection->writer);
}

void ik_geojson_end_properties(ik_geojson_collection *collection)
{
    ik_json_end_object(&collection->writer);
}

static void put_clean(ik_json_writer *writer, const char *text)
{
    g_autofree char *clean = text != NULL ? ik_text_clean(text) : NULL;
    ik_json_put_string(writer, clean);
}

void ik_geojson_put_text(ik_geojson_collection *collection, const char *key, const char *text)
{
    ik_json_key(&collection->writer, key);
    put_clean(&collection->writer, text);
}

void ik_geojson_put_lines(ik_geojson_collection *collection, const char *key, const char *text)
{
    g_autofree char *clean = text != NULL ? ik_text_clean_lines(text) : NULL;
    ik_json_key(&collection->writer, key);
    ik_json_put_string(&collection->writer, clean);
}

void ik_geojson_put_texts(ik_geojson_collection *collection, const char *key, char *const *texts)
{
    ik_json_key(&collection->writer, key);
    ik_json_begin_array(&collection->writer);
    for (; *texts != NULL; texts++)
        put_clean(&collection->writer, *texts);
    ik_json_end_array(&collection->writer);
}

void ik_geojson_put_count(ik_geojson_collection *collection, const char *key, gint64 value)
{
    ik_json_key(&collection->writer, key);
    ik_json_put_integer(&collection->writer, value);
}

void ik_geojson_put_rounded(ik_geojson_collection *collection, const char *key, double value,
                            guint decimals)
{
    ik_json_key(&collection->writer, key);
    ik_json_put_rounded(&collection->writer, value, decimals);
}
