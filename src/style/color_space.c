/* color_space.c — mixing colours by how they look.   [style] */
#include "color_space.h"

#include <glib.h>
#include <math.h>

typedef struct {
    double lightness, a, b;
} lab_color;

typedef struct {
    double hue, chroma, lightness; /* hue in degrees, NaN for a grey */
} hcl_color;

/* Reference white D50 and the two parts of the curve between XYZ and L*a*b*. */
static const double WHITE_X = 0.96422, WHITE_Z = 0.82521;
static const double OFFSET = 4.0 / 29, KNEE = 6.0 / 29;

static double linear_of_srgb(double x)
{
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double srgb_of_linear(double x)
{
    double y = x <= 0.00304 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055;
    return CLAMP(y, 0, 1);
}

static double compress(double t)
{
    return t > KNEE * KNEE * KNEE ? cbrt(t) : t / (3 * KNEE * KNEE) + OFFSET;
}

static double expand(double t)
{
    return t > KNEE ? t * t * t : 3 * KNEE * KNEE * (t - OFFSET);
}

static lab_color to_lab(ik_color color)
{
    double r = linear_of_srgb(color.r), g = linear_of_srgb(color.g), b = linear_of_srgb(color.b);
    double y = compress(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
    double x = y, z = y;
    if (r != g || g != b) {
        x = compress((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE_X);
        z = compress((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE_Z);
    }
    return (lab_color){MAX(116 * y - 16, 0), 500 * (x - y), 200 * (y - z)};
}

static ik_color from_lab(lab_color color, double alpha)
{
    double f = (color.lightness + 16) / 116;
    double y = expand(f);
    double x = WHITE_X * expand(f + color.a / 500);
    double z = WHITE_Z * expand(f - color.b / 200);
    return (ik_color){srgb_of_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                      srgb_of_linear(-0.9787684 * x + 1.9161415 * y + 0.033454 * z),
                      srgb_of_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha};
}

static hcl_color to_hcl(ik_color color)
{
    lab_color lab = to_lab(color);
    double chroma = hypot(lab.a, lab.b);
    double hue = atan2(lab.b, lab.a) * 180 / G_PI;
    bool is_grey = chroma < 0.00005;
    return (hcl_color){is_grey ? NAN : hue < 0 ? hue + 360 : hue, chroma, lab.lightness};
}

static ik_color from_hcl(hcl_color color, double alpha)
{
    double hue = isnan(color.hue) ? 0 : color.hue * G_PI / 180;
    return from_lab((lab_color){color.lightness, cos(hue) * color.chroma, sin(hue) * color.chroma},
                    alpha);
}

static double between(double a, double b, double t)
{
    return a + t * (b - a);
}

ik_color ik_color_mix_lab(ik_color a, ik_color b, double t)
{
    lab_color from = to_lab(a), to = to_lab(b);
    lab_color mixed = {between(from.lightness, to.lightness, t), between(from.a, to.a, t),
                       between(from.b, to.b, t)};
    return from_lab(mixed, between(a.a, b.a, t));
}

static double mix_hues(double a, double b, double t)
{
    double way = b - a;
    if (way > 180)
        way -= 360;
    else if (way < -180)
        way += 360;
    return a + t * way;
}

ik_color ik_color_mix_hcl(ik_color a, ik_color b, double t)
{
    hcl_color from = to_hcl(a), to = to_hcl(b);
    hcl_color mixed = {NAN, between(from.chroma, to.chroma, t),
                       between(from.lightness, to.lightness, t)};
    if (!isnan(from.hue) && !isnan(to.hue))
        mixed.hue = mix_hues(from.hue, to.hue, t);
    else if (!isnan(from.hue)) {
        mixed.hue = from.hue;
        if (to.lightness == 1 || to.lightness == 0)
            mixed.chroma = from.chroma;
    } else if (!isnan(to.hue)) {
        mixed.hue = to.hue;
        if (from.lightness == 1 || from.lightness == 0)
            mixed.chroma = to.chroma;
    }
    return from_hcl(mixed, between(a.a, b.a, t));
}
