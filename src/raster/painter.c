/* painter.c — areas of colour onto pixels.   [raster] */
#include "painter.h"

#include <math.h>
#include <string.h>

#define FULL  IK_COVER_FULL
/* What a share of the whole weighs that is opaque. */
#define WHOLE (FULL * 255)

typedef struct {
    const ik_pixel_area *to;
    const uint32_t *colors;
} job;

/* Colours weighted and added up. */
typedef struct {
    uint32_t parts[4]; /* alpha, red, green, blue; WHOLE times */
} mixture;

static uint32_t byte_of(double x)
{
    return (uint32_t)floor(CLAMP(x, 0, 1) * 255 + 0.5);
}

uint32_t ik_paint_pixel(ik_paint paint)
{
    uint32_t alpha = byte_of(paint.a);
    double a = alpha / 255.0;
    return alpha << 24 | byte_of(paint.r * a) << 16 | byte_of(paint.g * a) << 8 |
           byte_of(paint.b * a);
}

static void add(mixture *mixed, uint32_t color, uint32_t weight)
{
    for (int i = 0; i < 4; i++)
        mixed->parts[i] += (color >> (24 - 8 * i) & 0xff) * weight;
}

static uint32_t pixel_of(const mixture *mixed)
{
    uint32_t pixel = 0;
    for (int i = 0; i < 4; i++)
        pixel = pixel << 8 | (mixed->parts[i] + WHOLE / 2) / WHOLE;
    return pixel;
}

/* Two channels at a time: opaque colours need no more than (color * level + under * rest) / FULL, rounded. */
static uint32_t mix_opaque(uint32_t under, uint32_t color, uint32_t level)
{
    const uint32_t channels = 0x00ff00ffu, half = (FULL / 2) << 16 | FULL / 2, rest = FULL - level;
    uint32_t even = (color & channels) * level + (under & channels) * rest + half;
    uint32_t odd = (color >> 8 & channels) * level + (under >> 8 & channels) * rest + half;
    return (even / FULL & channels) | (odd / FULL & channels) << 8;
}

uint32_t ik_pixel_mix_shares(uint32_t under, const ik_share *shares, guint n,
                             const uint32_t *colors)
{
    mixture mixed = {{0, 0, 0, 0}};
    uint32_t hidden = 0;
    if (n == 1 && colors[shares->area] >> 24 == 255)
        return mix_opaque(under, colors[shares->area], shares->level);
    for (guint i = 0; i < n; i++) {
        uint32_t color = colors[shares[i].area];
        add(&mixed, color, shares[i].level * 255);
        hidden += shares[i].level * (color >> 24);
    }
    add(&mixed, under, WHOLE - hidden);
    return pixel_of(&mixed);
}

uint32_t ik_pixel_mix(uint32_t under, uint32_t color, guint level)
{
    const ik_share share = {0, level};
    return ik_pixel_mix_shares(under, &share, 1, &color);
}

/* What is filled is copied behind itself, ever more at a time. */
void ik_pixels_fill(uint32_t *pixels, gsize n, uint32_t color)
{
    gsize done = MIN(n, 16);
    for (gsize i = 0; i < done; i++)
        pixels[i] = color;
    while (done < n) {
        gsize more = MIN(MIN(done, n - done), 1024);
        memcpy(&pixels[done], pixels, more * sizeof *pixels);
        done += more;
    }
}

/* Maps are flat: most pixels equal the one before them. */
static void mix_run(uint32_t *pixels, gsize n, const ik_cover_run *run, const uint32_t *colors)
{
    uint32_t last = ~pixels[0], mixed = 0;
    for (gsize i = 0; i < n; i++) {
        if (pixels[i] != last) {
            last = pixels[i];
            mixed = ik_pixel_mix_shares(last, run->shares, run->n_shares, colors);
        }
        pixels[i] = mixed;
    }
}

static void paint_run(const ik_cover_run *run, gpointer data)
{
    const job *j = data;
    uint32_t *pixels = &j->to->pixels[(gsize)run->y * (gsize)j->to->stride + (gsize)run->x];
    uint32_t color = j->colors[run->shares[0].area];
    if (run->shares[0].level == FULL && color >> 24 == 255)
        ik_pixels_fill(pixels, (gsize)run->length, color);
    else
        mix_run(pixels, (gsize)run->length, run, j->colors);
}

void ik_paint_cover(const ik_pixel_area *to, ik_pixel_cover *cover, const uint32_t *colors)
{
    job j = {to, colors};
    ik_pixel_cover_sweep(cover, paint_run, &j);
}

void ik_paint_all(const ik_pixel_area *to, uint32_t color)
{
    const ik_share share = {0, FULL};
    ik_cover_run run = {0, 0, to->width, 1, &share};
    job j = {to, &color};
    for (run.y = 0; run.y < to->height; run.y++)
        paint_run(&run, &j);
}
