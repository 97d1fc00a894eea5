/* style.h — a MapLibre style sheet, read and compiled.   [style]
 *
 * The layers of a style in the order they are drawn, each with its filter and its properties as
 * compiled expressions. Immutable; many threads may evaluate it, each with an ik_evaluation of its
 * own. Source: MapLibre Style Specification v8. Layer types: background, fill, line, circle, symbol.
 */
#ifndef IK_STYLE_H
#define IK_STYLE_H

#include "expression.h"
#include "property.h"

typedef struct ik_style ik_style;

typedef struct {
    const char *id;
    ik_layer_type type;
    const char *source;        /* NULL for a background */
    const char *source_layer;  /* NULL when it names none */
    double min_zoom, max_zoom; /* drawn for min_zoom <= zoom < max_zoom */
    bool is_visible;
    const ik_expression *filter;                      /* NULL: every feature */
    const ik_expression *properties[IK_N_PROPERTIES]; /* NULL: the default */
} ik_style_layer;

/* Reads a style from a file or from text; `name` stands in messages.
 *
 *   returns  the caller's; NULL with NOT_FOUND or IO (the file), INPUT (broken JSON, an unknown
 *            property, a value of the wrong type: the message has the JSON path) or UNSUPPORTED
 *            (a layer type or an operator that is not here)
 */
ik_style *ik_style_load(const char *path, GError **error);
ik_style *ik_style_parse(const char *text, gsize length, const char *name, GError **error);

/* A style that came with the program ("regions"); NULL with NOT_FOUND when there is none. */
ik_style *ik_style_builtin(const char *name, GError **error);

void ik_style_free(ik_style *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_style, ik_style_free)

guint ik_style_n_layers(const ik_style *style);
const ik_style_layer *ik_style_layer_at(const ik_style *style, guint index);

/* What the specification knows but is not drawn, one sentence each, in the order of the file. */
guint ik_style_n_warnings(const ik_style *style);
const char *ik_style_warning(const ik_style *style, guint index);

/* ---- values of a layer ---- */

/* Whether the layer is drawn at this zoom. */
bool ik_style_layer_is_drawn(const ik_style_layer *layer, double zoom);

/* Whether the filter lets the feature through; a filter that fails does not. */
bool ik_style_layer_takes(const ik_style_layer *layer, ik_evaluation *evaluation);

/* The value for the zoom and the feature of `evaluation`; the default where the property is not
 * set or its expression fails. Numbers are kept within the specification's bounds. The type of the
 * property must be that of the function: NUMBER or BOOL, COLOR, TEXT, ENUM.
 */
double ik_style_number(const ik_style_layer *layer, ik_property property,
                       ik_evaluation *evaluation);
bool ik_style_bool(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation);
ik_color ik_style_color(const ik_style_layer *layer, ik_property property,
                        ik_evaluation *evaluation);
const char *ik_style_text(const ik_style_layer *layer, ik_property property,
                          ik_evaluation *evaluation);
/* Index into the values of the property. */
guint ik_style_choice(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation);

/* Arrays: how many items there are (0 when not set); up to `max` of them are stored. */
guint ik_style_numbers(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       double *numbers, guint max);
guint ik_style_choices(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       guint *choices, guint max);
/* First item of an array of strings; NULL when there is none. */
const char *ik_style_first_string(const ik_style_layer *layer, ik_property property,
                                  ik_evaluation *evaluation);

#endif
