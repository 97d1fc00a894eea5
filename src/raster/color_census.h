/* color_census.h — how often which colour is in pictures.   [raster]
 *
 * Pixels as painter.h has them. What is counted does not depend on the order of counting, unless there are more than
 * IK_CENSUS_EXACT colours: then new ones are counted at four bits a channel.
 */
#ifndef IK_COLOR_CENSUS_H
#define IK_COLOR_CENSUS_H

#include "painter.h"

#define IK_CENSUS_EXACT 65536u

typedef struct {
    uint32_t color;
    bool is_paint; /* as it stands in a style: the map is made of it */
    guint64 count; /* pixels */
} ik_counted_color;

typedef struct ik_color_census ik_color_census;

ik_color_census *ik_color_census_new(void);
void ik_color_census_free(ik_color_census *census);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_color_census, ik_color_census_free)

void ik_color_census_add(ik_color_census *census, const ik_pixel_area *area);

/* Counts a colour of the style, and its mixtures with `ground` in the eighths that edges have, once each. */
void ik_color_census_add_paint(ik_color_census *census, uint32_t color, uint32_t ground);

/* All colours by their value; the caller's, of ik_counted_color. */
GArray *ik_color_census_colors(const ik_color_census *census);

#endif
