/* page_format.h — which kind of page a file is to be.   [pipeline] */
#ifndef IK_PAGE_FORMAT_H
#define IK_PAGE_FORMAT_H

#include "sheet_format.h"

/* By the ending of `path`: .svg, .pdf or .png. INPUT: another one. */
bool ik_page_format_of(const char *path, ik_sheet_format *format, GError **error);

#endif
