/* scene.h — what to draw at one zoom level.   [scene]
 *
 * A style applied to the data at a zoom: fills by face, strokes by rank of border, circles, and
 * labels that were placed once over the whole map. Asked for a box, it answers with commands for
 * whoever draws; any boxes side by side give the same map. Immutable, shared between threads.
 *
 * Positions are tile units at the scene's zoom, 16 to a CSS pixel; lengths are CSS pixels.
 */
#ifndef IK_SCENE_H
#define IK_SCENE_H

#include "mercator.h"
#include "text_metrics.h"

#define IK_UNITS_PER_PIXEL 16

/* A 256-pixel tile of zoom 7 is what MapLibre shows at zoom 6: its world is twice as wide. */
#define IK_GRID_ZOOM_AHEAD 1

/* Radii, widths and sizes of text are kept below this: a slip in a style takes no memory. */
#define IK_MAX_LENGTH_PX 512.0

typedef struct ik_scene ik_scene;

typedef struct {
    double r, g, b, a; /* sRGB, 0..1, not multiplied by alpha */
} ik_paint;

/* Labels per layer: how many features wanted one, how many have one. */
typedef struct {
    guint wanted, placed;
} ik_label_count;

typedef enum { IK_STROKE_CAP_BUTT, IK_STROKE_CAP_ROUND, IK_STROKE_CAP_SQUARE } ik_stroke_cap;
typedef enum { IK_STROKE_JOIN_BEVEL, IK_STROKE_JOIN_ROUND, IK_STROKE_JOIN_MITER } ik_stroke_join;

#define IK_MAX_DASHES 8u

typedef struct {
    ik_paint paint;
    double width_px;
    double miter_limit;
    ik_stroke_cap cap;
    ik_stroke_join join;
    guint n_dashes; /* 0: solid */
    double dashes_px[IK_MAX_DASHES];
} ik_stroke;

typedef struct {
    double radius_px; /* without the ring */
    double ring_px;
    ik_paint paint, ring_paint;
} ik_circle_style;

typedef struct {
    ik_tile_point centre;
    guint32 style; /* index */
} ik_circle;

typedef struct {
    const char *text;
    ik_text_style style;
    ik_paint paint, halo_paint;
    double halo_px;
    ik_tile_point origin; /* see ik_text_extent */
    ik_tile_box box;      /* that no other label touches: text, halo and padding */
} ik_label;

/* ---- what is seen in a box ---- */

typedef enum {
    IK_DRAW_COVER,  /* the whole box in `paint` */
    IK_DRAW_FILLS,  /* fills that share borders but no area */
    IK_DRAW_STROKE, /* all paths in one stroke */
    IK_DRAW_CIRCLES,
    IK_DRAW_LABELS
} ik_draw_kind;

typedef struct {
    ik_draw_kind kind;
    guint first, count; /* of view->fills, paths, circles or labels */
    ik_paint paint;     /* COVER */
    ik_stroke stroke;   /* STROKE */
} ik_draw;

typedef struct {
    ik_paint paint;
    guint first_ring, n_rings; /* of view->ends; a ring begins where the one before ends */
} ik_fill;

typedef struct {
    guint first, count; /* of view->points; count 0: joined with another path */
    bool is_closed;     /* never with dashes, which begin at the first point */
    double start; /* length of the border before, tile units: where its dashes are */
} ik_path;

/* Reused from box to box; one for each thread. */
typedef struct {
    GArray *draws;       /* ik_draw, in the order to draw */
    GArray *fills;       /* ik_fill */
    GArray *paths;       /* ik_path */
    GArray *fill_points; /* ik_tile_point */
    GArray *ends;        /* guint, into fill_points */
    GArray *points;      /* ik_tile_point, of paths */
    GArray *circles;     /* guint32, into ik_scene_circles */
    GArray *labels;      /* guint32, into ik_scene_labels */
    GArray *found;       /* guint32, scratch: pieces of borders */
    GArray *hits;        /* guint32, scratch: circles or labels */
    GArray *faces;       /* guint32, scratch */
} ik_view;

void ik_view_init(ik_view *view);
void ik_view_clear(ik_view *view);

/* Fills `view` with what is to be drawn in `box` (its east and south edges excluded by the
 * drawer); nothing that reaches into the box is missing.
 */
void ik_scene_look(const ik_scene *scene, const ik_tile_box *box, ik_view *view);

/* Whether the box is one colour: only COVER commands. */
bool ik_view_is_flat(const ik_view *view);

/* The zoom of the grid, and that of MapLibre for which styles are written: at the latter, the world
 * is 512 CSS pixels wide times a power of two.
 */
double ik_scene_zoom(const ik_scene *scene);
double ik_scene_style_zoom(const ik_scene *scene);

const ik_circle *ik_scene_circles(const ik_scene *scene, guint *n);
const ik_circle_style *ik_scene_circle_styles(const ik_scene *scene, guint *n);
const ik_label *ik_scene_labels(const ik_scene *scene, guint *n);
ik_label_count ik_scene_label_count(const ik_scene *scene);

void ik_scene_free(ik_scene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_scene, ik_scene_free)

#endif
