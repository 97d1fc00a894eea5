/* foreign_format.h — files that are not what their name says.   [base] */
#ifndef IK_FOREIGN_FORMAT_H
#define IK_FOREIGN_FORMAT_H

#include <glib.h>

/* What a file really is, for a message ("an Excel workbook (.xlsx) …"), told from its first bytes; NULL when it may
 * be text. Static. */
const char *ik_foreign_format(const guint8 *bytes, gsize size);

#endif
