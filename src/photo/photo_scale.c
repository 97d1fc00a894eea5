/* photo_scale.c — a photo made smaller by means over areas, in linear light.   [photo]
 *
 * First along the rows, then along the columns. Each pixel of the result covers `width / new width` of the source; what
 * lies on its edge counts in part. Sums are of integers: the same bytes
 * on every machine.
 */
#include <math.h>
#include <string.h>

#include "photo_parts.h"

/* Light as numbers to calculate with (IEC 61966-2-1), 0..65535. */
static guint16 linear_of[256];
static guint8 byte_of[4096]; /* for the upper twelve bits */

static double to_linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double to_byte(double linear)
{
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055;
}

static void fill_tables(void)
{
    static gsize done = 0;
    if (!g_once_init_enter(&done))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(linear_of); i++)
        linear_of[i] = (guint16)lround(to_linear(i / 255.0) * 65535);
    for (guint i = 0; i < G_N_ELEMENTS(byte_of); i++)
        byte_of[i] = (guint8)lround(to_byte((i + 0.5) / 4096) * 255);
    g_once_init_leave(&done, 1);
}

/* One row or column: `step` numbers from one sample to the next. */
typedef struct {
    const guint16 *from;
    guint16 *to;
    guint from_length, to_length, from_step, to_step;
} line;

/* Weight of source sample `i` in result `j`, in units of 1 / to_length source samples: their overlap. */
static guint64 overlap(guint64 i, guint64 j, const line *of)
{
    const guint64 start = MAX(i * of->to_length, j * of->from_length);
    const guint64 end = MIN((i + 1) * of->to_length, (j + 1) * of->from_length);
    return end > start ? end - start : 0;
}

static void shrink(const line *of)
{
    const guint from_length = of->from_length, to_length = of->to_length;
    g_assert(from_length > 0 && to_length > 0);
    for (guint j = 0; j < to_length; j++) {
        const guint first = (guint)((guint64)j * from_length / to_length);
        guint64 sum = from_length / 2;
        for (guint i = first; i < from_length; i++) {
            const guint64 weight = overlap(i, j, of);
            if (weight == 0)
                break;
            sum += weight * of->from[(gsize)i * of->from_step];
        }
        of->to[(gsize)j * of->to_step] = (guint16)(sum / from_length);
    }
}

/* The photo in linear light, `width` pixels wide and as high as it is. Caller frees. */
static guint16 *shrink_rows(const ik_photo *photo, guint width)
{
    const gsize samples = (gsize)photo->width * 3;
    guint16 *small = g_new(guint16, (gsize)width * photo->height * 3);
    g_autofree guint16 *row = g_new0(guint16, samples);
    for (guint y = 0; y < photo->height; y++) {
        const guint8 *from = photo->rgb + y * samples;
        for (gsize i = 0; i < samples; i++)
            row[i] = linear_of[from[i]];
        line of = {row, small + (gsize)y * width * 3, photo->width, width, 3, 3};
        for (guint c = 0; c < 3; c++, of.from++, of.to++)
            shrink(&of);
    }
    return small;
}

static void shrink_columns(const guint16 *from, guint from_height, ik_photo *to)
{
    g_autofree guint16 *column = g_new(guint16, to->height);
    const guint step = to->width * 3;
    for (guint x = 0; x < step; x++) {
        const line of = {from + x, column, from_height, to->height, step, 1};
        shrink(&of);
        for (guint y = 0; y < to->height; y++)
            to->rgb[(gsize)y * step + x] = byte_of[column[y] >> 4];
    }
}

/* `length` as `longer` becomes `side`, at least 1. */
static guint scaled(guint length, guint longer, guint side)
{
    return MAX((guint)(((guint64)length * side + longer / 2) / longer), 1);
}

ik_photo *ik_photo_scale(const ik_photo *photo, guint side)
{
    const guint longer = MAX(photo->width, photo->height);
    g_assert(photo->width > 0 && photo->height > 0 && side > 0);
    if (longer <= side) {
        ik_photo *copy = ik_photo_new(photo->width, photo->height, NULL);
        memcpy(copy->rgb, photo->rgb, (gsize)photo->width * photo->height * 3);
        return copy;
    }
    fill_tables();
    ik_photo *small =
        ik_photo_new(scaled(photo->width, longer, side), scaled(photo->height, longer, side), NULL);
    g_autofree guint16 *middle = shrink_rows(photo, small->width);
    shrink_columns(middle, photo->height, small);
    return small;
}
