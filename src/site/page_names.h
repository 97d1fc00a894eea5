/* page_names.h — how the files of a project are called.   [site] */
#ifndef IK_PAGE_NAMES_H
#define IK_PAGE_NAMES_H

#include <glib.h>

/* A name for each project (of ik_project *), in their order: the id where it is a plain word of A-Z, a-z, 0-9, '-' and
 * '_', at most 64 long, that no other id equals but for capitals; otherwise what letters and digits the id has, and eight
 * hexadecimal digits of its SHA-256. No two are alike, with or without capitals, and none depends on the order of the
 * projects. Caller frees (g_strfreev). */
char **ik_page_names(const GPtrArray *projects);

#endif
