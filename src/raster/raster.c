/* raster.c — what is drawn once for a scene: labels and markers.   [raster] */
#include "raster.h"

#include "circle_pixmap.h"
#include "label_pixmap.h"
#include "raster_stock.h"

#include <math.h>

#define TILE_SIDE_PX 256 /* CSS pixels */
#define PHASES       ((guint)(IK_CIRCLE_PHASES * IK_CIRCLE_PHASES))

ik_tile_box ik_cell_box(guint32 x, guint32 y, guint32 columns, guint32 rows)
{
    int32_t left = (int32_t)x * IK_TILE_EXTENT, top = (int32_t)y * IK_TILE_EXTENT;
    return (ik_tile_box){left, top, left + (int32_t)columns * IK_TILE_EXTENT,
                         top + (int32_t)rows * IK_TILE_EXTENT};
}

static bool boxes_alike(const ik_text_extent *a, const ik_text_extent *b)
{
    return a->left == b->left && a->top == b->top && a->right == b->right && a->bottom == b->bottom;
}

static bool paints_alike(const ik_paint *a, const ik_paint *b)
{
    return a->r == b->r && a->g == b->g && a->b == b->b && a->a == b->a;
}

/* Whether two icons have the same pixels; of texts hardly two have. */
static bool icons_alike(const ik_label *a, const ik_label *b)
{
    return a->icon != NULL && a->icon == b->icon && a->icon_scale == b->icon_scale &&
           a->angle == b->angle && a->halo_px == b->halo_px && a->halo_blur_px == b->halo_blur_px &&
           boxes_alike(&a->icon_box, &b->icon_box) && paints_alike(&a->paint, &b->paint) &&
           paints_alike(&a->halo_paint, &b->halo_paint);
}

static bool draw_labels(ik_raster *raster, ik_text_engine *shared, GError **error)
{
    const ik_label *labels = ik_scene_labels(raster->stock.scene, &raster->n_labels);
    g_autoptr(ik_text_engine) own = shared == NULL ? ik_text_engine_new() : NULL;
    ik_text_engine *engine = shared != NULL ? shared : own;
    raster->labels = g_new0(ik_pixmap, raster->n_labels);
    for (guint i = 0; i < raster->n_labels; i++) {
        ik_pixmap *pixmap = &raster->labels[i];
        if (i > 0 && icons_alike(&labels[i], &labels[i - 1])) {
            *pixmap = raster->labels[i - 1];
            pixmap->pixels =
                g_memdup2(pixmap->pixels,
                          (gsize)pixmap->width * (gsize)pixmap->height * sizeof *pixmap->pixels);
        } else if (!ik_label_pixmap_draw(engine, &labels[i], raster->stock.pixel_ratio, pixmap,
                                         error)) {
            return false;
        }
    }
    return true;
}

/* Which pixmaps of all styles and quarters any circle needs: where every circle has a style of its
 * own they are a sixteenth. The caller's.
 */
static bool *find_needed(const ik_raster *raster)
{
    guint n = 0;
    const ik_circle *circles = ik_scene_circles(raster->stock.scene, &n);
    const double quarters = raster->stock.pixel_ratio * IK_CIRCLE_PHASES / IK_UNITS_PER_PIXEL;
    bool *needed = g_new0(bool, raster->n_circles + 1);
    for (guint i = 0; i < n; i++) {
        int x = (int)((gint64)floor(circles[i].centre.x * quarters + 0.5) & (IK_CIRCLE_PHASES - 1));
        int y = (int)((gint64)floor(circles[i].centre.y * quarters + 0.5) & (IK_CIRCLE_PHASES - 1));
        needed[circles[i].style * PHASES + (guint)(y * IK_CIRCLE_PHASES + x)] = true;
    }
    return needed;
}

static bool draw_circles(ik_raster *raster, GError **error)
{
    guint n = 0;
    const ik_circle_style *styles = ik_scene_circle_styles(raster->stock.scene, &n);
    raster->n_circles = n * PHASES;
    raster->circles = g_new0(ik_pixmap, raster->n_circles);
    g_autofree bool *needed = find_needed(raster);
    for (guint i = 0; i < raster->n_circles; i++) {
        int phase = (int)(i % PHASES);
        if (!needed[i])
            continue;
        if (!ik_circle_pixmap_draw(&styles[i / PHASES], raster->stock.pixel_ratio,
                                   phase % IK_CIRCLE_PHASES, phase / IK_CIRCLE_PHASES,
                                   &raster->circles[i], error))
            return false;
        if (styles[i / PHASES].blur <= 0)
            ik_pixmap_reduce(&raster->circles[i], styles[i / PHASES].paint,
                             styles[i / PHASES].ring_paint);
    }
    return true;
}

ik_raster *ik_raster_new(const ik_scene *scene, ik_text_engine *engine, double pixel_ratio,
                         GError **error)
{
    g_autoptr(ik_raster) raster = g_new0(ik_raster, 1);
    double side = TILE_SIDE_PX * pixel_ratio;
    g_assert(pixel_ratio >= 1 && pixel_ratio <= 3 && side == floor(side));
    raster->stock.scene = scene;
    raster->stock.pixel_ratio = pixel_ratio;
    raster->cell_px = (int)side;
    if (!draw_labels(raster, engine, error) || !draw_circles(raster, error))
        return NULL;
    raster->stock.labels = raster->labels;
    raster->stock.circles = raster->circles;
    return g_steal_pointer(&raster);
}

void ik_raster_free(ik_raster *raster)
{
    if (raster == NULL)
        return;
    for (guint i = 0; raster->labels != NULL && i < raster->n_labels; i++)
        ik_pixmap_clear(&raster->labels[i]);
    for (guint i = 0; raster->circles != NULL && i < raster->n_circles; i++)
        ik_pixmap_clear(&raster->circles[i]);
    g_free(raster->labels);
    g_free(raster->circles);
    g_free(raster);
}
