/* address_register.h — which register a file is, and the reader for it.   [geodata]
 *
 * Told from the content: OpenStreetMap by its first bytes, building references by their keys, CSV by its header.
 */
#ifndef IK_ADDRESS_REGISTER_H
#define IK_ADDRESS_REGISTER_H

#include "register_reader.h"

typedef enum {
    IK_FORMAT_GEBREF,
    IK_FORMAT_ESSEN,       /* house coordinates of Essen */
    IK_FORMAT_ADDRESS_CSV, /* any other CSV of addresses */
    IK_FORMAT_LOCALITIES,  /* CSV of localities, without streets */
    IK_FORMAT_STREETS,
    IK_FORMAT_OSM,
    IK_N_ADDRESS_FORMATS
} ik_address_format;

typedef struct {
    const char *name; /* "gebref", "essen", "csv", "localities", "streets", "osm" */
    ik_register_kind kind;
    const char *licence, *attribution; /* "" unknown */
} ik_address_format_info;

const ik_address_format_info *ik_address_format_get(ik_address_format format);

/* `mapping` of CSV columns (address_csv.h) may be NULL. NOT_FOUND, IO; INPUT: an empty file, a folder, a broken archive, or nothing that could be a register. */
bool ik_address_register_recognise(const char *path, const char *const *mapping,
                                   ik_address_format *format, GError **error);

/* Reads the file. Where no record has a date it is the one in the file's name, if any. Errors are the reader's. */
bool ik_address_register_read(ik_address_format format, const ik_register_request *request,
                              ik_register_summary *summary, GError **error);

#endif
