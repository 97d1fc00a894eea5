/* symbol.h — what a symbol layer wants of one feature: its text, its icon, and how they are placed.   [scene]
 *
 * All values of the style for the feature at the scene's zoom, brought to CSS pixels and radians.
 * MapLibre GL JS makes room for labels once for a whole zoom step, with the sizes that they have at
 * its end: so do we, so that both show the same names. `room` says how much larger that is.
 */
#ifndef IK_SYMBOL_H
#define IK_SYMBOL_H

#include "scene.h"
#include "style.h"

#define IK_MAX_ANCHORS 16u

/* A way to stand beside the point. */
typedef struct {
    guint anchor;     /* ik_anchor */
    double offset[2]; /* ems */
    double justify;   /* as in ik_label_text */
} ik_symbol_stand;

/* What text and icon have alike. */
typedef struct {
    double room; /* size for which room is made, of the size drawn */
    guint overlap;
    bool is_ghost;    /* keeps no place free */
    bool is_optional; /* the other may stand alone */
    bool follows_line;
    bool is_upright; /* along a line: never on its head */
    double angle;
    double translate_px[2];
    double padding_px[4]; /* top, right, bottom, left */
    ik_paint paint, halo_paint;
    double halo_px, halo_blur_px;
} ik_symbol_part;

typedef struct {
    /* The text. */
    bool has_text;
    ik_symbol_part text_part;
    ik_label_text text;
    const char *name;               /* all its letters */
    const ik_paint *section_paints; /* NULL: all alike */
    ik_text_shape shape;
    GArray *clusters; /* ik_text_cluster; filled for a text that follows a line */
    bool is_variable; /* the first stand that is free */
    ik_symbol_stand stands[IK_MAX_ANCHORS];
    guint n_stands;
    /* The icon. */
    ik_symbol_part icon_part;
    const ik_sprite_image *icon; /* NULL: none */
    double icon_size;
    ik_text_extent icon_box;  /* from the point, before it is turned; without the text's shift */
    ik_text_extent icon_room; /* the same, as room is made for it */
    bool icon_fits_text;      /* moves with the text */
    /* Both. */
    guint placement; /* IK_PLACEMENT_… */
    double spacing_px, max_angle;
} ik_symbol;

/* What symbols of a layer are made with. Borrowed. */
typedef struct {
    const ik_style_layer *layer;
    /* The image of a name; NULL when there is none. */
    const ik_sprite_image *(*find_image)(gconstpointer images, const char *name);
    gconstpointer images;
    const ik_text_metrics *metrics;
    double room_zoom; /* at which sizes are taken to make room */
} ik_symbol_maker;

void ik_symbol_init(ik_symbol *symbol);
void ik_symbol_clear(ik_symbol *symbol);

/* Fills `symbol` for the feature of `evaluation`, whose arena keeps what is borrowed: without text
 * and icon where there is nothing to show. False with what the metrics say.
 */
bool ik_symbol_make(const ik_symbol_maker *maker, ik_evaluation *evaluation, ik_symbol *symbol,
                    GError **error);

/* The block of the text around the point as its only stand has it, before it is turned; `room` times the
 * size at which it is drawn. Of a text with variable stands: around its own middle.
 */
ik_text_extent ik_symbol_text_block(const ik_symbol *symbol, double room);

/* How long the text or the icon is along a line. */
double ik_symbol_length(const ik_symbol *symbol);

#endif
