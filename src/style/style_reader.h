/* style_reader.h — reading a style sheet from its root.   [style] */
#ifndef IK_STYLE_READER_H
#define IK_STYLE_READER_H

#include "style_record.h"

/* Takes over `json`, also when it fails. `faults` takes every fault as owned text; `error` the
 * first of them.
 */
ik_style *ik_style_read(ik_json *json, const char *name, GPtrArray *faults, GError **error);

#endif
