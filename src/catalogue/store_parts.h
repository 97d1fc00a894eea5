/* store_parts.h — the parts that fill the catalogue's tables, in this order.   [catalogue] */
#ifndef IK_STORE_PARTS_H
#define IK_STORE_PARTS_H

#include "history.h"
#include "store.h"

/* about, attribution. */
bool ik_store_about(ik_db *db, const ik_store_input *input, GError **error);
/* regions, districts, municipalities. */
bool ik_store_territory(ik_db *db, const ik_territory *territory, GError **error);
/* organisations, themes, projects and what hangs on them; numbers are the history's. */
bool ik_store_projects(ik_db *db, const ik_store_input *input, ik_history *history, GError **error);
/* events and their faults. */
bool ik_store_events(ik_db *db, const ik_store_input *input, ik_history *history, GError **error);
/* rejects. */
bool ik_store_rejects(ik_db *db, const ik_records *records, GError **error);

/* The tables of schema.sql; before the rows. */
bool ik_store_make_tables(ik_db *db, GError **error);
/* Layers of maps, indexes.sql and spatial indexes; behind the rows. */
bool ik_store_make_indexes(ik_db *db, GError **error);

/* Binds `n` texts to the parameters from `first` on. */
void ik_bind_texts(ik_statement *statement, int first, const char *const *texts, int n);
/* Binds longitude and latitude, or two NULLs. */
void ik_bind_position(ik_statement *statement, int first, bool is_known, ik_lonlat position);
/* Inserts faults: parameters are owner, position, code, field, read, expected, penalty. */
bool ik_store_faults(ik_statement *insert, const char *owner, const ik_faults *faults,
                     GError **error);

#endif
