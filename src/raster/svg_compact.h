/* svg_compact.h — Cairo's SVG in a third of its bytes, with the same picture.   [raster]
 *
 * Cairo writes six decimals, absolute coordinates and colours in per cent. Here paths are relative, coordinates have two
 * decimals (at 96 pixels an inch 0.003 mm; each is rounded by itself, so that none drifts), and colours are #rrggbb
 * where they are whole steps of 255. Points that fall on the one before them go, but for the dot that a line without
 * length draws. What is not written as Cairo writes it stays as it is.
 *
 * Source: SVG 1.1 (Second Edition), 8.3 "Path data".
 */
#ifndef IK_SVG_COMPACT_H
#define IK_SVG_COMPACT_H

#include <glib.h>

/* The same picture in fewer bytes. Linear. */
void ik_svg_compact(GString *svg);

#endif
