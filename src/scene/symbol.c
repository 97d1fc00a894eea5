/* symbol.c — what a symbol layer wants of one feature: its text, its icon, and how they are placed.   [scene] */
#include "symbol.h"

#include "icon_box.h"
#include "paint.h"
#include "symbol_anchor.h"
#include "symbol_text.h"

#include <math.h>

#define MAX_ICON_SIZE 64.0

typedef struct {
    const ik_symbol_maker *maker;
    ik_evaluation *evaluation;
    ik_symbol *symbol;
} making;

void ik_symbol_init(ik_symbol *symbol)
{
    *symbol = (ik_symbol){.clusters = g_array_new(FALSE, FALSE, sizeof(ik_text_cluster))};
}

void ik_symbol_clear(ik_symbol *symbol)
{
    if (symbol->clusters != NULL)
        g_array_unref(symbol->clusters);
    *symbol = (ik_symbol){0};
}

static double number(const making *m, ik_property property)
{
    return ik_style_number(m->maker->layer, property, m->evaluation);
}

static double length_px(const making *m, ik_property property)
{
    return CLAMP(number(m, property), -IK_MAX_LENGTH_PX, IK_MAX_LENGTH_PX);
}

static void read_lengths(const making *m, ik_property property, double *lengths, guint n)
{
    ik_style_numbers(m->maker->layer, property, m->evaluation, lengths, n);
    for (guint i = 0; i < n; i++)
        lengths[i] = CLAMP(lengths[i], -IK_MAX_LENGTH_PX, IK_MAX_LENGTH_PX);
}

/* ---- the icon ---- */

static double size_at(const making *m, double zoom)
{
    ik_evaluation then = *m->evaluation;
    then.zoom = zoom;
    return MIN(ik_style_number(m->maker->layer, IK_ICON_SIZE, &then), MAX_ICON_SIZE);
}

static guint overlap_of(const making *m)
{
    guint overlap = ik_style_choice(m->maker->layer, IK_ICON_OVERLAP, m->evaluation);
    if (overlap != IK_NO_CHOICE)
        return overlap;
    return ik_style_bool(m->maker->layer, IK_ICON_ALLOW_OVERLAP, m->evaluation) ? IK_OVERLAP_ALWAYS
                                                                                : IK_OVERLAP_NEVER;
}

static void make_icon_part(const making *m)
{
    const ik_style_layer *layer = m->maker->layer;
    ik_symbol_part *part = &m->symbol->icon_part;
    double opacity = number(m, IK_ICON_OPACITY);
    part->overlap = overlap_of(m);
    part->is_ghost = ik_style_bool(layer, IK_ICON_IGNORE_PLACEMENT, m->evaluation);
    part->is_optional = ik_style_bool(layer, IK_ICON_OPTIONAL, m->evaluation);
    part->is_upright = ik_style_bool(layer, IK_ICON_KEEP_UPRIGHT, m->evaluation);
    part->follows_line =
        m->symbol->placement != IK_PLACEMENT_POINT &&
        ik_style_choice(layer, IK_ICON_ROTATION_ALIGNMENT, m->evaluation) != IK_ALIGNMENT_VIEWPORT;
    part->angle = remainder(number(m, IK_ICON_ROTATE), 360) * G_PI / 180;
    read_lengths(m, IK_ICON_TRANSLATE, part->translate_px, 2);
    ik_style_padding(layer, IK_ICON_PADDING, m->evaluation, part->padding_px);
    for (int i = 0; i < 4; i++)
        part->padding_px[i] = CLAMP(part->padding_px[i], -IK_MAX_LENGTH_PX, IK_MAX_LENGTH_PX);
    part->paint = ik_paint_from_color(ik_style_color(layer, IK_ICON_COLOR, m->evaluation), opacity);
    if (!m->symbol->icon->is_sdf)
        part->paint.a = opacity; /* it has colours of its own */
    part->halo_paint =
        ik_paint_from_color(ik_style_color(layer, IK_ICON_HALO_COLOR, m->evaluation), opacity);
    part->halo_px = length_px(m, IK_ICON_HALO_WIDTH);
    part->halo_blur_px = length_px(m, IK_ICON_HALO_BLUR);
}

ik_text_extent ik_symbol_text_block(const ik_symbol *symbol, double room)
{
    double across = 0.5, down = 0.5, size = symbol->text.size_px * room;
    double width = symbol->shape.width_px * room, height = symbol->shape.height_px * room;
    double x = 0, y = 0;
    if (!symbol->is_variable) {
        ik_anchor_alignment(symbol->stands[0].anchor, &across, &down);
        x = symbol->stands[0].offset[0] * size;
        y = symbol->stands[0].offset[1] * size;
    }
    double left = x - across * width, top = y - down * height;
    return (ik_text_extent){left, top, left + width, top + height};
}

static void make_boxes(const making *m, ik_icon_form *form)
{
    ik_symbol *symbol = m->symbol;
    const ik_sprite_image *icon = symbol->icon;
    double room_size = symbol->icon_size * symbol->icon_part.room;
    ik_icon_form roomy = *form;
    roomy.size = room_size;
    symbol->icon_fits_text = form->fit != IK_FIT_NONE && symbol->has_text;
    if (!symbol->icon_fits_text) {
        symbol->icon_box = ik_icon_box(icon, form);
        symbol->icon_room = ik_icon_box(icon, &roomy);
        return;
    }
    ik_text_extent block = ik_symbol_text_block(symbol, 1);
    ik_text_extent roomy_block = ik_symbol_text_block(symbol, symbol->text_part.room);
    symbol->icon_box = ik_icon_box_around(icon, form, &block);
    symbol->icon_room = ik_icon_box_around(icon, &roomy, &roomy_block);
}

static void make_icon(const making *m)
{
    const ik_style_layer *layer = m->maker->layer;
    ik_symbol *symbol = m->symbol;
    const char *name = ik_style_image(layer, IK_ICON_IMAGE, m->evaluation);
    symbol->icon = name != NULL ? m->maker->find_image(m->maker->images, name) : NULL;
    symbol->icon_fits_text = false;
    if (symbol->icon == NULL)
        return;
    symbol->icon_size = size_at(m, m->evaluation->zoom);
    if (symbol->icon_size <= 0) {
        symbol->icon = NULL;
        return;
    }
    symbol->icon_part.room = size_at(m, m->maker->room_zoom) / symbol->icon_size;
    make_icon_part(m);
    ik_icon_form form = {.anchor = ik_style_choice(layer, IK_ICON_ANCHOR, m->evaluation),
                         .size = symbol->icon_size,
                         .fit = ik_style_choice(layer, IK_ICON_TEXT_FIT, m->evaluation)};
    read_lengths(m, IK_ICON_OFFSET, form.offset_px, 2);
    read_lengths(m, IK_ICON_TEXT_FIT_PADDING, form.fit_padding_px, 4);
    make_boxes(m, &form);
}

/* ---- the whole ---- */

bool ik_symbol_make(const ik_symbol_maker *maker, ik_evaluation *evaluation, ik_symbol *symbol,
                    GError **error)
{
    const making m = {maker, evaluation, symbol};
    symbol->placement = ik_style_choice(maker->layer, IK_SYMBOL_PLACEMENT, evaluation);
    symbol->spacing_px = MAX(number(&m, IK_SYMBOL_SPACING), 1);
    symbol->max_angle = number(&m, IK_TEXT_MAX_ANGLE) * G_PI / 180;
    if (!ik_symbol_make_text(maker, evaluation, symbol, error))
        return false;
    make_icon(&m);
    return true;
}

double ik_symbol_length(const ik_symbol *symbol)
{
    double text = symbol->has_text ? symbol->shape.width_px : 0;
    double icon = symbol->icon != NULL ? symbol->icon_box.right - symbol->icon_box.left : 0;
    return MAX(text, icon);
}
