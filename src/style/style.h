/* style.h — a MapLibre style sheet, read and compiled.   [style]
 *
 * The layers of a style in the order they are drawn, each with its filter and its properties as
 * compiled expressions, and what the style says about sources, sprites and the first view.
 * Immutable; many threads may evaluate it, each with an ik_evaluation of its own. Zooms are those
 * of MapLibre: at zoom z the world is 512 * 2^z CSS pixels wide. Source: MapLibre Style
 * Specification v8.
 */
#ifndef IK_STYLE_H
#define IK_STYLE_H

#include "expression.h"
#include "property.h"
#include "style_source.h"

typedef struct ik_style ik_style;

typedef struct {
    const char *id;
    ik_layer_type type;
    const char *source;          /* NULL for a background */
    const char *source_layer;    /* NULL when it names none */
    double min_zoom, max_zoom;   /* drawn for min_zoom <= zoom < max_zoom */
    bool is_visible;             /* false: "visibility" is "none", or the type is not drawn here */
    const ik_expression *filter; /* NULL: every feature */
    const ik_expression *properties[IK_N_PROPERTIES]; /* NULL: the default */
} ik_style_layer;

/* Layers of a type that is not drawn (fill-extrusion, hillshade, color-relief, sky) are left out,
 * with a warning.
 *
 * Reads a style from a file or from text; `name` stands in messages.
 *
 *   returns  the caller's; NULL with NOT_FOUND or IO (the file), INPUT (broken JSON, an unknown
 *            property, a value of the wrong type: the message has the JSON path) or UNSUPPORTED
 *            (an operator that needs a running map)
 */
ik_style *ik_style_load(const char *path, GError **error);
ik_style *ik_style_parse(const char *text, gsize length, const char *name, GError **error);

/* A style that came with the program ("regions", "light", "print"); NULL with NOT_FOUND when there is none. */
ik_style *ik_style_builtin(const char *name, GError **error);

/* Everything that is wrong with a style, in the order of the file, at most 100: what ik_style_load
 * would say first, then what else it would find. Messages are the caller's, an array of owned text;
 * empty when nothing is wrong. `style` (may be NULL) takes the style then.
 */
GPtrArray *ik_style_faults(const char *path, ik_style **style);

void ik_style_free(ik_style *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_style, ik_style_free)

/* Where the style's file lies, to which addresses in it are relative; "." when it was no file. */
const char *ik_style_folder(const ik_style *style);

guint ik_style_n_layers(const ik_style *style);
const ik_style_layer *ik_style_layer_at(const ik_style *style, guint index);

/* What the specification knows but is not drawn, one sentence each, in the order of the file; each
 * such property, layer type or operator once.
 */
guint ik_style_n_warnings(const ik_style *style);
const char *ik_style_warning(const ik_style *style, guint index);

/* ---- beside the layers ---- */

/* The sources in the order of the file. */
guint ik_style_n_sources(const ik_style *style);
const ik_style_source *ik_style_source_at(const ik_style *style, guint index);
/* The source of that id; NULL when there is none. */
const ik_style_source *ik_style_find_source(const ik_style *style, const char *id);

/* What "sprite" names: one sheet of the id "default", or several, whose images are called
 * "id:name" unless the id is "default".
 */
typedef struct {
    const char *id;
    const char *url; /* without ".json" and ".png" */
} ik_style_sprite;

guint ik_style_n_sprites(const ik_style *style);
const ik_style_sprite *ik_style_sprite_at(const ik_style *style, guint index);

typedef struct {
    const char *name;   /* NULL: none */
    const char *glyphs; /* NULL: none */
    bool has_center, has_zoom;
    double center[2]; /* longitude, latitude in degrees */
    double zoom;
} ik_style_view;

const ik_style_view *ik_style_get_view(const ik_style *style);

/* The member `key` of "metadata" when it is a text; NULL otherwise. */
const char *ik_style_metadata(const ik_style *style, const char *key);

/* ---- values of a layer ---- */

/* The layer with everything computed that depends on the zoom alone, for whoever asks for many
 * features of one zoom; its memory is of `arena`, and it borrows from the style. Evaluate it with
 * the same zoom; text-size and icon-size may be asked for any.
 */
const ik_style_layer *ik_style_layer_at_zoom(const ik_style_layer *layer, double zoom,
                                             ik_arena *arena);

/* Whether the layer is drawn at this zoom. */
bool ik_style_layer_is_drawn(const ik_style_layer *layer, double zoom);

/* Whether the filter lets the feature through; a filter that fails does not. */
bool ik_style_layer_takes(const ik_style_layer *layer, ik_evaluation *evaluation);

/* Whether the layer sets the property, and whether its value differs from feature to feature. */
bool ik_style_is_set(const ik_style_layer *layer, ik_property property);
bool ik_style_is_per_feature(const ik_style_layer *layer, ik_property property);

/* The value for the zoom and the feature of `evaluation`; the default where the property is not
 * set or its expression fails. Numbers are kept within the specification's bounds. The type of the
 * property must be that of the function, see ik_property_type. What is returned is borrowed from
 * the style, the feature or the arena of the evaluation.
 */
double ik_style_number(const ik_style_layer *layer, ik_property property,
                       ik_evaluation *evaluation);
bool ik_style_bool(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation);

/* Transparent where the property has neither value nor default (fill-outline-color,
 * line-gradient). For line-gradient and heatmap-color set line_progress or heatmap_density of the
 * evaluation, or take the whole ramp with ik_style_color_ramp.
 */
ik_color ik_style_color(const ik_style_layer *layer, ik_property property,
                        ik_evaluation *evaluation);

/* The colours of IK_LINE_GRADIENT or IK_HEATMAP_COLOR at `n` places from 0 to 1, n > 1; false when
 * the layer sets none and the property has no default.
 */
bool ik_style_color_ramp(const ik_style_layer *layer, ik_property property, ik_color *colors,
                         guint n);

/* Index into the values of the property; IK_NO_CHOICE where it has neither value nor default
 * (icon-overlap, text-overlap).
 */
#define IK_NO_CHOICE G_MAXUINT
guint ik_style_choice(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation);

/* Arrays: how many items there are; up to `max` of them are stored. Properties of a fixed length
 * always have as many, those of any length (line-dasharray, text-variable-anchor) none by default.
 */
guint ik_style_numbers(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       double *numbers, guint max);
guint ik_style_choices(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       guint *choices, guint max);
/* text-font: 0 when the style does not say, and the program's own font is meant. */
guint ik_style_strings(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       const char **strings, guint max);
/* First item of an array of strings; NULL when there is none. */
const char *ik_style_first_string(const ik_style_layer *layer, ik_property property,
                                  ik_evaluation *evaluation);

/* Formatted text: the letters of all sections, or the sections one by one. */
const char *ik_style_text(const ik_style_layer *layer, ik_property property,
                          ik_evaluation *evaluation);
guint ik_style_sections(const ik_style_layer *layer, ik_property property,
                        ik_evaluation *evaluation, const ik_text_section **sections);

/* Name of an image; NULL when there is none. */
const char *ik_style_image(const ik_style_layer *layer, ik_property property,
                           ik_evaluation *evaluation);

/* Top, right, bottom, left in CSS pixels. */
void ik_style_padding(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                      double padding[4]);

/* text-variable-anchor-offset: places in the order they are tried; 0 when not set. */
guint ik_style_anchor_offsets(const ik_style_layer *layer, ik_property property,
                              ik_evaluation *evaluation, const ik_anchor_offset **offsets);

#endif
