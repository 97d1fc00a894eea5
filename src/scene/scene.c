/* scene.c — what to draw at one zoom level.   [scene] */
#include "scene.h"

#include "scene_list.h"

#include <math.h>

void ik_scene_free(ik_scene *scene)
{
    if (scene == NULL)
        return;
    ik_arena_free(scene->arena);
    g_array_unref(scene->items);
    g_array_unref(scene->circles);
    g_array_unref(scene->circle_styles);
    g_array_unref(scene->heats);
    g_array_unref(scene->pictures);
    g_array_unref(scene->labels);
    g_hash_table_unref(scene->patterns);
    g_ptr_array_unref(scene->missing_images);
    g_ptr_array_unref(scene->own_sets);
    ik_packed_rtree_free(scene->circle_index);
    ik_packed_rtree_free(scene->heat_index);
    ik_packed_rtree_free(scene->label_index);
    g_free(scene);
}

double ik_scene_zoom(const ik_scene *scene)
{
    return scene->zoom;
}

double ik_scene_style_zoom(const ik_scene *scene)
{
    return scene->zoom - IK_GRID_ZOOM_AHEAD;
}

guint ik_scene_n_missing_images(const ik_scene *scene)
{
    return scene->missing_images->len;
}

const char *ik_scene_missing_image(const ik_scene *scene, guint index)
{
    return g_ptr_array_index(scene->missing_images, index);
}

guint ik_scene_n_backgrounds(const ik_scene *scene)
{
    guint n = 0;
    for (guint i = 0; i < scene->items->len; i++)
        n += g_array_index(scene->items, ik_scene_item, i).kind == IK_DRAW_COVER;
    return n;
}

ik_scene_origin ik_scene_get_origin(const ik_scene *scene)
{
    return scene->origin;
}

const ik_circle *ik_scene_circles(const ik_scene *scene, guint *n)
{
    *n = scene->circles->len;
    return (const ik_circle *)(gpointer)scene->circles->data;
}

const ik_circle_style *ik_scene_circle_styles(const ik_scene *scene, guint *n)
{
    *n = scene->circle_styles->len;
    return (const ik_circle_style *)(gpointer)scene->circle_styles->data;
}

const ik_heat *ik_scene_heats(const ik_scene *scene, guint *n)
{
    *n = scene->heats->len;
    return (const ik_heat *)(gpointer)scene->heats->data;
}

const ik_picture *ik_scene_pictures(const ik_scene *scene, guint *n)
{
    *n = scene->pictures->len;
    return (const ik_picture *)(gpointer)scene->pictures->data;
}

const ik_label *ik_scene_labels(const ik_scene *scene, guint *n)
{
    *n = scene->labels->len;
    return (const ik_label *)(gpointer)scene->labels->data;
}

ik_label_count ik_scene_label_count(const ik_scene *scene)
{
    return scene->label_count;
}

ik_tile_box ik_heat_box(const ik_heat *heat)
{
    int32_t reach = (int32_t)ceil(heat->reach_px * IK_UNITS_PER_PIXEL);
    return (ik_tile_box){heat->centre.x - reach, heat->centre.y - reach, heat->centre.x + reach,
                         heat->centre.y + reach};
}

ik_tile_box ik_circle_box(const ik_scene *scene, const ik_circle *circle)
{
    const ik_circle_style *style =
        &g_array_index(scene->circle_styles, ik_circle_style, circle->style);
    int32_t reach = (int32_t)ceil((style->radius_px + style->ring_px) * IK_UNITS_PER_PIXEL);
    return (ik_tile_box){circle->centre.x - reach, circle->centre.y - reach,
                         circle->centre.x + reach, circle->centre.y + reach};
}
