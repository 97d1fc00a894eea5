/* tile_check.h — whether a stored tile is what its archive says.   [archive] */
#ifndef IK_TILE_CHECK_H
#define IK_TILE_CHECK_H

#include "archive_verify.h"

/* Expands the bytes and checks signature, PNG structure and what the options ask for. Errors name no place. */
bool ik_tile_check(ik_archive_reader *reader, GBytes *stored, const ik_verify_options *options,
                   GError **error);

#endif
