/* draw_regions.c — a picture of each region, as portals and messengers show beside a link.   [pipeline] */
#include "draw_regions.h"

#include <math.h>

#include "easel.h"
#include "files.h"
#include "mercator.h"
#include "topology.h"

/* Room beside the region, as a part of the picture's width or height, whichever it fills. */
#define MARGIN      0.06
/* Drawn as for a screen of twice the density: lines and names stay readable where a messenger shows the picture small. */
#define PIXEL_RATIO 2

typedef struct {
    ik_mercator low, high;
} mercator_box;

static mercator_box box_of(const ik_map_source *source, guint32 region)
{
    const ik_topology *regions = ik_division_faces(source->division, IK_LEVEL_REGION);
    const ik_lonlat_box box = ik_topology_face_box(regions, region);
    return (mercator_box){ik_mercator_from_lonlat((ik_lonlat){box.west, box.south}),
                          ik_mercator_from_lonlat((ik_lonlat){box.east, box.north})};
}

/* The box with room around, made as wide or as high as the picture. */
static ik_lonlat_box in_shape(const mercator_box *box)
{
    const double shape = (double)IK_SITE_CARD_WIDTH / IK_SITE_CARD_HEIGHT;
    const double room = 1 - 2 * MARGIN;
    const double width = (box->high.x - box->low.x) / room,
                 height = (box->high.y - box->low.y) / room;
    const double half_height = fmax(height, width / shape) / 2, half_width = half_height * shape;
    const double x = (box->low.x + box->high.x) / 2, y = (box->low.y + box->high.y) / 2;
    const ik_lonlat low = ik_lonlat_from_mercator((ik_mercator){x - half_width, y - half_height});
    const ik_lonlat high = ik_lonlat_from_mercator((ik_mercator){x + half_width, y + half_height});
    return (ik_lonlat_box){low.lon, low.lat, high.lon, high.lat};
}

static bool draw_region(ik_build_run *run, ik_easel_map *map, guint32 region, GError **error)
{
    const mercator_box box = box_of(map->source, region);
    const ik_picture_request request = {.box = in_shape(&box),
                                        .width_px = IK_SITE_CARD_WIDTH / PIXEL_RATIO,
                                        .pixel_ratio = PIXEL_RATIO,
                                        .language = run->workspace->settings->languages[0]};
    g_autofree char *name = g_strdup_printf("images/og/%s.png", run->territory->regions[region].id);
    g_autoptr(GBytes) png = ik_easel_picture(map, &request, NULL, error);
    gsize size;
    const void *bytes = png ? g_bytes_get_data(png, &size) : NULL;
    return png && ik_write_file(run->folder, name, bytes, size, error);
}

bool ik_draw_regions(ik_build_run *run, GError **error)
{
    g_autoptr(ik_map_source) source = ik_map_source_new(run->territory, run->records);
    g_autoptr(ik_style) style =
        ik_easel_load_style(run->workspace->settings->styles[0], run->workspace->folder, error);
    g_auto(ik_easel_map) map = ik_easel_map_new(source, style);
    for (guint32 i = 0; style && i < run->territory->n_regions; i++)
        if (!draw_region(run, &map, i, error))
            return false;
    return style != NULL;
}
