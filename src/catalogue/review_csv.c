/* review_csv.c — what was not placed and what a person should look at, for a spreadsheet.   [catalogue] */
#include "review_csv.h"

#include "address_fields.h"
#include "csv_append.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static void append_row(GString *out, const char *const *cells, guint n)
{
    ik_csv_append(out, ';', true, cells, n);
}

static void append_reject(GString *out, const ik_reject *reject)
{
    const ik_fault fault = {reject->code, reject->column, reject->read, reject->expected, 0};
    g_autofree char *line = g_strdup_printf("%u", reject->origin.line);
    g_autofree char *german = ik_fault_sentence(&fault, "de");
    g_autofree char *english = ik_fault_sentence(&fault, "en");
    const char *const cells[] = {
        reject->origin.file, line,   reject->id, reject->column, reject->code, reject->read,
        reject->expected,    german, english,    reject->record};
    append_row(out, cells, G_N_ELEMENTS(cells));
}

char *ik_rejects_to_csv(const ik_records *records)
{
    static const char *const header[] = {"file", "line",     "id",        "column",    "code",
                                         "read", "expected", "reason_de", "reason_en", "record"};
    GString *out = g_string_new(byte_order_mark);
    append_row(out, header, G_N_ELEMENTS(header));
    for (guint i = 0; i < records->rejects->len; i++)
        append_reject(out, g_ptr_array_index(records->rejects, i));
    return g_string_free(out, FALSE);
}

/* What a row of review.csv says besides its faults. */
typedef struct {
    const ik_origin *origin;
    const char *id, *title, *status, *score, *match, *municipality, *region;
} review_row;

static void append_review(GString *out, const review_row *row, const ik_faults *faults,
                          const char *address)
{
    g_autofree char *line = g_strdup_printf("%u", row->origin->line);
    g_autofree char *codes = ik_faults_codes(faults, " ");
    g_autofree char *german = ik_faults_sentences(faults, "de");
    g_autofree char *english = ik_faults_sentences(faults, "en");
    const char *const cells[] = {
        row->origin->file, line,        row->id, row->title, row->status, row->score, row->match,
        row->municipality, row->region, codes,   german,     english,     address};
    append_row(out, cells, G_N_ELEMENTS(cells));
}

static void append_project(GString *out, const ik_project *project, const ik_faults *doubts,
                           const ik_territory *territory)
{
    const ik_match *match = &project->match;
    const ik_municipality *in =
        match->municipality == IK_NONE ? NULL : &territory->municipalities[match->municipality];
    const ik_address_fields fields = {project->street, project->house_number, project->postcode,
                                      project->city, project->address};
    g_autofree char *score = g_strdup_printf("%d", match->score);
    g_autofree char *address = ik_address_fields_line(&fields);
    const review_row row = {&project->origin,
                            project->id,
                            project->title,
                            ik_status_name(match->status),
                            score,
                            ik_match_level_name(match->level),
                            in == NULL ? NULL : in->name,
                            in == NULL ? NULL : territory->regions[in->region].name};
    append_review(out, &row, doubts, address);
}

static void append_event(GString *out, const ik_event *event, const ik_territory *territory)
{
    const ik_address_fields fields = {event->street, event->house_number, event->postcode,
                                      event->city, NULL};
    g_autofree char *address = ik_address_fields_line(&fields);
    const review_row row = {
        .origin = &event->origin,
        .id = event->id,
        .title = event->title,
        .status = ik_status_name(IK_STATUS_CHECK),
        .municipality = event->municipality == IK_NONE
                            ? NULL
                            : territory->municipalities[event->municipality].name,
        .region = event->region == IK_NONE ? NULL : territory->regions[event->region].name,
    };
    append_review(out, &row, &event->faults, address);
}

char *ik_review_to_csv(const ik_records *records, const ik_territory *territory)
{
    static const char *const header[] = {
        "file",         "line",   "id",     "title",     "status",    "score",  "match",
        "municipality", "region", "faults", "reason_de", "reason_en", "address"};
    GString *out = g_string_new(byte_order_mark);
    append_row(out, header, G_N_ELEMENTS(header));
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = g_ptr_array_index(records->projects, i);
        ik_faults doubts = {0};
        ik_project_append_doubts(project, &doubts);
        if (ik_faults_count(&doubts) > 0)
            append_project(out, project, &doubts, territory);
        ik_faults_clear(&doubts);
    }
    for (guint i = 0; i < records->events->len; i++) {
        const ik_event *event = g_ptr_array_index(records->events, i);
        if (ik_faults_count(&event->faults) > 0)
            append_event(out, event, territory);
    }
    return g_string_free(out, FALSE);
}
