/* raster_tiles.c — all tiles of a rectangle, by many threads.   [raster]
 *
 * A thread takes a block of tiles at a time and keeps its canvas, encoder and view. Blocks are
 * squares of a power of two, and the Hilbert curve passes through such a square in one go: block
 * after block the tiles come in the order of their ids.
 */
#include "raster.h"

#include "pool.h"
#include "raster_stock.h"
#include "tile_image.h"
#include "touched_cells.h"

#include <stdlib.h>

typedef struct {
    ik_tile tile;
    GBytes *png;
} finished_tile;

/* Tiles that are drawn together. */
typedef struct {
    ik_tile first;
    guint columns, rows;
} group;

/* What one thread keeps. */
typedef struct {
    ik_canvas *canvas;
    ik_tile_image_encoder *encoder;
    ik_view view;
    group block;          /* at hand */
    finished_tile *slots; /* of its tiles, row by row; borrowed */
} tile_worker;

typedef struct {
    const ik_raster *raster;
    const ik_raster_task *task;
    ik_tile *blocks; /* in block coordinates, zoom less than the tiles' */
    guint n_blocks;
    guint cells, side_px; /* of a tile side */
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
    int side = (int)run->side_px;
    g_autofree uint32_t *pixels = g_new(uint32_t, (gsize)side * (gsize)side);
    const ik_pixel_area area = {pixels, side, side, side};
    ik_pixels_fill(pixels, (gsize)side * (gsize)side, pixel);
    return ik_tile_image_encode(worker->encoder, &area, error);
}

static GBytes *known_flat(tile_run *run, uint32_t pixel)
{
    g_mutex_lock(&run->flat_lock);
    GBytes *picture = g_hash_table_lookup(run->flat, GUINT_TO_POINTER(pixel));
    if (picture != NULL)
        g_bytes_ref(picture);
    g_mutex_unlock(&run->flat_lock);
    return picture;
}

/* Tiles without anything on them are few colours and many tiles: each is encoded once. Not under the lock, where others
 * would wait: two threads may encode the same colour, and the first one's is kept.
 */
static GBytes *flat_tile(tile_run *run, tile_worker *worker, uint32_t pixel, GError **error)
{
    GBytes *picture = known_flat(run, pixel);
    if (picture != NULL)
        return picture;
    picture = encode_flat(run, worker, pixel, error);
    if (picture == NULL)
        return NULL;
    g_mutex_lock(&run->flat_lock);
    GBytes *first = g_hash_table_lookup(run->flat, GUINT_TO_POINTER(pixel));
    if (first == NULL) {
        g_hash_table_insert(run->flat, GUINT_TO_POINTER(pixel), g_bytes_ref(picture));
    } else {
        g_bytes_unref(picture);
        picture = g_bytes_ref(first);
    }
    g_mutex_unlock(&run->flat_lock);
    return picture;
}

static GBytes *encode_cell(tile_run *run, tile_worker *worker, guint column, guint row,
                           GError **error)
{
    const ik_pixel_area *area = ik_canvas_area(worker->canvas);
    int side = (int)run->side_px;
    const ik_pixel_area cell = {
        &area->pixels[((gsize)row * (gsize)area->stride + column) * (gsize)side], side, side,
        area->stride};
    return ik_tile_image_encode(worker->encoder, &cell, error);
}

/* ---- groups of tiles ---- */

/* Canvases above this leave the caches of the processor. */
#define MAX_CANVAS_PX 512

static ik_tile tile_of(const group *g, guint column, guint row)
{
    return (ik_tile){g->first.zoom, g->first.x + column, g->first.y + row};
}

static bool keep(finished_tile *slots, const group *block, ik_tile tile, GBytes *png)
{
    guint slot = (tile.y - block->first.y) * block->columns + tile.x - block->first.x;
    slots[slot] = (finished_tile){tile, png};
    return png != NULL;
}

static bool keep_flat(tile_run *run, tile_worker *worker, const group *g, GError **error)
{
    uint32_t pixel = ik_view_flat_pixel(&worker->view);
    for (guint row = 0; row < g->rows; row++)
        for (guint column = 0; column < g->columns; column++)
            if (!keep(worker->slots, &worker->block, tile_of(g, column, row),
                      flat_tile(run, worker, pixel, error)))
                return false;
    return true;
}

static uint32_t pixel_at(const tile_worker *worker, guint x, guint y)
{
    const ik_pixel_area *area = ik_canvas_area(worker->canvas);
    return area->pixels[(gsize)y * (gsize)area->stride + x];
}

static bool draw_group(tile_run *run, tile_worker *worker, const group *g,
                       const ik_touched_cells *touched, GError **error)
{
    guint side = run->side_px;
    ik_canvas_resize(worker->canvas, (int)(g->columns * side), (int)(g->rows * side));
    if (!ik_canvas_draw(worker->canvas, &worker->view, (ik_tile_point){touched->left, touched->top},
                        error))
        return false;
    for (guint row = 0; row < g->rows; row++)
        for (guint column = 0; column < g->columns; column++) {
            GBytes *png =
                touched->marks[row][column]
                    ? encode_cell(run, worker, column, row, error)
                    : flat_tile(run, worker, pixel_at(worker, column * side, row * side), error);
            if (!keep(worker->slots, &worker->block, tile_of(g, column, row), png))
                return false;
        }
    return true;
}

static bool make_group(tile_run *run, tile_worker *worker, const group *g, GError **error);

static bool make_halves(tile_run *run, tile_worker *worker, const group *g, GError **error)
{
    group first = *g, second = *g;
    if (g->columns >= g->rows) {
        first.columns = g->columns / 2;
        second.columns = g->columns - first.columns;
        second.first.x += first.columns;
    } else {
        first.rows = g->rows / 2;
        second.rows = g->rows - first.rows;
        second.first.y += first.rows;
    }
    return make_group(run, worker, &first, error) && make_group(run, worker, &second, error);
}

static bool is_small(const tile_run *run, const group *g)
{
    guint side = MAX(g->columns, g->rows);
    return side == 1 || side * run->side_px <= MAX_CANVAS_PX;
}

/* Asking the scene and drawing cost less for many tiles at once, but flat tiles need no drawing at all:
 * a group most of which is flat is asked again in halves.
 */
static bool make_group(tile_run *run, tile_worker *worker, const group *g, GError **error)
{
    guint cells = run->cells;
    ik_tile_box box =
        ik_cell_box(g->first.x * cells, g->first.y * cells, g->columns * cells, g->rows * cells);
    ik_touched_cells touched = {.left = box.min_x,
                                .top = box.min_y,
                                .side = (int32_t)cells * IK_TILE_EXTENT,
                                .columns = (int)g->columns,
                                .rows = (int)g->rows};
    ik_scene_look(run->raster->stock.scene, &box, &worker->view);
    if (ik_view_is_flat(&worker->view))
        return keep_flat(run, worker, g, error);
    if (!is_small(run, g) || (g->columns * g->rows > 1 && !ik_view_is_seamless(&worker->view)))
        return make_halves(run, worker, g, error);
    ik_touched_cells_find(&touched, &run->raster->stock, &worker->view);
    if (g->columns * g->rows > 1 && (guint)touched.count * 2 < g->columns * g->rows)
        return make_halves(run, worker, g, error);
    return draw_group(run, worker, g, &touched, error);
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

/* The PNGs of a block's slots in the order of tile ids. */
static GArray *in_order(finished_tile *slots, const group *block)
{
    guint n = 0;
    ik_tile last = tile_of(block, block->columns - 1, block->rows - 1);
    g_autofree ik_tile *tiles = sorted_tiles(block->first, last, &n);
    GArray *finished = g_array_sized_new(FALSE, FALSE, sizeof(finished_tile), n);
    for (guint i = 0; i < n; i++) {
        guint slot = (tiles[i].y - block->first.y) * block->columns + tiles[i].x - block->first.x;
        g_array_append_val(finished, slots[slot]);
    }
    return finished;
}

static gpointer draw_block(guint number, guint item, gpointer data, GError **error)
{
    tile_run *run = data;
    tile_worker *worker = &run->workers[number];
    ik_tile block = run->blocks[item];
    guint levels = run->task->first.zoom - block.zoom;
    ik_tile first = clamp_to(run->task, block.x << levels, block.y << levels);
    ik_tile last =
        clamp_to(run->task, ((block.x + 1) << levels) - 1, ((block.y + 1) << levels) - 1);
    worker->block = (group){first, last.x - first.x + 1, last.y - first.y + 1};
    guint n = worker->block.columns * worker->block.rows;
    g_autofree finished_tile *slots = worker->slots = g_new0(finished_tile, n);
    if (make_group(run, worker, &worker->block, error))
        return in_order(slots, &worker->block);
    for (guint i = 0; i < n; i++)
        g_bytes_unref(slots[i].png);
    return NULL;
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

static void open_workers(tile_run *run, guint jobs)
{
    run->workers = g_new0(tile_worker, jobs);
    for (guint i = 0; i < jobs; i++) {
        tile_worker *worker = &run->workers[i];
        ik_view_init(&worker->view);
        worker->encoder = ik_tile_image_encoder_new(run->task->format, run->task->palette);
        worker->canvas =
            ik_canvas_new(&run->raster->stock, run->raster->cell_px, run->raster->cell_px);
    }
}

static void close_workers(tile_run *run, guint jobs)
{
    for (guint i = 0; i < jobs; i++) {
        ik_view_clear(&run->workers[i].view);
        ik_tile_image_encoder_free(run->workers[i].encoder);
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
    guint cells = MAX(task->cells, 1);
    tile_run run = {
        .raster = raster, .task = task, .cells = cells, .side_px = cells * (guint)raster->cell_px};
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
    open_workers(&run, jobs);
    bool is_fine = ik_pool_run(&pool, error);
    close_workers(&run, jobs);
    g_mutex_clear(&run.flat_lock);
    g_hash_table_unref(run.flat);
    g_free(run.blocks);
    return is_fine;
}
