/* icon_parts.h — what an ik_icon holds.   [icon] */
#ifndef IK_ICON_PARTS_H
#define IK_ICON_PARTS_H

#include "icon.h"

struct ik_icon {
    char *name; /* for messages */
    char *view_box;
    char *shapes;
};

#endif
