/* paint.c — colours and strokes of a style as a scene keeps them.   [scene] */
#include "paint.h"

ik_paint ik_paint_from_color(ik_color color, double opacity)
{
    return (ik_paint){color.r, color.g, color.b, color.a * opacity};
}

bool ik_paints_equal(ik_paint a, ik_paint b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

bool ik_strokes_equal(const ik_stroke *a, const ik_stroke *b)
{
    if (!ik_paints_equal(a->paint, b->paint) || a->width_px != b->width_px ||
        a->miter_limit != b->miter_limit || a->cap != b->cap || a->join != b->join ||
        a->n_dashes != b->n_dashes || a->gap_width_px != b->gap_width_px ||
        a->blur_px != b->blur_px || a->gradient != b->gradient || a->pattern != b->pattern)
        return false;
    for (guint i = 0; i < a->n_dashes; i++)
        if (a->dashes_px[i] != b->dashes_px[i])
            return false;
    return true;
}

/* Not a number becomes 0. */
double ik_bounded_px(double length_px)
{
    if (!(length_px > -IK_MAX_LENGTH_PX))
        return length_px <= -IK_MAX_LENGTH_PX ? -IK_MAX_LENGTH_PX : 0;
    return length_px < IK_MAX_LENGTH_PX ? length_px : IK_MAX_LENGTH_PX;
}
