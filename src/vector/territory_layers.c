/* territory_layers.c — faces, lines and label points of a tile.   [vector] */
#include "territory_layers.h"

#include <stdlib.h>

typedef struct {
    ik_mvt_writer *writer;
    const ik_tiling *tiling;
    const ik_territory *territory;
    const ik_territory_figures *figures;
    const ik_tile_cut *cut;
    ik_tile tile;
    GArray *fixed;  /* scratch, ik_fixed_lonlat */
    GArray *points; /* scratch, ik_tile_point */
} sheet;

static guint64 number_of(const char *digits)
{
    return g_ascii_strtoull(digits, NULL, 10);
}

static void start_region(const sheet *s, guint32 face)
{
    const ik_region *region = &s->territory->regions[face];
    ik_mvt_writer_feature(s->writer, region->number, IK_MVT_POLYGON);
    ik_mvt_writer_text(s->writer, "id", region->id);
    ik_mvt_writer_text(s->writer, "name", region->name);
    ik_mvt_writer_uint(s->writer, "number", region->number);
    ik_mvt_writer_text(s->writer, "agency", region->agency);
    if (s->figures->tints != NULL)
        ik_mvt_writer_uint(s->writer, "tint", s->figures->tints[face]);
    if (s->figures->region_projects != NULL)
        ik_mvt_writer_uint(s->writer, "projects", s->figures->region_projects[face]);
}

static void start_district(const sheet *s, guint32 face)
{
    const ik_district *district = &s->territory->districts[face];
    ik_mvt_writer_feature(s->writer, number_of(district->code), IK_MVT_POLYGON);
    ik_mvt_writer_text(s->writer, "id", district->code);
    ik_mvt_writer_text(s->writer, "name", district->name);
    ik_mvt_writer_text(s->writer, "kind", district->kind);
}

static void put_municipality(const sheet *s, guint32 index)
{
    const ik_municipality *m = &s->territory->municipalities[index];
    ik_mvt_writer_text(s->writer, "ags", m->ags);
    ik_mvt_writer_text(s->writer, "name", m->name);
    ik_mvt_writer_text(s->writer, "kind", m->kind);
    ik_mvt_writer_uint(s->writer, "population", m->population);
    ik_mvt_writer_text(s->writer, "district", s->territory->districts[m->district].code);
    ik_mvt_writer_text(s->writer, "region", s->territory->regions[m->region].id);
    if (s->figures->municipality_projects != NULL)
        ik_mvt_writer_uint(s->writer, "projects", s->figures->municipality_projects[index]);
}

static void start_municipality(const sheet *s, guint32 face)
{
    ik_mvt_writer_feature(s->writer, number_of(s->territory->municipalities[face].ags),
                          IK_MVT_POLYGON);
    put_municipality(s, face);
}

static const struct {
    const char *layer;
    void (*start)(const sheet *s, guint32 face);
} levels[] = {{"regions", start_region},
              {"districts", start_district},
              {"municipalities", start_municipality}};

/* Rings of a topology run counter-clockwise, those of a tile with the clock. Points on a straight line between
 * their neighbours stay: the neighbour has them, too. */
static void write_ring(const sheet *s, const ik_topology *faces, const ik_ring *ring)
{
    g_array_set_size(s->fixed, 0);
    ik_topology_ring_points(faces, ring, false, s->fixed);
    g_array_set_size(s->points, s->fixed->len);
    for (guint i = 0; i < s->fixed->len; i++) {
        ik_fixed_lonlat p = g_array_index(s->fixed, ik_fixed_lonlat, s->fixed->len - 1 - i);
        g_array_index(s->points, ik_tile_point, i) = (ik_tile_point){p.lon_e6, -p.lat_e6};
    }
    ik_mvt_writer_part(s->writer, (const ik_tile_point *)(gconstpointer)s->points->data,
                       s->points->len);
}

static void write_cut_level(const sheet *s, guint level)
{
    const ik_topology *faces = s->cut->faces[level];
    for (guint32 face = 0; face < faces->n_faces; face++) {
        const ik_face *f = &faces->faces[face];
        if (f->count == 0)
            continue;
        levels[level].start(s, face);
        for (guint32 r = f->first; r < f->first + f->count; r++)
            write_ring(s, faces, &faces->rings[r]);
    }
}

static void write_plain_level(const sheet *s, guint level)
{
    const gint32 low = -IK_TILE_BUFFER, high = IK_TILE_EXTENT + IK_TILE_BUFFER;
    const ik_tile_point square[] = {{low, low}, {high, low}, {high, high}, {low, high}};
    if (s->cut->owner == IK_NONE)
        return;
    const ik_division *division = ik_tiling_division(s->tiling);
    levels[level].start(s, ik_division_face_of(division, (ik_level)level, s->cut->owner));
    ik_mvt_writer_part(s->writer, square, G_N_ELEMENTS(square));
}

static void write_lines(const sheet *s, guint rank)
{
    bool has_begun = false;
    for (guint i = 0; i < s->cut->line_arcs->len; i++) {
        const ik_arc *arc = &g_array_index(s->cut->line_arcs, ik_arc, i);
        if (ik_division_rank_between(ik_tiling_division(s->tiling), arc->left, arc->right) != rank)
            continue;
        if (!has_begun) {
            ik_mvt_writer_feature(s->writer, rank + 1, IK_MVT_LINE);
            ik_mvt_writer_uint(s->writer, "rank", rank);
            has_begun = true;
        }
        g_array_set_size(s->points, arc->count);
        for (guint32 k = 0; k < arc->count; k++) {
            ik_fixed_lonlat p = g_array_index(s->cut->line_points, ik_fixed_lonlat, arc->first + k);
            g_array_index(s->points, ik_tile_point, k) = (ik_tile_point){p.lon_e6, -p.lat_e6};
        }
        ik_mvt_writer_part(s->writer, (const ik_tile_point *)(gconstpointer)s->points->data,
                           arc->count);
    }
}

static guint rank_of_place(guint32 population)
{
    static const guint32 least[] = {500000, 100000, 50000, 20000};
    guint rank = 0;
    while (rank < G_N_ELEMENTS(least) && population < least[rank])
        rank++;
    return rank + 1;
}

static void write_places(const sheet *s)
{
    ik_mvt_writer_layer(s->writer, "places");
    for (guint32 i = 0; i < s->territory->n_municipalities; i++) {
        const ik_municipality *m = &s->territory->municipalities[i];
        ik_tile_point p = ik_tile_point_from_lonlat(m->label, s->tile.zoom);
        p.x -= (gint32)s->tile.x * IK_TILE_EXTENT;
        p.y -= (gint32)s->tile.y * IK_TILE_EXTENT;
        if (p.x < 0 || p.y < 0 || p.x >= IK_TILE_EXTENT || p.y >= IK_TILE_EXTENT)
            continue;
        ik_mvt_writer_feature(s->writer, number_of(m->ags), IK_MVT_POINT);
        put_municipality(s, i);
        ik_mvt_writer_uint(s->writer, "rank", rank_of_place(m->population));
        ik_mvt_writer_part(s->writer, &p, 1);
    }
}

void ik_territory_layers_write(ik_mvt_writer *writer, const ik_tiling *tiling,
                               const ik_territory_figures *figures, ik_tile tile)
{
    ik_tile_cut cut;
    ik_tile_cut_init(&cut, tiling, tile);
    sheet s = {writer,
               tiling,
               ik_division_territory(ik_tiling_division(tiling)),
               figures,
               &cut,
               tile,
               g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
               g_array_new(FALSE, FALSE, sizeof(ik_tile_point))};
    for (guint level = 0; level < IK_N_LEVELS; level++) {
        ik_mvt_writer_layer(writer, levels[level].layer);
        if (cut.is_plain)
            write_plain_level(&s, level);
        else
            write_cut_level(&s, level);
    }
    /* Next to the municipalities, whose words they repeat: within the 32 kB that gzip looks back. */
    write_places(&s);
    ik_mvt_writer_layer(writer, "borders");
    for (guint rank = IK_RANK_STATE; rank <= IK_RANK_MUNICIPALITY; rank++)
        write_lines(&s, rank);
    g_array_unref(s.fixed);
    g_array_unref(s.points);
    ik_tile_cut_clear(&cut);
}
