/* test_stitch.c — tiles side by side are one map.   [tests] */
#include "test_support.h"

#include "canvas.h"
#include "nrw_map.h"
#include "picture.h"
#include "raster_stock.h"

#include <string.h>

static const ik_lonlat_box RUHR = {6.6, 51.2, 7.9, 51.8};

typedef struct {
    GPtrArray *pngs; /* GBytes */
    GArray *tiles;   /* ik_tile */
} tile_list;

static bool collect(ik_tile tile, GBytes *png, gpointer data, GError **error)
{
    tile_list *list = data;
    (void)error;
    g_array_append_val(list->tiles, tile);
    g_ptr_array_add(list->pngs, g_bytes_ref(png));
    return true;
}

static void unref_png(gpointer png)
{
    g_bytes_unref(png);
}

static void render_with(tile_list *list, const ik_raster *raster, guint32 zoom,
                        const ik_raster_task *how)
{
    GError *error = NULL;
    ik_raster_task task = *how;
    task.deliver = collect;
    task.data = list;
    list->pngs = g_ptr_array_new_with_free_func(unref_png);
    list->tiles = g_array_new(FALSE, FALSE, sizeof(ik_tile));
    ik_tile_range(&RUHR, zoom, &task.first, &task.last);
    assert_true(ik_raster_render_tiles(raster, &task, &error));
    ik_assert_no_error(error);
    assert_int_equal(list->tiles->len,
                     (task.last.x - task.first.x + 1) * (task.last.y - task.first.y + 1));
}

static void render(tile_list *list, const ik_raster *raster, guint32 zoom, guint metatile,
                   guint jobs)
{
    const ik_raster_task how = {.metatile = metatile, .jobs = jobs};
    render_with(list, raster, zoom, &how);
}

static void clear(tile_list *list)
{
    g_ptr_array_unref(list->pngs);
    g_array_unref(list->tiles);
}

static void assert_in_picture(const test_picture *tile, const test_picture *whole, guint left,
                              guint top)
{
    for (guint y = 0; y < tile->height; y++)
        assert_memory_equal(&tile->rgba[(gsize)y * tile->width * 4],
                            &whole->rgba[((gsize)(top + y) * whole->width + left) * 4],
                            (gsize)tile->width * 4);
}

static void assert_same_tiles(const tile_list *found, const tile_list *expected)
{
    assert_int_equal(found->tiles->len, expected->tiles->len);
    for (guint i = 0; i < expected->tiles->len; i++) {
        assert_memory_equal(&g_array_index(found->tiles, ik_tile, i),
                            &g_array_index(expected->tiles, ik_tile, i), sizeof(ik_tile));
        assert_true(
            g_bytes_equal(g_ptr_array_index(found->pngs, i), g_ptr_array_index(expected->pngs, i)));
    }
}

/* Tiles in groups of 1, 4 x 4 and 8 x 8, drawn by one thread and by four, have the same bytes. */
static void assert_same_in_every_way(const nrw_scene *scene, const tile_list *expected,
                                     guint32 zoom)
{
    static const guint WAYS[][2] = {{1, 4}, {4, 1}, {4, 4}, {8, 1}, {8, 4}};
    for (gsize w = 0; w < G_N_ELEMENTS(WAYS); w++) {
        tile_list found;
        render(&found, scene->raster, zoom, WAYS[w][0], WAYS[w][1]);
        assert_same_tiles(&found, expected);
        clear(&found);
    }
}

static void assert_stitched(const nrw_map *map, guint32 zoom, guint pixel_ratio)
{
    GError *error = NULL;
    nrw_scene scene;
    tile_list list;
    ik_tile first, last;
    test_picture whole, tile;
    guint side = 256 * pixel_ratio;
    nrw_scene_init(&scene, map, zoom, pixel_ratio);
    render(&list, scene.raster, zoom, 1, 1);
    ik_tile_range(&RUHR, zoom, &first, &last);
    const ik_picture_frame frame = {(gint64)first.x * side,
                                    (gint64)first.y * side,
                                    (last.x - first.x + 1) * side,
                                    (last.y - first.y + 1) * side,
                                    NULL,
                                    IK_TILE_IMAGE_PNG,
                                    0};
    g_autoptr(GBytes) png = ik_raster_render_picture(scene.raster, &frame, &error);
    ik_assert_no_error(error);
    test_picture_init(&whole, png);
    for (guint i = 0; i < list.tiles->len; i++) {
        ik_tile at = g_array_index(list.tiles, ik_tile, i);
        test_picture_init(&tile, g_ptr_array_index(list.pngs, i));
        assert_in_picture(&tile, &whole, (at.x - first.x) * side, (at.y - first.y) * side);
        test_picture_clear(&tile);
    }
    assert_same_in_every_way(&scene, &list, zoom);
    test_picture_clear(&whole);
    clear(&list);
    nrw_scene_clear(&scene);
}

/* Fills with patterns and lines with dashes are drawn otherwise than plain ones: every style is looked at. */
static void tiles_of_every_style_are_one_picture_whatever_the_way(void **state)
{
    static const char *const NAMES[] = {"regions", "light", "print"};
    static const guint VIEWS[][2] = {{8, 1}, {8, 2}, {10, 1}, {9, 2}, {12, 1}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        nrw_map map;
        nrw_map_init_style(&map, NAMES[i]);
        assert_non_null(map.style);
        for (gsize v = 0; v < G_N_ELEMENTS(VIEWS); v++)
            assert_stitched(&map, VIEWS[v][0], VIEWS[v][1]);
        nrw_map_clear(&map);
    }
}

/* PNG Specification 5.3: length, type, data, checksum; the header's chunk ends at 33, and ours has PLTE next. */
static void assert_begins_with_palette(GBytes *png, const ik_style_palette *palette)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(png, &size);
    assert_true(size > 41 + (gsize)3 * palette->n);
    assert_int_equal(bytes[24], 8);
    assert_int_equal(bytes[35] << 8 | bytes[36], 3 * palette->n);
    assert_memory_equal(&bytes[37], "PLTE", 4);
    for (guint i = 0; i < palette->n; i++) {
        uint32_t color = palette->colors[i];
        const guint8 expected[3] = {(guint8)(color >> 16), (guint8)(color >> 8), (guint8)color};
        assert_int_equal(color >> 24, 255);
        assert_memory_equal(&bytes[41 + (gsize)3 * i], expected, 3);
    }
}

/* No channel is further off than a step between two eighths of black and white. */
static void assert_close(GBytes *png, GBytes *exact)
{
    test_picture a, b;
    gsize differing = 0;
    test_picture_init(&a, png);
    test_picture_init(&b, exact);
    for (gsize i = 0; i < (gsize)4 * a.width * a.height; i++) {
        int off = ABS((int)a.rgba[i] - (int)b.rgba[i]);
        assert_true(off <= 32);
        differing += off > 8;
    }
    assert_true(differing * 200 < (gsize)4 * a.width * a.height);
    test_picture_clear(&a);
    test_picture_clear(&b);
}

static void with_one_palette_all_tiles_have_it_whatever_the_threads(void **state)
{
    GError *error = NULL;
    nrw_scene scene;
    tile_list exact, one, other;
    ik_style_palette palette;
    g_autoptr(ik_color_census) census = ik_color_census_new();
    ik_raster_task task = {.cells = 1};
    for (guint32 zoom = 8; zoom <= 10; zoom++) {
        nrw_scene_init(&scene, *state, zoom, 1);
        ik_tile_range(&RUHR, zoom, &task.first, &task.last);
        assert_true(ik_raster_count_colors(scene.raster, &task, census, &error));
        nrw_scene_clear(&scene);
    }
    ik_style_palette_init(&palette, census);
    nrw_scene_init(&scene, *state, 10, 1);
    render(&exact, scene.raster, 10, 4, 2);
    render_with(&one, scene.raster, 10,
                &(ik_raster_task){.metatile = 8, .jobs = 1, .palette = &palette});
    render_with(&other, scene.raster, 10,
                &(ik_raster_task){.metatile = 1, .jobs = 4, .palette = &palette});
    for (guint i = 0; i < one.pngs->len; i++) {
        GBytes *png = g_ptr_array_index(one.pngs, i);
        assert_true(g_bytes_equal(png, g_ptr_array_index(other.pngs, i)));
        assert_begins_with_palette(png, &palette);
        assert_close(png, g_ptr_array_index(exact.pngs, i));
    }
    clear(&exact);
    clear(&one);
    clear(&other);
    nrw_scene_clear(&scene);
}

/* All markers on one place in the middle of a tile of z16, which has nothing else on it, in each quarter of a pixel:
 * 256 units are 16 pixels, a quarter is 4 units.
 */
static void a_marker_alone_on_a_tile_is_there_wherever_in_a_pixel_it_lies(void **state)
{
    (void)state;
    ik_tile at = ik_tile_at((ik_lonlat){7.2, 51.8}, 16);
    for (guint phase = 0; phase < 16; phase++) {
        nrw_map map;
        nrw_scene scene;
        tile_list list = {g_ptr_array_new_with_free_func(unref_png),
                          g_array_new(FALSE, FALSE, sizeof(ik_tile))};
        GError *error = NULL;
        test_picture tile;
        const ik_tile_point place = {
            (int32_t)at.x * IK_TILE_EXTENT + 2048 + 4 * (int32_t)(phase % 4),
            (int32_t)at.y * IK_TILE_EXTENT + 2048 + 4 * (int32_t)(phase / 4)};
        nrw_map_init(&map);
        nrw_map_gather_markers(&map, ik_lonlat_from_tile_point(place, 16));
        nrw_scene_init(&scene, &map, 16, 1);
        const ik_raster_task task = {
            .first = at, .last = at, .metatile = 1, .jobs = 1, .deliver = collect, .data = &list};
        assert_true(ik_raster_render_tiles(scene.raster, &task, &error));
        test_picture_init(&tile, g_ptr_array_index(list.pngs, 0));
        assert_int_not_equal(test_picture_pixel(&tile, 128, 128), test_picture_pixel(&tile, 4, 4));
        test_picture_clear(&tile);
        clear(&list);
        nrw_scene_clear(&scene);
        nrw_map_clear(&map);
    }
}

static void tiles_come_in_the_order_of_their_ids(void **state)
{
    nrw_scene scene;
    tile_list list;
    nrw_scene_init(&scene, *state, 9, 1);
    render(&list, scene.raster, 9, 4, 3);
    for (guint i = 1; i < list.tiles->len; i++)
        assert_true(ik_tile_id(g_array_index(list.tiles, ik_tile, i - 1)) <
                    ik_tile_id(g_array_index(list.tiles, ik_tile, i)));
    clear(&list);
    nrw_scene_clear(&scene);
}

/* Draws columns x rows cells at once. */
static ik_canvas *draw_at_once(const nrw_scene *scene, ik_tile first, guint columns, guint rows)
{
    GError *error = NULL;
    ik_view view;
    ik_tile_box box = ik_cell_box(first.x, first.y, columns, rows);
    ik_canvas *canvas = ik_canvas_new(&scene->raster->stock, (int)columns * 256, (int)rows * 256);
    ik_view_init(&view);
    ik_scene_look(scene->scene, &box, &view);
    assert_true(ik_canvas_draw(canvas, &view, (ik_tile_point){box.min_x, box.min_y}, &error));
    ik_view_clear(&view);
    return canvas;
}

/* The picture is put together from cells, each drawn alone. */
static void nothing_changes_where_a_map_is_cut(void **state)
{
    enum { COLUMNS = 4, ROWS = 3 };
    nrw_scene scene;
    GError *error = NULL;
    for (guint32 zoom = 7; zoom <= 13; zoom++) {
        ik_tile first = ik_tile_at((ik_lonlat){6.9, 51.6}, zoom);
        nrw_scene_init(&scene, *state, zoom, 1);
        g_autoptr(ik_canvas) at_once = draw_at_once(&scene, first, COLUMNS, ROWS);
        const uint32_t *expected = ik_canvas_area(at_once)->pixels;
        const ik_picture_frame frame = {(gint64)first.x * 256,
                                        (gint64)first.y * 256,
                                        COLUMNS * 256,
                                        ROWS * 256,
                                        NULL,
                                        IK_TILE_IMAGE_PNG,
                                        0};
        g_autoptr(GBytes) png = ik_raster_render_picture(scene.raster, &frame, &error);
        ik_assert_no_error(error);
        test_picture picture;
        test_picture_init(&picture, png);
        for (guint i = 0; i < COLUMNS * ROWS * 256 * 256; i++) {
            uint32_t rgba = test_picture_pixel(&picture, i % (COLUMNS * 256), i / (COLUMNS * 256));
            if ((rgba >> 8 | rgba << 24) != expected[i])
                fail_msg("zoom %u: pixel %u, %u differs", zoom, i % (COLUMNS * 256),
                         i / (COLUMNS * 256));
        }
        test_picture_clear(&picture);
        nrw_scene_clear(&scene);
    }
}

/* Tiles of 512 pixels show the cells of the zoom above. */
static void a_large_tile_is_four_small_ones_of_the_next_zoom(void **state)
{
    nrw_scene scene;
    GError *error = NULL;
    tile_list list = {g_ptr_array_new_with_free_func(unref_png),
                      g_array_new(FALSE, FALSE, sizeof(ik_tile))};
    test_picture tile, whole;
    nrw_scene_init(&scene, *state, 10, 1);
    ik_raster_task task = {.cells = 2, .metatile = 8, .jobs = 2, .deliver = collect, .data = &list};
    ik_tile_range(&RUHR, 9, &task.first, &task.last);
    assert_true(ik_raster_render_tiles(scene.raster, &task, &error));
    ik_assert_no_error(error);
    const ik_picture_frame frame = {(gint64)task.first.x * 512,
                                    (gint64)task.first.y * 512,
                                    (task.last.x - task.first.x + 1) * 512,
                                    (task.last.y - task.first.y + 1) * 512,
                                    NULL,
                                    IK_TILE_IMAGE_PNG,
                                    0};
    g_autoptr(GBytes) png = ik_raster_render_picture(scene.raster, &frame, &error);
    ik_assert_no_error(error);
    test_picture_init(&whole, png);
    assert_true(list.tiles->len > 1);
    for (guint i = 0; i < list.tiles->len; i++) {
        ik_tile at = g_array_index(list.tiles, ik_tile, i);
        assert_int_equal(at.zoom, 9);
        test_picture_init(&tile, g_ptr_array_index(list.pngs, i));
        assert_int_equal(tile.width, 512);
        assert_in_picture(&tile, &whole, (at.x - task.first.x) * 512, (at.y - task.first.y) * 512);
        test_picture_clear(&tile);
    }
    test_picture_clear(&whole);
    clear(&list);
    nrw_scene_clear(&scene);
}

static void tiles_pass_pngcheck(void **state)
{
    g_autofree char *program = g_find_program_in_path("pngcheck");
    nrw_scene scene;
    tile_list list;
    if (program == NULL) {
        print_message("skipped: no pngcheck\n");
        skip();
    }
    char *folder = ik_test_folder_new();
    nrw_scene_init(&scene, *state, 9, 1);
    render(&list, scene.raster, 9, 1, 1);
    g_autoptr(GPtrArray) command = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(command, g_strdup(program));
    g_ptr_array_add(command, g_strdup("-q"));
    for (guint i = 0; i < list.pngs->len; i++) {
        gsize size = 0;
        const void *bytes = g_bytes_get_data(g_ptr_array_index(list.pngs, i), &size);
        g_autofree char *name = g_strdup_printf("%u.png", i);
        g_ptr_array_add(command, ik_test_file_write(folder, name, bytes, (gssize)size));
    }
    g_ptr_array_add(command, NULL);
    int status = -1;
    assert_true(g_spawn_sync(NULL, (char **)command->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                             NULL, &status, NULL));
    assert_int_equal(status, 0);
    clear(&list);
    nrw_scene_clear(&scene);
    ik_test_folder_remove(folder);
}

static nrw_map the_map;

static int set_up(void **state)
{
    nrw_map_init(&the_map);
    *state = &the_map;
    return 0;
}

static int tear_down(void **state)
{
    nrw_map_clear(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tiles_of_every_style_are_one_picture_whatever_the_way),
        cmocka_unit_test(with_one_palette_all_tiles_have_it_whatever_the_threads),
        cmocka_unit_test(a_marker_alone_on_a_tile_is_there_wherever_in_a_pixel_it_lies),
        cmocka_unit_test(tiles_come_in_the_order_of_their_ids),
        cmocka_unit_test(nothing_changes_where_a_map_is_cut),
        cmocka_unit_test(a_large_tile_is_four_small_ones_of_the_next_zoom),
        cmocka_unit_test(tiles_pass_pngcheck),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
