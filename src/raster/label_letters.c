/* label_letters.c — the letters of a label at their places.   [raster] */
#include "label_letters.h"

#include <pango/pangocairo.h>

/* Goes to where the cluster has its left end at height 0. */
static void go_to_cluster(cairo_t *cairo, const ik_label *label, const ik_layout_cluster *cluster,
                          guint number)
{
    if (label->places != NULL) {
        const ik_cluster_place *place = &label->places[number];
        cairo_translate(cairo, place->x_px, place->y_px);
        cairo_rotate(cairo, place->angle);
        cairo_translate(cairo, -cluster->width / 2, 0);
    } else {
        cairo_rotate(cairo, label->angle);
        cairo_translate(cairo, label->offset_px[0] + cluster->left, label->offset_px[1]);
    }
}

bool ik_label_has_place(const ik_label *label, guint number)
{
    return label->places == NULL || number < label->n_places;
}

static void put_letters(cairo_t *cairo, const ik_label *label, const ik_text_layout *layout,
                        guint section, bool is_shown)
{
    for (guint i = 0; i < layout->clusters->len; i++) {
        const ik_layout_cluster *cluster = &g_array_index(layout->clusters, ik_layout_cluster, i);
        PangoGlyphString string = {.num_glyphs = cluster->n_glyphs, .glyphs = cluster->glyphs};
        if (cluster->font == NULL || !ik_label_has_place(label, i) ||
            (section != IK_ALL_SECTIONS && section != cluster->section))
            continue;
        cairo_save(cairo);
        go_to_cluster(cairo, label, cluster, i);
        cairo_translate(cairo, 0, cluster->baseline);
        cairo_scale(cairo, layout->scale, layout->scale);
        cairo_move_to(cairo, 0, 0);
        if (is_shown)
            pango_cairo_show_glyph_string(cairo, cluster->font, &string);
        else
            pango_cairo_glyph_string_path(cairo, cluster->font, &string);
        cairo_restore(cairo);
    }
}

void ik_label_add_letters(cairo_t *cairo, const ik_label *label, const ik_text_layout *layout,
                          guint section)
{
    put_letters(cairo, label, layout, section, false);
}

void ik_label_show_letters(cairo_t *cairo, const ik_label *label, const ik_text_layout *layout,
                           guint section)
{
    put_letters(cairo, label, layout, section, true);
}
