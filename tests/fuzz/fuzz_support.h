/* fuzz_support.h — what every fuzz harness includes first.   [tests]
 *
 * A harness stands at one door through which foreign bytes come in. It hands the bytes over and asserts what
 * must hold whatever they are. A failed assertion ends the process: that is how libFuzzer and the replay of
 * the corpus learn of it.
 */
#ifndef IK_FUZZ_SUPPORT_H
#define IK_FUZZ_SUPPORT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The one function of a harness; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Called once before it, by libFuzzer and by the replay. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* The bytes up to the first NUL as a string; the caller's. */
char *fuzz_text(const uint8_t *data, size_t size);

/* Writes the bytes to a temporary file of that name and returns its path; borrowed, valid until the next
 * call with the same name. The file goes when the process ends in good order. */
const char *fuzz_file(const char *name, const void *data, size_t size);

/* The folder that those files lie in. */
const char *fuzz_folder(void);

/* Several files in one input: a line `== NAME` starts each. Writes those of `names` (ends with NULL) that are
 * there and removes the others. */
void fuzz_files(const uint8_t *data, size_t size, const char *const *names);

/* Each ends the process unless it holds. NULL is no text. */
void fuzz_require_utf8(const char *text);

/* Valid UTF-8 that a terminal shows as it stands: without control characters and direction marks. */
void fuzz_require_printable(const char *text);

/* An error of the library that blames the input, and can be shown. */
void fuzz_require_failure(const GError *error);

/* A code that the table of texts explains in both languages. */
void fuzz_require_fault_code(const char *code);

#endif
