/* address_record.h — one line of an address register, whoever publishes it.   [geo]
 *
 * What the readers of foreign registers (geodata) hand over and the builder of the gazetteer takes.
 * Positions are WGS 84 degrees. All strings are borrowed for the length of a call, valid UTF-8, and
 * NULL or "" where the register does not say it.
 */
#ifndef IK_ADDRESS_RECORD_H
#define IK_ADDRESS_RECORD_H

#include <ideenkarte/geo.h>

/* Kinds of registers, the one that is believed first when they contradict each other. */
typedef enum {
    IK_REGISTER_GEBREF,  /* building references of the state */
    IK_REGISTER_CITY,    /* house coordinates of a town */
    IK_REGISTER_STREETS, /* street catalogue: no houses */
    IK_REGISTER_OSM,     /* OpenStreetMap */
    IK_N_REGISTER_KINDS
} ik_register_kind;

typedef struct {
    const char *ags;        /* 8 digits; NULL: from the position */
    const char *street;     /* as published: "Dahlhauser Str." */
    const char *street_key; /* official, inside the municipality, 5 characters: "00595", "H0010" */
    const char *number;     /* "12", "12a", "14-22", "7 1/2"; NULL: a record of the street alone */
    const char *suffix;     /* where the register has it apart: "a" */
    const char *postcode;   /* 5 digits */
    const char *locality;   /* part of the municipality; without a street: the locality itself */
    guint64 line;           /* of the source, for messages; 0: it has none */
    ik_lonlat position;
    ik_register_kind kind;
    bool has_position;
} ik_address_record;

/* Takes a record; false with `error` set ends the reading. */
typedef bool (*ik_address_record_fn)(const ik_address_record *record, gpointer data,
                                     GError **error);

#endif
