/* tiles_copy.h — what convert, merge and extract share.   [cli] */
#ifndef IK_TILES_COPY_H
#define IK_TILES_COPY_H

#include "tiles_parts.h"

typedef struct {
    char *output, *zoom, *compression; /* owned */
    char *box, *region;                /* owned; extract alone */
} ik_tiles_copy_arguments;

/* Copies from the arguments of `cli` as asked; prints what was done. `part` is for messages. */
int ik_tiles_copy(const ik_tiles_copy_arguments *arguments, const ik_cli *cli, const char *part);
void ik_tiles_copy_arguments_clear(ik_tiles_copy_arguments *arguments);

#endif
