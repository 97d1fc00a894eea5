/* vector_tiles.c — tilings of all zooms, then all tiles, each by the pool.   [pipeline] */
#include "vector_tiles.h"

#include <ideenkarte/region.h>

#include "gzip.h"
#include "point_layers.h"
#include "pool.h"
#include "territory_layers.h"

#include <string.h>

#define GZIP_LEVEL 6

/* What one thread writes with. */
typedef struct {
    ik_mvt_writer *writer;
    ik_gzip_codec *codec;
} bench;

/* The tiles of a zoom among the items of the pool. */
typedef struct {
    ik_tiling *tiling;
    ik_tile first;
    guint item, height;
} layer;

typedef struct {
    const ik_vector_tileset *set;
    ik_archive_writer *archive;
    ik_point_layers *points;
    GArray *projects, *events; /* ik_map_point, by id */
    guint8 *tints;
    guint32 *region_projects, *municipality_projects;
    ik_territory_figures figures; /* the three above */
    layer zooms[IK_MAX_ZOOM + 1];
    bench *benches;
    guint n_items;
} press;

/* A tile ready to be stored. */
typedef struct {
    ik_tile tile;
    GBytes *bytes;
    gsize size; /* before compression */
} product;

static void product_free(gpointer data)
{
    product *p = data;
    if (p != NULL)
        g_bytes_unref(p->bytes);
    g_free(p);
}

static gpointer make_tiling(guint worker, guint item, gpointer data, GError **error)
{
    press *p = data;
    (void)worker;
    (void)error;
    /* the finest zoom, which takes longest, first */
    return ik_tiling_new(p->set->division, p->set->max_zoom - item);
}

static bool take_tiling(guint item, gpointer result, gpointer data, GError **error)
{
    press *p = data;
    (void)error;
    p->zooms[p->set->max_zoom - item].tiling = result;
    return true;
}

static void tiling_free(gpointer data)
{
    ik_tiling_free(data);
}

static bool make_tilings(press *p, GError **error)
{
    const ik_pool_task task = {.jobs = p->set->jobs,
                               .items = p->set->max_zoom - p->set->min_zoom + 1,
                               .work = make_tiling,
                               .deliver = take_tiling,
                               .free_result = tiling_free,
                               .data = p};
    return ik_pool_run(&task, error);
}

static ik_tile tile_of(const press *p, guint item)
{
    guint zoom = p->set->min_zoom;
    while (zoom < p->set->max_zoom && p->zooms[zoom + 1].item <= item)
        zoom++;
    const layer *l = &p->zooms[zoom];
    guint n = item - l->item;
    return (ik_tile){zoom, l->first.x + n / l->height, l->first.y + n % l->height};
}

static gpointer make_tile(guint worker, guint item, gpointer data, GError **error)
{
    press *p = data;
    ik_tile tile = tile_of(p, item);
    bench *b = &p->benches[worker];
    (void)error;
    ik_territory_layers_write(b->writer, p->zooms[tile.zoom].tiling, &p->figures, tile);
    ik_point_layers_write(b->writer, p->points, tile);
    g_autoptr(GByteArray) bytes = ik_mvt_writer_finish(b->writer);
    if (bytes == NULL)
        return NULL;
    product *made = g_new(product, 1);
    *made = (product){tile, ik_gzip_compress(b->codec, bytes->data, bytes->len), bytes->len};
    return made;
}

static bool take_tile(guint item, gpointer result, gpointer data, GError **error)
{
    press *p = data;
    product *made = result;
    (void)item;
    if (made == NULL)
        return true;
    if (made->size > IK_VECTOR_TILE_MOST && p->set->tell != NULL) {
        g_autofree char *note = g_strdup_printf(
            "tile %u/%u/%u: %" G_GSIZE_FORMAT " bytes, over %d; nothing was left out",
            made->tile.zoom, made->tile.x, made->tile.y, made->size, IK_VECTOR_TILE_MOST);
        p->set->tell(note, p->set->tell_data);
    }
    gsize size;
    const void *bytes = g_bytes_get_data(made->bytes, &size);
    bool put = ik_archive_writer_put(p->archive, made->tile, bytes, size, error);
    product_free(made);
    return put;
}

static bool make_tiles(press *p, GError **error)
{
    const ik_lonlat_box box = ik_territory_box(ik_division_territory(p->set->division));
    guint jobs = p->set->jobs > 0 ? p->set->jobs : ik_pool_default_jobs();
    for (guint zoom = p->set->min_zoom; zoom <= p->set->max_zoom; zoom++) {
        ik_tile last;
        layer *l = &p->zooms[zoom];
        ik_tile_range(&box, zoom, &l->first, &last);
        l->item = p->n_items;
        l->height = last.y - l->first.y + 1;
        p->n_items += l->height * (last.x - l->first.x + 1);
    }
    p->benches = g_new0(bench, jobs);
    for (guint i = 0; i < jobs; i++)
        p->benches[i] = (bench){ik_mvt_writer_new(), ik_gzip_codec_new(GZIP_LEVEL)};
    const ik_pool_task task = {.jobs = jobs,
                               .items = p->n_items,
                               .work = make_tile,
                               .deliver = take_tile,
                               .free_result = product_free,
                               .data = p};
    bool made = ik_pool_run(&task, error);
    for (guint i = 0; i < jobs; i++) {
        ik_mvt_writer_free(p->benches[i].writer);
        ik_gzip_codec_free(p->benches[i].codec);
    }
    g_free(p->benches);
    return made;
}

static int compare_points(gconstpointer a, gconstpointer b)
{
    return strcmp(((const ik_map_point *)a)->id, ((const ik_map_point *)b)->id);
}

static void make_figures(press *p)
{
    const ik_territory *territory = ik_division_territory(p->set->division);
    g_autoptr(ik_region_set) regions = ik_region_set_new(territory);
    p->tints = g_new0(guint8, territory->n_regions);
    p->region_projects = g_new0(guint32, territory->n_regions);
    p->municipality_projects = g_new0(guint32, territory->n_municipalities);
    ik_region_set_tints(regions, p->tints);
    p->figures = (ik_territory_figures){p->tints, p->region_projects, p->municipality_projects};
}

/* And counts projects by area. */
static void collect_points(press *p)
{
    const ik_records *records = p->set->records;
    const ik_territory *territory = ik_division_territory(p->set->division);
    for (guint i = 0; records != NULL && i < records->projects->len; i++) {
        const ik_project *project = records->projects->pdata[i];
        if (project->match.level == IK_MATCH_NONE)
            continue;
        guint32 region = territory->municipalities[project->match.municipality].region;
        const ik_map_point point = {.id = project->id,
                                    .title = project->title,
                                    .region = territory->regions[region].id,
                                    .themes = (const char *const *)project->themes,
                                    .icon = ik_records_icon(records, project->main_theme),
                                    .status = ik_status_name(project->match.status),
                                    .match = ik_match_level_name(project->match.level),
                                    .position = project->marker};
        g_array_append_val(p->projects, point);
        p->region_projects[region]++;
        p->municipality_projects[project->match.municipality]++;
    }
    for (guint i = 0; records != NULL && i < records->events->len; i++) {
        const ik_event *event = records->events->pdata[i];
        const ik_map_point point = {
            .id = event->id, .title = event->title, .position = event->position};
        if (event->has_position)
            g_array_append_val(p->events, point);
    }
    g_array_sort(p->projects, compare_points);
    g_array_sort(p->events, compare_points);
    p->points =
        ik_point_layers_new((const ik_map_point *)(gconstpointer)p->projects->data,
                            p->projects->len, (const ik_map_point *)(gconstpointer)p->events->data,
                            p->events->len, p->set->min_zoom, p->set->max_zoom);
}

static void press_clear(press *p)
{
    for (guint zoom = 0; zoom <= IK_MAX_ZOOM; zoom++)
        ik_tiling_free(p->zooms[zoom].tiling);
    ik_point_layers_free(p->points);
    g_array_unref(p->projects);
    g_array_unref(p->events);
    g_free(p->tints);
    g_free(p->region_projects);
    g_free(p->municipality_projects);
    ik_archive_writer_free(p->archive);
}

bool ik_vector_tileset_write(const ik_vector_tileset *tileset, const char *path,
                             ik_archive_counts *counts, GError **error)
{
    g_autofree char *metadata = ik_vector_tileset_metadata(tileset);
    const ik_archive_description description = {
        .type = IK_TILE_MVT, .compression = IK_COMPRESSION_GZIP, .metadata = metadata};
    press p = {.set = tileset,
               .archive = ik_archive_writer_new(path, &description, error),
               .projects = g_array_new(FALSE, FALSE, sizeof(ik_map_point)),
               .events = g_array_new(FALSE, FALSE, sizeof(ik_map_point))};
    bool written = p.archive != NULL;
    if (written) {
        make_figures(&p);
        collect_points(&p);
        written = make_tilings(&p, error) && make_tiles(&p, error) &&
                  ik_archive_writer_finish(p.archive, counts, error);
    }
    press_clear(&p);
    return written;
}
