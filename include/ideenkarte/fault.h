/* fault.h — a named reason why a record or a match is less than perfect.   [base]
 *
 * Code and figures are for programs; the sentence for a clerk is made from the table of texts
 * (`fault.<code>`, German and English) with `{read}` and `{expected}` filled in; where nothing was expected,
 * from `fault.<code>.alone` if there is such a text.
 */
#ifndef IDEENKARTE_FAULT_H
#define IDEENKARTE_FAULT_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    const char *code; /* snake_case, interned: "postcode_city_mismatch" */
    char *field;      /* canonical field the fault is about ("postcode"), or NULL */
    char *read;       /* what was read, shortened for display, or NULL */
    char *expected;   /* what was expected, or NULL */
    int penalty;      /* points taken from the score, 0..100 */
} ik_fault;

/* A list of faults in the order they were found: at most one of a code and field. */
typedef struct {
    GPtrArray *items; /* of ik_fault *, owned; NULL while empty */
} ik_faults;

/* Adds a fault. `code` must be a literal or interned; the other strings are copied, `read` is cut to 80
 * characters at a character boundary. A second one of the same code and field is ignored. */
void ik_faults_add(ik_faults *faults, const char *code, const char *field, const char *read,
                   const char *expected, int penalty);
bool ik_faults_has(const ik_faults *faults, const char *code);
guint ik_faults_count(const ik_faults *faults);
const ik_fault *ik_faults_get(const ik_faults *faults, guint index);
/* Sum of the penalties. */
int ik_faults_penalty(const ik_faults *faults);
/* Appends copies of all of `from`. */
void ik_faults_append(ik_faults *faults, const ik_faults *from);
/* Lowers the penalty of every fault of this code to at most `penalty`. */
void ik_faults_soften(ik_faults *faults, const char *code, int penalty);
/* Takes out every fault of this code. */
void ik_faults_remove(ik_faults *faults, const char *code);
/* The codes joined by `separator`; "" for none. Caller frees. */
char *ik_faults_codes(const ik_faults *faults, const char *separator);
/* One sentence a fault for a clerk in `language` ("de", "en"). Caller frees. */
char *ik_fault_sentence(const ik_fault *fault, const char *language);
/* The sentences of all faults, a blank between them; "" for none. Caller frees. */
char *ik_faults_sentences(const ik_faults *faults, const char *language);
void ik_faults_clear(ik_faults *faults);

G_END_DECLS

#endif
