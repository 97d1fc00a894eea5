/* icon_box.c — where an icon lies around its point.   [scene] */
#include "icon_box.h"

#include "property.h"
#include "symbol_anchor.h"

#include <math.h>

static ik_text_extent scaled(ik_text_extent box, double by)
{
    return (ik_text_extent){box.left * by, box.top * by, box.right * by, box.bottom * by};
}

ik_text_extent ik_icon_box(const ik_sprite_image *image, const ik_icon_form *form)
{
    double across = 0, down = 0;
    double width = ik_image_width_px(image), height = ik_image_height_px(image);
    ik_anchor_alignment(form->anchor, &across, &down);
    double left = form->offset_px[0] - width * across, top = form->offset_px[1] - height * down;
    return scaled((ik_text_extent){left, top, left + width, top + height}, form->size);
}

/* Pixels of [from, to] that stretch. */
static double stretch_within(const ik_image_range *ranges, guint n, double size, double from,
                             double to)
{
    double sum = 0;
    for (guint i = 0; i < n; i++)
        sum += MAX(MIN(ranges[i].to, to) - MAX(ranges[i].from, from), 0);
    return n > 0 ? sum : MIN(to, size) - from;
}

/* One axis: widens [low, high], which the content is to cover, to the whole image. */
typedef struct {
    const ik_image_range *ranges;
    guint n;
    double size, from, to; /* of the image and its content, pixels */
    double pixel_ratio;
} content_axis;

static void widen(const content_axis *a, double *low, double *high)
{
    double stretched = stretch_within(a->ranges, a->n, a->size, a->from, a->to);
    double fixed = (a->to - a->from - stretched) / a->pixel_ratio;
    double grow = stretched > 0 ? MAX(*high - *low - fixed, 0) / stretched : 0;
    double before = stretch_within(a->ranges, a->n, a->size, 0, a->from);
    double after = stretch_within(a->ranges, a->n, a->size, a->to, a->size);
    *low -= before * grow + (a->from - before) / a->pixel_ratio;
    *high += after * grow + (a->size - a->to - after) / a->pixel_ratio;
}

static void widen_to_image(const ik_sprite_image *image, const ik_icon_form *form,
                           ik_text_extent *box)
{
    const content_axis x = {image->stretch_x,  image->n_stretch_x, image->width,
                            image->content[0], image->content[2],  image->pixel_ratio};
    const content_axis y = {image->stretch_y,  image->n_stretch_y, image->height,
                            image->content[1], image->content[3],  image->pixel_ratio};
    if (form->fit != IK_FIT_HEIGHT)
        widen(&x, &box->left, &box->right);
    if (form->fit != IK_FIT_WIDTH)
        widen(&y, &box->top, &box->bottom);
}

/* Brings the box that the content is to cover back to the shape of the content, where the image asks for it; whole
 * pixels, as in MapLibre. */
static void keep_shape(const ik_sprite_image *image, ik_text_extent *box)
{
    const double width = box->right - box->left, height = box->bottom - box->top;
    const double shape =
        (image->content[2] - image->content[0]) / (image->content[3] - image->content[1]);
    const ik_text_fit across = image->fit_width, down = image->fit_height;
    if (width <= 0 || height <= 0)
        return;
    const bool is_narrow = width / height<shape, is_low = width / height> shape;
    if (down == IK_TEXT_FIT_PROPORTIONAL) {
        if (across == IK_TEXT_FIT_PROPORTIONAL ||
            (across == IK_TEXT_FIT_STRETCH_ONLY && is_narrow)) {
            const double wanted = ceil(height * shape);
            box->left *= wanted / width;
            box->right = box->left + wanted;
        }
    } else if (across == IK_TEXT_FIT_PROPORTIONAL && down == IK_TEXT_FIT_STRETCH_ONLY && is_low) {
        const double wanted = ceil(width / shape);
        box->top *= wanted / height;
        box->bottom = box->top + wanted;
    }
}

ik_text_extent ik_icon_box_around(const ik_sprite_image *image, const ik_icon_form *form,
                                  const ik_text_extent *text)
{
    const double *padding = form->fit_padding_px;
    double half_width = ik_image_width_px(image) / 2, half_height = ik_image_height_px(image) / 2;
    double x = (text->left + text->right) / 2, y = (text->top + text->bottom) / 2;
    ik_text_extent box = {x - half_width, y - half_height, x + half_width, y + half_height};
    if (form->fit == IK_FIT_WIDTH || form->fit == IK_FIT_BOTH) {
        box.left = text->left - padding[3];
        box.right = text->right + padding[1];
    }
    if (form->fit == IK_FIT_HEIGHT || form->fit == IK_FIT_BOTH) {
        box.top = text->top - padding[0];
        box.bottom = text->bottom + padding[2];
    }
    box.left += form->offset_px[0];
    box.right += form->offset_px[0];
    box.top += form->offset_px[1];
    box.bottom += form->offset_px[1];
    if (image->has_content) {
        keep_shape(image, &box);
        widen_to_image(image, form, &box);
    }
    return scaled(box, form->size);
}
