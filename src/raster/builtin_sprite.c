/* builtin_sprite.c — the images that come with the program, drawn by code.   [raster]
 *
 * Patterns are drawn with every line and dot that reaches in from the neighbouring tiles of the
 * pattern, so that they repeat without a seam.
 */
#include "builtin_sprite.h"

#define PATTERN_PX 16
#define MARKER_PX  24
#define FULL_TURN  (2 * G_PI)

typedef void (*draw_fn)(cairo_t *cairo, int variant);

typedef struct {
    ik_builtin_image image;
    draw_fn draw;
    int variant;
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

/* ---- others ---- */

static void dot(cairo_t *cairo, double x, double y, double radius)
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x, y, radius, 0, FULL_TURN);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

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

#define PATTERN(name, draw, variant)                  \
    {                                                 \
        {name, PATTERN_PX, PATTERN_PX}, draw, variant \
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
    {{"marker", MARKER_PX, 32}, draw_marker, 0},
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
    cairo_restore(cairo);
}
