/* gazetteer_builder.h — from address records in any order to one gazetteer file.   [gazetteer]
 *
 * The file depends on the records alone, not on the order in which they or their sources come. Where several
 * records are one house (municipality, street, number, suffix) the register that is believed first wins
 * (address_record.h); two positions of one house more than 100 m apart both stay. Records without an official street key
 * join the street of the same key in their municipality that lies nearest.
 *
 * Memory  some 40 bytes a house.   Threads  one.
 */
#ifndef IK_GAZETTEER_BUILDER_H
#define IK_GAZETTEER_BUILDER_H

#include "address_record.h"
#include "gazetteer.h"

typedef struct ik_gazetteer_builder ik_gazetteer_builder;

typedef struct {
    guint64 houses, streets, localities, municipalities; /* in the file */
    guint64 duplicates;     /* records of a house that was there already */
    guint64 far_duplicates; /* the same with another position, kept */
    guint64 shared_keys; /* streets that share their key with another one of their municipality */
    guint64 without_position; /* streets known by name alone */
} ik_gazetteer_counts;

ik_gazetteer_builder *ik_gazetteer_builder_new(void);
void ik_gazetteer_builder_free(ik_gazetteer_builder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_gazetteer_builder, ik_gazetteer_builder_free)

/* Names a source; its strings are copied. Same source twice is one. */
void ik_gazetteer_builder_add_source(ik_gazetteer_builder *builder,
                                     const ik_gazetteer_source *source);

/* Takes a record, whose ags is set and which has a street or a locality; strings are copied. Returns NULL, or why the
 * record was left out (static): "number_unreadable", "no_street", "position_missing", "suffix_too_long". */
const char *ik_gazetteer_builder_add(ik_gazetteer_builder *builder,
                                     const ik_address_record *record);

/* Writes the file beside `path` and moves it there by one rename. `counts` may be NULL. IO. */
bool ik_gazetteer_builder_write(ik_gazetteer_builder *builder, const char *path,
                                ik_gazetteer_counts *counts, GError **error);

#endif
