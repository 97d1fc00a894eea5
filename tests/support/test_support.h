/* test_support.h — what every unit test includes first.   [tests]
 *
 * Brings cmocka with the headers it wants in front of it, the comparison of doubles that cmocka
 * lacks, temporary folders, and the way to files of the source tree and to the shared real data.
 */
#ifndef IK_TEST_SUPPORT_H
#define IK_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>

/* Fails the running test unless `actual` lies within `tolerance` of `expected`, both as doubles.
 * NaN is near nothing; an infinity is near itself alone. cmocka's assert_float_equal would
 * compare as float, which at 51 degrees north is a step of 0.4 metres.
 */
#define ik_assert_near(actual, expected, tolerance) \
    ik_test_assert_near((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)

/* Fails the running test, with the error's message, unless `error` is NULL. */
#define ik_assert_no_error(error) ik_test_assert_no_error((error), __FILE__, __LINE__)

/* Fails the running test unless `error` is set, of this domain and code, and its message holds
 * `part` (NULL: any message).
 */
#define ik_assert_error(error, domain, code, part) \
    ik_test_assert_error((error), (domain), (code), (part), __FILE__, __LINE__)

void ik_test_assert_near(double actual, double expected, double tolerance, const char *expression,
                         const char *file, int line);
void ik_test_assert_no_error(const GError *error, const char *file, int line);

/* The place of an assertion travels as the last two parameters of each of these three. */
void ik_test_assert_error(const GError *error, GQuark domain, int code, const char *part,
                          const char *file, int line);

/* Makes an empty folder in the system's place for temporary files.
 *
 *   returns  its path, the caller's; give it back with ik_test_folder_remove
 */
char *ik_test_folder_new(void);

/* Deletes a folder with all that is in it, following no symbolic link, and frees `path`. NULL
 * is accepted. Fails the running test when something cannot be deleted.
 */
void ik_test_folder_remove(char *path);

/* Writes `length` bytes (-1: up to the NUL) to `folder`/`name`; returns the path, the caller's. */
char *ik_test_file_write(const char *folder, const char *name, const void *bytes, gssize length);

/* Reads a whole file, NUL added; the caller's. Fails the running test when it cannot. */
char *ik_test_file_read(const char *path, size_t *length);

/* The path of a file of the source tree, given from its root; the caller's. */
char *ik_test_source_path(const char *relative);

/* The path of a file of the shared real data, given from the root of that folder; the caller's.
 *
 * The folder is $IK_SHARED, or `shared` beside the source tree. Where the file is absent the
 * running test is skipped with the line "skipped: no ../shared": the call does not return.
 */
char *ik_test_shared_path(const char *relative);

#endif
