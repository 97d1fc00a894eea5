/* scene_labels.c — the labels of one symbol layer.   [scene] */
#include "scene_labels.h"

#include "letter_case.h"
#include "paint.h"

#include <math.h>
#include <string.h>

#define DEFAULT_FONT "Noto Sans Regular"
#define MAX_EMS      100.0

/* A feature that wants a label, and its rank among them. */
typedef struct {
    double sort_key;
    const char *key;
    guint index;
} applicant;

static int compare_applicants(gconstpointer a, gconstpointer b)
{
    const applicant *x = a, *y = b;
    if (x->sort_key != y->sort_key)
        return x->sort_key < y->sort_key ? -1 : 1;
    int order = strcmp(x->key, y->key);
    if (order != 0)
        return order;
    return x->index < y->index ? -1 : x->index > y->index;
}

static GArray *list_applicants(const ik_scene *scene, const ik_label_job *job, ik_arena *scratch)
{
    GArray *applicants = g_array_new(FALSE, FALSE, sizeof(applicant));
    for (guint i = 0; i < ik_source_layer_count(job->data, job->source); i++) {
        ik_source_feature feature;
        ik_arena_clear(scratch);
        ik_source_layer_get(job->data, job->source, i, &feature);
        ik_evaluation evaluation = {
            .zoom = ik_scene_style_zoom(scene), .feature = &feature.feature, .arena = scratch};
        if (!ik_style_layer_takes(job->layer, &evaluation))
            continue;
        applicant a = {ik_style_number(job->layer, IK_SYMBOL_SORT_KEY, &evaluation), feature.key,
                       i};
        g_array_append_val(applicants, a);
    }
    g_array_sort(applicants, compare_applicants);
    return applicants;
}

static const char *label_text(const ik_style_layer *layer, ik_evaluation *evaluation)
{
    const char *text = ik_style_text(layer, IK_TEXT_FIELD, evaluation);
    switch (ik_style_choice(layer, IK_TEXT_TRANSFORM, evaluation)) {
    case IK_TRANSFORM_UPPERCASE: return ik_text_upper(text, evaluation->arena);
    case IK_TRANSFORM_LOWERCASE: return ik_text_lower(text, evaluation->arena);
    default: return text;
    }
}

static ik_text_style text_style(const ik_style_layer *layer, ik_evaluation *evaluation)
{
    const char *font = ik_style_first_string(layer, IK_TEXT_FONT, evaluation);
    return (ik_text_style){
        font != NULL ? font : DEFAULT_FONT,
        MIN(ik_style_number(layer, IK_TEXT_SIZE, evaluation), IK_MAX_LENGTH_PX),
        CLAMP(ik_style_number(layer, IK_TEXT_LETTER_SPACING, evaluation), -1, MAX_EMS),
        MIN(ik_style_number(layer, IK_TEXT_MAX_WIDTH, evaluation), MAX_EMS),
        CLAMP(ik_style_number(layer, IK_TEXT_LINE_HEIGHT, evaluation), 0, MAX_EMS)};
}

static void set_anchors(const ik_style_layer *layer, ik_evaluation *evaluation, double size_px,
                        ik_label_wish *wish)
{
    guint n =
        ik_style_choices(layer, IK_TEXT_VARIABLE_ANCHOR, evaluation, wish->anchors, IK_MAX_ANCHORS);
    double offset[2] = {0, 0};
    wish->n_anchors = MIN(n, IK_MAX_ANCHORS);
    wish->radial_px =
        CLAMP(ik_style_number(layer, IK_TEXT_RADIAL_OFFSET, evaluation), -MAX_EMS, MAX_EMS) *
        size_px;
    if (n == 0) {
        wish->anchors[0] = ik_style_choice(layer, IK_TEXT_ANCHOR, evaluation);
        wish->n_anchors = 1;
    }
    if (ik_style_numbers(layer, IK_TEXT_OFFSET, evaluation, offset, 2) == 2)
        for (int i = 0; i < 2; i++)
            wish->offset_px[i] = CLAMP(offset[i], -MAX_EMS, MAX_EMS) * size_px;
}

static bool add_label(ik_scene *scene, const ik_label_job *job, guint index, ik_arena *scratch,
                      GError **error)
{
    const ik_style_layer *layer = job->layer;
    ik_source_feature feature;
    ik_arena_clear(scratch);
    ik_source_layer_get(job->data, job->source, index, &feature);
    ik_evaluation evaluation = {
        .zoom = ik_scene_style_zoom(scene), .feature = &feature.feature, .arena = scratch};
    const char *text = label_text(layer, &evaluation);
    ik_label label = {.text = text, .style = text_style(layer, &evaluation)};
    if (text[0] == '\0' || label.style.size_px <= 0)
        return true;
    scene->label_count.wanted++;

    ik_label_wish wish = {.point = ik_tile_point_from_lonlat(feature.point, scene->zoom)};
    if (!job->metrics->measure(job->metrics->data, text, &label.style, &wish.extent, error))
        return false;
    label.halo_px = MIN(ik_style_number(layer, IK_TEXT_HALO_WIDTH, &evaluation), IK_MAX_LENGTH_PX);
    wish.margin_px =
        label.halo_px + MIN(ik_style_number(layer, IK_TEXT_PADDING, &evaluation), IK_MAX_LENGTH_PX);
    wish.may_overlap = ik_style_bool(layer, IK_TEXT_ALLOW_OVERLAP, &evaluation);
    wish.is_ghost = ik_style_bool(layer, IK_TEXT_IGNORE_PLACEMENT, &evaluation);
    set_anchors(layer, &evaluation, label.style.size_px, &wish);
    if (!ik_label_placer_place(job->placer, &wish, &label.origin, &label.box))
        return true;
    scene->label_count.placed++;

    double opacity = ik_style_number(layer, IK_TEXT_OPACITY, &evaluation);
    label.paint = ik_paint_from_color(ik_style_color(layer, IK_TEXT_COLOR, &evaluation), opacity);
    label.halo_paint =
        ik_paint_from_color(ik_style_color(layer, IK_TEXT_HALO_COLOR, &evaluation), opacity);
    label.text = ik_arena_copy(scene->arena, text);
    label.style.font = ik_arena_copy(scene->arena, label.style.font);
    g_array_append_val(scene->labels, label);
    return true;
}

bool ik_scene_add_labels(ik_scene *scene, const ik_label_job *job, ik_scene_item *item,
                         GError **error)
{
    g_autoptr(ik_arena) scratch = ik_arena_new();
    g_autoptr(GArray) applicants = list_applicants(scene, job, scratch);
    item->first = scene->labels->len;
    for (guint i = 0; i < applicants->len; i++)
        if (!add_label(scene, job, g_array_index(applicants, applicant, i).index, scratch, error))
            return false;
    item->count = scene->labels->len - item->first;
    return true;
}
