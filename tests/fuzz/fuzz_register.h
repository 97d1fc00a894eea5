/* fuzz_register.h — what holds for the reader of any register, whatever the bytes.   [tests] */
#ifndef IK_FUZZ_REGISTER_H
#define IK_FUZZ_REGISTER_H

#include "register_reader.h"

typedef bool (*fuzz_register_fn)(const ik_register_request *request, ik_register_summary *summary,
                                 GError **error);

/* Reads the file: one error, or sound records, as many as rows that were not skipped. */
void fuzz_register(fuzz_register_fn read, const char *path, const char *const *mapping);

#endif
