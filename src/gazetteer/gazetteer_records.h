/* gazetteer_records.h — what the builder keeps of the records it took.   [gazetteer]
 *
 * Texts are numbered in the order in which they came. Before anything is compared the numbers are exchanged for ranks
 * (gazetteer_arrange.h), so that nothing depends on that order.
 */
#ifndef IK_GAZETTEER_RECORDS_H
#define IK_GAZETTEER_RECORDS_H

#include "gazetteer_builder.h"

/* Texts, each kept once. Number 0 is "". */
typedef struct {
    GHashTable *numbers; /* text → number */
    GPtrArray *texts;    /* borrowed from `storage` */
    GStringChunk *storage;
} ik_text_pool;

/* A way in which a register writes a street: numbers, later ranks, of texts. */
typedef struct {
    guint32 ags, key, official_key, name;
} ik_spelling;

/* A record of a house, or of a street alone (number 0). */
typedef struct {
    guint32 spelling;                   /* number of an ik_spelling */
    guint32 street;                     /* filled in later */
    guint32 suffix, postcode, locality; /* texts */
    gint32 lon_e7, lat_e7;
    guint16 number, last;
    guint8 kind;
    bool has_position;
} ik_house_entry;

typedef struct {
    guint32 ags, key, name; /* texts */
    gint32 lon_e7, lat_e7;
    guint8 kind;
    bool has_position;
} ik_locality_entry;

typedef struct {
    guint32 name, date, licence, attribution; /* texts */
    guint32 kind;
    guint64 records;
} ik_source_entry;

struct ik_gazetteer_builder {
    ik_text_pool texts;
    GArray *spellings;            /* of ik_spelling */
    GHashTable *spelling_numbers; /* set of spelling_key, owned */
    GArray *entries;              /* of ik_house_entry */
    GArray *localities;           /* of ik_locality_entry */
    GArray *sources;              /* of ik_source_entry */
};

#endif
