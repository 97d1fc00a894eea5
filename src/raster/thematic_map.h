/* thematic_map.h — areas in the lightness of their class, a legend and a scale.   [raster]
 *
 * Areas come as rings of tile points at one zoom. What is empty and what is not known is hatched, never tinted; what
 * does not belong to the map's subject is pale grey.
 */
#ifndef IK_THEMATIC_MAP_H
#define IK_THEMATIC_MAP_H

#include "mercator.h"
#include "sheet_format.h"

enum { IK_AREA_EMPTY = -1, IK_AREA_UNKNOWN = -2, IK_AREA_BESIDE = -3 };

typedef struct {
    guint first_ring, n_rings;
    int fill; /* number of the class, palest first, or one of the above */
} ik_map_area;

typedef struct {
    const char *text;
    ik_tile_point place; /* its middle */
} ik_map_label;

/* A border, drawn once whoever has it on which side. */
typedef struct {
    guint first, count; /* points */
    bool is_strong;
} ik_map_line;

/* A line of the list beside the map. */
typedef struct {
    const char *key, *name, *value; /* "7", "Region Köln", "0.32" */
} ik_map_entry;

/* All borrowed. */
typedef struct {
    ik_sheet_words words;
    const ik_tile_point *points;
    const guint *ring_ends; /* of each ring: the number of points up to its end */
    const ik_map_area *areas;
    guint n_areas;
    const ik_map_area
        *ground; /* what encloses all areas but those beside; hatched as empty, then covered */
    guint n_ground;
    const ik_map_line *lines;
    guint n_lines;
    const ik_map_label
        *labels; /* most important first: one that would lie on another is left out */
    guint n_labels;
    const char *legend_title;
    const char *const *class_names; /* palest first */
    guint n_classes;
    const char *empty_name, *unknown_name, *beside_name; /* NULL: does not occur */
    const ik_map_entry *entries; /* below the legend: what the labels on the map stand for */
    guint n_entries;
    const char *method;  /* how the classes were made */
    double units_per_km; /* tile units, in the middle of the map */
} ik_thematic_map;

/* Draws it; the caller's. NOT_FOUND (font), INTERNAL (Cairo). */
GBytes *ik_thematic_map_draw(const ik_thematic_map *map, ik_sheet_format format, GError **error);

#endif
