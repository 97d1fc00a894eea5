/* arena.h — memory that is given back all at once.   [style]
 *
 * A compiled style is a tree of thousands of small nodes that live and die together; an
 * evaluation makes short strings that nobody owns. Both take their memory here. Not for several
 * threads at once.
 */
#ifndef IK_ARENA_H
#define IK_ARENA_H

#include <glib.h>

typedef struct ik_arena ik_arena;

ik_arena *ik_arena_new(void);
void ik_arena_free(ik_arena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_arena, ik_arena_free)

/* Zeroed memory for `n` items of `size` bytes, aligned for any type; valid until the arena is
 * cleared or freed. Never NULL, even for n = 0.
 */
gpointer ik_arena_alloc(ik_arena *arena, gsize n, gsize size);
char *ik_arena_copy(ik_arena *arena, const char *text);

/* Takes everything back but keeps the first block for the next use. */
void ik_arena_clear(ik_arena *arena);

#endif
