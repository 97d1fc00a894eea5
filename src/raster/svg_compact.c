/* svg_compact.c — Cairo's SVG in a third of its bytes, with the same picture.   [raster] */
#include "svg_compact.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define STEPS     100 /* of a unit */
#define MAX_VALUE 1e9

/* Whole steps. */
typedef struct {
    gint64 x, y;
} position;

typedef struct {
    GString *out;
    char command;      /* written last */
    bool has_fraction; /* the number written last */
    position at;       /* where the pen is */
    position begin;    /* of the subpath */
    guint n_drawn;     /* segments of the subpath that have been written */
} pen;

/* ---- numbers ---- */

static void append_number(GString *out, gint64 steps)
{
    const guint64 size = (guint64)ABS(steps);
    const guint fraction = (guint)(size % STEPS);
    if (steps < 0)
        g_string_append_c(out, '-');
    if (size >= STEPS || fraction == 0)
        g_string_append_printf(out, "%" G_GUINT64_FORMAT, size / STEPS);
    if (fraction % 10 != 0)
        g_string_append_printf(out, ".%02u", fraction);
    else if (fraction != 0)
        g_string_append_printf(out, ".%u", fraction / 10);
}

/* Where nothing else ends a number, a blank does; a sign or, after a fraction, another point do. */
static void put_number(pen *p, gint64 steps)
{
    const bool is_small = steps > 0 && steps < STEPS;
    const bool is_first = g_ascii_isalpha(p->out->str[p->out->len - 1]);
    if (!is_first && steps >= 0 && !(is_small && p->has_fraction))
        g_string_append_c(p->out, ' ');
    append_number(p->out, steps);
    p->has_fraction = steps % STEPS != 0;
}

static const char *after_blanks(const char *at)
{
    while (*at == ' ')
        at++;
    return at;
}

/* A number behind blanks; false, `at` where it was, when there is none. Only its own characters are looked at: some
 * versions of strtod measure the whole text.
 */
static bool take_number(const char **at, double *value)
{
    char digits[48], *end;
    const char *begin = after_blanks(*at);
    gsize n = 0;
    while (n + 1 < sizeof digits &&
           (g_ascii_isalnum(begin[n]) || strchr("+-.", begin[n]) != NULL) && begin[n] != '\0') {
        digits[n] = begin[n];
        n++;
    }
    digits[n] = '\0';
    *value = g_ascii_strtod(digits, &end);
    if (end == digits)
        return false;
    *at = begin + (end - digits);
    return true;
}

static bool read_number(const char **at, gint64 *steps)
{
    const char *next = *at;
    double value;
    if (!take_number(&next, &value) || !(fabs(value) < MAX_VALUE))
        return false;
    *steps = llround(value * STEPS);
    *at = next;
    return true;
}

static bool read_positions(const char **at, position *positions, guint n)
{
    for (guint i = 0; i < n; i++)
        if (!read_number(at, &positions[i].x) || !read_number(at, &positions[i].y))
            return false;
    return true;
}

/* ---- paths ---- */

static void put_positions(pen *p, char command, const position *positions, guint n)
{
    if (p->command != command)
        g_string_append_c(p->out, command);
    p->command = command;
    for (guint i = 0; i < n; i++) {
        put_number(p, positions[i].x - p->at.x);
        put_number(p, positions[i].y - p->at.y);
    }
    p->at = positions[n - 1];
    p->n_drawn++;
}

/* A move to where nothing is drawn says nothing: it waits for what comes. */
static void put_line(pen *p, position to)
{
    if (p->n_drawn == 0 || to.x != p->at.x || to.y != p->at.y)
        put_positions(p, 'l', &to, 1);
}

static void put_move(pen *p)
{
    const position to = p->begin;
    p->command = '\0';
    put_positions(p, 'm', &to, 1);
    p->command = 'l'; /* what follows the first pair of a move is a line */
    p->n_drawn = 0;
}

static void put_close(pen *p)
{
    g_string_append_c(p->out, 'z');
    p->command = 'z';
    p->at = p->begin;
}

/* Path data as Cairo writes it, up to `end`; false when it is something else. */
static bool compact_path(pen *p, const char *at, const char *end)
{
    position to[3];
    bool is_moved = false; /* a move waits */
    for (at = after_blanks(at); at < end; at = after_blanks(at)) {
        const char command = *at++;
        const guint n = command == 'C' ? 3 : command == 'Z' ? 0 : 1;
        if (strchr("MLCZ", command) == NULL || !read_positions(&at, to, n))
            return false;
        if (command == 'M') {
            p->begin = to[0];
            is_moved = true;
            continue;
        }
        if (is_moved)
            put_move(p);
        is_moved = false;
        if (command == 'L')
            put_line(p, to[0]);
        else if (command == 'C')
            put_positions(p, 'c', to, 3);
        else
            put_close(p);
    }
    return at == end;
}

/* ---- attributes ---- */

static void compact_data(GString *out, const char *start, const char *end)
{
    g_autoptr(GString) data = g_string_new("\"");
    pen p = {.out = data};
    if (compact_path(&p, start, end))
        g_string_append_len(out, data->str + 1, (gssize)data->len - 1);
    else
        g_string_append_len(out, start, end - start);
}

static void compact_value(GString *out, const char *start, const char *end)
{
    gint64 steps;
    const char *at = start;
    if (read_number(&at, &steps) && at == end)
        append_number(out, steps);
    else
        g_string_append_len(out, start, end - start);
}

/* "rgb(83.921569%,0%,30.980392%)" → "#d6004f"; 0 where it is something else. */
static gsize compact_color(GString *out, const char *at)
{
    static const char BEGINNING[] = "rgb(";
    guint channels[3];
    const char *start = at;
    if (strncmp(at, BEGINNING, strlen(BEGINNING)) != 0)
        return 0;
    at += strlen(BEGINNING);
    for (guint i = 0; i < 3; i++) {
        double value;
        if (!take_number(&at, &value) || at[0] != '%' || at[1] != (i < 2 ? ',' : ')'))
            return 0;
        value = value * 255 / 100;
        if (!(fabs(value - round(value)) < 1e-4) || value < 0 || value > 255.1)
            return 0;
        channels[i] = (guint)lround(value);
        at += 2;
    }
    g_string_append_printf(out, "#%02x%02x%02x", channels[0], channels[1], channels[2]);
    return (gsize)(at - start);
}

typedef struct {
    const char *opening; /* with the quote */
    void (*compact)(GString *out, const char *start, const char *end);
} rule;

static const rule RULES[] = {
    {" d=\"", compact_data}, {" x=\"", compact_value}, {" y=\"", compact_value}};

/* What stands between quotes after one of the names above; 0 where nothing of that begins here. */
static gsize compact_attribute(GString *out, const char *at)
{
    for (gsize i = 0; i < G_N_ELEMENTS(RULES); i++) {
        const gsize length = strlen(RULES[i].opening);
        const char *end =
            strncmp(at, RULES[i].opening, length) == 0 ? strchr(at + length, '"') : NULL;
        if (end == NULL)
            continue;
        g_string_append_len(out, at, (gssize)length);
        RULES[i].compact(out, at + length, end);
        return (gsize)(end - at);
    }
    return 0;
}

void ik_svg_compact(GString *svg)
{
    g_autoptr(GString) out = g_string_sized_new(svg->len / 2);
    bool is_in_tag = false;
    for (const char *at = svg->str; *at != '\0';) {
        gsize done = 0;
        if (is_in_tag && *at == ' ')
            done = compact_attribute(out, at);
        else if (is_in_tag && *at == 'r')
            done = compact_color(out, at);
        is_in_tag = *at == '<' || (is_in_tag && *at != '>');
        if (done == 0)
            g_string_append_c(out, *at);
        at += MAX(done, 1);
    }
    g_string_assign(svg, out->str);
}
