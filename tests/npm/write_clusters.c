/* write_clusters.c — the clusters of a source of a style at every zoom, a JSON line each.   [tests]
 *
 *     write_clusters STYLE SOURCE
 *
 * The source holds its points itself, one a feature.
 */
#include "cluster_source.h"

#include "feature_json.h"
#include "json_writer.h"

#include <stdlib.h>

#define ZOOMS 20u

typedef struct {
    GString *out;
    guint zoom;
} printer;

static void put_value(ik_json_writer *writer, const ik_value *value)
{
    switch (value->type) {
    case IK_VALUE_NUMBER: ik_json_put_number(writer, value->number); break;
    case IK_VALUE_BOOL: ik_json_put_bool(writer, value->boolean); break;
    case IK_VALUE_STRING: ik_json_put_string(writer, value->string); break;
    default: ik_json_put_null(writer); break;
    }
}

static void print_feature(ik_lonlat position, const ik_feature *feature, gpointer data)
{
    const printer *p = data;
    ik_json_writer writer;
    ik_json_writer_init(&writer, p->out, 0);
    ik_json_begin_object(&writer);
    ik_json_key(&writer, "zoom");
    ik_json_put_integer(&writer, p->zoom);
    ik_json_key(&writer, "lon");
    ik_json_put_number(&writer, position.lon);
    ik_json_key(&writer, "lat");
    ik_json_put_number(&writer, position.lat);
    ik_json_key(&writer, "properties");
    ik_json_begin_object(&writer);
    for (guint i = 0; i < feature->n_attributes; i++) {
        ik_json_key(&writer, feature->attributes[i].name);
        put_value(&writer, &feature->attributes[i].value);
    }
    ik_json_end_object(&writer);
    ik_json_end_object(&writer);
    g_string_append_c(p->out, '\n');
}

static bool add_features(ik_cluster_source *clusters, ik_json_value features, ik_arena *arena,
                         GError **error)
{
    for (guint i = 0; i < ik_json_length(features); i++) {
        const ik_json_value json = ik_json_item(features, i);
        const ik_json_value at = ik_json_member(ik_json_member(json, "geometry"), "coordinates");
        const ik_lonlat position = {ik_json_number(ik_json_item(at, 0)),
                                    ik_json_number(ik_json_item(at, 1))};
        ik_feature feature;
        if (!ik_feature_read(json, arena, &feature, error))
            return false;
        ik_cluster_source_add(clusters, position, &feature);
    }
    return true;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_style) style = argc == 3 ? ik_style_load(argv[1], &error) : NULL;
    const ik_style_source *source = style != NULL ? ik_style_find_source(style, argv[2]) : NULL;
    if (source == NULL) {
        g_printerr("write_clusters: %s\n", error != NULL ? error->message : "no such source");
        return EXIT_FAILURE;
    }
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(ik_cluster_source) clusters = ik_cluster_source_new(source);
    ik_arena *arena = ik_arena_new();
    const bool is_read =
        add_features(clusters, ik_json_member(source->data, "features"), arena, &error);
    printer p = {out, 0};
    for (; is_read && p.zoom < ZOOMS; p.zoom++)
        ik_cluster_source_each(clusters, p.zoom, print_feature, &p);
    ik_arena_free(arena);
    g_print("%s", out->str);
    return is_read ? EXIT_SUCCESS : EXIT_FAILURE;
}
