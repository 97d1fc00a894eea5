/* style_warnings.h — what a style asks for and does not get.   [style] */
#ifndef IK_STYLE_WARNINGS_H
#define IK_STYLE_WARNINGS_H

#include <glib.h>

typedef struct ik_style_warnings ik_style_warnings;

ik_style_warnings *ik_style_warnings_new(void);
void ik_style_warnings_free(ik_style_warnings *warnings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_style_warnings, ik_style_warnings_free)

/* Adds "file: path: sentence" unless something was said about `topic` before. `warnings` may be
 * NULL: nobody listens.
 */
void ik_style_warnings_add(ik_style_warnings *warnings, const char *topic, const char *place,
                           const char *sentence);

guint ik_style_warnings_count(const ik_style_warnings *warnings);
const char *ik_style_warnings_at(const ik_style_warnings *warnings, guint index);

#endif
