/* project_flags.h — what a project has, as numbers for the script.   [site] */
#ifndef IK_PROJECT_FLAGS_H
#define IK_PROJECT_FLAGS_H

#include "site_plan.h"

typedef enum {
    IK_PROJECT_VIDEO = 1,
    IK_PROJECT_IMAGE = 2, /* images/project/NAME-960.jpg is there */
    IK_PROJECT_TEXT = 4,
    IK_PROJECT_CHECK = 8 /* a person should still look at its place */
} ik_project_flags;

/* Sum of ik_project_flags. */
guint ik_project_flags_of(const ik_site_plan *plan, guint32 index);

/* `address` when it begins with https and may be published; NULL otherwise. Caller frees. */
char *ik_safe_address(const char *address);

#endif
