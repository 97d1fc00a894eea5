/* symbol_placer.c — finds a symbol its place among those already placed.   [scene] */
#include "symbol_placer.h"

#include "symbol_anchor.h"
#include "text_path.h"

#include <math.h>

#define CIRCLE_STEP 2.5           /* radii between the middles of circles below a text */
#define LEAST_EMS   (10.0 / 24.0) /* of the height of a text that follows a line */

void ik_symbol_placing_init(ik_symbol_placing *placing)
{
    *placing =
        (ik_symbol_placing){.places = g_array_new(FALSE, FALSE, sizeof(ik_cluster_place)),
                            .path = g_array_new(FALSE, FALSE, sizeof(ik_path_point)),
                            .text_shapes = g_array_new(FALSE, FALSE, sizeof(ik_collision_shape)),
                            .icon_shapes = g_array_new(FALSE, FALSE, sizeof(ik_collision_shape))};
}

void ik_symbol_placing_clear(ik_symbol_placing *placing)
{
    GArray *const arrays[] = {placing->places, placing->path, placing->text_shapes,
                              placing->icon_shapes};
    for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
        if (arrays[i] != NULL)
            g_array_unref(arrays[i]);
    *placing = (ik_symbol_placing){0};
}

/* ---- boxes ---- */

static ik_text_extent turned(const ik_text_extent *extent, double angle)
{
    double cosine = cos(angle), sine = sin(angle);
    ik_text_extent box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    if (angle == 0)
        return *extent;
    for (int i = 0; i < 4; i++) {
        double x = i % 2 == 0 ? extent->left : extent->right;
        double y = i / 2 == 0 ? extent->top : extent->bottom;
        double to_x = x * cosine - y * sine, to_y = x * sine + y * cosine;
        box.left = fmin(box.left, to_x);
        box.top = fmin(box.top, to_y);
        box.right = fmax(box.right, to_x);
        box.bottom = fmax(box.bottom, to_y);
    }
    return box;
}

static int32_t units_down(double px)
{
    return (int32_t)floor(px * IK_UNITS_PER_PIXEL);
}

static int32_t units_up(double px)
{
    return (int32_t)ceil(px * IK_UNITS_PER_PIXEL);
}

ik_tile_box ik_turned_box(ik_tile_point point, const ik_text_extent *extent, double angle)
{
    ik_text_extent box = turned(extent, angle);
    return (ik_tile_box){point.x + units_down(box.left), point.y + units_down(box.top),
                         point.x + units_up(box.right), point.y + units_up(box.bottom)};
}

ik_tile_point ik_moved_point(ik_tile_point point, const double by_px[2])
{
    return (ik_tile_point){point.x + (int32_t)floor(by_px[0] * IK_UNITS_PER_PIXEL + 0.5),
                           point.y + (int32_t)floor(by_px[1] * IK_UNITS_PER_PIXEL + 0.5)};
}

static ik_text_extent padded(ik_text_extent box, const double padding[4])
{
    return (ik_text_extent){box.left - padding[3], box.top - padding[0], box.right + padding[1],
                            box.bottom + padding[2]};
}

static bool is_free(const ik_collision_grid *grid, const GArray *shapes)
{
    for (guint i = 0; i < shapes->len; i++)
        if (ik_collision_grid_hits(grid, &g_array_index(shapes, ik_collision_shape, i)))
            return false;
    return true;
}

static void take(ik_collision_grid *grid, const GArray *shapes)
{
    for (guint i = 0; i < shapes->len; i++)
        ik_collision_grid_add(grid, &g_array_index(shapes, ik_collision_shape, i));
}

static void set_box(GArray *shapes, const ik_tile_box *box, guint overlap)
{
    const ik_collision_shape shape = {*box, false, overlap};
    g_array_set_size(shapes, 0);
    g_array_append_val(shapes, shape);
}

/* ---- text at a point ---- */

typedef struct {
    const ik_collision_grid *grid;
    const ik_symbol *symbol;
    const ik_symbol_site *site;
    ik_symbol_placing *placing;
} attempt;

/* How far a text moves from its middle to stand as `stand` says, where its room, padding included,
 * is width x height.
 */
static void shift_for(const ik_symbol_stand *stand, double width, double height, double em,
                      double shift[2])
{
    double across = 0, down = 0;
    ik_anchor_alignment(stand->anchor, &across, &down);
    shift[0] = (0.5 - across) * width + stand->offset[0] * em;
    shift[1] = (0.5 - down) * height + stand->offset[1] * em;
}

/* A text that the edge cuts is worse than one that covers anything. */
#define OUTSIDE 1000000u

/* What is lost where the text at hand stands now. */
static guint cost(const attempt *a)
{
    const ik_collision_shape *shape =
        &g_array_index(a->placing->text_shapes, ik_collision_shape, 0);
    const ik_tile_box *box = &shape->box, *page = &a->placing->page;
    const bool is_inside = box->min_x >= page->min_x && box->max_x <= page->max_x &&
                           box->min_y >= page->min_y && box->max_y <= page->max_y;
    return ik_collision_grid_count(a->placing->avoided, shape) + (is_inside ? 0 : OUTSIDE);
}

static bool try_stand(const attempt *a, guint number, guint overlap)
{
    const ik_symbol_part *part = &a->symbol->text_part;
    const ik_symbol_stand *stand = &a->symbol->stands[number];
    ik_text_extent block = ik_symbol_text_block(a->symbol, part->room);
    ik_text_extent around = padded(block, part->padding_px);
    around = turned(&around, part->angle);
    double em = a->symbol->text.size_px * part->room, shift[2] = {0, 0};
    double width = around.right - around.left, height = around.bottom - around.top;
    if (a->symbol->is_variable)
        shift_for(stand, width, height, em, shift);
    ik_tile_point point = ik_moved_point(a->site->point, part->translate_px);
    ik_text_extent moved = {around.left + shift[0], around.top + shift[1], around.right + shift[0],
                            around.bottom + shift[1]};
    ik_tile_box box = ik_turned_box(point, &moved, 0);
    set_box(a->placing->text_shapes, &box, overlap);
    if (!is_free(a->grid, a->placing->text_shapes))
        return false;
    /* Room is made for the size at the end of the zoom step; what is drawn is as much smaller. */
    if (a->symbol->is_variable) {
        a->placing->text_px[0] = shift[0] / part->room;
        a->placing->text_px[1] = shift[1] / part->room;
    } else {
        const ik_text_shape *shape = &a->symbol->shape;
        shift_for(stand, shape->width_px, shape->step_px, a->symbol->text.size_px,
                  a->placing->text_px);
    }
    a->placing->stand = number;
    return true;
}

static bool try_first(const attempt *a, guint overlap)
{
    for (guint i = 0; i < a->symbol->n_stands; i++)
        if (try_stand(a, i, overlap))
            return true;
    return false;
}

/* The first of the stands that lose least. */
static bool try_cheapest(const attempt *a)
{
    guint best = a->symbol->n_stands, least = G_MAXUINT;
    for (guint i = 0; i < a->symbol->n_stands && least > 0; i++) {
        if (!try_stand(a, i, IK_OVERLAP_NEVER) || cost(a) >= least)
            continue;
        best = i;
        least = cost(a);
    }
    return best < a->symbol->n_stands && try_stand(a, best, IK_OVERLAP_NEVER);
}

static bool place_at_point(const attempt *a)
{
    guint overlap = a->symbol->text_part.overlap;
    a->placing->text_angle = a->symbol->text_part.angle;
    if (!a->symbol->is_variable)
        return try_stand(a, 0, overlap);
    if (a->placing->avoided != NULL ? try_cheapest(a) : try_first(a, IK_OVERLAP_NEVER)) {
        /* What found room without overlapping may be overlapped as the style says. */
        g_array_index(a->placing->text_shapes, ik_collision_shape, 0).overlap = overlap;
        return true;
    }
    return overlap != IK_OVERLAP_NEVER && try_first(a, overlap);
}

/* ---- text along a line ---- */

static void add_circle(const attempt *a, const ik_line_place *place, double radius)
{
    const ik_symbol_part *part = &a->symbol->text_part;
    const double by[2] = {place->x - a->site->place.x + part->translate_px[0],
                          place->y - a->site->place.y + part->translate_px[1]};
    ik_tile_point middle = ik_moved_point(a->site->point, by);
    int32_t reach = units_up(radius);
    const ik_collision_shape shape = {
        {middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach},
        true,
        part->overlap};
    g_array_append_val(a->placing->text_shapes, shape);
}

/* Circles from the middle of the first letter to that of the last, evenly, at most two and a half radii apart, as in
 * MapLibre. */
static void cover_with_circles(const attempt *a)
{
    const ik_symbol_part *part = &a->symbol->text_part;
    const GArray *path = a->placing->path;
    double radius =
        fmax(a->symbol->shape.height_px, LEAST_EMS * a->symbol->text.size_px) * part->room / 2 +
        part->padding_px[0];
    double begin = g_array_index(path, ik_path_point, 0).at;
    double length = g_array_index(path, ik_path_point, path->len - 1).at - begin;
    double margin = fmin(radius * 0.25, length / 2), inner = length - 2 * margin;
    guint n = length <= radius / 2 ? 1 : (guint)ceil(inner / (CIRCLE_STEP * radius)) + 1;
    g_array_set_size(a->placing->text_shapes, 0);
    for (guint i = 0; i < n; i++) {
        double t = (double)i / MAX(n - 1, 1);
        ik_line_place place = ik_text_path_at(path, begin + margin + t * inner);
        add_circle(a, &place, radius);
    }
}

static bool place_along_line(const attempt *a)
{
    const ik_symbol *symbol = a->symbol;
    double across = 0, down = 0, size = symbol->text.size_px;
    ik_anchor_alignment(symbol->stands[0].anchor, &across, &down);
    const ik_line_text text = {
        .clusters = (const ik_text_cluster *)(gpointer)symbol->clusters->data,
        .n = symbol->clusters->len,
        .offset_px = {symbol->stands[0].offset[0] * size, symbol->stands[0].offset[1] * size},
        .shift_px = {(0.5 - across) * symbol->shape.width_px, (0.5 - down) * symbol->shape.step_px},
        .is_upright = symbol->text_part.is_upright};
    g_array_set_size(a->placing->places, 0);
    if (!ik_line_set_text(a->site->line, &a->site->place, &text, a->placing->places,
                          a->placing->path))
        return false;
    cover_with_circles(a);
    return is_free(a->grid, a->placing->text_shapes);
}

static bool place_text(const attempt *a)
{
    if (!a->symbol->has_text)
        return false;
    if (a->symbol->text_part.follows_line && a->site->line != NULL)
        return place_along_line(a);
    return place_at_point(a);
}

/* ---- icon ---- */

static double icon_angle(const attempt *a)
{
    const ik_symbol_part *part = &a->symbol->icon_part;
    double angle = part->angle;
    if (!part->follows_line || a->site->line == NULL)
        return angle;
    double along = a->site->place.angle;
    if (part->is_upright && cos(along) < 0)
        along += G_PI;
    return angle + along;
}

static bool place_icon(const attempt *a, bool is_text_placed)
{
    const ik_symbol *symbol = a->symbol;
    const ik_symbol_part *part = &symbol->icon_part;
    ik_symbol_placing *placing = a->placing;
    if (symbol->icon == NULL)
        return false;
    placing->icon_angle = icon_angle(a);
    placing->icon_shift_px[0] = placing->icon_shift_px[1] = 0;
    if (symbol->icon_fits_text && symbol->is_variable && is_text_placed)
        for (int i = 0; i < 2; i++)
            placing->icon_shift_px[i] = placing->text_px[i];
    ik_text_extent around = padded(symbol->icon_room, part->padding_px);
    ik_tile_point point = ik_moved_point(a->site->point, part->translate_px);
    around.left += placing->icon_shift_px[0];
    around.right += placing->icon_shift_px[0];
    around.top += placing->icon_shift_px[1];
    around.bottom += placing->icon_shift_px[1];
    ik_tile_box box = ik_turned_box(point, &around, placing->icon_angle);
    set_box(placing->icon_shapes, &box, part->overlap);
    return is_free(a->grid, placing->icon_shapes);
}

/* ---- the whole ---- */

bool ik_symbol_place(ik_collision_grid *grid, const ik_symbol *symbol, const ik_symbol_site *site,
                     ik_symbol_placing *placing)
{
    const attempt a = {grid, symbol, site, placing};
    g_array_set_size(placing->places, 0);
    bool text = place_text(&a);
    bool icon = place_icon(&a, text);
    bool icon_may_be_alone = symbol->text_part.is_optional || !symbol->has_text;
    bool text_may_be_alone = symbol->icon_part.is_optional || symbol->icon == NULL;
    bool both = text && icon;
    placing->has_text = text_may_be_alone ? text : both;
    placing->has_icon = icon_may_be_alone ? icon : both;
    if (placing->has_text && !symbol->text_part.is_ghost)
        take(grid, placing->text_shapes);
    if (placing->has_icon && !symbol->icon_part.is_ghost)
        take(grid, placing->icon_shapes);
    return placing->has_text || placing->has_icon;
}
