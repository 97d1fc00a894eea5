/* fuzz_archive.h — what must hold for whatever is opened as an archive of tiles.   [tests] */
#ifndef IK_FUZZ_ARCHIVE_H
#define IK_FUZZ_ARCHIVE_H

#include "fuzz_support.h"

/* Opens, walks, finds, reads and verifies; asserts that ids rise, that what is found is what was walked over, and that
 * what verify accepts can be read. */
void fuzz_archive(const char *path);

#endif
