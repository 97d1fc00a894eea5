/* geocode_csv.c — a whole CSV file of addresses.   [pipeline]
 *
 * Read, answered and written record by record: memory does not grow with a file. Standard input is read whole.
 */
#include <errno.h>
#include <ideenkarte/error.h>
#include <ideenkarte/text.h>
#include <string.h>
#include <unistd.h>

#include "address_fields.h"
#include "atlas.h"
#include "csv_append.h"
#include "given_position.h"
#include "import.h"
#include "json_writer.h"

#define FLUSH_BYTES   65536
#define PROGRESS_STEP 4096

static const char *const answer_columns[] = {
    "match",        "score", "status", "faults", "street", "house_number", "postcode",   "locality",
    "municipality", "ags",   "region", "lon",    "lat",    "accuracy_m",   "candidates", "reason"};
#define N_ANSWERS G_N_ELEMENTS(answer_columns)

typedef struct {
    const ik_atlas *atlas;
    const char *language;
    ik_csv_reader *reader;
    ik_columns *columns;
    ik_given_reader *given;
    GString *out;
    ik_write_fn write;
    gpointer data;
    ik_batch_summary *summary;
} csv_batch;

static bool flush(csv_batch *batch, gsize at_least, GError **error)
{
    if (batch->out->len < at_least || batch->out->len == 0)
        return true;
    bool written = batch->write(batch->out->str, batch->out->len, batch->data, error);
    g_string_truncate(batch->out, 0);
    return written;
}

/* The file's own fields, filled up to the header's width, then the answer's. */
static void append_row(csv_batch *batch, const ik_csv_record *record, const char *const *answers)
{
    guint width = ik_columns_count(batch->columns);
    g_autofree const char **fields = g_new0(const char *, width + N_ANSWERS);
    for (guint i = 0; i < MIN(width, record->n_fields); i++)
        fields[i] = record->fields[i];
    for (guint i = 0; i < N_ANSWERS; i++)
        fields[width + i] = answers[i];
    ik_csv_append(batch->out, ik_csv_reader_dialect(batch->reader)->separator, true, fields,
                  width + (guint)N_ANSWERS);
}

static bool has_header(const ik_columns *columns, const char *name)
{
    for (guint i = 0; i < ik_columns_count(columns); i++) {
        const char *header = ik_columns_header(columns, i);
        if (header && g_ascii_strcasecmp(header, name) == 0)
            return true;
    }
    return false;
}

/* Every column keeps a name of its own: one that the file already has becomes matched_NAME. */
static void append_header(csv_batch *batch, const ik_csv_record *header)
{
    char *names[N_ANSWERS];
    for (gsize i = 0; i < N_ANSWERS; i++) {
        names[i] = g_strdup(answer_columns[i]);
        while (has_header(batch->columns, names[i])) {
            char *longer = g_strconcat("matched_", names[i], NULL);
            g_free(names[i]);
            names[i] = longer;
        }
    }
    append_row(batch, header, (const char *const *)names);
    for (gsize i = 0; i < N_ANSWERS; i++)
        g_free(names[i]);
}

/* Excel takes UTF-8 for what it is only behind a byte order mark: files from there get one. */
static bool wants_bom(const ik_csv_dialect *dialect)
{
    return dialect->has_bom || g_str_equal(dialect->encoding, "windows-1252");
}

static char *rounded(double value, guint decimals)
{
    GString *out = g_string_new(NULL);
    ik_append_rounded(out, value, decimals);
    return g_string_free(out, FALSE);
}

static char *sentences(const ik_faults *faults, const char *language)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        g_autofree char *sentence = ik_fault_sentence(ik_faults_get(faults, i), language);
        g_string_append_printf(out, "%s%s", i ? " " : "", sentence);
    }
    return g_string_free(out, FALSE);
}

static char *candidate_keys(const ik_territory *territory, const ik_match *match)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < match->n_candidates; i++)
        g_string_append_printf(out, "%s%s", i ? " " : "",
                               territory->municipalities[match->candidates[i].municipality].ags);
    return g_string_free(out, FALSE);
}

static void append_answer(csv_batch *batch, const ik_csv_record *record, const ik_match *match)
{
    const ik_territory *territory = ik_atlas_territory(batch->atlas);
    bool placed = match->level != IK_MATCH_NONE;
    const ik_municipality *municipality =
        placed ? &territory->municipalities[match->municipality] : NULL;
    g_autofree char *score = g_strdup_printf("%d", match->score);
    g_autofree char *faults = ik_faults_codes(&match->faults, " ");
    g_autofree char *lon = placed ? rounded(match->position.lon, 6) : NULL;
    g_autofree char *lat = placed ? rounded(match->position.lat, 6) : NULL;
    g_autofree char *accuracy = placed ? rounded(match->accuracy_m, 0) : NULL;
    g_autofree char *candidates = candidate_keys(territory, match);
    g_autofree char *reason = sentences(&match->faults, batch->language);
    const char *const answers[N_ANSWERS] = {
        ik_match_level_name(match->level),
        score,
        ik_status_name(match->status),
        faults,
        match->street,
        match->house_number,
        match->postcode,
        match->locality,
        municipality ? municipality->name : NULL,
        municipality ? municipality->ags : NULL,
        municipality ? territory->regions[municipality->region].id : NULL,
        lon,
        lat,
        accuracy,
        candidates,
        reason};
    append_row(batch, record, answers);
}

/* As in projects.csv: coordinates that cannot be read leave the address, and a person is asked. */
static void answer_record(csv_batch *batch, const ik_csv_record *record, ik_match *match)
{
    ik_address_fields fields = ik_address_fields_read(batch->columns, record);
    const ik_address address = {fields.street, fields.house_number, fields.postcode, fields.city,
                                fields.address};
    ik_given given = ik_given_read(batch->given, batch->columns, record);
    ik_place_address(&batch->atlas->placer, &address,
                     given.state == IK_GIVEN_READ ? &given.position : NULL, match);
    if (given.state == IK_GIVEN_MALFORMED) {
        ik_faults_add(&match->faults, "coordinates_malformed", ik_field_name(given.field),
                      given.read, given.expected, IK_IMPORT_PENALTY);
        ik_match_settle(match);
    }
    ik_given_clear(&given);
    ik_address_fields_clear(&fields);
}

static void count(ik_batch_summary *summary, ik_status status)
{
    summary->records++;
    summary->placed += status != IK_STATUS_REJECT;
    summary->to_check += status == IK_STATUS_CHECK;
    summary->rejected += status == IK_STATUS_REJECT;
}

static void take_record(csv_batch *batch, const ik_csv_record *record)
{
    ik_match match = {.municipality = IK_NONE};
    if (record->flaw == IK_CSV_FLAWLESS) {
        answer_record(batch, record, &match);
    } else {
        ik_faults_add(&match.faults, ik_csv_flaw_code(record->flaw),
                      ik_columns_header(batch->columns, record->flaw_field), record->raw, "UTF-8",
                      100);
        ik_match_settle(&match);
    }
    append_answer(batch, record, &match);
    count(batch->summary, match.status);
    ik_match_clear(&match);
}

static bool tell_progress(const csv_batch *batch, const ik_batch_options *options, GError **error)
{
    const ik_progress progress = {"stage.place", batch->summary->records, 0};
    if (!options->progress || options->progress(&progress, options->progress_data))
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
    return false;
}

static bool run(csv_batch *batch, const ik_batch_options *options, GError **error)
{
    for (const ik_csv_record *record; (record = ik_csv_reader_next(batch->reader)) != NULL;) {
        take_record(batch, record);
        if (batch->summary->records % PROGRESS_STEP == 0 && !tell_progress(batch, options, error))
            return false;
        if (!flush(batch, FLUSH_BYTES, error))
            return false;
    }
    return tell_progress(batch, options, error) && flush(batch, 0, error);
}

static bool start(csv_batch *batch, GError **error)
{
    const ik_csv_record *header = ik_csv_reader_next(batch->reader);
    const char *name = ik_csv_reader_name(batch->reader);
    const ik_columns_request request = {.table = IK_TABLE_ADDRESSES, .file = name};
    if (!header) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: the file is empty, expected a header line", name);
        return false;
    }
    batch->columns = ik_columns_resolve(&request, header, error);
    if (!batch->columns)
        return false;
    if (wants_bom(ik_csv_reader_dialect(batch->reader)))
        g_string_append(batch->out, "\xEF\xBB\xBF");
    append_header(batch, header);
    return true;
}

/* After a signal: whether the caller wants to go on. */
static bool goes_on(const ik_batch_options *options, GError **error)
{
    const ik_progress progress = {"stage.place", 0, 0};
    if (!options->progress || options->progress(&progress, options->progress_data))
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
    return false;
}

static GBytes *read_standard_input(const ik_batch_options *options, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    guint8 buffer[65536];
    ssize_t n;
    while ((n = read(STDIN_FILENO, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR)) {
        if (n > 0)
            g_byte_array_append(bytes, buffer, (guint)n);
        else if (!goes_on(options, error))
            return NULL;
    }
    if (n < 0) {
        g_set_error_literal(error, IK_ERROR, IK_ERROR_IO, "cannot read standard input");
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

static ik_csv_reader *open_reader(const char *path, const ik_batch_options *options, GError **error)
{
    if (!g_str_equal(path, "-"))
        return ik_csv_reader_open(path, NULL, error);
    g_autoptr(GBytes) bytes = read_standard_input(options, error);
    return bytes ? ik_csv_reader_new(bytes, "standard input", NULL, error) : NULL;
}

bool ik_geocode_csv(const ik_atlas *atlas, const char *path, const ik_batch_options *options,
                    ik_batch_summary *summary, GError **error)
{
    ik_batch_summary counts = {0};
    g_autoptr(ik_csv_reader) reader = open_reader(path, options, error);
    if (!reader)
        return false;
    g_autoptr(GString) out = g_string_new(NULL);
    csv_batch batch = {.atlas = atlas,
                       .language = options->language ? options->language : "de",
                       .reader = reader,
                       .out = out,
                       .write = options->write,
                       .data = options->write_data,
                       .summary = &counts};
    batch.given = ik_given_reader_new(0, error);
    bool done = batch.given && start(&batch, error) && run(&batch, options, error);
    ik_given_reader_free(batch.given);
    ik_columns_free(batch.columns);
    if (summary)
        *summary = counts;
    return done;
}
