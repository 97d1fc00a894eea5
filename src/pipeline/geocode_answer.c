/* geocode_answer.c — the answer to one record of a batch, and its row in the review.   [pipeline] */
#include "atlas.h"
#include "csv_append.h"
#include "geocode_batch.h"
#include "import.h"

/* As in projects.csv: coordinates that cannot be read leave the address, and a person is asked. */
void ik_geocode_ask(const ik_geocode_worker *worker, const ik_columns *columns,
                    const ik_csv_record *record, ik_given *given, ik_geocode_answer *answer)
{
    const ik_placer *placer = &worker->batch->atlas->placer;
    ik_given own = {0};
    *answer = (ik_geocode_answer){.fields = ik_address_fields_read(columns, record)};
    if (!given) {
        own = ik_given_read(worker->given, columns, record);
        given = &own;
    }
    const ik_address address = {answer->fields.street, answer->fields.house_number,
                                answer->fields.postcode, answer->fields.city,
                                answer->fields.address};
    ik_place_address(placer, &address, given->state == IK_GIVEN_READ ? &given->position : NULL,
                     &answer->match);
    if (given->state == IK_GIVEN_MALFORMED) {
        ik_faults_add(&answer->match.faults, "coordinates_malformed", ik_field_name(given->field),
                      given->read, given->expected, IK_IMPORT_PENALTY);
        ik_match_settle(&answer->match);
    }
    ik_given_clear(given);
}

void ik_geocode_reject(const ik_fault *fault, const char *raw, ik_geocode_answer *answer)
{
    *answer = (ik_geocode_answer){.raw = g_strdup(raw), .match.municipality = IK_NONE};
    ik_faults_add(&answer->match.faults, fault->code, fault->field, fault->read, fault->expected,
                  100);
    ik_match_settle(&answer->match);
}

void ik_geocode_answer_clear(ik_geocode_answer *answer)
{
    ik_address_fields_clear(&answer->fields);
    g_clear_pointer(&answer->raw, g_free);
    ik_match_clear(&answer->match);
}

char *ik_geocode_input(const ik_geocode_answer *answer)
{
    return answer->raw ? g_strdup(answer->raw) : ik_address_fields_line(&answer->fields);
}

/* --- the review ------------------------------------------------------------------------------ */

/* As the review of a build: German Excel opens it. */
static void append_row(GString *out, const char *const *cells, guint n)
{
    ik_csv_append(out, ';', true, cells, n);
}

void ik_geocode_review_begin(GString *out)
{
    static const char *const header[] = {"line",         "status", "address", "match", "score",
                                         "municipality", "ags",    "faults",  "reason"};
    g_string_append(out, "\xEF\xBB\xBF");
    append_row(out, header, G_N_ELEMENTS(header));
}

static void append_review(const ik_geocode_batch *batch, GString *out,
                          const ik_geocode_answer *answer, guint64 line)
{
    const ik_match *match = &answer->match;
    const ik_municipality *municipality =
        match->level == IK_MATCH_NONE ? NULL
                                      : &batch->territory->municipalities[match->municipality];
    g_autofree char *number = g_strdup_printf("%" G_GUINT64_FORMAT, line);
    g_autofree char *input = ik_geocode_input(answer);
    g_autofree char *score = g_strdup_printf("%d", match->score);
    g_autofree char *codes = ik_faults_codes(&match->faults, " ");
    g_autofree char *reason = ik_faults_sentences(&match->faults, batch->language);
    const char *const cells[] = {number,
                                 ik_status_name(match->status),
                                 input,
                                 ik_match_level_name(match->level),
                                 score,
                                 municipality ? municipality->name : NULL,
                                 municipality ? municipality->ags : NULL,
                                 codes,
                                 reason};
    append_row(out, cells, G_N_ELEMENTS(cells));
}

void ik_geocode_note(const ik_geocode_batch *batch, ik_geocode_piece *piece,
                     const ik_geocode_answer *answer, guint64 line)
{
    const ik_status status = answer->match.status;
    piece->counts.records++;
    piece->counts.placed += status != IK_STATUS_REJECT;
    piece->counts.to_check += status == IK_STATUS_CHECK;
    piece->counts.rejected += status == IK_STATUS_REJECT;
    if (batch->is_reviewed && status != IK_STATUS_AUTO)
        append_review(batch, piece->review, answer, line);
}
