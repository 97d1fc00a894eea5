/* style_parts.h — the parts of ideenkarte style.   [cli] */
#ifndef IK_STYLE_PARTS_H
#define IK_STYLE_PARTS_H

#include "command.h"

int ik_style_part_check(int argc, char **argv);
int ik_style_part_eval(int argc, char **argv);

#endif
