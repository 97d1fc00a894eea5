/* arena.c — memory that is given back all at once.   [style] */
#include "arena.h"

#include <string.h>

#define BLOCK_SIZE ((gsize)4096)
#define ALIGNMENT  ((gsize)16)

struct ik_arena {
    GPtrArray *blocks; /* of g_malloc; the first has BLOCK_SIZE bytes */
    char *next;
    gsize left;
};

ik_arena *ik_arena_new(void)
{
    ik_arena *arena = g_new0(ik_arena, 1);
    arena->blocks = g_ptr_array_new_with_free_func(g_free);
    arena->next = g_malloc(BLOCK_SIZE);
    arena->left = BLOCK_SIZE;
    g_ptr_array_add(arena->blocks, arena->next);
    return arena;
}

void ik_arena_free(ik_arena *arena)
{
    if (arena == NULL)
        return;
    g_ptr_array_unref(arena->blocks);
    g_free(arena);
}

gpointer ik_arena_alloc(ik_arena *arena, gsize n, gsize size)
{
    g_assert(size == 0 || n < G_MAXUINT32 / size);
    gsize bytes = (MAX(n * size, 1) + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    if (bytes > arena->left) {
        gsize block = MAX(bytes, BLOCK_SIZE);
        arena->next = g_malloc(block);
        arena->left = block;
        g_ptr_array_add(arena->blocks, arena->next);
    }
    char *memory = arena->next;
    arena->next += bytes;
    arena->left -= bytes;
    return memset(memory, 0, bytes);
}

char *ik_arena_copy(ik_arena *arena, const char *text)
{
    gsize size = strlen(text) + 1;
    return memcpy(ik_arena_alloc(arena, size, 1), text, size);
}

void ik_arena_clear(ik_arena *arena)
{
    g_ptr_array_set_size(arena->blocks, 1);
    arena->next = g_ptr_array_index(arena->blocks, 0);
    arena->left = BLOCK_SIZE;
}
