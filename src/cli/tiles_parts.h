/* tiles_parts.h — the parts of ideenkarte tiles.   [cli] */
#ifndef IK_TILES_PARTS_H
#define IK_TILES_PARTS_H

#include "command.h"

int ik_tiles_show(int argc, char **argv);
int ik_tiles_verify(int argc, char **argv);
int ik_tiles_convert(int argc, char **argv);
int ik_tiles_merge(int argc, char **argv);
int ik_tiles_extract(int argc, char **argv);
int ik_tiles_diff(int argc, char **argv);
int ik_tiles_cat(int argc, char **argv);

#endif
