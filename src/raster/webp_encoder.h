/* webp_encoder.h — pixels → WebP, without loss.   [raster]
 *
 * By libwebp, in one thread: the same bytes for the same pixels and version of libwebp. Colours under full
 * transparency are not kept. Source: RFC 9649.
 */
#ifndef IK_WEBP_ENCODER_H
#define IK_WEBP_ENCODER_H

#include "painter.h"

/* Encodes pixels as Cairo has them; up to 16383 a side. The caller's; NULL with INTERNAL when libwebp fails. */
GBytes *ik_webp_encode(const ik_pixel_area *area, GError **error);

#endif
