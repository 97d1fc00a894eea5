/* geocode_file.c — a file of addresses, answered by many threads, written in order.   [pipeline] */
#include <ideenkarte/error.h>
#include <string.h>

#include "geocode_batch.h"
#include "pool.h"
#include "result_file.h"
#include "source_file.h"

#define PROGRESS_STEP 4096

/* Where bytes go. */
typedef struct {
    ik_result_file *file; /* NULL: to a function of the caller, or nowhere */
    ik_write_fn write;    /* NULL: nowhere */
    gpointer data;
} sink;

typedef struct {
    ik_geocode_batch batch;
    const ik_batch_options *options;
    ik_geocode_source *source;
    ik_geocode_worker *workers; /* of `jobs` */
    guint jobs;
    sink result, review;
    ik_batch_summary summary;
    guint64 told; /* records that the progress knows of */
} geocode_run;

/* --- the result ------------------------------------------------------------------------------ */

static bool sink_open(sink *s, const char *path, GError **error)
{
    if (!path)
        return true;
    s->file = ik_result_file_open(path, error);
    s->write = ik_result_file_write;
    s->data = s->file;
    return s->file != NULL;
}

static bool sink_write(const sink *s, const GString *bytes, GError **error)
{
    return !s->write || bytes->len == 0 || s->write(bytes->str, bytes->len, s->data, error);
}

static bool sink_commit(const sink *s, GError **error)
{
    return !s->file || ik_result_file_commit(s->file, error);
}

/* --- pieces ---------------------------------------------------------------------------------- */

static void free_piece(const geocode_run *run, ik_geocode_piece *piece)
{
    run->source->free_records(piece->records);
    g_string_free(piece->out, TRUE);
    g_string_free(piece->review, TRUE);
    g_free(piece);
}

/* A piece with the run that it belongs to, for those who get nothing but the piece. */
typedef struct {
    ik_geocode_piece piece;
    const geocode_run *run;
} owned_piece;

static void discard_piece(gpointer data)
{
    free_piece(((owned_piece *)data)->run, data);
}

static gpointer take_piece(guint item, gpointer data, GError **error)
{
    (void)item;
    const geocode_run *run = data;
    gpointer records = run->source->take(run->source, error);
    if (!records)
        return NULL;
    owned_piece *owned = g_new0(owned_piece, 1);
    owned->run = run;
    owned->piece.records = records;
    owned->piece.out = g_string_sized_new(4 * (gsize)IK_GEOCODE_PIECE_BYTES);
    owned->piece.review = g_string_new(NULL);
    return owned;
}

static bool answer_piece(guint worker, gpointer piece, gpointer data, GError **error)
{
    const geocode_run *run = data;
    return run->source->answer(run->source, &run->workers[worker], piece, error);
}

static bool tell_progress(const geocode_run *run, GError **error)
{
    const ik_progress progress = {"stage.place", run->summary.records, 0};
    if (!run->options->progress || run->options->progress(&progress, run->options->progress_data))
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped");
    return false;
}

static void count(ik_batch_summary *summary, const ik_batch_summary *counts)
{
    summary->records += counts->records;
    summary->placed += counts->placed;
    summary->to_check += counts->to_check;
    summary->rejected += counts->rejected;
}

static bool deliver_piece(guint item, gpointer result, gpointer data, GError **error)
{
    (void)item;
    geocode_run *run = data;
    ik_geocode_piece *piece = result;
    count(&run->summary, &piece->counts);
    bool done = sink_write(&run->result, piece->out, error) &&
                sink_write(&run->review, piece->review, error);
    free_piece(run, piece);
    if (!done || run->summary.records - run->told < PROGRESS_STEP)
        return done;
    run->told = run->summary.records;
    return tell_progress(run, error);
}

/* --- the run --------------------------------------------------------------------------------- */

static void start_workers(geocode_run *run)
{
    const ik_columns_request request = {
        .table = IK_TABLE_ADDRESSES, .file = run->batch.name, .requires_nothing = true};
    run->jobs = run->options->jobs ? run->options->jobs : ik_pool_default_jobs();
    run->workers = g_new0(ik_geocode_worker, run->jobs);
    for (guint i = 0; i < run->jobs; i++)
        run->workers[i] = (ik_geocode_worker){&run->batch, ik_given_reader_new(0, NULL),
                                              ik_json_members_new(&request), g_string_new(NULL)};
}

static void end_workers(geocode_run *run)
{
    for (guint i = 0; i < run->jobs; i++) {
        ik_given_reader_free(run->workers[i].given);
        ik_json_members_free(run->workers[i].members);
        g_string_free(run->workers[i].scratch, TRUE);
    }
    g_free(run->workers);
}

static bool write_review_head(const geocode_run *run, GError **error)
{
    g_autoptr(GString) head = g_string_new(NULL);
    ik_geocode_review_begin(head);
    return sink_write(&run->review, head, error);
}

static bool answer_all(geocode_run *run, GError **error)
{
    const ik_pool_stream stream = {.jobs = run->jobs,
                                   .take = take_piece,
                                   .work = answer_piece,
                                   .deliver = deliver_piece,
                                   .free_piece = discard_piece,
                                   .data = run};
    return sink_write(&run->result, run->source->head, error) && write_review_head(run, error) &&
           ik_pool_run_stream(&stream, error) &&
           sink_write(&run->result, run->source->tail, error) && tell_progress(run, error) &&
           sink_commit(&run->review, error) && sink_commit(&run->result, error);
}

static ik_geocode_source *open_source(const geocode_run *run, GBytes *bytes, GBytes *json,
                                      GError **error)
{
    ik_file_format format = run->options->format;
    if (format == IK_FILE_FORMAT_DETECT)
        format = ik_source_detect(json);
    return format == IK_FILE_FORMAT_CSV ? ik_geocode_csv_open(&run->batch, bytes, error)
                                        : ik_geocode_json_open(&run->batch, json, format);
}

static bool run_on(geocode_run *run, GBytes *bytes, GError **error)
{
    g_autoptr(GBytes) json = ik_source_without_mark(bytes);
    run->source = open_source(run, bytes, json, error);
    if (!run->source)
        return false;
    start_workers(run);
    bool done = sink_open(&run->result, run->options->output, error) &&
                sink_open(&run->review, run->options->review, error) && answer_all(run, error);
    ik_result_file_free(run->result.file);
    ik_result_file_free(run->review.file);
    end_workers(run);
    run->source->close(run->source);
    return done;
}

bool ik_geocode_file(const ik_atlas *atlas, const char *path, const ik_batch_options *options,
                     ik_batch_summary *summary, GError **error)
{
    g_autoptr(GBytes) bytes =
        ik_source_read(path, options->progress, options->progress_data, error);
    if (!bytes)
        return false;
    g_autofree char *base = g_path_get_basename(path);
    geocode_run run = {
        .batch = {.atlas = atlas,
                  .territory = ik_atlas_territory(atlas),
                  .language = options->language ? options->language : "de",
                  .name = strcmp(path, "-") == 0 ? "standard input" : base,
                  .is_reviewed = options->review != NULL},
        .options = options,
        .result = {.write = options->write, .data = options->write_data},
    };
    bool done = run_on(&run, bytes, error);
    if (summary)
        *summary = run.summary;
    return done;
}
