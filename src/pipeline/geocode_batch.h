/* geocode_batch.h — what the formats of a batch of addresses share.   [pipeline]
 *
 * A format takes records in pieces, one thread at a time; the pieces are answered by many threads and written in order.
 */
#ifndef IK_GEOCODE_BATCH_H
#define IK_GEOCODE_BATCH_H

#include <ideenkarte/batch.h>

#include "address_fields.h"
#include "given_position.h"
#include "json_members.h"

/* A piece has as many records, or as many bytes of them and a record more. */
enum { IK_GEOCODE_PIECE_RECORDS = 1024, IK_GEOCODE_PIECE_BYTES = 1 << 16 };

typedef struct {
    const ik_atlas *atlas;
    const ik_territory *territory;
    const char *language;
    const char *name; /* of the file, for messages */
    bool is_reviewed;
} ik_geocode_batch;

/* What one thread works with. */
typedef struct {
    const ik_geocode_batch *batch;
    ik_given_reader *given;
    ik_json_members *members;
    GString *scratch;
} ik_geocode_worker;

typedef struct {
    gpointer records; /* of the format */
    GString *out;     /* the result */
    GString *review;  /* rows of the review */
    ik_batch_summary counts;
} ik_geocode_piece;

/* A format and the file that is open in it. */
typedef struct ik_geocode_source ik_geocode_source;
struct ik_geocode_source {
    /* The next records, of `free_records`; NULL at the end, or with `error` set. */
    gpointer (*take)(ik_geocode_source *source, GError **error);
    bool (*answer)(const ik_geocode_source *source, ik_geocode_worker *worker,
                   ik_geocode_piece *piece, GError **error);
    void (*free_records)(gpointer records);
    void (*close)(ik_geocode_source *source);
    GString *head; /* of the result, before all records */
    GString *tail; /* behind them; filled when the end is reached */
};

/* NULL with `error` set. Freed by its `close`. `bytes` and `batch` must outlive the source. */
ik_geocode_source *ik_geocode_csv_open(const ik_geocode_batch *batch, GBytes *bytes,
                                       GError **error);
ik_geocode_source *ik_geocode_json_open(const ik_geocode_batch *batch, GBytes *json,
                                        ik_file_format format);

/* An answer with what was asked. */
typedef struct {
    ik_address_fields fields;
    char *raw; /* of a record that could not be read; NULL */
    ik_match match;
} ik_geocode_answer;

/* Answers a record. `given` NULL: coordinates are read from the columns; it is cleared. */
void ik_geocode_ask(const ik_geocode_worker *worker, const ik_columns *columns,
                    const ik_csv_record *record, ik_given *given, ik_geocode_answer *answer);
/* The answer to a record that cannot be read; `raw` is what it says. */
void ik_geocode_reject(const ik_fault *fault, const char *raw, ik_geocode_answer *answer);
void ik_geocode_answer_clear(ik_geocode_answer *answer);
/* The address as it was read. Caller frees. */
char *ik_geocode_input(const ik_geocode_answer *answer);

/* Counts the answer and lists it for a person where it needs one. After every record. */
void ik_geocode_note(const ik_geocode_batch *batch, ik_geocode_piece *piece,
                     const ik_geocode_answer *answer, guint64 line);

/* The first row of a review. */
void ik_geocode_review_begin(GString *out);

#endif
