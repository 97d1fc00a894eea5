/* text_engine.h — measuring and drawing labels with Pango.   [raster]
 *
 * No hinting, metrics unrounded, glyphs filled as outlines at their exact place: the same text has
 * the same pixels at every place and a size twice as large at @2x. One engine serves one thread.
 */
#ifndef IK_TEXT_ENGINE_H
#define IK_TEXT_ENGINE_H

#include "text_metrics.h"
#include "text_ruler.h"

#endif
