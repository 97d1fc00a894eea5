/* figure_map.c — coverage as a map of areas in the lightness of their class.   [pipeline] */
#include <ideenkarte/text.h>
#include <math.h>

#include "figure_parts.h"
#include "raster.h"
#include "thematic_map.h"
#include "tiling.h"
#include "value_classes.h"

/* Borders are generalised for a map of this width, to half a unit of the sheet as it is drawn. */
#define DETAIL_PX  1400
/* Names of that many municipalities at most on the map of a region. */
#define MOST_NAMES 18

typedef struct {
    const ik_figure *figure;
    const ik_territory *territory;
    double zoom;
    ik_tile_box view;       /* what may be seen; beyond it outlines are cut short */
    GArray *points, *ends;  /* ik_tile_point, guint */
    GArray *areas, *ground; /* ik_map_area */
    GArray *lines;          /* ik_map_line */
    GArray *labels;         /* ik_map_label */
    GArray *entries;        /* ik_map_entry */
    GPtrArray *texts;       /* of char *, owned: what labels and legend borrow */
    ik_value_classes classes;
    bool has_empty, has_unknown;
} map_maker;

/* --- classes ----------------------------------------------------------------------------------- */

static const ik_coverage_row *row_at(const map_maker *m, guint32 index)
{
    return m->figure->coverage->rows->pdata[index];
}

static void make_classes(map_maker *m)
{
    const ik_figure_options *options = &m->figure->options;
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint32 i = 0; i < m->figure->coverage->rows->len; i++) {
        const double value = ik_measure_value(row_at(m, i), options->measure);
        if (ik_figure_shows(m->figure, i) && !isnan(value) &&
            !ik_measure_is_empty(row_at(m, i), options->measure))
            g_array_append_val(values, value);
    }
    m->classes = ik_value_classes_make((const double *)(gpointer)values->data, values->len,
                                       options->method, options->classes);
}

static int fill_of(map_maker *m, guint32 index)
{
    const ik_measure measure = m->figure->options.measure;
    const double value = ik_measure_value(row_at(m, index), measure);
    if (ik_measure_is_empty(row_at(m, index), measure)) {
        m->has_empty = true;
        return IK_AREA_EMPTY;
    }
    if (isnan(value)) {
        m->has_unknown = true;
        return IK_AREA_UNKNOWN;
    }
    return (int)ik_value_classes_find(&m->classes, value);
}

/* --- areas ------------------------------------------------------------------------------------- */

static ik_level level_of(ik_coverage_by by)
{
    static const ik_level levels[] = {[IK_COVERAGE_REGION] = IK_LEVEL_REGION,
                                      [IK_COVERAGE_DISTRICT] = IK_LEVEL_DISTRICT,
                                      [IK_COVERAGE_MUNICIPALITY] = IK_LEVEL_MUNICIPALITY};
    return levels[by];
}

static ik_map_area add_face(map_maker *m, const ik_tiling *tiling, ik_level level, guint32 face)
{
    ik_map_area area = {.first_ring = m->ends->len};
    ik_tiling_clip_face(tiling, level, face, &m->view, m->points, m->ends);
    area.n_rings = m->ends->len - area.first_ring;
    return area;
}

static void add_areas(map_maker *m, const ik_tiling *tiling)
{
    for (guint32 i = 0; i < m->figure->coverage->rows->len; i++) {
        if (!ik_figure_shows(m->figure, i))
            continue;
        ik_map_area area = add_face(m, tiling, level_of(m->figure->coverage->by), i);
        area.fill = fill_of(m, i);
        g_array_append_val(m->areas, area);
    }
    for (guint32 i = 0; i < m->territory->n_regions; i++) {
        ik_map_area whole = add_face(m, tiling, IK_LEVEL_REGION, i);
        whole.fill = IK_AREA_BESIDE;
        if (m->figure->region == IK_NONE || m->figure->region == i)
            g_array_append_val(m->ground, whole);
        else
            g_array_append_val(m->areas, whole);
    }
}

typedef enum { NO_LINE, THIN_LINE, STRONG_LINE } line_kind;

static bool is_in_region(const map_maker *m, guint32 municipality)
{
    return municipality != IK_NONE &&
           m->territory->municipalities[municipality].region == m->figure->region;
}

/* Borders of what the map counts by, stronger where regions end; in the map of one region only its own. */
static line_kind kind_of(const map_maker *m, const ik_tiling *tiling, guint32 arc)
{
    static const ik_rank finest[] = {[IK_COVERAGE_REGION] = IK_RANK_REGION,
                                     [IK_COVERAGE_DISTRICT] = IK_RANK_DISTRICT,
                                     [IK_COVERAGE_MUNICIPALITY] = IK_RANK_MUNICIPALITY};
    const ik_rank rank = ik_tiling_rank(tiling, arc);
    const ik_arc *sides = ik_tiling_arc(tiling, arc);
    if (rank > finest[m->figure->coverage->by] ||
        (m->figure->region != IK_NONE && !is_in_region(m, sides->left) &&
         !is_in_region(m, sides->right)))
        return NO_LINE;
    return rank <= IK_RANK_REGION ? STRONG_LINE : THIN_LINE;
}

/* Pieces of an arc follow each other; each begins where the one before ends. */
static void add_lines(map_maker *m, const ik_tiling *tiling)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint32 former = IK_NONE;
    ik_tiling_find_pieces(tiling, &m->view, pieces);
    for (guint i = 0; i < pieces->len; i++) {
        const guint32 number = g_array_index(pieces, guint32, i);
        const ik_piece *piece = ik_tiling_piece(tiling, number);
        const line_kind kind = kind_of(m, tiling, piece->arc);
        const guint skip = piece->arc == former ? 1 : 0;
        if (kind == NO_LINE)
            continue;
        const ik_map_line line = {m->points->len, 0, kind == STRONG_LINE};
        if (skip == 0)
            g_array_append_val(m->lines, line);
        g_array_append_vals(m->points, ik_tiling_piece_points(tiling, number) + skip,
                            piece->count - skip);
        g_array_index(m->lines, ik_map_line, m->lines->len - 1).count += piece->count - skip;
        former = piece->arc;
    }
}

/* Degrees around what the map is about. */
static ik_lonlat_box box_of(const map_maker *m)
{
    const ik_topology *faces = ik_division_faces(m->figure->division, IK_LEVEL_REGION);
    return m->figure->region == IK_NONE ? ik_territory_box(m->territory)
                                        : ik_topology_face_box(faces, m->figure->region);
}

/* --- labels ------------------------------------------------------------------------------------ */

static gint compare_population(gconstpointer a, gconstpointer b, gpointer data)
{
    const ik_municipality *towns = *(const ik_municipality *const *)data;
    const guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
    if (towns[first].population != towns[second].population)
        return towns[first].population > towns[second].population ? -1 : 1;
    return (first > second) - (first < second);
}

static void add_label(map_maker *m, ik_level level, guint32 face, const char *text)
{
    const ik_lonlat place = ik_division_label_point(m->figure->division, level, face);
    const ik_map_label label = {text, ik_tile_point_from_lonlat(place, m->zoom)};
    g_array_append_val(m->labels, label);
}

static void label_towns(map_maker *m)
{
    const ik_municipality *towns = m->territory->municipalities;
    g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint32 i = 0; i < m->territory->n_municipalities; i++)
        if (ik_figure_shows(m->figure, i))
            g_array_append_val(shown, i);
    g_array_sort_with_data(shown, compare_population, &towns);
    for (guint i = 0; i < shown->len && i < MOST_NAMES; i++) {
        const guint32 town = g_array_index(shown, guint32, i);
        add_label(m, IK_LEVEL_MUNICIPALITY, town, towns[town].name);
    }
}

/* Regions are too small for their names: numbers on the map, names and figures beside it. */
static void number_regions(map_maker *m)
{
    for (guint32 i = 0; i < m->figure->coverage->rows->len; i++) {
        const ik_coverage_row *row = row_at(m, i);
        char *value = ik_measure_spell(ik_measure_value(row, m->figure->options.measure),
                                       m->figure->options.measure, m->figure->options.language);
        char *number = g_strdup_printf("%u", m->territory->regions[i].number);
        const ik_map_entry entry = {number, row->name, value};
        g_ptr_array_add(m->texts, value);
        g_ptr_array_add(m->texts, number);
        g_array_append_val(m->entries, entry);
        add_label(m, IK_LEVEL_REGION, i, number);
    }
}

static void add_labels(map_maker *m)
{
    if (m->figure->region != IK_NONE)
        label_towns(m);
    else if (m->figure->coverage->by == IK_COVERAGE_REGION)
        number_regions(m);
}

/* --- legend ------------------------------------------------------------------------------------ */

static char *with_count(const map_maker *m, const char *name, guint n)
{
    g_autofree char *count = ik_text_integer(m->figure->options.language, n);
    return g_strdup_printf("%s (%s)", name, count);
}

static char *class_name(const map_maker *m, const ik_value_class *class)
{
    const ik_figure_options *options = &m->figure->options;
    g_autofree char *low = ik_measure_spell(class->low, options->measure, options->language);
    g_autofree char *high = ik_measure_spell(class->high, options->measure, options->language);
    g_autofree char *range =
        class->low < class->high
            ? ik_text_format(options->language, "map.class", "low", low, "high", high, NULL)
            : g_strdup(low);
    return with_count(m, range, class->count);
}

static const char *keep(map_maker *m, char *text)
{
    g_ptr_array_add(m->texts, text);
    return text;
}

static guint count_fill(const map_maker *m, int fill)
{
    guint n = 0;
    for (guint i = 0; i < m->areas->len; i++)
        n += g_array_index(m->areas, ik_map_area, i).fill == fill;
    return n;
}

static const char *hatched_name(map_maker *m, const char *key, int fill)
{
    return keep(m, with_count(m, ik_text(m->figure->options.language, key), count_fill(m, fill)));
}

static void fill_legend(map_maker *m, ik_thematic_map *map, const char **class_names)
{
    static const char *const methods[] = {"map.method.quantiles", "map.method.equal",
                                          "map.method.jenks"};
    const ik_figure_options *options = &m->figure->options;
    for (guint i = 0; i < m->classes.n; i++)
        class_names[i] = keep(m, class_name(m, &m->classes.classes[i]));
    map->class_names = class_names;
    map->n_classes = m->classes.n;
    if (m->has_empty)
        map->empty_name = hatched_name(
            m, options->measure == IK_MEASURE_EVENTS ? "map.empty_events" : "map.empty",
            IK_AREA_EMPTY);
    if (m->has_unknown)
        map->unknown_name = hatched_name(m, "map.unknown", IK_AREA_UNKNOWN);
    if (m->figure->region != IK_NONE)
        map->beside_name = ik_text(options->language, "map.beside");
    if (m->classes.n > 1)
        map->method = ik_text(options->language, methods[options->method]);
}

/* --- the whole --------------------------------------------------------------------------------- */

static void init_maker(map_maker *m, const ik_figure *figure)
{
    *m = (map_maker){.figure = figure,
                     .territory = ik_division_territory(figure->division),
                     .points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point)),
                     .ends = g_array_new(FALSE, FALSE, sizeof(guint)),
                     .areas = g_array_new(FALSE, FALSE, sizeof(ik_map_area)),
                     .ground = g_array_new(FALSE, FALSE, sizeof(ik_map_area)),
                     .lines = g_array_new(FALSE, FALSE, sizeof(ik_map_line)),
                     .labels = g_array_new(FALSE, FALSE, sizeof(ik_map_label)),
                     .entries = g_array_new(FALSE, FALSE, sizeof(ik_map_entry)),
                     .texts = g_ptr_array_new_with_free_func(g_free)};
}

static void clear_maker(map_maker *m)
{
    g_array_unref(m->points);
    g_array_unref(m->ends);
    g_array_unref(m->areas);
    g_array_unref(m->ground);
    g_array_unref(m->lines);
    g_array_unref(m->labels);
    g_array_unref(m->entries);
    g_ptr_array_unref(m->texts);
}

static GBytes *draw(map_maker *m, double lat, ik_sheet_format format, GError **error)
{
    const char *class_names[IK_MAX_CLASSES];
    g_autofree char *title = ik_figure_title(m->figure);
    g_auto(GStrv) notes = ik_figure_notes(m->figure, NULL);
    g_autofree char *legend = ik_figure_legend(m->figure);
    ik_thematic_map map = {
        .words = {title, m->figure->coverage->title, (const char *const *)notes},
        .points = (const ik_tile_point *)(gpointer)m->points->data,
        .ring_ends = (const guint *)(gpointer)m->ends->data,
        .areas = (const ik_map_area *)(gpointer)m->areas->data,
        .n_areas = m->areas->len,
        .ground = (const ik_map_area *)(gpointer)m->ground->data,
        .n_ground = m->ground->len,
        .lines = (const ik_map_line *)(gpointer)m->lines->data,
        .n_lines = m->lines->len,
        .labels = (const ik_map_label *)(gpointer)m->labels->data,
        .n_labels = m->labels->len,
        .entries = (const ik_map_entry *)(gpointer)m->entries->data,
        .n_entries = m->entries->len,
        .legend_title = legend,
        .units_per_km = 1000 / ik_metres_per_pixel(lat, m->zoom) * IK_TILE_EXTENT / 256,
    };
    fill_legend(m, &map, class_names);
    return ik_thematic_map_draw(&map, format, error);
}

/* The box with as much room again on each side: the field may be wider or higher than it. */
static ik_tile_box view_of(const ik_lonlat_box *box, double zoom)
{
    const ik_tile_point first = ik_tile_point_from_lonlat((ik_lonlat){box->west, box->north}, zoom);
    const ik_tile_point last = ik_tile_point_from_lonlat((ik_lonlat){box->east, box->south}, zoom);
    const int32_t width = last.x - first.x, height = last.y - first.y;
    const int32_t room = MAX(width, height);
    return (ik_tile_box){first.x - room, first.y - room, last.x + room, last.y + room};
}

GBytes *ik_figure_map(const ik_figure *figure, ik_sheet_format format, GError **error)
{
    map_maker m;
    init_maker(&m, figure);
    make_classes(&m);
    const ik_lonlat_box box = box_of(&m);
    m.zoom = ik_picture_zoom(&box, DETAIL_PX);
    m.view = view_of(&box, m.zoom);
    g_autoptr(ik_tiling) tiling = ik_tiling_new(figure->division, m.zoom);
    add_areas(&m, tiling);
    add_lines(&m, tiling);
    add_labels(&m);
    GBytes *bytes = draw(&m, (box.south + box.north) / 2, format, error);
    clear_maker(&m);
    return bytes;
}
