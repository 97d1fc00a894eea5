/* scene.h — what to draw at one zoom level.   [scene]
 *
 * A style applied to the data at a zoom: fills, strokes, circles, heat, pictures, and labels that
 * were placed once over the whole map. Asked for a box, it answers with commands for whoever draws;
 * any boxes side by side give the same map. Immutable, shared between threads.
 *
 * Positions are tile units at the scene's zoom, 16 to a CSS pixel, from the scene's origin; lengths
 * are CSS pixels. What a style moves (translate, line-offset) stands where it is moved to.
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

/* Pixels that somebody else keeps, as Cairo's ARGB32: colours multiplied by alpha, rows without
 * gaps. The scene only hands them on.
 */
typedef struct {
    guint width, height; /* pixels */
    double pixel_ratio;  /* of its pixels a CSS pixel */
    const uint32_t *pixels;
} ik_bitmap;

/* A bitmap repeated over the plane, with a corner at `anchor`. */
typedef struct {
    ik_bitmap bitmap;
    double width_px, height_px; /* of one repetition */
    double anchor_x, anchor_y;  /* tile units, 0 <= anchor < the size of a repetition */
} ik_pattern;

typedef enum { IK_STROKE_CAP_BUTT, IK_STROKE_CAP_ROUND, IK_STROKE_CAP_SQUARE } ik_stroke_cap;
typedef enum { IK_STROKE_JOIN_BEVEL, IK_STROKE_JOIN_ROUND, IK_STROKE_JOIN_MITER } ik_stroke_join;

#define IK_MAX_DASHES 32u

typedef struct {
    ik_paint paint;
    double width_px;
    double miter_limit;
    ik_stroke_cap cap;
    ik_stroke_join join;
    guint n_dashes; /* 0: solid */
    double dashes_px[IK_MAX_DASHES];
    double gap_width_px;       /* > 0: two lines of width_px, so far apart */
    double blur_px;            /* the edges fade over so much, inwards */
    const ik_paint *gradient;  /* IK_GRADIENT_STEPS paints along the path; NULL: `paint` */
    const ik_pattern *pattern; /* along the path, as high as the line is wide; NULL: `paint` */
} ik_stroke;

/* Paints of a ramp: the i-th is that at i / (steps - 1). */
#define IK_GRADIENT_STEPS 256u

typedef struct {
    double radius_px; /* without the ring */
    double ring_px;
    ik_paint paint, ring_paint;
    double blur; /* part of radius and ring over which the edge fades, inwards; 0: smooth only */
} ik_circle_style;

/* A point of a heatmap. At a distance of d px it adds weight * exp(-4.5 (d / radius_px)^2) /
 * sqrt(2 pi) to the density, as far as the box reaches.
 */
typedef struct {
    ik_tile_point centre;
    double radius_px, weight;
    double reach_px; /* beyond it adds less than a 16th of a 255th */
} ik_heat;

/* Changes to the colours of a picture, as raster-… of the specification. */
typedef struct {
    double hue_rotate; /* degrees */
    double brightness_min, brightness_max, saturation, contrast;
} ik_color_change;

/* A bitmap in a box of the map. */
typedef struct {
    ik_bitmap bitmap;
    ik_tile_box box; /* east and south edges excluded */
    ik_color_change change;
    double opacity;
    bool is_nearest; /* pixels enlarged stay squares; else they flow into each other */
} ik_picture;

typedef struct {
    ik_tile_point centre;
    guint32 style; /* index */
} ik_circle;

/* Where a cluster of a text that follows a line has the middle of its width. */
typedef struct {
    double x_px, y_px; /* from the label's origin */
    double angle;      /* radians, clockwise */
} ik_cluster_place;

/* A text or an icon. */
typedef struct {
    const char *name;               /* the text without its form; of an icon: its name */
    ik_label_text text;             /* no sections: an icon */
    const ik_paint *section_paints; /* of each section of the text; NULL: `paint` for all */
    double offset_px[2];            /* of the text's origin from the label's, before it is turned */
    const ik_cluster_place *places; /* of each cluster of the text; NULL: as `text` sets them */
    guint n_places;
    const ik_sprite_image *icon; /* NULL: a text */
    ik_text_extent icon_box;     /* CSS pixels from the origin, before it is turned */
    double icon_scale;           /* of what does not stretch */
    ik_paint paint; /* of letters and distance fields; its alpha is the opacity of images */
    ik_paint halo_paint;
    double halo_px, halo_blur_px;
    double angle;         /* radians, clockwise, around the origin */
    ik_tile_point origin; /* what it names */
    ik_tile_box box;      /* that others keep free: with padding; of a line: of all its parts */
    ik_tile_box reach;    /* nothing is drawn outside */
} ik_label;

/* ---- what is seen in a box ---- */

typedef enum {
    IK_DRAW_COVER,   /* the whole box in `paint` or `pattern` */
    IK_DRAW_FILLS,   /* fills that share borders but no area: their coverage adds up */
    IK_DRAW_AREAS,   /* fills one after the other, each over those before; rings by winding */
    IK_DRAW_STROKE,  /* all paths in one stroke */
    IK_DRAW_CIRCLES, /* one over the other */
    IK_DRAW_HEAT,    /* density of view->heats through `ramp` */
    IK_DRAW_PICTURE, /* the picture `first` of ik_scene_pictures */
    IK_DRAW_LABELS,
    IK_DRAW_GROUP_BEGIN, /* what follows is drawn apart, on nothing */
    IK_DRAW_GROUP_END    /* and laid over the rest with the alpha of `paint`; groups do not nest */
} ik_draw_kind;

/* A command. Where `is_clipped`, it touches nothing outside `clip`, whose edges are whole CSS
 * pixels (east and south excluded): what a tile of a source brings ends where the tile does. Where
 * the map is projected anew the tile is `clip_ring`, inside of `clip`.
 */
typedef struct {
    ik_draw_kind kind;
    guint first, count;        /* of view->fills, paths, circles, heats or labels */
    ik_paint paint;            /* COVER; GROUP_END: its alpha */
    const ik_pattern *pattern; /* COVER; NULL: `paint` alone, else its alpha is the opacity */
    ik_stroke stroke;          /* STROKE */
    const ik_paint *ramp;      /* HEAT: IK_GRADIENT_STEPS paints for densities 0..1 */
    bool is_rough;             /* AREAS: without smooth edges */
    bool is_clipped;
    ik_tile_box clip;
    guint n_clip_ring; /* 0: `clip` alone */
    ik_tile_point clip_ring[4];
} ik_draw;

typedef struct {
    ik_paint paint;
    guint first_ring, n_rings; /* of view->ends; a ring begins where the one before ends */
    const ik_pattern *pattern; /* NULL: `paint` alone, else its alpha is the opacity */
} ik_fill;

typedef struct {
    guint first, count; /* of view->points; count 0: joined with another path */
    bool is_closed;     /* dashes begin at the first point all the same */
    double start;       /* length of the line before, tile units: where its dashes are */
    double length;      /* of the whole line, tile units: what a gradient stretches over */
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
    GArray *heats;       /* guint32, into ik_scene_heats */
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

/* Tile units of the world at the scene's zoom that lie west and north of the scene's position 0, 0:
 * above zoom 18 positions from the world's corner would not fit.
 */
typedef struct {
    gint64 x, y;
} ik_scene_origin;

ik_scene_origin ik_scene_get_origin(const ik_scene *scene);

/* Images that the style names and that are not there, each once in the order of asking. */
guint ik_scene_n_missing_images(const ik_scene *scene);
const char *ik_scene_missing_image(const ik_scene *scene, guint index);

/* Commands of backgrounds, which every box shows. */
guint ik_scene_n_backgrounds(const ik_scene *scene);

const ik_circle *ik_scene_circles(const ik_scene *scene, guint *n);
const ik_circle_style *ik_scene_circle_styles(const ik_scene *scene, guint *n);
const ik_heat *ik_scene_heats(const ik_scene *scene, guint *n);
const ik_picture *ik_scene_pictures(const ik_scene *scene, guint *n);
const ik_label *ik_scene_labels(const ik_scene *scene, guint *n);
ik_label_count ik_scene_label_count(const ik_scene *scene);

void ik_scene_free(ik_scene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_scene, ik_scene_free)

#endif
