/* byte_range.h — which bytes of a file a Range header asks for.   [server]
 *
 *     bytes=0-499    the first 500      bytes=500-    from there to the end      bytes=-500    the last 500
 *
 * Several ranges, other units and broken headers are passed over, as RFC 9110, section 14.2, allows: the whole file is
 * the answer then.
 */
#ifndef IK_BYTE_RANGE_H
#define IK_BYTE_RANGE_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    IK_RANGE_WHOLE,  /* no range, or none that is taken notice of: 200 */
    IK_RANGE_PART,   /* 206 */
    IK_RANGE_OUTSIDE /* 416: nothing of it lies in the file */
} ik_range_kind;

typedef struct {
    guint64 first, last; /* both within the file; set for IK_RANGE_PART */
} ik_byte_range;

/* Reads a header's value; NULL: there is none. `size` is that of the file, bytes. */
ik_range_kind ik_byte_range_read(const char *header, guint64 size, ik_byte_range *range);

#endif
