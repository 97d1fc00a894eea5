/* style_sheet.h — trying out MapLibre style sheets.   [style]
 *
 * What is wrong with a style, and what an expression of one gives for a zoom and a feature: for
 * people who write styles. Source: MapLibre Style Specification v8.
 */
#ifndef IDEENKARTE_STYLE_SHEET_H
#define IDEENKARTE_STYLE_SHEET_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Sentences that begin with file and JSON path:
 * "a.json: layers[3].paint.line-width[2]: expected number but found string". */
typedef struct {
    GPtrArray *faults;   /* of text, in the order of the file, at most 100 */
    GPtrArray *warnings; /* of text: known, but not drawn here; empty when there are faults */
} ik_style_findings;

/* Reads a style and notes everything that is wrong with it; a file that cannot be read is a fault,
 * too. The caller's, never NULL.
 */
ik_style_findings *ik_style_check(const char *path);
void ik_style_findings_free(ik_style_findings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_style_findings, ik_style_findings_free)

typedef struct {
    const char *expression; /* JSON */
    /* What it is read as: a type ("number", "color", "array<number, 2>", "formatted"), a property
     * ("line-width") with all rules for its values, or "filter". NULL: whatever it is. */
    const char *expect;
    double zoom;
    const char *feature; /* a GeoJSON feature; NULL: none */
} ik_style_question;

typedef enum {
    IK_STYLE_VALUE,
    IK_STYLE_WRONG, /* the expression does not compile */
    IK_STYLE_FAILED /* it does, but has no value for this feature */
} ik_style_outcome;

/* One line of JSON: {"type": …, "value": …}, {"error": …, "path": "[2]"} or {"fault": …}. Colours
 * are written as text, numbers that JSON does not have as null. NULL with INPUT when the feature,
 * `expect` or the JSON itself is broken. The caller frees.
 */
char *ik_style_evaluate(const ik_style_question *question, ik_style_outcome *outcome,
                        GError **error);

/* The same for a question in JSON: {"expression": …, "expect": …, "zoom": …, "feature": …}; `name`
 * stands in messages.
 */
char *ik_style_evaluate_json(const char *json, const char *name, ik_style_outcome *outcome,
                             GError **error);

G_END_DECLS

#endif
