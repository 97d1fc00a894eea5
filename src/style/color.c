/* color.c — colours as CSS writes them.   [style] */
#include "color.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define MAX_TEXT 64

static bool parse_hex(const char *digits, ik_color *color)
{
    gsize n = strlen(digits);
    int nibbles[8] = {0};
    if (n != 3 && n != 4 && n != 6 && n != 8)
        return false;
    for (gsize i = 0; i < n; i++) {
        nibbles[i] = g_ascii_xdigit_value(digits[i]);
        if (nibbles[i] < 0)
            return false;
    }
    double parts[4] = {0, 0, 0, 1};
    bool is_short = n < 5;
    for (gsize i = 0; i < (is_short ? n : n / 2); i++)
        parts[i] = (is_short ? nibbles[i] * 17 : nibbles[2 * i] * 16 + nibbles[2 * i + 1]) / 255.0;
    *color = (ik_color){parts[0], parts[1], parts[2], parts[3]};
    return true;
}

/* Reads a number or percentage and what separates it from the next. */
static bool parse_part(const char **text, double *value, bool *is_percent)
{
    const char *start = *text;
    while (*start == ' ')
        start++;
    char *end = NULL;
    *value = g_ascii_strtod(start, &end);
    if (end == start || !isfinite(*value))
        return false;
    *is_percent = *end == '%';
    if (*is_percent)
        end++;
    if (g_str_has_prefix(end, "deg"))
        end += 3;
    while (*end == ' ')
        end++;
    if (*end == ',' || *end == '/')
        end++;
    *text = end;
    return true;
}

static double hue_part(double hue, double saturation, double lightness, double n)
{
    double k = fmod(n + hue / 30, 12);
    double chroma = saturation * MIN(lightness, 1 - lightness);
    return lightness - chroma * MAX(-1, MIN(MIN(k - 3, 9 - k), 1));
}

static ik_color from_hsl(const double parts[4])
{
    double hue = fmod(fmod(parts[0], 360) + 360, 360);
    double saturation = CLAMP(parts[1], 0, 1), lightness = CLAMP(parts[2], 0, 1);
    return (ik_color){hue_part(hue, saturation, lightness, 0),
                      hue_part(hue, saturation, lightness, 8),
                      hue_part(hue, saturation, lightness, 4), CLAMP(parts[3], 0, 1)};
}

static bool parse_function(const char *text, bool is_hsl, ik_color *color)
{
    double parts[4] = {0, 0, 0, 1};
    int n = 0;
    for (; n < 4 && *text != ')'; n++) {
        bool is_percent = false;
        if (!parse_part(&text, &parts[n], &is_percent))
            return false;
        if (is_percent)
            parts[n] /= 100;
        else if (!is_hsl && n < 3)
            parts[n] /= 255;
        if (is_hsl && (n == 1 || n == 2) && !is_percent)
            return false;
    }
    if (n < 3 || strcmp(text, ")") != 0)
        return false;
    *color = is_hsl ? from_hsl(parts)
                    : (ik_color){CLAMP(parts[0], 0, 1), CLAMP(parts[1], 0, 1),
                                 CLAMP(parts[2], 0, 1), CLAMP(parts[3], 0, 1)};
    return true;
}

bool ik_color_parse(const char *text, ik_color *color)
{
    char lower[MAX_TEXT] = {0};
    gsize n = strlen(text);
    uint32_t rgb = 0;
    if (n == 0 || n >= MAX_TEXT)
        return false;
    for (gsize i = 0; i <= n; i++)
        lower[i] = g_ascii_tolower(text[i]);
    if (lower[0] == '#')
        return parse_hex(lower + 1, color);
    const char *parenthesis = strchr(lower, '(');
    if (parenthesis != NULL) {
        bool is_hsl = g_str_has_prefix(lower, "hsl(") || g_str_has_prefix(lower, "hsla(");
        bool is_rgb = g_str_has_prefix(lower, "rgb(") || g_str_has_prefix(lower, "rgba(");
        return (is_hsl || is_rgb) && parse_function(parenthesis + 1, is_hsl, color);
    }
    if (strcmp(lower, "transparent") == 0) {
        *color = (ik_color){0, 0, 0, 0};
        return true;
    }
    if (!ik_color_named(lower, &rgb))
        return false;
    *color = (ik_color){(rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1};
    return true;
}

ik_color ik_color_mix(ik_color a, ik_color b, double t)
{
    return (ik_color){a.r + t * (b.r - a.r), a.g + t * (b.g - a.g), a.b + t * (b.b - a.b),
                      a.a + t * (b.a - a.a)};
}

bool ik_color_equal(ik_color a, ik_color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}
