/* build.c — the whole build, top to bottom.   [pipeline]
 *
 * Everything is written into a stage beside the target; one rename at the end makes it the target. Each step below
 * is one line of the table `steps`.
 */
#include <ideenkarte/build.h>

#include "build_parts.h"
#include "draw.h"
#include "draw_regions.h"
#include "easel.h"
#include "io_error.h"
#include "manifest.h"
#include "map_assets.h"
#include "mercator.h"
#include "photos.h"
#include "publish.h"
#include "review_csv.h"
#include "site.h"
#include "store.h"
#include "theme_icons.h"
#include "vector_tiles.h"

#include <errno.h>
#include <ideenkarte/error.h>
#include <stdlib.h>
#include <string.h>

#define VECTOR_TILES    "data/" IK_VECTOR_TILESET_NAME ".pmtiles"
#define VECTOR_TILEJSON "tilejson/" IK_VECTOR_TILESET_NAME ".json"

static bool wants(const ik_build_run *run, ik_output_flags output)
{
    return (run->workspace->settings->outputs & output) != 0;
}

static bool write_text(const ik_build_run *run, const char *name, char *text, GError **error)
{
    bool written = ik_write_file(run->folder, name, text, strlen(text), error);
    g_free(text);
    return written;
}

void ik_build_tell(const ik_build_run *run, const char *note)
{
    if (run->note)
        run->note(note, run->note_data);
}

static bool read_records(ik_build_run *run, GError **error)
{
    run->records =
        ik_workspace_check(run->workspace, run->reporter.call, run->reporter.data, error);
    for (guint i = 0; run->records && i < run->records->notes->len; i++)
        ik_build_tell(run, run->records->notes->pdata[i]);
    return run->records != NULL;
}

/* A list that was cut off or saved empty must not wipe a map that was good. */
static bool check_not_empty(ik_build_run *run, GError **error)
{
    if (run->allow_empty || run->records->projects->len > 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: none of %u records could be placed, nothing was published; --allow-empty "
                "publishes an empty map",
                run->workspace->settings->projects.file, run->records->rejects->len);
    return false;
}

/* Before the lists: what is wrong with a picture is for the clerk. */
static bool write_photos(ik_build_run *run, GError **error)
{
    return !wants(run, IK_OUTPUT_PAGE) || ik_build_photos(run, error);
}

static bool write_lists(ik_build_run *run, GError **error)
{
    return write_text(run, "rejects.csv", ik_rejects_to_csv(run->records), error) &&
           write_text(run, "review.csv", ik_review_to_csv(run->records, run->territory), error);
}

static void forget(char **text)
{
    g_clear_pointer(text, g_free);
}

/* What the program does not know and how a person is reached stays in the workspace: the folder is for everybody. The
 * lists for the clerk are written before. */
static bool drop_private(ik_build_run *run, GError **error)
{
    (void)error;
    for (guint i = 0; i < run->records->projects->len; i++) {
        ik_project *project = run->records->projects->pdata[i];
        forget(&project->contact);
        forget(&project->record);
        g_strfreev(project->extra);
        project->extra = g_new0(char *, 1);
    }
    for (guint i = 0; i < run->records->rejects->len; i++)
        forget(&((ik_reject *)run->records->rejects->pdata[i])->record);
    return true;
}

/* The figures are counted in the catalogue whether it is delivered or not. */
static bool write_catalogue(ik_build_run *run, GError **error)
{
    const ik_settings *settings = run->workspace->settings;
    g_autofree char *title = ik_settings_text(settings, "title", settings->languages[0]);
    g_autofree char *notice = ik_settings_text(settings, "notice", settings->languages[0]);
    const ik_store_input input = {
        .territory = run->territory, .records = run->records, .title = title, .notice = notice};
    if (!ik_workspace_count(&input, &run->regions, &run->municipalities, error))
        return false;
    if (!wants(run, IK_OUTPUT_CATALOGUE))
        return true;
    g_autofree char *folder = g_build_filename(run->folder, "data", NULL);
    g_autofree char *path = g_build_filename(folder, "catalogue.sqlite", NULL);
    if (g_mkdir_with_parents(folder, 0755) != 0)
        return ik_io_error_set(error, errno, folder, "make the folder");
    return ik_catalogue_write(path, &input, error);
}

static bool draw_tiles(ik_build_run *run, GError **error)
{
    return !wants(run, IK_OUTPUT_TILES) || ik_draw_tiles(run, error);
}

static bool write_vector_tiles(ik_build_run *run, GError **error)
{
    const ik_settings *settings = run->workspace->settings;
    if (!wants(run, IK_OUTPUT_TILES))
        return true;
    g_autoptr(ik_division) division = ik_division_new(run->territory);
    g_autofree char *title = ik_settings_text(settings, "title", settings->languages[0]);
    g_autofree char *path = g_build_filename(run->folder, VECTOR_TILES, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0755) != 0)
        return ik_io_error_set(error, errno, folder, "make the folder");
    const ik_vector_tileset tileset = {.division = division,
                                       .records = run->records,
                                       .title = title,
                                       .min_zoom = settings->vector_min_zoom,
                                       .max_zoom = settings->vector_max_zoom,
                                       .jobs = run->jobs,
                                       .tell = run->note,
                                       .tell_data = run->note_data};
    return ik_vector_tileset_write(&tileset, path, NULL, error);
}

/* Read back from the archive: bounds and zooms are those of the tiles that are there. */
static bool describe_vector_tiles(ik_build_run *run, GError **error)
{
    if (!wants(run, IK_OUTPUT_TILES))
        return true;
    g_autofree char *archive = g_build_filename(run->folder, VECTOR_TILES, NULL);
    char *text = ik_vector_tileset_tilejson(archive, VECTOR_TILES, run->portal_url, error);
    return text != NULL && write_text(run, VECTOR_TILEJSON, text, error);
}

static bool draw_pictures(ik_build_run *run, GError **error)
{
    return !wants(run, IK_OUTPUT_PAGE) ||
           (ik_draw_overviews(run, error) && ik_draw_regions(run, error));
}

static bool write_map_assets(ik_build_run *run, GError **error)
{
    return !wants(run, IK_OUTPUT_PAGE) || ik_map_assets_write(run, error);
}

static GArray *page_words(const ik_build_run *run, GPtrArray *texts)
{
    const ik_settings *settings = run->workspace->settings;
    static const char *const keys[] = {"title", "subtitle", "notice", "operator"};
    GArray *words = g_array_new(FALSE, TRUE, sizeof(ik_site_words));
    for (char **language = settings->languages; *language; language++) {
        const char *values[G_N_ELEMENTS(keys)];
        for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
            char *text = ik_settings_text(settings, keys[i], *language);
            g_ptr_array_add(texts, text);
            values[i] = text;
        }
        const ik_site_words page = {*language, values[0] ? values[0] : "ideenkarte", values[1],
                                    values[2], values[3]};
        g_array_append_val(words, page);
    }
    return words;
}

static guint site_parts(const ik_build_run *run)
{
    return IK_SITE_COVERAGE | (wants(run, IK_OUTPUT_GEOJSON) ? IK_SITE_GEOJSON : 0u) |
           (wants(run, IK_OUTPUT_TILES) ? IK_SITE_TILEJSON : 0u) |
           (wants(run, IK_OUTPUT_TILES) ? IK_SITE_VECTOR_TILES : 0u) |
           (wants(run, IK_OUTPUT_PAGE) ? IK_SITE_PAGES : 0u) |
           (wants(run, IK_OUTPUT_PAGE) && wants(run, IK_OUTPUT_PROJECT_PAGES)
                ? IK_SITE_PROJECT_PAGES
                : 0u);
}

static bool write_site(ik_build_run *run, GError **error)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) words = page_words(run, texts);
    const ik_site_input input = {.parts = site_parts(run),
                                 .territory = run->territory,
                                 .records = run->records,
                                 .regions = run->regions,
                                 .municipalities = run->municipalities,
                                 .words = &g_array_index(words, ik_site_words, 0),
                                 .n_words = words->len,
                                 .tilesets = run->tilesets,
                                 .portal_url = run->portal_url,
                                 .box = run->box,
                                 .picture_width = run->picture_width,
                                 .picture_height = run->picture_height,
                                 .picture_box = run->picture_box,
                                 .has_catalogue = wants(run, IK_OUTPUT_CATALOGUE),
                                 .has_region_pictures = wants(run, IK_OUTPUT_PAGE),
                                 .photos = run->photos,
                                 .jobs = run->jobs};
    return ik_site_write(&input, run->folder, error);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Each once, sorted. */
static void add_photo_files(const ik_build_run *run, GPtrArray *names)
{
    if (!run->photo_files)
        return;
    g_ptr_array_sort(run->photo_files, compare_names);
    const char *last = NULL;
    for (guint i = 0; i < run->photo_files->len; i++) {
        const char *name = run->photo_files->pdata[i];
        if (g_strcmp0(name, last) != 0)
            g_ptr_array_add(names, g_strdup(name));
        last = name;
    }
}

static void add_style_files(const ik_build_run *run, const char *name, GPtrArray *names)
{
    g_autoptr(ik_style) style = ik_easel_load_style(name, run->workspace->folder, NULL);
    g_autofree char *folder = g_path_get_dirname(name);
    g_ptr_array_add(names, g_strdup(name));
    if (style != NULL)
        ik_style_images_files(style, folder, names);
}

/* Names of the files that the build reads, as the settings give them, and photos; of char *, owned. */
static GPtrArray *input_names(const ik_build_run *run)
{
    const ik_settings *settings = run->workspace->settings;
    const char *const files[] = {settings->path, settings->projects.file, settings->events.file,
                                 settings->postcode_points, settings->gazetteer};
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
        if (files[i])
            g_ptr_array_add(names, g_strdup(files[i]));
    for (char **style = settings->styles; *style; style++)
        if (g_str_has_suffix(*style, ".json"))
            add_style_files(run, *style, names);
    ik_theme_icons_add_files(run->records, names);
    add_photo_files(run, names);
    return names;
}

static bool write_manifest(ik_build_run *run, GError **error)
{
    g_autoptr(GPtrArray) names = input_names(run);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree ik_manifest_source *sources = g_new(ik_manifest_source, names->len);
    for (guint i = 0; i < names->len; i++) {
        char *path = ik_workspace_path(run->workspace, names->pdata[i]);
        sources[i] = (ik_manifest_source){names->pdata[i], path};
        g_ptr_array_add(paths, path);
    }
    const ik_manifest_input input = {run->territory, sources, paths->len, run->jobs};
    return ik_manifest_write(run->folder, &input, error);
}

/* Formats without room for a source line (CSV, tiles) are covered by a text beside them. */
static bool write_attribution(ik_build_run *run, GError **error)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < run->territory->n_attributions; i++) {
        const ik_attribution *attribution = &run->territory->attributions[i];
        g_string_append_printf(lines, "%s (%s, %s)\n", attribution->text_de, attribution->licence,
                               attribution->url);
    }
    return write_text(run, "data/attribution.txt", g_string_free(lines, FALSE), error);
}

static bool publish(ik_build_run *run, GError **error)
{
    return ik_count_output(run->folder, &run->summary->files, &run->summary->bytes, error) &&
           ik_stage_commit(run->stage, error);
}

static const struct {
    const char *stage; /* shown before the step; NULL: the step shows its own */
    bool (*run)(ik_build_run *run, GError **error);
} steps[] = {{NULL, read_records},
             {NULL, check_not_empty},
             {"stage.photos", write_photos},
             {NULL, write_lists},
             {NULL, drop_private},
             {"stage.catalogue", write_catalogue},
             {NULL, draw_tiles},
             {"stage.vector", write_vector_tiles},
             {NULL, describe_vector_tiles},
             {"stage.pictures", draw_pictures},
             {NULL, write_map_assets},
             {"stage.site", write_site},
             {NULL, write_attribution},
             {NULL, write_manifest},
             {"stage.publish", publish}};

static bool run_steps(ik_build_run *run, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (steps[i].stage && !ik_tell_progress(&run->reporter, steps[i].stage, 0, 0, error))
            return false;
        if (!steps[i].run(run, error))
            return false;
    }
    return true;
}

static void count_records(const ik_records *records, ik_build_summary *summary)
{
    summary->placed = records->projects->len;
    summary->rejected = records->rejects->len;
    summary->events = records->events->len;
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = records->projects->pdata[i];
        summary->to_check += project->match.status == IK_STATUS_CHECK;
        summary->omissions += ik_project_has_omission(project);
    }
}

/* Absolute, links followed as far as the path exists. Caller frees. */
static char *real_path(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = real ? g_strdup(real) : g_canonicalize_filename(path, NULL);
    free(real);
    return copy;
}

/* A target that is the workspace, or holds it, must not be replaced. */
static bool check_target(const ik_workspace *workspace, const char *output, GError **error)
{
    g_autofree char *target = real_path(output);
    g_autofree char *folder = real_path(workspace->folder);
    g_autofree char *below = g_strconcat(target, "/", NULL);
    if (!g_str_equal(target, folder) && !g_str_has_prefix(folder, below))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: the output would replace the workspace; name another folder", output);
    return false;
}

static bool check_portal_url(const ik_build_run *run, GError **error)
{
    const char *url = run->portal_url;
    if (!url || ((g_str_has_prefix(url, "https://") || g_str_has_prefix(url, "http://")) &&
                 g_str_has_suffix(url, "/")))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "address of the portal \"%s\": expected https:// in front and / at the end", url);
    return false;
}

/* The zooms of the options go before those of every style. */
static ik_site_tileset *list_tilesets(const ik_settings *settings, const ik_build_options *options)
{
    ik_site_tileset *tilesets = g_new0(ik_site_tileset, g_strv_length(settings->tilesets) + 1);
    for (guint i = 0; settings->tilesets[i]; i++) {
        const ik_style_tiles *tiles = &settings->style_tiles[i];
        tilesets[i] = (ik_site_tileset){
            .name = settings->tilesets[i],
            .min_zoom = options->min_zoom < 0 ? tiles->min_zoom : (guint)options->min_zoom,
            .max_zoom = options->max_zoom < 0 ? tiles->max_zoom : (guint)options->max_zoom,
            .tile_size = tiles->tile_size,
            .scales = tiles->scales,
            .is_webp = tiles->is_webp};
    }
    return tilesets;
}

static bool check_zooms(const ik_build_run *run, GError **error)
{
    for (const ik_site_tileset *tileset = run->tilesets; tileset->name; tileset++) {
        guint most = IK_MAX_ZOOM - (tileset->tile_size == 512); /* they show the zoom above */
        if (tileset->min_zoom <= tileset->max_zoom && tileset->max_zoom <= most)
            continue;
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "zooms %u to %u of tiles/%s: expected 0 to %u, the smaller one first",
                    tileset->min_zoom, tileset->max_zoom, tileset->name, most);
        return false;
    }
    return true;
}

static bool build_stage(ik_build_run *run, const char *output, GError **error)
{
    if (!check_zooms(run, error) || !check_portal_url(run, error) ||
        !check_target(run->workspace, output, error))
        return false;
    run->stage = ik_stage_open(output, IK_MANIFEST_NAME, error);
    if (!run->stage)
        return false;
    run->folder = ik_stage_folder(run->stage);
    bool built = run_steps(run, error);
    if (built)
        count_records(run->records, run->summary);
    ik_records_free(run->records);
    ik_coverage_free(run->regions);
    ik_coverage_free(run->municipalities);
    g_free(run->photos);
    g_clear_pointer(&run->photo_files, g_ptr_array_unref);
    ik_stage_free(run->stage);
    return built;
}

bool ik_build(const ik_workspace *workspace, const ik_build_options *options,
              ik_build_summary *summary, GError **error)
{
    ik_build_summary ignored;
    ik_build_run run = {.workspace = workspace,
                        .territory = ik_atlas_territory(workspace->atlas),
                        .reporter = {options->progress, options->progress_data},
                        .note = options->note,
                        .note_data = options->note_data,
                        .jobs = options->jobs,
                        .allow_empty = options->allow_empty,
                        .portal_url = options->portal_url ? options->portal_url
                                                          : workspace->settings->portal_url,
                        .summary = summary ? summary : &ignored};
    run.tilesets = list_tilesets(workspace->settings, options);
    run.box = ik_territory_box(run.territory);
    *run.summary = (ik_build_summary){0};
    bool built = build_stage(&run, options->output, error);
    g_free(run.tilesets);
    return built;
}
