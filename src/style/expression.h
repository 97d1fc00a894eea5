/* expression.h — MapLibre expressions, compiled.   [style]
 *
 * JSON becomes a tree of typed nodes. Whatever depends neither on the zoom nor on the feature is
 * computed while compiling. Immutable afterwards; one tree serves many threads, each with an
 * ik_evaluation of its own. Source: MapLibre Style Specification v8, "Expressions".
 */
#ifndef IK_EXPRESSION_H
#define IK_EXPRESSION_H

#include "json.h"
#include "style_warnings.h"
#include "value_type.h"

typedef struct ik_expression ik_expression;

/* A ring, a line or a set of points, in degrees of longitude and latitude. */
typedef struct {
    const double (*positions)[2];
    guint n;
} ik_feature_part;

/* What an expression may ask of a feature. */
typedef struct {
    ik_value id;                    /* NULL type: none */
    const char *geometry;           /* "Point", "LineString", "Polygon" */
    const ik_attribute *attributes; /* borrowed */
    guint n_attributes;
    /* The parts of its geometry, for "within" and "distance", asked for only then: all points in
     * one part, each line, each ring of every polygon (closed; holes count by even and odd). May
     * take memory from `arena`. NULL: unknown, and the two operators fail. */
    guint (*parts)(gconstpointer shape, ik_arena *arena, const ik_feature_part **parts);
    gconstpointer shape;
} ik_feature;

typedef struct ik_bindings ik_bindings;

/* Set zoom, feature and arena; the rest is zero where nobody asks for it. */
typedef struct {
    double zoom;
    const ik_feature *feature;   /* NULL: attributes are absent, id and geometry null */
    ik_arena *arena;             /* takes the strings made on the way */
    const char *fault;           /* why the evaluation failed; static or of the arena */
    double line_progress;        /* 0..1 along a line, for line-gradient */
    double heatmap_density;      /* 0..1, for heatmap-color */
    const ik_value *accumulated; /* of a cluster so far, for "accumulated"; NULL: null */
    /* Whether a sprite has the image; NULL: none is known. */
    bool (*has_image)(gconstpointer images, const char *name);
    gconstpointer images;
    ik_bindings *bindings; /* values of variables; the evaluation's own, NULL before */
} ik_evaluation;

/* Where an expression stands and what it is compiled into. */
typedef struct {
    const char *file;  /* for messages */
    GString *path;     /* JSON path of the value at hand, as "layers[3].paint.line-width" */
    ik_arena *arena;   /* owns the nodes */
    const void *scope; /* variables of "let"; NULL outside */
    ik_style_warnings *warnings; /* NULL: nobody listens */
    ik_json_value state;         /* "state" of the style; absent when there is none */
    bool may_accumulate;         /* "accumulated" means something here */
    GError **error;
} ik_compiler;

/* Compiles `json`, an expression or a plain value, into something that fits `expected`
 * (IK_TYPE(IK_VALUE_UNASKED): whatever it is). Where a text is expected to be a colour, formatted
 * text or an image, it is read as one, numbers as padding; a value of unknown type is asserted.
 *
 *   returns  borrowed from the compiler's arena; NULL with INPUT (the message has the path of the
 *            offending part) or UNSUPPORTED (an operator that needs a running map)
 */
const ik_expression *ik_expression_compile(ik_compiler *compiler, ik_json_value json,
                                           ik_type expected);

/* Computes the value. False, with evaluation->fault set, where the specification has an error
 * ("expected number but found string"); the caller then takes the property's default.
 */
bool ik_expression_evaluate(const ik_expression *expression, ik_evaluation *evaluation,
                            ik_value *value);

ik_type ik_expression_type(const ik_expression *expression);

/* Whether the value is known without a zoom and without a feature; `value` (may be NULL) takes it. */
bool ik_expression_is_constant(const ik_expression *expression, ik_value *value);
bool ik_expression_needs_zoom(const ik_expression *expression);
bool ik_expression_needs_feature(const ik_expression *expression);
/* Whether it asks for line-progress or heatmap-density. */
bool ik_expression_needs_place(const ik_expression *expression);

/* The "step" or "interpolate" by zoom that the expression is, inside of "let" and "coalesce" at
 * most; NULL when there is none, `is_misplaced` says whether the zoom is used in another way, which
 * the specification forbids in properties.
 */
const ik_expression *ik_expression_zoom_curve(const ik_expression *expression, bool *is_misplaced);
bool ik_expression_is_gradual(const ik_expression *curve);

/* Whether every result stands in the expression as a literal. */
bool ik_expression_is_enumerable(const ik_expression *expression);

/* The expression at one zoom, what depends on the zoom alone computed; its memory is of `arena`,
 * and it borrows from the first. O(size).
 */
const ik_expression *ik_expression_at_zoom(const ik_expression *expression, double zoom,
                                           ik_arena *arena);

/* Whether `name` is an operator of the specification, here or not. */
bool ik_expression_is_operator(const char *name);

#endif
