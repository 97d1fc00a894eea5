/* place_index.h — every written form of every town and district of a territory, sorted.   [geocoder]
 *
 * Built once from the official names; immutable, shared between threads. Keys are those of
 * place_words.h. One key may stand for several places: entries of a key are in the order name, short
 * form, part of a double name, district; then by population, largest first; then by AGS.
 */
#ifndef IK_PLACE_INDEX_H
#define IK_PLACE_INDEX_H

#include "normalise.h"

#include <ideenkarte/territory.h>

typedef enum {
    IK_PLACE_NAME,    /* the official name: "Mülheim an der Ruhr" */
    IK_PLACE_SHORT,   /* without its addition, or a customary form: "Mülheim", "M'gladbach" */
    IK_PLACE_PART,    /* one half of a double name: "Wiedenbrück" */
    IK_PLACE_DISTRICT /* "Kreis Unna", "Märkischer Kreis"; index is that of a district */
} ik_place_kind;

typedef struct {
    const char *key;
    ik_place_kind kind;
    guint32 index; /* of the municipality or district */
} ik_place;

typedef struct {
    const ik_place *items;
    guint count;
} ik_places;

typedef struct ik_place_index ik_place_index;

/* `territory` is borrowed and must outlive the index. */
ik_place_index *ik_place_index_new(const ik_territory *territory);
void ik_place_index_free(ik_place_index *index);

const ik_territory *ik_place_index_territory(const ik_place_index *index);

/* The places of exactly this key; count 0 for none. O(log n). */
ik_places ik_place_index_find(const ik_place_index *index, const char *key);

/* Municipalities whose name or short form is exactly `edits` (1, 2) slips away from `key`, each once, in
 * the order of their AGS. Writes at most `room` of them and returns how many there are. O(n). */
guint ik_place_index_near(const ik_place_index *index, const char *key, guint edits,
                          guint32 *municipalities, guint room);

/* The water the official name of a municipality stands at ("ruhr"), or NULL. Static. */
const char *ik_place_index_water(const ik_place_index *index, guint32 municipality);

/* The municipality that gives a district its name ("Unna" to Kreis Unna); IK_NONE for none. */
guint32 ik_place_index_seat(const ik_place_index *index, guint32 district);

#endif
