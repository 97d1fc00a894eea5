/* line_breaks.c — where a label is broken into lines.   [raster] */
#include "line_breaks.h"

#include <math.h>

#define NOWHERE          G_MAXUINT
#define ZERO_WIDTH_SPACE 0x200b
#define MOST_LOOKED_BACK 256u

/* Fines are counted in 24ths of an em, squared, as MapLibre does. */
#define UNITS_AN_EM 24.0

typedef struct {
    guint index; /* of the unit after the break */
    guint prior; /* the break before; NOWHERE: the line begins the text */
    double x;    /* advance up to here */
    double badness;
} candidate;

typedef struct {
    double target; /* width that all lines should have */
    GArray *candidates;
} search;

bool ik_line_breaks_is_space(gunichar character)
{
    return (character >= 0x09 && character <= 0x0d) || character == ' ';
}

static bool may_break_after(gunichar character)
{
    static const gunichar PLACES[] = {'\n', ' ',  '&',    ')',    '+',    '-',   '/',
                                      0xad, 0xb7, 0x200b, 0x2010, 0x2013, 0x2027};
    for (gsize i = 0; i < G_N_ELEMENTS(PLACES); i++)
        if (PLACES[i] == character)
            return true;
    return false;
}

/* Scripts without spaces between words: a line may end after any of their characters. */
static bool is_ideographic(gunichar c)
{
    static const struct {
        gunichar first, last;
    } BLOCKS[] = {
        {0x2e80, 0x303f},   /* CJK radicals, ideographic description, CJK symbols */
        {0x3040, 0x30ff},   /* Hiragana, Katakana */
        {0x3100, 0x312f},   /* Bopomofo */
        {0x31a0, 0x31ff},   /* Bopomofo extended, CJK strokes, Katakana extensions */
        {0x3200, 0x4dbf},   /* enclosed and compatible CJK, extension A */
        {0x4e00, 0x9fff},   /* CJK unified ideographs */
        {0xa000, 0xa4cf},   /* Yi */
        {0xf900, 0xfaff},   /* CJK compatibility ideographs */
        {0xfe10, 0xfe1f},   /* vertical forms */
        {0xfe30, 0xfe4f},   /* CJK compatibility forms */
        {0xff00, 0xffef},   /* half and full width forms */
        {0x20000, 0x3134f}, /* CJK extensions B to G */
    };
    for (gsize i = 0; i < G_N_ELEMENTS(BLOCKS); i++)
        if (c >= BLOCKS[i].first && c <= BLOCKS[i].last)
            return true;
    return false;
}

static double badness_of(const search *s, double width, double penalty, bool is_last)
{
    double ragged = (width - s->target) * (width - s->target);
    /* A last line shorter than the others looks better than a longer one. */
    if (is_last)
        return width < s->target ? ragged / 2 : ragged * 2;
    return ragged + fabs(penalty) * penalty;
}

static double penalty_between(gunichar before, gunichar after, bool is_suspect)
{
    double penalty = 0;
    if (before == '\n')
        penalty -= 10000;
    if (is_suspect)
        penalty += 150;
    if (before == '(' || before == 0xff08)
        penalty += 50;
    if (after == ')' || after == 0xff09)
        penalty += 50;
    return penalty;
}

/* The best way to end a line at `index`. A line has no more places to break than are looked back
 * at: a text of a million words is no label, but must not take a day either.
 */
static candidate best_end(const search *s, guint index, double x, double penalty, bool is_last)
{
    candidate best = {index, NOWHERE, x, badness_of(s, x, penalty, is_last)};
    guint n = s->candidates->len;
    for (guint i = n > MOST_LOOKED_BACK ? n - MOST_LOOKED_BACK : 0; i < n; i++) {
        const candidate *prior = &g_array_index(s->candidates, candidate, i);
        double badness = badness_of(s, x - prior->x, penalty, is_last) + prior->badness;
        if (badness > best.badness)
            continue;
        best.prior = i;
        best.badness = badness;
    }
    return best;
}

static void collect(const search *s, const candidate *last, GArray *breaks)
{
    guint n = 1, first = breaks->len;
    for (guint i = last->prior; i != NOWHERE; i = g_array_index(s->candidates, candidate, i).prior)
        n++;
    g_array_set_size(breaks, first + n);
    g_array_index(breaks, guint, first + --n) = last->index;
    for (guint i = last->prior; i != NOWHERE; i = g_array_index(s->candidates, candidate, i).prior)
        g_array_index(breaks, guint, first + --n) =
            g_array_index(s->candidates, candidate, i).index;
}

static bool breaks_after(const ik_break_unit *units, guint n, guint i)
{
    return may_break_after(units[i].character) || is_ideographic(units[i].character) ||
           units[i].is_image || (i + 2 < n && units[i + 1].character == '(');
}

static bool has_suggestions(const ik_break_unit *units, guint n)
{
    for (guint i = 0; i < n; i++)
        if (units[i].character == ZERO_WIDTH_SPACE)
            return true;
    return false;
}

static void find_balanced(const ik_break_unit *units, guint n, const search *s, double scale,
                          GArray *breaks)
{
    bool is_suggested = has_suggestions(units, n);
    double x = 0;
    for (guint i = 0; i < n; i++) {
        gunichar c = units[i].character;
        if (!ik_line_breaks_is_space(c))
            x += units[i].advance * scale;
        if (i + 1 == n || !breaks_after(units, n, i))
            continue;
        double penalty =
            penalty_between(c, units[i + 1].character, is_suggested && is_ideographic(c));
        candidate end = best_end(s, i + 1, x, penalty, false);
        g_array_append_val(s->candidates, end);
    }
    candidate last = best_end(s, n, x, 0, true);
    collect(s, &last, breaks);
}

static void find_line_feeds(const ik_break_unit *units, guint n, GArray *breaks)
{
    for (guint i = 1; i < n; i++)
        if (units[i - 1].character == '\n')
            g_array_append_val(breaks, i);
    g_array_append_val(breaks, n);
}

void ik_line_breaks_find(const ik_break_unit *units, guint n, double em, double max_width,
                         GArray *breaks)
{
    double total = 0;
    g_assert(em > 0);
    for (guint i = 0; i < n; i++)
        total += units[i].advance;
    if (max_width <= 0) {
        find_line_feeds(units, n, breaks);
        return;
    }
    double scale = UNITS_AN_EM / em;
    const search s = {total * scale / MAX(1, ceil(total / max_width)),
                      g_array_new(FALSE, FALSE, sizeof(candidate))};
    find_balanced(units, n, &s, scale, breaks);
    g_array_unref(s.candidates);
}
