/* raster_tiles.c — all tiles of a rectangle, by many threads.   [raster]
 *
 * A thread takes a block of tiles at a time and keeps its canvas, encoder and view. Blocks are
 * squares of a power of two, and the Hilbert curve passes through such a square in one go: block
 * after block the tiles come in the order of their ids.
 */
#include "raster.h"

#include "png_encoder.h"
#include "pool.h"
#include "raster_stock.h"

#include <stdlib.h>

/* What one thread keeps. */
typedef struct {
    ik_canvas *canvas;
    ik_png_encoder *encoder;
    ik_view view;
} tile_worker;

typedef struct {
    ik_tile tile;
    GBytes *png;
} finished_tile;

typedef struct {
    const ik_raster *raster;
    const ik_raster_task *task;
    ik_tile *blocks; /* in block coordinates, zoom less than the tiles' */
    guint n_blocks;
    tile_worker *workers;
    GMutex flat_lock;
    GHashTable *flat; /* pixel → GBytes of the tile that has no other */
} tile_run;

/* ---- the order ---- */

static int compare_tiles(const void *a, const void *b)
{
    uint64_t x = ik_tile_id(*(const ik_tile *)a), y = ik_tile_id(*(const ik_tile *)b);
    return x < y ? -1 : x > y;
}

static guint levels_of(guint metatile, guint32 zoom)
{
    guint levels = 0;
    while (2u << levels <= metatile && levels < zoom)
        levels++;
    return levels;
}

/* The tiles from `first` to `last` in the order of their ids; owned. */
static ik_tile *sorted_tiles(ik_tile first, ik_tile last, guint *n)
{
    ik_tile *tiles = g_new(ik_tile, (gsize)(last.x - first.x + 1) * (last.y - first.y + 1));
    *n = 0;
    for (guint32 x = first.x; x <= last.x; x++)
        for (guint32 y = first.y; y <= last.y; y++)
            tiles[(*n)++] = (ik_tile){first.zoom, x, y};
    qsort(tiles, *n, sizeof *tiles, compare_tiles);
    return tiles;
}

static ik_tile parent(ik_tile tile, guint levels)
{
    return (ik_tile){tile.zoom - levels, tile.x >> levels, tile.y >> levels};
}

/* ---- one tile ---- */

static GBytes *encode_flat(tile_run *run, tile_worker *worker, uint32_t pixel, GError **error)
{
    guint side = (guint)run->raster->cell_px;
    g_autofree uint32_t *pixels = g_new(uint32_t, (gsize)side * side);
    for (gsize i = 0; i < (gsize)side * side; i++)
        pixels[i] = pixel;
    return ik_png_encode(worker->encoder, pixels, side, side, error);
}

/* Tiles without anything on them are few colours and many tiles: each is encoded once. */
static GBytes *flat_tile(tile_run *run, tile_worker *worker, uint32_t pixel, GError **error)
{
    g_mutex_lock(&run->flat_lock);
    GBytes *png = g_hash_table_lookup(run->flat, GUINT_TO_POINTER(pixel));
    if (png == NULL) {
        png = encode_flat(run, worker, pixel, error);
        if (png != NULL)
            g_hash_table_insert(run->flat, GUINT_TO_POINTER(pixel), png);
    }
    if (png != NULL)
        g_bytes_ref(png);
    g_mutex_unlock(&run->flat_lock);
    return png;
}

static GBytes *draw_tile(tile_run *run, tile_worker *worker, ik_tile tile, GError **error)
{
    const ik_raster *raster = run->raster;
    ik_tile_box box = ik_cell_box(tile.x, tile.y, 1, 1);
    ik_scene_look(raster->stock.scene, &box, &worker->view);
    if (ik_view_is_flat(&worker->view))
        return flat_tile(run, worker, ik_view_flat_pixel(&worker->view), error);
    if (!ik_canvas_draw(worker->canvas, &worker->view, (ik_tile_point){box.min_x, box.min_y},
                        error))
        return NULL;
    return ik_png_encode(worker->encoder, ik_canvas_pixels(worker->canvas), (guint)raster->cell_px,
                         (guint)raster->cell_px, error);
}

/* ---- blocks ---- */

static void free_finished(gpointer data)
{
    GArray *tiles = data;
    for (guint i = 0; i < tiles->len; i++)
        g_bytes_unref(g_array_index(tiles, finished_tile, i).png);
    g_array_unref(tiles);
}

static ik_tile clamp_to(const ik_raster_task *task, guint32 x, guint32 y)
{
    return (ik_tile){task->first.zoom, CLAMP(x, task->first.x, task->last.x),
                     CLAMP(y, task->first.y, task->last.y)};
}

static gpointer draw_block(guint worker, guint item, gpointer data, GError **error)
{
    tile_run *run = data;
    ik_tile block = run->blocks[item];
    guint levels = run->task->first.zoom - block.zoom, n = 0;
    ik_tile first = clamp_to(run->task, block.x << levels, block.y << levels);
    ik_tile last =
        clamp_to(run->task, ((block.x + 1) << levels) - 1, ((block.y + 1) << levels) - 1);
    g_autofree ik_tile *tiles = sorted_tiles(first, last, &n);
    GArray *finished = g_array_sized_new(FALSE, FALSE, sizeof(finished_tile), n);
    for (guint i = 0; i < n; i++) {
        finished_tile tile = {tiles[i], draw_tile(run, &run->workers[worker], tiles[i], error)};
        if (tile.png == NULL) {
            free_finished(finished);
            return NULL;
        }
        g_array_append_val(finished, tile);
    }
    return finished;
}

static bool deliver_block(guint item, gpointer result, gpointer data, GError **error)
{
    const tile_run *run = data;
    GArray *finished = result;
    bool is_fine = true;
    (void)item;
    for (guint i = 0; is_fine && i < finished->len; i++) {
        const finished_tile *tile = &g_array_index(finished, finished_tile, i);
        is_fine = run->task->deliver(tile->tile, tile->png, run->task->data, error);
    }
    free_finished(finished);
    return is_fine;
}

/* ---- the run ---- */

static bool open_workers(tile_run *run, guint jobs, GError **error)
{
    run->workers = g_new0(tile_worker, jobs);
    for (guint i = 0; i < jobs; i++) {
        tile_worker *worker = &run->workers[i];
        ik_view_init(&worker->view);
        worker->encoder = ik_png_encoder_new();
        worker->canvas =
            ik_canvas_new(&run->raster->stock, run->raster->cell_px, run->raster->cell_px, error);
        if (worker->canvas == NULL)
            return false;
    }
    return true;
}

static void close_workers(tile_run *run, guint jobs)
{
    for (guint i = 0; i < jobs; i++) {
        ik_view_clear(&run->workers[i].view);
        ik_png_encoder_free(run->workers[i].encoder);
        ik_canvas_free(run->workers[i].canvas);
    }
    g_free(run->workers);
}

static void unref_bytes(gpointer data)
{
    g_bytes_unref(data);
}

bool ik_raster_render_tiles(const ik_raster *raster, const ik_raster_task *task, GError **error)
{
    tile_run run = {.raster = raster, .task = task};
    guint jobs = task->jobs > 0 ? task->jobs : ik_pool_default_jobs();
    guint levels = levels_of(task->metatile, task->first.zoom);
    g_assert(task->first.zoom == task->last.zoom && task->first.x <= task->last.x &&
             task->first.y <= task->last.y);
    run.blocks =
        sorted_tiles(parent(task->first, levels), parent(task->last, levels), &run.n_blocks);
    jobs = MIN(jobs, run.n_blocks);
    run.flat = g_hash_table_new_full(NULL, NULL, NULL, unref_bytes);
    g_mutex_init(&run.flat_lock);
    const ik_pool_task pool = {.jobs = jobs,
                               .items = run.n_blocks,
                               .work = draw_block,
                               .deliver = deliver_block,
                               .free_result = free_finished,
                               .data = &run};
    bool is_fine = open_workers(&run, jobs, error) && ik_pool_run(&pool, error);
    close_workers(&run, jobs);
    g_mutex_clear(&run.flat_lock);
    g_hash_table_unref(run.flat);
    g_free(run.blocks);
    return is_fine;
}
