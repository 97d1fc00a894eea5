/* builtin_sprite.c — the images that come with the program, drawn by code.   [raster]
 *
 * Patterns are drawn with every line and dot that reaches in from the neighbouring tiles of the
 * pattern, so that they repeat without a seam. Signs are drawn around (0, 0), six units each way.
 */
#include "builtin_sprite.h"

#define PATTERN_PX 16
#define THEME_PX   24
#define MARKER_PX  32
#define FULL_TURN  (2 * G_PI)

typedef void (*draw_fn)(cairo_t *cairo, int variant);

typedef struct {
    ik_builtin_image image;
    draw_fn draw;
    int variant;
    draw_fn sign; /* of a theme */
} builtin;

static void set_black(cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 0.1, 0.1, 0.1);
}

/* ---- patterns ---- */

static void draw_slant(cairo_t *cairo, int direction, int step)
{
    for (int x = -2 * PATTERN_PX; x <= 3 * PATTERN_PX; x += step) {
        cairo_move_to(cairo, x, direction > 0 ? PATTERN_PX + 2 : -2);
        cairo_line_to(cairo, x + PATTERN_PX + 4, direction > 0 ? -2 : PATTERN_PX + 2);
    }
    cairo_stroke(cairo);
}

static void draw_level(cairo_t *cairo, gboolean is_upright)
{
    for (int at = 2; at < PATTERN_PX; at += 4) {
        cairo_move_to(cairo, is_upright ? at : 0, is_upright ? 0 : at);
        cairo_line_to(cairo, is_upright ? at : PATTERN_PX, is_upright ? PATTERN_PX : at);
    }
    cairo_stroke(cairo);
}

/* 0 rising, 1 falling, 2 level, 3 upright, 4 crossed, 5 rising and dense. */
static void draw_hatch(cairo_t *cairo, int variant)
{
    set_black(cairo);
    cairo_set_line_width(cairo, 0.8);
    switch (variant) {
    case 0: draw_slant(cairo, 1, 8); break;
    case 1: draw_slant(cairo, -1, 8); break;
    case 2: draw_level(cairo, FALSE); break;
    case 3: draw_level(cairo, TRUE); break;
    case 4:
        draw_slant(cairo, 1, 8);
        draw_slant(cairo, -1, 8);
        break;
    default: draw_slant(cairo, 1, 4); break;
    }
}

/* Dots on a quincunx, the larger the number the darker. */
static void draw_dots(cairo_t *cairo, int variant)
{
    static const double RADII[] = {0.8, 1.2, 1.7};
    set_black(cairo);
    for (int row = 0; row <= 4; row++)
        for (int column = 0; column <= 2; column++) {
            double x = column * 8 + (row % 2) * 4;
            cairo_new_sub_path(cairo);
            cairo_arc(cairo, x, row * 4, RADII[variant], 0, FULL_TURN);
            cairo_close_path(cairo);
        }
    cairo_fill(cairo);
}

/* ---- signs of themes ---- */

static void dot(cairo_t *cairo, double x, double y, double radius)
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x, y, radius, 0, FULL_TURN);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

static void person(cairo_t *cairo, double x, double scale)
{
    dot(cairo, x, -2.6 * scale, 2 * scale);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x, 4.4 * scale, 3.6 * scale, G_PI, FULL_TURN);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

static void sign_coaching(cairo_t *cairo, int variant)
{
    (void)variant;
    person(cairo, -3, 0.95);
    person(cairo, 3.6, 0.75);
}

static void sign_everyday_life(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_move_to(cairo, -6, 0);
    cairo_line_to(cairo, 0, -5.6);
    cairo_line_to(cairo, 6, 0);
    cairo_line_to(cairo, 4.2, 0);
    cairo_line_to(cairo, 4.2, 5);
    cairo_line_to(cairo, 1.2, 5);
    cairo_line_to(cairo, 1.2, 1.4);
    cairo_line_to(cairo, -1.2, 1.4);
    cairo_line_to(cairo, -1.2, 5);
    cairo_line_to(cairo, -4.2, 5);
    cairo_line_to(cairo, -4.2, 0);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

static void sign_funding_advice(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_set_line_width(cairo, 1.6);
    cairo_arc(cairo, 1, 0, 4.4, 0.8, FULL_TURN - 0.8);
    cairo_stroke(cairo);
    cairo_move_to(cairo, -5.4, -1.3);
    cairo_line_to(cairo, 1.8, -1.3);
    cairo_move_to(cairo, -5.4, 1.3);
    cairo_line_to(cairo, 1.8, 1.3);
    cairo_stroke(cairo);
}

static void sign_internship(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_rectangle(cairo, -5.6, -2.6, 11.2, 3.2);
    cairo_rectangle(cairo, -5.6, 1.4, 11.2, 3.2);
    cairo_fill(cairo);
    cairo_set_line_width(cairo, 1.3);
    cairo_rectangle(cairo, -2, -4.4, 4, 2.4);
    cairo_stroke(cairo);
}

static void sign_language(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_move_to(cairo, -5.6, -4.4);
    cairo_line_to(cairo, 5.6, -4.4);
    cairo_line_to(cairo, 5.6, 2.2);
    cairo_line_to(cairo, -0.4, 2.2);
    cairo_line_to(cairo, -3.4, 5.2);
    cairo_line_to(cairo, -3.4, 2.2);
    cairo_line_to(cairo, -5.6, 2.2);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

static void sign_recognition(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_set_line_width(cairo, 2.4);
    cairo_move_to(cairo, -5, 0.4);
    cairo_line_to(cairo, -1.6, 3.8);
    cairo_line_to(cairo, 5, -3.6);
    cairo_stroke(cairo);
}

static void sign_training(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_move_to(cairo, -6.4, -1.4);
    cairo_line_to(cairo, 0, -4.6);
    cairo_line_to(cairo, 6.4, -1.4);
    cairo_line_to(cairo, 0, 1.8);
    cairo_close_path(cairo);
    cairo_fill(cairo);
    cairo_move_to(cairo, -3.4, 1.1);
    cairo_line_to(cairo, 0, 2.9);
    cairo_line_to(cairo, 3.4, 1.1);
    cairo_line_to(cairo, 3.4, 3.6);
    cairo_line_to(cairo, 0, 5.2);
    cairo_line_to(cairo, -3.4, 3.6);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

static void sign_volunteering(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_move_to(cairo, 0, 5.2);
    cairo_curve_to(cairo, -8.4, -0.4, -5.6, -5.4, -2.8, -5);
    cairo_curve_to(cairo, -1.4, -5, -0.4, -4, 0, -2.8);
    cairo_curve_to(cairo, 0.4, -4, 1.4, -5, 2.8, -5);
    cairo_curve_to(cairo, 5.6, -5.4, 8.4, -0.4, 0, 5.2);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

/* A wheel with eight teeth. */
static void sign_work(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_set_line_width(cairo, 2.2);
    for (int i = 0; i < 4; i++) {
        cairo_save(cairo);
        cairo_rotate(cairo, i * G_PI / 4);
        cairo_move_to(cairo, -5.8, 0);
        cairo_line_to(cairo, -2.8, 0);
        cairo_move_to(cairo, 2.8, 0);
        cairo_line_to(cairo, 5.8, 0);
        cairo_stroke(cairo);
        cairo_restore(cairo);
    }
    cairo_set_line_width(cairo, 2);
    cairo_arc(cairo, 0, 0, 3.2, 0, FULL_TURN);
    cairo_stroke(cairo);
}

/* A bulb: a good idea. */
static void sign_other(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_arc(cairo, 0, -1.6, 4, 0.8 * G_PI, 2.2 * G_PI);
    cairo_line_to(cairo, 1.8, 3);
    cairo_line_to(cairo, -1.8, 3);
    cairo_close_path(cairo);
    cairo_fill(cairo);
    cairo_rectangle(cairo, -1.8, 3.7, 3.6, 1.6);
    cairo_fill(cairo);
}

static void draw_theme(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_translate(cairo, THEME_PX / 2.0, THEME_PX / 2.0);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    dot(cairo, 0, 0, 11.5);
    cairo_set_source_rgb(cairo, 0x0b / 255.0, 0x5d / 255.0, 0x7a / 255.0);
    dot(cairo, 0, 0, 10.2);
    cairo_set_source_rgb(cairo, 1, 1, 1);
}

/* ---- others ---- */

static void draw_marker(cairo_t *cairo, int variant)
{
    (void)variant;
    cairo_arc(cairo, 12, 12, 10, 0.85 * G_PI, 0.15 * G_PI);
    cairo_line_to(cairo, 12, 31);
    cairo_close_path(cairo);
    cairo_set_source_rgb(cairo, 0xd6 / 255.0, 0, 0x4f / 255.0);
    cairo_fill_preserve(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_set_line_width(cairo, 1.5);
    cairo_stroke(cairo);
    dot(cairo, 12, 12, 4);
}

static void draw_arrow(cairo_t *cairo, int variant)
{
    (void)variant;
    set_black(cairo);
    cairo_move_to(cairo, 2, 6.6);
    cairo_line_to(cairo, 9, 6.6);
    cairo_line_to(cairo, 9, 3.4);
    cairo_line_to(cairo, 14.4, 8);
    cairo_line_to(cairo, 9, 12.6);
    cairo_line_to(cairo, 9, 9.4);
    cairo_line_to(cairo, 2, 9.4);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

/* ---- the table ---- */

#define PATTERN(name, draw, variant)                        \
    {                                                       \
        {name, PATTERN_PX, PATTERN_PX}, draw, variant, NULL \
    }
#define THEME(key)                                                     \
    {                                                                  \
        {"theme-" #key, THEME_PX, THEME_PX}, draw_theme, 0, sign_##key \
    }

static const builtin IMAGES[] = {
    PATTERN("arrow", draw_arrow, 0),
    PATTERN("dots-0", draw_dots, 0),
    PATTERN("dots-1", draw_dots, 1),
    PATTERN("dots-2", draw_dots, 2),
    PATTERN("hatch-0", draw_hatch, 0),
    PATTERN("hatch-1", draw_hatch, 1),
    PATTERN("hatch-2", draw_hatch, 2),
    PATTERN("hatch-3", draw_hatch, 3),
    PATTERN("hatch-4", draw_hatch, 4),
    PATTERN("hatch-5", draw_hatch, 5),
    {{"marker", THEME_PX, MARKER_PX}, draw_marker, 0, NULL},
    THEME(coaching),
    THEME(everyday_life),
    THEME(funding_advice),
    THEME(internship),
    THEME(language),
    THEME(other),
    THEME(recognition),
    THEME(training),
    THEME(volunteering),
    THEME(work),
};

guint ik_builtin_image_count(void)
{
    return G_N_ELEMENTS(IMAGES);
}

const ik_builtin_image *ik_builtin_image_at(guint index)
{
    g_assert(index < G_N_ELEMENTS(IMAGES));
    return &IMAGES[index].image;
}

void ik_builtin_image_draw(guint index, cairo_t *cairo)
{
    g_assert(index < G_N_ELEMENTS(IMAGES));
    const builtin *b = &IMAGES[index];
    cairo_save(cairo);
    cairo_rectangle(cairo, 0, 0, b->image.width, b->image.height);
    cairo_clip(cairo);
    cairo_new_path(cairo);
    b->draw(cairo, b->variant);
    if (b->sign != NULL)
        b->sign(cairo, 0);
    cairo_restore(cairo);
}
