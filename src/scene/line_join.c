/* line_join.c — lines of a symbol layer joined where they go on under the same text.   [scene] */
#include "line_join.h"

#include "scene.h"

#include <math.h>

#define NOBODY G_MAXUINT

/* How far apart an end and a beginning may lie that are one, in tile units: a CSS pixel. Tiles round the same corner
 * each to its own grid. */
#define NEAR IK_UNITS_PER_PIXEL

typedef struct {
    guint feature, text; /* numbers */
    guint first, count;  /* of the points */
    guint next, previous;
    bool is_taken; /* it is in a joined line */
} piece;

struct ik_line_join {
    GPtrArray *features; /* const ik_set_feature */
    GHashTable *texts;   /* text → number + 1 */
    GArray *pieces;
    GArray *points; /* ik_grid_position */
    bool is_open;   /* the last piece goes on */
    ik_feature_set *joined;
    GArray *origins; /* guint */
};

ik_line_join *ik_line_join_new(void)
{
    ik_line_join *join = g_new0(ik_line_join, 1);
    join->features = g_ptr_array_new();
    join->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    join->pieces = g_array_new(FALSE, FALSE, sizeof(piece));
    join->points = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    join->origins = g_array_new(FALSE, FALSE, sizeof(guint));
    return join;
}

void ik_line_join_free(ik_line_join *join)
{
    if (join == NULL)
        return;
    g_ptr_array_unref(join->features);
    g_hash_table_unref(join->texts);
    g_array_unref(join->pieces);
    g_array_unref(join->points);
    g_array_unref(join->origins);
    ik_feature_set_free(join->joined);
    g_free(join);
}

static piece *piece_at(const ik_line_join *join, guint number)
{
    return &g_array_index(join->pieces, piece, number);
}

static const ik_grid_position *point_at(const ik_line_join *join, guint number)
{
    return &g_array_index(join->points, ik_grid_position, number);
}

/* ---- pieces ---- */

static guint number_of_text(ik_line_join *join, const char *text)
{
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(join->texts, text));
    if (number == 0) {
        number = g_hash_table_size(join->texts) + 1;
        g_hash_table_insert(join->texts, g_strdup(text), GUINT_TO_POINTER(number));
    }
    return number - 1;
}

static void begin_piece(ik_line_join *join, guint text)
{
    const piece begun = {.feature = join->features->len - 1,
                         .text = text,
                         .first = join->points->len,
                         .next = NOBODY,
                         .previous = NOBODY};
    g_array_append_val(join->pieces, begun);
    join->is_open = true;
}

static void add_point(const ik_line_join *join, ik_grid_position point)
{
    piece *last = piece_at(join, join->pieces->len - 1);
    if (last->count > 0) {
        const ik_grid_position *before = point_at(join, join->points->len - 1);
        if (before->x == point.x && before->y == point.y)
            return;
    }
    g_array_append_val(join->points, point);
    last->count++;
}

static void end_piece(ik_line_join *join)
{
    if (!join->is_open)
        return;
    const piece *last = piece_at(join, join->pieces->len - 1);
    if (last->count < 2) {
        g_array_set_size(join->points, last->first);
        g_array_set_size(join->pieces, join->pieces->len - 1);
    }
    join->is_open = false;
}

/* ---- cutting ---- */

/* The corners of a clip, clockwise on screen. */
typedef struct {
    ik_grid_position corners[4];
} clip_ring;

static clip_ring ring_of(const ik_clip *clip)
{
    const ik_tile_box *box = &clip->box;
    clip_ring ring = {{{box->min_x, box->min_y},
                       {box->max_x, box->min_y},
                       {box->max_x, box->max_y},
                       {box->min_x, box->max_y}}};
    for (guint i = 0; i < clip->n_ring; i++)
        ring.corners[i] = (ik_grid_position){clip->ring[i].x, clip->ring[i].y};
    return ring;
}

static double side_of(ik_grid_position a, ik_grid_position b, ik_grid_position p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/* Cyrus and Beck: the part of a segment, `from` to `to` of 0..1, inside a convex ring. */
static bool cut_segment(const clip_ring *ring, ik_grid_position a, ik_grid_position b, double *from,
                        double *to)
{
    for (guint i = 0; i < 4; i++) {
        const ik_grid_position c = ring->corners[i], d = ring->corners[(i + 1) % 4];
        const double at_a = side_of(c, d, a), at_b = side_of(c, d, b);
        if (at_a < 0 && at_b < 0)
            return false;
        if (at_a < 0)
            *from = MAX(*from, at_a / (at_a - at_b));
        else if (at_b < 0)
            *to = MIN(*to, at_a / (at_a - at_b));
    }
    return *from < *to;
}

static ik_grid_position between(ik_grid_position a, ik_grid_position b, double part)
{
    return (ik_grid_position){a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

static void add_line(ik_line_join *join, const ik_tile_point *points, guint n,
                     const clip_ring *ring, guint text)
{
    for (guint i = 1; i < n; i++) {
        const ik_grid_position a = {points[i - 1].x, points[i - 1].y},
                               b = {points[i].x, points[i].y};
        double from = 0, to = 1;
        if (ring != NULL && !cut_segment(ring, a, b, &from, &to)) {
            end_piece(join);
            continue;
        }
        if (!join->is_open) {
            begin_piece(join, text);
            add_point(join, between(a, b, from));
        }
        add_point(join, to < 1 ? between(a, b, to) : b);
        if (to < 1)
            end_piece(join);
    }
    end_piece(join);
}

void ik_line_join_add(ik_line_join *join, const ik_feature_set *set, const ik_set_feature *feature,
                      const char *text)
{
    const ik_clip *clip = ik_feature_set_clip(set);
    const clip_ring ring = clip != NULL ? ring_of(clip) : (clip_ring){0};
    const guint number = number_of_text(join, text);
    g_ptr_array_add(join->features, (gpointer)(guintptr)feature);
    for (guint part = 0; part < feature->n_parts; part++) {
        guint n;
        const ik_tile_point *points = ik_feature_set_part(set, feature, part, &n);
        add_line(join, points, n, clip != NULL ? &ring : NULL, number);
    }
}

/* ---- joining ---- */

/* A beginning, for looking up. */
typedef struct {
    guint text, piece;
    ik_grid_position at;
} beginning;

static int compare_beginnings(gconstpointer a, gconstpointer b)
{
    const beginning *x = a, *y = b;
    if (x->text != y->text)
        return x->text < y->text ? -1 : 1;
    if (x->at.x != y->at.x)
        return x->at.x < y->at.x ? -1 : 1;
    return x->piece < y->piece ? -1 : x->piece > y->piece;
}

static GArray *sorted_beginnings(const ik_line_join *join)
{
    GArray *beginnings = g_array_new(FALSE, FALSE, sizeof(beginning));
    for (guint i = 0; i < join->pieces->len; i++) {
        const piece *p = piece_at(join, i);
        const beginning begins = {p->text, i, *point_at(join, p->first)};
        g_array_append_val(beginnings, begins);
    }
    g_array_sort(beginnings, compare_beginnings);
    return beginnings;
}

static guint first_from(const GArray *beginnings, guint text, double x)
{
    guint low = 0, high = beginnings->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        const beginning *b = &g_array_index(beginnings, beginning, middle);
        if (b->text < text || (b->text == text && b->at.x < x))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The piece that begins nearest to where `number` ends, if no other goes before it. */
static guint find_next(const ik_line_join *join, const GArray *beginnings, guint number)
{
    const piece *p = piece_at(join, number);
    const ik_grid_position end = *point_at(join, p->first + p->count - 1);
    guint best = NOBODY;
    double least = NEAR;
    for (guint i = first_from(beginnings, p->text, end.x - NEAR); i < beginnings->len; i++) {
        const beginning *b = &g_array_index(beginnings, beginning, i);
        if (b->text != p->text || b->at.x > end.x + NEAR)
            break;
        const double distance = hypot(b->at.x - end.x, b->at.y - end.y);
        if (b->piece == number || piece_at(join, b->piece)->previous != NOBODY ||
            distance > least || (best != NOBODY && distance == least))
            continue;
        best = b->piece;
        least = distance;
    }
    return best;
}

static void link_pieces(const ik_line_join *join)
{
    g_autoptr(GArray) beginnings = sorted_beginnings(join);
    for (guint i = 0; i < join->pieces->len; i++) {
        const guint next = find_next(join, beginnings, i);
        if (next == NOBODY)
            continue;
        piece_at(join, i)->next = next;
        piece_at(join, next)->previous = i;
    }
}

/* ---- the joined lines ---- */

/* The beginning of all pieces but the first is the end of the one before: two corners so near each other would be a
 * sharp bend. */
static void append_pieces(const ik_line_join *join, guint head, GArray *line)
{
    for (guint at = head; at != NOBODY && !piece_at(join, at)->is_taken;) {
        piece *p = piece_at(join, at);
        const guint skipped = at == head ? 0 : 1;
        g_array_append_vals(line, point_at(join, p->first + skipped), p->count - skipped);
        p->is_taken = true;
        at = p->next;
    }
}

static void add_joined(ik_line_join *join, guint head)
{
    g_autoptr(GArray) line = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    const piece *first = piece_at(join, head);
    const ik_set_feature *feature = g_ptr_array_index(join->features, first->feature);
    append_pieces(join, head, line);
    ik_feature_set_begin(join->joined, IK_SHAPE_LINE, feature->feature.id);
    for (guint i = 0; i < feature->feature.n_attributes; i++)
        ik_feature_set_attribute(join->joined, feature->feature.attributes[i].name,
                                 feature->feature.attributes[i].value);
    ik_feature_set_line(join->joined, (const ik_grid_position *)(gpointer)line->data, line->len);
    if (ik_feature_set_end(join->joined))
        g_array_append_val(join->origins, first->feature);
}

const ik_feature_set *ik_line_join_finish(ik_line_join *join)
{
    join->joined = ik_feature_set_new(NULL);
    link_pieces(join);
    for (guint i = 0; i < join->pieces->len; i++)
        if (piece_at(join, i)->previous == NOBODY)
            add_joined(join, i);
    /* What is left are rings. */
    for (guint i = 0; i < join->pieces->len; i++)
        if (!piece_at(join, i)->is_taken)
            add_joined(join, i);
    ik_feature_set_seal(join->joined);
    return join->joined;
}

guint ik_line_join_origin(const ik_line_join *join, guint line)
{
    return g_array_index(join->origins, guint, line);
}
