/* vector_metadata.c — what the layers of the vector tiles hold, for TileJSON and archives.   [pipeline] */
#include "vector_tiles.h"

#include <ideenkarte/tileset.h>

#include "json_writer.h"

typedef struct {
    const char *name, *type, *de, *en;
} field;

typedef struct {
    const char *id, *de, *en;
    field fields[9]; /* up to one without a name */
} layer_text;

static const layer_text layers[] = {
    {"regions",
     "Arbeitsmarktregionen",
     "labour-market regions",
     {{"id", "String", "Kürzel", "short name"},
      {"name", "String", "Name", "name"},
      {"number", "Number", "Nummer", "number"},
      {"agency", "String", "Regionalagentur", "regional agency"},
      {"tint", "Number", "Farbe 0 bis 5, bei Nachbarn verschieden",
       "tint 0 to 5, neighbours differ"},
      {"projects", "Number", "Projekte in der Region", "projects in the region"}}},
    {"districts",
     "Kreise und kreisfreie Städte",
     "districts and independent cities",
     {{"id", "String", "Kreisschlüssel", "district key"},
      {"name", "String", "Name", "name"},
      {"kind", "String", "Art", "kind"}}},
    {"municipalities",
     "Gemeinden",
     "municipalities",
     {{"ags", "String", "Amtlicher Gemeindeschlüssel", "official municipality key"},
      {"name", "String", "Name", "name"},
      {"kind", "String", "Art", "kind"},
      {"population", "Number", "Einwohner", "inhabitants"},
      {"district", "String", "Kreisschlüssel", "district key"},
      {"region", "String", "Arbeitsmarktregion", "labour-market region"},
      {"projects", "Number", "Projekte in der Gemeinde", "projects in the municipality"}}},
    {"borders",
     "Grenzen, jede einmal",
     "borders, each once",
     {{"rank", "Number", "0 Land, 1 Region, 2 Kreis, 3 Gemeinde",
       "0 state, 1 region, 2 district, 3 municipality"}}},
    {"places",
     "Orte",
     "places",
     {{"ags", "String", "Amtlicher Gemeindeschlüssel", "official municipality key"},
      {"name", "String", "Name", "name"},
      {"kind", "String", "Art", "kind"},
      {"population", "Number", "Einwohner", "inhabitants"},
      {"district", "String", "Kreisschlüssel", "district key"},
      {"region", "String", "Arbeitsmarktregion", "labour-market region"},
      {"projects", "Number", "Projekte in der Gemeinde", "projects in the municipality"},
      {"rank", "Number", "Rang, 1 am größten", "rank, 1 is the largest"}}},
    {"projects",
     "Projekte, in kleinen Maßstäben gebündelt",
     "projects, clustered at small scales",
     {{"id", "String", "Kennung", "identifier"},
      {"title", "String", "Titel", "title"},
      {"themes", "String", "Themen", "themes"},
      {"icon", "String", "Zeichen des ersten Themas", "icon of the first theme"},
      {"region", "String", "Arbeitsmarktregion", "labour-market region"},
      {"status", "String", "auto oder check: noch zu prüfen", "auto or check: to be looked at"},
      {"match", "String", "Genauigkeit der Verortung", "match level of the position"},
      {"point_count", "Number",
       "Projekte im Bündel; theme_… und region_… zählen Themen und Regionen",
       "projects in the cluster; theme_… and region_… count themes and regions"}}},
    {"events",
     "Veranstaltungen",
     "events",
     {{"id", "String", "Kennung", "identifier"}, {"title", "String", "Titel", "title"}}},
};

static void put_text(ik_json_writer *json, const char *key, const char *text)
{
    ik_json_key(json, key);
    ik_json_put_string(json, text);
}

static void put_number(ik_json_writer *json, const char *key, guint number)
{
    ik_json_key(json, key);
    ik_json_put_integer(json, number);
}

static void put_layer(ik_json_writer *json, const ik_vector_tileset *set, const layer_text *layer)
{
    g_autofree char *description = g_strdup_printf("%s / %s", layer->de, layer->en);
    ik_json_begin_object(json);
    put_text(json, "id", layer->id);
    put_text(json, "description", description);
    put_number(json, "minzoom", set->min_zoom);
    put_number(json, "maxzoom", set->max_zoom);
    ik_json_key(json, "fields");
    ik_json_begin_object(json);
    for (guint i = 0; i < G_N_ELEMENTS(layer->fields) && layer->fields[i].name != NULL; i++) {
        const field *f = &layer->fields[i];
        g_autofree char *text = g_strdup_printf("%s: %s / %s", f->type, f->de, f->en);
        put_text(json, f->name, text);
    }
    ik_json_end_object(json);
    ik_json_end_object(json);
}

char *ik_vector_tileset_metadata(const ik_vector_tileset *set)
{
    const ik_territory *territory = ik_division_territory(set->division);
    g_autoptr(GString) attribution = g_string_new(NULL);
    for (guint i = 0; i < territory->n_attributions; i++)
        g_string_append_printf(attribution, "%s%s", i > 0 ? ", " : "",
                               territory->attributions[i].text_de);
    GString *out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    ik_json_begin_object(&json);
    put_text(&json, "name", set->title != NULL ? set->title : "ideenkarte");
    put_text(&json, "attribution", attribution->str);
    put_text(&json, "type", "overlay");
    put_text(&json, "version", "1.0.0");
    ik_json_key(&json, "vector_layers");
    ik_json_begin_array(&json);
    for (gsize i = 0; i < G_N_ELEMENTS(layers); i++)
        put_layer(&json, set, &layers[i]);
    ik_json_end_array(&json);
    ik_json_end_object(&json);
    return g_string_free(out, FALSE);
}

char *ik_vector_tileset_tilejson(const char *archive, const char *public_path,
                                 const char *portal_url, GError **error)
{
    g_autofree char *address = portal_url != NULL ? g_strconcat("pmtiles://", portal_url,
                                                                public_path, "/{z}/{x}/{y}", NULL)
                                                  : g_strconcat("../", public_path, NULL);
    return ik_tileset_describe(archive, IK_TILESET_TILEJSON, address, error);
}
