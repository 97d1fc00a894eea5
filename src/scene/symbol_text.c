/* symbol_text.c — the text of a symbol and where it may stand.   [scene] */
#include "symbol_text.h"

#include "letter_case.h"
#include "paint.h"
#include "symbol_anchor.h"

#include <math.h>
#include <string.h>

#define DEFAULT_FONT "Noto Sans Regular"
#define MAX_EMS      100.0
#define MAX_FONTS    8u
#define HALO_SHARE   0.25 /* of the size: what a glyph's distance field has room for */
#define LEAST_WIDTH  1e-3 /* ems: a line for every word */

typedef struct {
    const ik_symbol_maker *maker;
    ik_evaluation *evaluation;
    ik_symbol *symbol;
} making;

static double number(const making *m, ik_property property)
{
    return ik_style_number(m->maker->layer, property, m->evaluation);
}

static guint choice(const making *m, ik_property property)
{
    return ik_style_choice(m->maker->layer, property, m->evaluation);
}

static double ems(const making *m, ik_property property)
{
    return CLAMP(number(m, property), -MAX_EMS, MAX_EMS);
}

/* ---- what is written ---- */

static const char *in_case(const making *m, const char *text)
{
    switch (choice(m, IK_TEXT_TRANSFORM)) {
    case IK_TRANSFORM_UPPERCASE: return ik_text_upper(text, m->evaluation->arena);
    case IK_TRANSFORM_LOWERCASE: return ik_text_lower(text, m->evaluation->arena);
    default: return text;
    }
}

static const char *layer_fonts(const making *m)
{
    const char *fonts[MAX_FONTS + 1] = {NULL};
    guint n = ik_style_strings(m->maker->layer, IK_TEXT_FONT, m->evaluation, fonts, MAX_FONTS);
    if (n == 0)
        return DEFAULT_FONT;
    char **names = ik_arena_alloc(m->evaluation->arena, MIN(n, MAX_FONTS) + 1, sizeof *names);
    for (guint i = 0; i < MIN(n, MAX_FONTS); i++)
        names[i] = ik_arena_copy(m->evaluation->arena, fonts[i]);
    g_autofree char *joined = g_strjoinv(",", names);
    return ik_arena_copy(m->evaluation->arena, joined);
}

static double height_of(ik_vertical_align align)
{
    return align == IK_VERTICAL_TOP ? 0 : align == IK_VERTICAL_CENTER ? 0.5 : 1;
}

/* False for a section that shows nothing: an image that is not there. */
static bool make_section(const making *m, const ik_text_section *section, ik_text_part *made)
{
    *made = (ik_text_part){.text = "",
                           .font = section->fonts,
                           .scale = CLAMP(section->scale, 0, MAX_EMS),
                           .align = height_of(section->vertical_align)};
    if (section->image != NULL) {
        made->image = m->maker->find_image(m->maker->images, section->image);
        return made->image != NULL && made->scale > 0;
    }
    made->text = in_case(m, section->text);
    return made->text[0] != '\0' && made->scale > 0;
}

static void make_sections(const making *m, const ik_text_section *sections, guint n)
{
    ik_symbol *symbol = m->symbol;
    double opacity = number(m, IK_TEXT_OPACITY);
    ik_text_part *made = ik_arena_alloc(m->evaluation->arena, n, sizeof *made);
    ik_paint *paints = ik_arena_alloc(m->evaluation->arena, n, sizeof *paints);
    g_autoptr(GString) name = g_string_new(NULL);
    bool has_paints = false;
    guint kept = 0;
    for (guint i = 0; i < n; i++) {
        if (!make_section(m, &sections[i], &made[kept]))
            continue;
        paints[kept] = sections[i].has_color ? ik_paint_from_color(sections[i].color, opacity)
                                             : symbol->text_part.paint;
        has_paints = has_paints || sections[i].has_color;
        g_string_append(name, made[kept++].text);
    }
    symbol->text.sections = made;
    symbol->text.n_sections = kept;
    symbol->section_paints = has_paints ? paints : NULL;
    symbol->name = ik_arena_copy(m->evaluation->arena, name->str);
}

static void make_form(const making *m)
{
    ik_symbol *symbol = m->symbol;
    ik_label_text *text = &symbol->text;
    text->font = layer_fonts(m);
    text->size_px = MIN(number(m, IK_TEXT_SIZE), IK_MAX_LENGTH_PX);
    text->letter_spacing = ems(m, IK_TEXT_LETTER_SPACING);
    text->line_height = CLAMP(number(m, IK_TEXT_LINE_HEIGHT), 0, MAX_EMS);
    text->max_width = 0;
    if (symbol->placement == IK_PLACEMENT_POINT)
        text->max_width = CLAMP(number(m, IK_TEXT_MAX_WIDTH), LEAST_WIDTH, MAX_EMS);
}

/* ---- where it may stand ---- */

static void add_stand(const making *m, guint anchor, const double offset[2])
{
    ik_symbol *symbol = m->symbol;
    guint justify = symbol->text_part.follows_line ? IK_JUSTIFY_CENTER : choice(m, IK_TEXT_JUSTIFY);
    static const double JUSTIFY[] = {
        [IK_JUSTIFY_LEFT] = 0, [IK_JUSTIFY_CENTER] = 0.5, [IK_JUSTIFY_RIGHT] = 1};
    if (symbol->n_stands == IK_MAX_ANCHORS)
        return;
    ik_symbol_stand *stand = &symbol->stands[symbol->n_stands++];
    stand->anchor = anchor;
    stand->justify = justify == IK_JUSTIFY_AUTO ? ik_anchor_justify(anchor) : JUSTIFY[justify];
    for (int i = 0; i < 2; i++)
        stand->offset[i] = CLAMP(offset[i], -MAX_EMS, MAX_EMS);
}

static void read_offset(const making *m, double offset[2])
{
    ik_style_numbers(m->maker->layer, IK_TEXT_OFFSET, m->evaluation, offset, 2);
}

static void add_own_stands(const making *m, const ik_anchor_offset *offsets, guint n)
{
    for (guint i = 0; i < n; i++) {
        const double own[2] = {offsets[i].x, offsets[i].y};
        double offset[2];
        ik_anchor_own_offset(offsets[i].anchor, own, offset);
        add_stand(m, offsets[i].anchor, offset);
    }
}

static void add_variable_stands(const making *m, const guint *anchors, guint n)
{
    bool is_radial = ik_style_is_set(m->maker->layer, IK_TEXT_RADIAL_OFFSET);
    double distance[2] = {0, 0};
    read_offset(m, distance);
    for (guint i = 0; i < n; i++) {
        double offset[2];
        if (is_radial)
            ik_anchor_radial_offset(anchors[i], number(m, IK_TEXT_RADIAL_OFFSET), offset);
        else
            ik_anchor_distance_offset(anchors[i], distance, offset);
        add_stand(m, anchors[i], offset);
    }
}

static void add_fixed_stand(const making *m)
{
    guint anchor = choice(m, IK_TEXT_ANCHOR);
    double offset[2] = {0, 0}, radius = number(m, IK_TEXT_RADIAL_OFFSET);
    if (radius != 0)
        ik_anchor_radial_offset(anchor, radius, offset);
    else
        read_offset(m, offset);
    add_stand(m, anchor, offset);
}

static void make_stands(const making *m)
{
    const ik_style_layer *layer = m->maker->layer;
    const ik_anchor_offset *offsets = NULL;
    guint anchors[IK_MAX_ANCHORS];
    m->symbol->n_stands = 0;
    m->symbol->is_variable = !m->symbol->text_part.follows_line;
    guint n =
        ik_style_anchor_offsets(layer, IK_TEXT_VARIABLE_ANCHOR_OFFSET, m->evaluation, &offsets);
    if (m->symbol->is_variable && n > 0) {
        add_own_stands(m, offsets, n);
        return;
    }
    n = ik_style_choices(layer, IK_TEXT_VARIABLE_ANCHOR, m->evaluation, anchors, IK_MAX_ANCHORS);
    if (m->symbol->is_variable && n > 0) {
        add_variable_stands(m, anchors, MIN(n, IK_MAX_ANCHORS));
        return;
    }
    m->symbol->is_variable = false;
    add_fixed_stand(m);
}

/* ---- how it is placed and painted ---- */

static bool follows_line(const making *m)
{
    guint alignment = choice(m, IK_TEXT_ROTATION_ALIGNMENT);
    return m->symbol->placement != IK_PLACEMENT_POINT && alignment != IK_ALIGNMENT_VIEWPORT &&
           alignment != IK_ALIGNMENT_VIEWPORT_GLYPH;
}

static guint overlap_of(const making *m)
{
    guint overlap = choice(m, IK_TEXT_OVERLAP);
    if (overlap != IK_NO_CHOICE)
        return overlap;
    return ik_style_bool(m->maker->layer, IK_TEXT_ALLOW_OVERLAP, m->evaluation) ? IK_OVERLAP_ALWAYS
                                                                                : IK_OVERLAP_NEVER;
}

static double room_of(const making *m)
{
    ik_evaluation later = *m->evaluation;
    later.zoom = m->maker->room_zoom;
    double then = MIN(ik_style_number(m->maker->layer, IK_TEXT_SIZE, &later), IK_MAX_LENGTH_PX);
    return then > 0 ? then / m->symbol->text.size_px : 1;
}

static void make_part(const making *m)
{
    const ik_style_layer *layer = m->maker->layer;
    ik_symbol_part *part = &m->symbol->text_part;
    double opacity = number(m, IK_TEXT_OPACITY), size = m->symbol->text.size_px;
    double padding = MIN(number(m, IK_TEXT_PADDING), IK_MAX_LENGTH_PX);
    part->room = room_of(m);
    part->overlap = overlap_of(m);
    part->is_ghost = ik_style_bool(layer, IK_TEXT_IGNORE_PLACEMENT, m->evaluation);
    part->is_optional = ik_style_bool(layer, IK_TEXT_OPTIONAL, m->evaluation);
    part->is_upright = ik_style_bool(layer, IK_TEXT_KEEP_UPRIGHT, m->evaluation);
    part->angle = remainder(number(m, IK_TEXT_ROTATE), 360) * G_PI / 180;
    ik_style_numbers(layer, IK_TEXT_TRANSLATE, m->evaluation, part->translate_px, 2);
    for (int i = 0; i < 4; i++)
        part->padding_px[i] = padding;
    part->paint = ik_paint_from_color(ik_style_color(layer, IK_TEXT_COLOR, m->evaluation), opacity);
    part->halo_paint =
        ik_paint_from_color(ik_style_color(layer, IK_TEXT_HALO_COLOR, m->evaluation), opacity);
    part->halo_px = MIN(number(m, IK_TEXT_HALO_WIDTH), size * HALO_SHARE);
    part->halo_blur_px = MIN(number(m, IK_TEXT_HALO_BLUR), size * HALO_SHARE);
}

bool ik_symbol_make_text(const ik_symbol_maker *maker, ik_evaluation *evaluation, ik_symbol *symbol,
                         GError **error)
{
    const making m = {maker, evaluation, symbol};
    const ik_text_section *sections = NULL;
    guint n = ik_style_sections(maker->layer, IK_TEXT_FIELD, evaluation, &sections);
    symbol->has_text = false;
    symbol->text_part.follows_line = follows_line(&m);
    make_form(&m);
    if (n == 0 || symbol->text.size_px <= 0)
        return true;
    make_part(&m);
    make_sections(&m, sections, n);
    if (symbol->text.n_sections == 0)
        return true;
    make_stands(&m);
    symbol->text.justify = symbol->stands[0].justify;
    g_array_set_size(symbol->clusters, 0);
    if (!maker->metrics->shape(maker->metrics->data, &symbol->text, &symbol->shape,
                               symbol->text_part.follows_line ? symbol->clusters : NULL, error))
        return false;
    symbol->has_text = symbol->shape.width_px > 0;
    return true;
}
