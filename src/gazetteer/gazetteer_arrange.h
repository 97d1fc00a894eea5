/* gazetteer_arrange.h — records in the order in which the file has them, whatever order they came in.   [gazetteer] */
#ifndef IK_GAZETTEER_ARRANGE_H
#define IK_GAZETTEER_ARRANGE_H

#include "gazetteer_records.h"

/* A street as it goes into the file; texts are ranks. */
typedef struct {
    guint32 ags, key, official_key, name, locality;
    guint32 first_house, n_houses; /* among the entries */
    gint32 lon_e7, lat_e7;
    float radius_m;
    guint8 kind;
    bool has_position;
} ik_street_row;

typedef struct {
    const char **texts; /* by rank, which is their order by bytes; the texts are the builder's */
    guint32 n_texts;
    ik_spelling *spellings; /* those of a record, by AGS, key, official key, name */
    guint32 n_spellings;
    ik_house_entry
        *entries; /* first all records by AGS and key; then the houses of the streets, each once */
    guint32 n_entries;
    GArray *streets;    /* of ik_street_row */
    GArray *localities; /* of ik_locality_entry, each once */
    GArray *sources;    /* of ik_source_entry, each once */
    ik_gazetteer_counts counts;
} ik_arrangement;

/* Free with ik_arrangement_clear. The builder stays as it is. O(n log n). */
void ik_arrangement_init(ik_arrangement *arrangement, const ik_gazetteer_builder *builder);
void ik_arrangement_clear(ik_arrangement *arrangement);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ik_arrangement, ik_arrangement_clear)

/* Makes of the records of one key in one municipality its streets, and of the records first..end-1 their houses, which
 * go to `n_houses` (<= first) on; returns where they end. (gazetteer_streets.c) */
guint32 ik_arrange_streets(ik_arrangement *arrangement, guint32 first, guint32 end,
                           guint32 n_houses);

static inline ik_lonlat ik_e7_position(gint32 lon_e7, gint32 lat_e7)
{
    return (ik_lonlat){.lon = lon_e7 / 1e7, .lat = lat_e7 / 1e7};
}

/* -1, 0, 1 */
static inline int ik_order(gint64 a, gint64 b)
{
    return a < b ? -1 : a > b;
}

#endif
