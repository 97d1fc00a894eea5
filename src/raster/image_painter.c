/* image_painter.c — an image of a sprite laid onto pixels: scaled, stretched, turned, coloured.   [raster] */
#include "image_painter.h"

#include <math.h>

#define SDF_EDGE     0.75
#define SDF_RADIUS   8.0 /* pixels over which alpha goes from 0 to 1 */
#define EDGE_GAMMA   0.105
#define BLUR_FACTOR  1.19
#define MOST_SAMPLES 4

typedef struct {
    double a, r, g, b; /* 0..1, multiplied by alpha */
} color;

/* How one axis of the box maps to the image: pieces that stretch and pieces that do not. */
typedef struct {
    guint n;
    double to[2 * IK_MAX_STRETCHES + 2];   /* CSS pixels from the box's beginning */
    double from[2 * IK_MAX_STRETCHES + 2]; /* pixels of the image */
} axis;

typedef struct {
    const ik_paint_ground *ground;
    const ik_image_look *look;
    axis x, y;
    double cosine, sine;
    double css_per_pixel; /* CSS pixels a pixel of the image, where it does not stretch */
    int samples;          /* a side of a pixel */
} painting;

/* ---- stretching ---- */

static double stretchable(const ik_image_range *ranges, guint n)
{
    double sum = 0;
    for (guint i = 0; i < n; i++)
        sum += ranges[i].to - ranges[i].from;
    return sum;
}

static void add_piece(axis *a, double from, double size)
{
    a->from[a->n] = from;
    a->to[a->n] = a->to[a->n - 1] + MAX(size, 0);
    a->n++;
}

/* `size` pixels of the image onto `length` CSS pixels. */
static axis make_axis(const ik_image_range *ranges, guint n, double size, double length,
                      double css_per_pixel)
{
    axis a = {.n = 1};
    double stretched = stretchable(ranges, n), at = 0;
    if (stretched <= 0) {
        add_piece(&a, size, length);
        return a;
    }
    double fixed = (size - stretched) * css_per_pixel;
    /* A box too small for what does not stretch makes all of it smaller. */
    double shrink = fixed > length && fixed > 0 ? length / fixed : 1;
    double grow = MAX(length - fixed, 0) / stretched;
    for (guint i = 0; i < n; i++) {
        add_piece(&a, ranges[i].from, (ranges[i].from - at) * css_per_pixel * shrink);
        add_piece(&a, ranges[i].to, (ranges[i].to - ranges[i].from) * grow);
        at = ranges[i].to;
    }
    add_piece(&a, size, (size - at) * css_per_pixel * shrink);
    return a;
}

static double along(const axis *a, double to)
{
    guint i = 1;
    while (i + 1 < a->n && to > a->to[i])
        i++;
    double length = a->to[i] - a->to[i - 1];
    double share = length > 0 ? (to - a->to[i - 1]) / length : 0;
    return a->from[i - 1] + share * (a->from[i] - a->from[i - 1]);
}

/* ---- asking the image ---- */

static color texel(const ik_sprite_image *image, int x, int y)
{
    if (x < 0 || y < 0 || x >= (int)image->width || y >= (int)image->height)
        return (color){0, 0, 0, 0};
    uint32_t p = image->pixels[(gsize)y * image->width + (gsize)x];
    return (color){(p >> 24) / 255.0, (p >> 16 & 255) / 255.0, (p >> 8 & 255) / 255.0,
                   (p & 255) / 255.0};
}

static color mixed(color a, color b, double t)
{
    return (color){a.a + (b.a - a.a) * t, a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t,
                   a.b + (b.b - a.b) * t};
}

/* The image at a place, between the middles of four pixels. */
static color sample(const ik_sprite_image *image, double x, double y)
{
    int left = (int)floor(x - 0.5), top = (int)floor(y - 0.5);
    double across = x - 0.5 - left, down = y - 0.5 - top;
    color upper = mixed(texel(image, left, top), texel(image, left + 1, top), across);
    color lower = mixed(texel(image, left, top + 1), texel(image, left + 1, top + 1), across);
    return mixed(upper, lower, down);
}

static color over(color top, color bottom)
{
    double rest = 1 - top.a;
    return (color){top.a + bottom.a * rest, top.r + bottom.r * rest, top.g + bottom.g * rest,
                   top.b + bottom.b * rest};
}

static color times(color c, double factor)
{
    return (color){c.a * factor, c.r * factor, c.g * factor, c.b * factor};
}

static color from_paint(ik_paint paint, double coverage)
{
    double a = paint.a * coverage;
    return (color){a, paint.r * a, paint.g * a, paint.b * a};
}

static double smooth(double edge, double width, double x)
{
    double t = CLAMP((x - edge + width) / (2 * width), 0, 1);
    return t * t * (3 - 2 * t);
}

/* What a distance field shows at a distance. */
static color from_distance(const painting *p, double distance)
{
    const ik_image_look *look = p->look;
    double scale = p->css_per_pixel, sharp = EDGE_GAMMA / p->ground->pixel_ratio;
    color fill = from_paint(look->paint, smooth(SDF_EDGE, sharp / scale, distance));
    if (look->halo_px <= 0 || look->halo_paint.a <= 0)
        return fill;
    double width = (look->halo_blur_px * BLUR_FACTOR / SDF_RADIUS + sharp) / scale;
    double edge = MAX(SDF_EDGE - look->halo_px / scale / SDF_RADIUS, 0);
    return over(fill, from_paint(look->halo_paint, smooth(edge, width, distance)));
}

/* The color at a place of the ground, in its pixels. */
static color color_at(const painting *p, double x, double y)
{
    const ik_image_look *look = p->look;
    const ik_paint_ground *ground = p->ground;
    double dx = (x - ground->origin_x) / ground->pixel_ratio - look->pivot_x;
    double dy = (y - ground->origin_y) / ground->pixel_ratio - look->pivot_y;
    double across = dx * p->cosine + dy * p->sine - look->box.left;
    double down = dy * p->cosine - dx * p->sine - look->box.top;
    color c = sample(look->image, along(&p->x, across), along(&p->y, down));
    return look->image->is_sdf ? from_distance(p, c.a) : times(c, look->paint.a);
}

/* ---- painting ---- */

static uint32_t byte_of(double value)
{
    return (uint32_t)floor(CLAMP(value, 0, 1) * 255 + 0.5);
}

static void blend(uint32_t *pixel, color c)
{
    uint32_t p = *pixel;
    color below = {(p >> 24) / 255.0, (p >> 16 & 255) / 255.0, (p >> 8 & 255) / 255.0,
                   (p & 255) / 255.0};
    color sum = over(c, below);
    *pixel = byte_of(sum.a) << 24 | byte_of(sum.r) << 16 | byte_of(sum.g) << 8 | byte_of(sum.b);
}

static color pixel_color(const painting *p, int x, int y)
{
    color sum = {0, 0, 0, 0};
    int n = p->samples;
    for (int row = 0; row < n; row++)
        for (int column = 0; column < n; column++) {
            color c = color_at(p, x + (column + 0.5) / n, y + (row + 0.5) / n);
            sum = (color){sum.a + c.a, sum.r + c.r, sum.g + c.g, sum.b + c.b};
        }
    return times(sum, 1.0 / (n * n));
}

static painting start(const ik_paint_ground *ground, const ik_image_look *look)
{
    const ik_sprite_image *image = look->image;
    double unit = look->scale / image->pixel_ratio;
    painting p = {.ground = ground,
                  .look = look,
                  .x = make_axis(image->stretch_x, image->n_stretch_x, image->width,
                                 look->box.right - look->box.left, unit),
                  .y = make_axis(image->stretch_y, image->n_stretch_y, image->height,
                                 look->box.bottom - look->box.top, unit),
                  .cosine = cos(look->angle),
                  .sine = sin(look->angle),
                  .css_per_pixel = unit};
    p.samples = CLAMP((int)ceil(1 / (unit * ground->pixel_ratio) - 1e-9), 1, MOST_SAMPLES);
    return p;
}

void ik_image_paint(const ik_paint_ground *ground, const ik_image_look *look)
{
    if (look->box.right <= look->box.left || look->box.bottom <= look->box.top || look->scale <= 0)
        return;
    const painting p = start(ground, look);
    for (int y = 0; y < ground->height; y++)
        for (int x = 0; x < ground->width; x++) {
            color c = pixel_color(&p, x, y);
            if (c.a > 0)
                blend(&ground->pixels[(gsize)y * ground->stride + (gsize)x], c);
        }
}
