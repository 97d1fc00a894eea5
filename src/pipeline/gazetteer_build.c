/* gazetteer_build.c — from address registers to one gazetteer.   [pipeline] */
#include <ideenkarte/gazetteer_build.h>
#include <ideenkarte/region.h>
#include <string.h>
#include <sys/stat.h>

#include "address_register.h"
#include "gazetteer_builder.h"

/* Bridges and the last house across the border are right; a mistyped municipality is farther away. */
#define OUTSIDE_LIMIT_M 500.0

typedef struct {
    const ik_territory *territory;
    const ik_gazetteer_options *options;
    ik_region_set *regions;
    ik_gazetteer_builder *builder;
    ik_register_summary summary; /* of the source that is being read */
    guint64 used, dropped_positions;
} gazetteer_build;

/* --- records ------------------------------------------------------------------------------- */

/* The municipality of a record; NULL, or why there is none. */
static const char *find_municipality(const gazetteer_build *build, const ik_address_record *record,
                                     guint32 *municipality)
{
    bool has_ags = record->ags != NULL && *record->ags != '\0';
    if (!has_ags && !record->has_position)
        return "position_missing";
    *municipality = has_ags ? ik_territory_find_municipality(build->territory, record->ags)
                            : ik_region_set_locate(build->regions, record->position);
    if (*municipality != IK_NONE)
        return NULL;
    return has_ags ? "municipality_unknown" : "outside_territory";
}

static bool lies_outside(const gazetteer_build *build, const ik_address_record *record,
                         guint32 municipality)
{
    return record->has_position &&
           ik_region_set_locate(build->regions, record->position) != municipality &&
           ik_region_set_distance_m(build->regions, municipality, record->position) >
               OUTSIDE_LIMIT_M;
}

static const char *add_record(gazetteer_build *build, const ik_address_record *record)
{
    ik_address_record placed = *record;
    guint32 municipality = IK_NONE;
    const char *reason = find_municipality(build, record, &municipality);
    if (reason != NULL)
        return reason;
    placed.ags = build->territory->municipalities[municipality].ags;
    if (lies_outside(build, record, municipality)) {
        if (record->number != NULL || record->street == NULL || *record->street == '\0')
            return "outside_municipality";
        /* A street is there all the same; the catalogue's points are up to kilometres off. */
        placed.has_position = false;
        build->dropped_positions++;
    }
    return ik_gazetteer_builder_add(build->builder, &placed);
}

static bool take_record(const ik_address_record *record, gpointer data, GError **error)
{
    gazetteer_build *build = data;
    (void)error;
    const char *reason = add_record(build, record);
    if (reason != NULL)
        ik_skips_add(&build->summary.skips, reason, record->line);
    else
        build->used++;
    return true;
}

/* --- sources ------------------------------------------------------------------------------- */

static void report_source(const gazetteer_build *build, const char *path, const char *format,
                          ik_gazetteer_source_report *report)
{
    const ik_register_summary *summary = &build->summary;
    report->name = g_path_get_basename(path);
    report->format = format;
    report->rows = summary->rows;
    report->used = build->used;
    memcpy(report->date, summary->date, sizeof report->date);
    report->n_skips = summary->skips.n;
    report->skips = g_new0(ik_gazetteer_skip, summary->skips.n + 1);
    for (guint i = 0; i < summary->skips.n; i++) {
        const ik_skip *skip = &summary->skips.items[i];
        report->skips[i] = (ik_gazetteer_skip){skip->reason, skip->count, skip->first_line};
    }
}

/* What the register itself is known by; else what the caller knows. */
static const char *known_or_given(const char *known, const char *given)
{
    return *known != '\0' || given == NULL ? known : given;
}

static bool read_source(gazetteer_build *build, const char *path,
                        ik_gazetteer_source_report *report, GError **error)
{
    ik_address_format format;
    const ik_register_request request = {.path = path,
                                         .take = take_record,
                                         .take_data = build,
                                         .progress = build->options->progress,
                                         .progress_data = build->options->progress_data,
                                         .ags = build->options->ags,
                                         .mapping = build->options->mapping};
    build->used = 0;
    if (!ik_address_register_recognise(path, build->options->mapping, &format, error) ||
        !ik_address_register_read(format, &request, &build->summary, error))
        return false;
    const ik_address_format_info *info = ik_address_format_get(format);
    report_source(build, path, info->name, report);
    const ik_gazetteer_source source = {
        .name = report->name,
        .date = report->date,
        .licence = known_or_given(info->licence, build->options->licence),
        .attribution = known_or_given(info->attribution, build->options->attribution),
        .kind = (guint8)info->kind,
        .records = build->used};
    ik_gazetteer_builder_add_source(build->builder, &source);
    return true;
}

static bool read_sources(gazetteer_build *build, const char *const *sources,
                         ik_gazetteer_report *report, GError **error)
{
    for (guint i = 0; sources[i] != NULL; i++) {
        if (!read_source(build, sources[i], &report->sources[i], error))
            return false;
        report->n_sources = i + 1;
    }
    report->dropped_positions = build->dropped_positions;
    return true;
}

/* --- the file ------------------------------------------------------------------------------ */

static bool write_file(const gazetteer_build *build, const char *output,
                       ik_gazetteer_report *report, GError **error)
{
    const ik_progress progress = {"stage.gazetteer", 0, 0};
    ik_gazetteer_counts counts = {0};
    if (build->options->progress != NULL &&
        !build->options->progress(&progress, build->options->progress_data)) {
        g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
        return false;
    }
    if (!ik_gazetteer_builder_write(build->builder, output, &counts, error))
        return false;
    report->houses = counts.houses;
    report->streets = counts.streets;
    report->localities = counts.localities;
    report->municipalities = counts.municipalities;
    report->duplicates = counts.duplicates;
    report->far_duplicates = counts.far_duplicates;
    report->shared_keys = counts.shared_keys;
    report->without_position = counts.without_position;
    return true;
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

/* Both stand in pages, styles and terminals: UTF-8 in one line, without control characters. */
static bool check_line(const char *text, const char *what, GError **error)
{
    bool is_line = text == NULL || g_utf8_validate(text, -1, NULL);
    for (const char *at = text; is_line && at != NULL && *at != '\0'; at = g_utf8_next_char(at))
        is_line = !g_unichar_iscntrl(g_utf8_get_char(at));
    if (!is_line)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: expected one line of text in UTF-8",
                    what);
    return is_line;
}

static bool check(const gazetteer_build *build, const char *const *sources, const char *output,
                  GError **error)
{
    const char *ags = build->options->ags;
    if (ags != NULL && ik_territory_find_municipality(build->territory, ags) == IK_NONE) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "AGS \"%s\": no municipality has it", ags);
        return false;
    }
    if (!check_line(build->options->licence, "licence", error) ||
        !check_line(build->options->attribution, "attribution", error))
        return false;
    for (guint i = 0; sources[i] != NULL; i++) {
        if (is_same_file(sources[i], output)) {
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                        "%s: the gazetteer would replace this source, name another file", output);
            return false;
        }
    }
    return true;
}

static guint count(const char *const *sources)
{
    guint n = 0;
    while (sources[n] != NULL)
        n++;
    return n;
}

bool ik_gazetteer_build(const char *const *sources, const char *output,
                        const ik_gazetteer_options *options, ik_gazetteer_report *report,
                        GError **error)
{
    static const ik_gazetteer_options none = {0};
    ik_gazetteer_report own = {0};
    ik_gazetteer_report *kept = report != NULL ? report : &own;
    gazetteer_build build = {.territory = ik_territory_builtin(),
                             .options = options != NULL ? options : &none};
    *kept = (ik_gazetteer_report){0};
    if (!check(&build, sources, output, error))
        return false;
    g_autoptr(ik_region_set) regions = ik_region_set_new(build.territory);
    g_autoptr(ik_gazetteer_builder) builder = ik_gazetteer_builder_new();
    build.regions = regions;
    build.builder = builder;
    kept->sources = g_new0(ik_gazetteer_source_report, count(sources) + 1);
    bool done =
        read_sources(&build, sources, kept, error) && write_file(&build, output, kept, error);
    if (report == NULL)
        ik_gazetteer_report_clear(&own);
    return done;
}

void ik_gazetteer_report_clear(ik_gazetteer_report *report)
{
    for (guint i = 0; i < report->n_sources; i++) {
        g_free(report->sources[i].name);
        g_free(report->sources[i].skips);
    }
    g_free(report->sources);
    *report = (ik_gazetteer_report){0};
}
