/* label_maker.c — a placed symbol as the labels that are drawn.   [scene] */
#include "label_maker.h"

#include <math.h>
#include <string.h>

/* Smooth edges; half a pixel each by which the origin and the baseline are moved to whole ones. */
#define EDGE_PX 1.25

static gpointer copied(ik_arena *arena, gconstpointer from, gsize n, gsize size)
{
    gpointer copy = ik_arena_alloc(arena, n, size);
    if (n > 0)
        memcpy(copy, from, n * size);
    return copy;
}

void ik_symbol_keep(ik_symbol *symbol, ik_arena *arena)
{
    ik_label_text *text = &symbol->text;
    if (!symbol->has_text)
        return;
    ik_text_part *parts = copied(arena, text->sections, text->n_sections, sizeof *parts);
    for (guint i = 0; i < text->n_sections; i++) {
        parts[i].text = ik_arena_copy(arena, parts[i].text);
        if (parts[i].font != NULL)
            parts[i].font = ik_arena_copy(arena, parts[i].font);
    }
    text->sections = parts;
    text->font = ik_arena_copy(arena, text->font);
    symbol->name = ik_arena_copy(arena, symbol->name);
    if (symbol->section_paints != NULL)
        symbol->section_paints =
            copied(arena, symbol->section_paints, text->n_sections, sizeof(ik_paint));
}

static void add_box(ik_tile_box *sum, const ik_tile_box *box)
{
    sum->min_x = MIN(sum->min_x, box->min_x);
    sum->min_y = MIN(sum->min_y, box->min_y);
    sum->max_x = MAX(sum->max_x, box->max_x);
    sum->max_y = MAX(sum->max_y, box->max_y);
}

static const ik_tile_box NOTHING = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32};

static ik_tile_box box_of(const GArray *shapes)
{
    ik_tile_box sum = NOTHING;
    for (guint i = 0; i < shapes->len; i++)
        add_box(&sum, &g_array_index(shapes, ik_collision_shape, i).box);
    return sum;
}

static ik_text_extent grown(ik_text_extent box, double by)
{
    return (ik_text_extent){box.left - by, box.top - by, box.right + by, box.bottom + by};
}

static double edge_of(const ik_symbol_part *part)
{
    return part->halo_px + part->halo_blur_px + EDGE_PX;
}

static ik_label start(const ik_symbol_part *part, const ik_symbol_site *site)
{
    return (ik_label){.paint = part->paint,
                      .halo_paint = part->halo_paint,
                      .halo_px = part->halo_px,
                      .halo_blur_px = part->halo_blur_px,
                      .origin = ik_moved_point(site->point, part->translate_px)};
}

/* What a text as it was measured inks, around its middle. Lines justified another way may ink more
 * at their ends.
 */
static ik_text_extent ink_of(const ik_symbol *symbol, const ik_symbol_stand *stand)
{
    ik_text_extent ink = symbol->shape.ink;
    if (symbol->shape.n_lines > 1 && stand->justify != symbol->text.justify) {
        double half = symbol->shape.width_px / 2 + symbol->text.size_px / 2;
        ink.left = MIN(ink.left, -half);
        ink.right = MAX(ink.right, half);
    }
    return grown(ink, edge_of(&symbol->text_part));
}

static ik_tile_box reach_along_line(const ik_symbol *symbol, const ik_label *label)
{
    ik_tile_box reach = NOTHING;
    for (guint i = 0; i < label->n_places; i++) {
        const ik_cluster_place *place = &label->places[i];
        const double by[2] = {place->x_px, place->y_px};
        ik_text_extent ink = grown(g_array_index(symbol->clusters, ik_text_cluster, i).ink,
                                   edge_of(&symbol->text_part));
        ik_tile_box box = ik_turned_box(ik_moved_point(label->origin, by), &ink, place->angle);
        add_box(&reach, &box);
    }
    return reach;
}

ik_label ik_label_of_text(const ik_symbol *symbol, const ik_symbol_site *site,
                          const ik_symbol_placing *placing, ik_arena *arena)
{
    ik_label label = start(&symbol->text_part, site);
    const ik_symbol_stand *stand = &symbol->stands[placing->stand];
    label.name = symbol->name;
    label.text = symbol->text;
    label.text.justify = stand->justify;
    label.section_paints = symbol->section_paints;
    label.box = box_of(placing->text_shapes);
    if (placing->places->len > 0) {
        label.n_places = placing->places->len;
        label.places = copied(arena, placing->places->data, label.n_places, sizeof *label.places);
        label.reach = reach_along_line(symbol, &label);
        return label;
    }
    ik_text_extent ink = ink_of(symbol, stand);
    for (int i = 0; i < 2; i++)
        label.offset_px[i] = placing->text_px[i];
    ink = (ik_text_extent){ink.left + label.offset_px[0], ink.top + label.offset_px[1],
                           ink.right + label.offset_px[0], ink.bottom + label.offset_px[1]};
    label.angle = placing->text_angle;
    label.reach = ik_turned_box(label.origin, &ink, label.angle);
    return label;
}

ik_label ik_label_of_icon(const ik_symbol *symbol, const ik_symbol_site *site,
                          const ik_symbol_placing *placing)
{
    ik_label label = start(&symbol->icon_part, site);
    double edge = symbol->icon->is_sdf ? edge_of(&symbol->icon_part) : EDGE_PX;
    label.name = symbol->icon->name;
    label.icon = symbol->icon;
    label.icon_scale = symbol->icon_size;
    label.angle = placing->icon_angle;
    label.icon_box = (ik_text_extent){symbol->icon_box.left + placing->icon_shift_px[0],
                                      symbol->icon_box.top + placing->icon_shift_px[1],
                                      symbol->icon_box.right + placing->icon_shift_px[0],
                                      symbol->icon_box.bottom + placing->icon_shift_px[1]};
    ik_text_extent ink = grown(label.icon_box, edge);
    label.reach = ik_turned_box(label.origin, &ink, label.angle);
    label.box = box_of(placing->icon_shapes);
    return label;
}
