/* report.c — the whole report on coverage as a folder.   [pipeline] */
#include <ideenkarte/report.h>
#include <string.h>

#include "figure_parts.h"
#include "publish.h"
#include "report_page.h"
#include "selection.h"
#include "site.h"

/* Proves that a folder is an earlier report. */
#define MARKER "coverage-report.json"

#define STATE_GAINS  10
#define REGION_GAINS 5
#define CSV_SPOTS    G_MAXUINT

static const char *const languages[] = {"de", "en", NULL};

typedef struct {
    const ik_survey *survey;
    const ik_coverage_filter *filter;
    double radius_m;
    const char *folder;     /* of the stage */
    ik_coverage *counts[3]; /* by ik_coverage_by */
    GPtrArray *spots;       /* of ik_white_spots *, owned: of each region, then of the state */
    GArray *events;         /* of ik_report_event */
    ik_division *division;
    ik_report_input input;
} report;

/* --- figures ----------------------------------------------------------------------------------- */

static bool count_areas(report *r, GError **error)
{
    for (guint by = 0; by < G_N_ELEMENTS(r->counts); by++) {
        r->counts[by] = ik_survey_coverage(r->survey, (ik_coverage_by)by, r->filter, error);
        if (r->counts[by] == NULL)
            return false;
    }
    return true;
}

static bool find_spots(report *r, GError **error)
{
    const guint32 n = r->survey->territory->n_regions;
    for (guint32 i = 0; i <= n; i++) {
        const ik_white_spot_options options = {r->radius_m, i < n ? i : IK_NONE,
                                               i < n ? REGION_GAINS : STATE_GAINS};
        ik_white_spots *spots = ik_survey_white_spots(r->survey, r->filter, &options, error);
        if (spots == NULL)
            return false;
        g_ptr_array_add(r->spots, spots);
    }
    return true;
}

/* Earliest first, those without a date last. */
static gint compare_events(gconstpointer a, gconstpointer b)
{
    const ik_report_event *first = a, *second = b;
    if ((first->date == NULL) != (second->date == NULL))
        return first->date == NULL ? 1 : -1;
    const int order = g_strcmp0(first->date, second->date);
    return order != 0 ? order : g_strcmp0(first->title, second->title);
}

static bool choose_events(report *r, GError **error)
{
    ik_selection selection;
    if (!ik_selection_init(&selection, r->survey, r->filter, error))
        return false;
    for (guint i = 0; i < r->survey->events->len; i++) {
        const ik_survey_event *event = &g_array_index(r->survey->events, ik_survey_event, i);
        const ik_report_event shown = {event->title, event->date, event->date_note, event->place,
                                       event->region};
        if (selection.events[i])
            g_array_append_val(r->events, shown);
    }
    g_array_sort(r->events, compare_events);
    ik_selection_clear(&selection);
    return true;
}

static bool gather(report *r, GError **error)
{
    if (!count_areas(r, error) || !find_spots(r, error) || !choose_events(r, error))
        return false;
    r->division = ik_division_new(r->survey->territory);
    r->input = (ik_report_input){
        .territory = r->survey->territory,
        .regions = r->counts[IK_COVERAGE_REGION],
        .municipalities = r->counts[IK_COVERAGE_MUNICIPALITY],
        .spots = r->spots->pdata[r->survey->territory->n_regions],
        .region_spots = (const ik_white_spots *const *)r->spots->pdata,
        .events = (const ik_report_event *)(gpointer)r->events->data,
        .n_events = r->events->len,
        .languages = languages,
    };
    return true;
}

/* --- files ------------------------------------------------------------------------------------- */

/* Takes the text over. */
static bool write_text(const report *r, const char *path, char *text, GError **error)
{
    const bool written = ik_write_file(r->folder, path, text, strlen(text), error);
    g_free(text);
    return written;
}

static bool write_tables(const report *r, GError **error)
{
    static const char *const names[] = {"regions.csv", "districts.csv", "municipalities.csv"};
    const ik_territory *territory = r->input.territory;
    for (guint by = 0; by < G_N_ELEMENTS(names); by++)
        if (!write_text(r, names[by], ik_coverage_to_csv(r->counts[by], territory), error))
            return false;
    return write_text(r, "white-spots.csv",
                      ik_white_spots_format(r->input.spots, r->input.regions, territory,
                                            IK_REPORT_CSV, "de", CSV_SPOTS),
                      error) &&
           write_text(r, MARKER, ik_coverage_to_json(r->input.regions, territory), error);
}

static bool write_picture(const report *r, guint language, ik_report_picture picture,
                          guint32 region, GError **error)
{
    const bool is_of_regions =
        picture == IK_REPORT_REGIONS_MAP || picture == IK_REPORT_REGIONS_CHART;
    const bool is_chart = picture == IK_REPORT_REGIONS_CHART || picture == IK_REPORT_REGION_CHART;
    const ik_measure measure =
        picture == IK_REPORT_DISTANCE_MAP ? IK_MEASURE_DISTANCE : IK_MEASURE_PER_100K;
    const ik_figure figure = {is_of_regions ? r->input.regions : r->input.municipalities,
                              r->division,
                              region,
                              {measure, IK_CLASSES_JENKS, 5, languages[language]}};
    g_autofree char *path = ik_report_picture_path(&r->input, language, picture, region);
    g_autoptr(GBytes) bytes = is_chart ? ik_figure_chart(&figure, IK_SHEET_SVG, error)
                                       : ik_figure_map(&figure, IK_SHEET_SVG, error);
    gsize size;
    const void *data = bytes == NULL ? NULL : g_bytes_get_data(bytes, &size);
    return bytes != NULL && ik_write_file(r->folder, path, data, size, error);
}

static bool write_region_pictures(const report *r, guint language, guint32 region, GError **error)
{
    const ik_coverage_row *row = r->input.regions->rows->pdata[region];
    return write_picture(r, language, IK_REPORT_REGION_MAP, region, error) &&
           (row->projects == 0 ||
            write_picture(r, language, IK_REPORT_REGION_CHART, region, error));
}

static bool write_pictures(const report *r, guint language, GError **error)
{
    static const ik_report_picture pictures[] = {IK_REPORT_REGIONS_MAP, IK_REPORT_REGIONS_CHART,
                                                 IK_REPORT_TOWNS_MAP, IK_REPORT_DISTANCE_MAP};
    for (guint i = 0; i < G_N_ELEMENTS(pictures); i++)
        if (!write_picture(r, language, pictures[i], IK_NONE, error))
            return false;
    for (guint32 region = 0; region < r->input.territory->n_regions; region++)
        if (!write_region_pictures(r, language, region, error))
            return false;
    return true;
}

static bool write_page(const report *r, guint language, guint32 region, GError **error)
{
    g_autofree char *path = ik_report_page_path(&r->input, language, region);
    return write_text(r, path, ik_report_page(&r->input, language, region), error);
}

static bool write_pages(const report *r, guint language, GError **error)
{
    for (guint32 region = 0; region < r->input.territory->n_regions; region++)
        if (!write_page(r, language, region, error))
            return false;
    return write_page(r, language, IK_NONE, error);
}

static bool write_all(const report *r, GError **error)
{
    for (guint i = 0; languages[i] != NULL; i++)
        if (!write_pictures(r, i, error) || !write_pages(r, i, error))
            return false;
    return write_tables(r, error) && ik_site_write_assets(r->folder, error);
}

/* --- the whole --------------------------------------------------------------------------------- */

static void free_spots(gpointer spots)
{
    ik_white_spots_free(spots);
}

static void clear(report *r)
{
    for (guint by = 0; by < G_N_ELEMENTS(r->counts); by++)
        ik_coverage_free(r->counts[by]);
    g_ptr_array_unref(r->spots);
    g_array_unref(r->events);
    ik_division_free(r->division);
}

bool ik_report_publish(const ik_survey *survey, const ik_coverage_filter *filter, double radius_m,
                       const char *folder, GError **error)
{
    g_autoptr(ik_stage) stage = ik_stage_open(folder, MARKER, error);
    if (stage == NULL)
        return false;
    report r = {.survey = survey,
                .filter = filter,
                .radius_m = radius_m,
                .folder = ik_stage_folder(stage),
                .spots = g_ptr_array_new_with_free_func(free_spots),
                .events = g_array_new(FALSE, FALSE, sizeof(ik_report_event))};
    const bool is_done = gather(&r, error) && write_all(&r, error) && ik_stage_commit(stage, error);
    clear(&r);
    return is_done;
}
