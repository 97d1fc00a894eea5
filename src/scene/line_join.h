/* line_join.h — lines of a symbol layer joined where they go on under the same text.   [scene]
 *
 * A street comes in pieces: in tiles, and in each from crossing to crossing. MapLibre joins those of a tile that have
 * the same text, where one ends and the other begins; here pieces of neighbouring tiles are joined, too. Each set's
 * lines are cut at its clip first, so that what lies in two buffers is there once.
 */
#ifndef IK_LINE_JOIN_H
#define IK_LINE_JOIN_H

#include "feature_set.h"

typedef struct ik_line_join ik_line_join;

ik_line_join *ik_line_join_new(void);
void ik_line_join_free(ik_line_join *join);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_line_join, ik_line_join_free)

/* Adds the lines of a feature, whose set must outlive the join. `text` is copied. */
void ik_line_join_add(ik_line_join *join, const ik_feature_set *set, const ik_set_feature *feature,
                      const char *text);

/* Joins: a set, the join's own, of lines that are not clipped, each with id and attributes of the feature that its
 * first piece is of. In the order of these pieces; rings come last. */
const ik_feature_set *ik_line_join_finish(ik_line_join *join);

/* The number of that feature, in the order of adding. */
guint ik_line_join_origin(const ik_line_join *join, guint line);

#endif
