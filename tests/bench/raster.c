/* raster.c — how long the raster tiles of the territory take, and in what.   [tests]
 *
 *   bench_raster POINTS.csv MIN MAX METATILE PATH [style|SHEET.json]   tiles of zooms MIN..MAX, one thread
 *
 * POINTS.csv has a line a point, longitude and latitude in columns 3 and 4 after a head line. PATH ends with
 * .pmtiles, or is a folder; "-" keeps nothing. The style is "regions", or that of SHEET.json. With the word "style"
 * they share one palette, which is looked for first, inside the time. The clock starts when the borders are read, as it does for the peer
 * (mapnik_tiles.py: layers projected and indexed before); generalising, placing labels, drawing, encoding and writing
 * are inside.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <ideenkarte/region.h>

#include "archive_writer.h"
#include "easel.h"

typedef struct {
    ik_archive_writer *writer; /* NULL: keep nothing */
    guint64 tiles, bytes;
    double writing_s;                /* estimated */
    const ik_style_palette *palette; /* NULL: none */
} sink;

/* Asking the clock costs 0.4 µs, as much as a tile takes on its way into PMTiles: of so many tiles one is timed. */
enum { TIMED = 16 };

/* CPU seconds, system calls included: others share the machine. */
static double now(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static ik_records *read_points(const char *path)
{
    ik_records *records = ik_records_new();
    g_autoptr(ik_region_set) regions = ik_region_set_new(ik_territory_builtin());
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        exit(2);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
        g_auto(GStrv) fields = g_strsplit(lines[i], ",", -1);
        ik_project *project = ik_project_new();
        project->id = g_strdup(fields[0]);
        project->marker.lon = g_ascii_strtod(fields[2], NULL);
        project->marker.lat = g_ascii_strtod(fields[3], NULL);
        project->match.municipality = ik_region_set_locate(regions, project->marker);
        project->match.level =
            project->match.municipality == IK_NONE ? IK_MATCH_NONE : IK_MATCH_GIVEN;
        g_ptr_array_add(records->projects, project);
    }
    return records;
}

static bool take(ik_tile tile, GBytes *png, gpointer data, GError **error)
{
    sink *to = data;
    gsize size;
    const void *bytes = g_bytes_get_data(png, &size);
    bool is_timed = to->tiles++ % TIMED == 0;
    double began = is_timed ? now() : 0;
    bool is_fine =
        to->writer == NULL || ik_archive_writer_put(to->writer, tile, bytes, size, error);
    if (is_timed)
        to->writing_s += TIMED * (now() - began);
    to->bytes += size;
    return is_fine;
}

static ik_archive_writer *open_writer(const char *path, GError **error)
{
    const ik_archive_description description = {.type = IK_TILE_PNG,
                                                .compression = IK_COMPRESSION_NONE};
    if (ik_archive_format_of(path) == IK_ARCHIVE_FOLDER)
        return ik_archive_writer_new_folder(path, "png", error);
    return ik_archive_writer_new(path, &description, error);
}

static bool draw_zoom(sink *to, ik_easel_map *map, guint zoom, guint metatile, GError **error)
{
    ik_easel easel;
    ik_lonlat_box box = ik_territory_box(ik_territory_builtin());
    double began = now();
    if (!ik_easel_init(&easel, map, zoom, 1, error))
        return false;
    double prepared = now(), written = to->writing_s;
    guint64 before = to->tiles, bytes = to->bytes;
    ik_raster_task task = {
        .metatile = metatile, .jobs = 1, .palette = to->palette, .deliver = take, .data = to};
    ik_tile_range(&box, zoom, &task.first, &task.last);
    bool is_fine = ik_raster_render_tiles(easel.raster, &task, error);
    ik_easel_clear(&easel);
    double tiles = (double)(to->tiles - before);
    printf("z%u: %.0f tiles, prepared in %.1f ms, drawn in %.1f ms, written in %.1f ms, %.0f bytes "
           "a tile\n",
           zoom, tiles, 1000 * (prepared - began),
           1000 * (now() - prepared - (to->writing_s - written)), 1000 * (to->writing_s - written),
           (double)(to->bytes - bytes) / tiles);
    return is_fine;
}

static bool find_palette(ik_easel_map *map, guint first, guint last, ik_style_palette *palette,
                         GError **error)
{
    ik_lonlat_box box = ik_territory_box(ik_territory_builtin());
    g_autoptr(ik_color_census) census = ik_color_census_new();
    for (guint zoom = first; zoom <= last; zoom++) {
        ik_easel easel;
        ik_raster_task task = {.cells = 1};
        if (!ik_easel_init(&easel, map, zoom, 1, error))
            return false;
        ik_tile_range(&box, zoom, &task.first, &task.last);
        bool is_fine = ik_raster_count_colors(easel.raster, &task, census, error);
        ik_easel_clear(&easel);
        if (!is_fine)
            return false;
    }
    ik_style_palette_init(palette, census);
    return true;
}

static bool has_sheet(const char *argument)
{
    return argument != NULL && g_str_has_suffix(argument, ".json");
}

static bool run(char **argv, GError **error)
{
    g_autoptr(ik_records) records = read_points(argv[1]);
    g_autoptr(ik_map_source) source = ik_map_source_new(ik_territory_builtin(), records);
    g_autoptr(ik_style) style =
        ik_easel_load_style(has_sheet(argv[6]) ? argv[6] : "regions", NULL, error);
    sink to = {0};
    guint last = (guint)atoi(argv[3]);
    if (style == NULL)
        return false;
    double began = now();
    g_auto(ik_easel_map) map = ik_easel_map_new(source, style);
    ik_style_palette palette;
    if (argv[6] != NULL && !has_sheet(argv[6])) {
        if (!find_palette(&map, (guint)atoi(argv[2]), last, &palette, error))
            return false;
        to.palette = &palette;
        printf("palette of %u colours found in %.1f ms\n", palette.n, 1000 * (now() - began));
    }
    if (strcmp(argv[5], "-") != 0 && (to.writer = open_writer(argv[5], error)) == NULL)
        return false;
    for (guint zoom = (guint)atoi(argv[2]); zoom <= last; zoom++)
        if (!draw_zoom(&to, &map, zoom, (guint)atoi(argv[4]), error))
            return false;
    double finishing = now();
    if (to.writer != NULL && !ik_archive_writer_finish(to.writer, NULL, error))
        return false;
    ik_archive_writer_free(to.writer);
    double seconds = now() - began;
    printf("ideenkarte: %" G_GUINT64_FORMAT
           " tiles %.3f CPU s %.1f tiles/s %.0f bytes/tile; finished in %.1f ms\n",
           to.tiles, seconds, (double)to.tiles / seconds, (double)to.bytes / (double)to.tiles,
           1000 * (now() - finishing));
    return true;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 6 && (argc != 7 || (strcmp(argv[6], "style") != 0 && !has_sheet(argv[6]))))
        return 2;
    if (run(argv, &error))
        return 0;
    fprintf(stderr, "%s\n", error->message);
    return 1;
}
