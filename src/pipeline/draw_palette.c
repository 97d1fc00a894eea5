/* draw_palette.c — the palette that all tiles of a style share.   [pipeline] */
#include "draw_palette.h"

#include "mercator.h"

bool ik_draw_palette(const ik_build_run *run, ik_easel_map *map, guint index,
                     ik_style_palette *palette, GError **error)
{
    const ik_site_tileset *tileset = &run->tilesets[index];
    g_autoptr(ik_color_census) census = ik_color_census_new();
    ik_raster_task task = {.cells = tileset->tile_size / 256};
    for (guint zoom = tileset->min_zoom; zoom <= tileset->max_zoom; zoom++) {
        ik_easel easel;
        if (!ik_easel_init(&easel, map, zoom + task.cells - 1, 1, error))
            return false;
        ik_tile_range(&run->box, zoom, &task.first, &task.last);
        bool is_fine = ik_raster_count_colors(easel.raster, &task, census, error);
        ik_easel_clear(&easel);
        if (!is_fine)
            return false;
    }
    ik_style_palette_init(palette, census);
    return true;
}
