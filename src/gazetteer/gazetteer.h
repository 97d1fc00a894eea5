/* gazetteer.h — the immutable index of streets, houses and localities, mapped into memory.   [gazetteer]
 *
 * Opened in milliseconds whatever its size, shared between threads and processes. Every offset of a file is checked
 * where it is used, so that a damaged file gives wrong answers at worst and never reads outside itself. The layout
 * stands at the head of gazetteer_layout.h.
 *
 * Municipalities, streets and houses are numbered inside the gazetteer. Streets stand by municipality (AGS), key,
 * official key; the houses of a street by number, suffix, position. Positions: WGS 84 degrees, to 1e-7.
 */
#ifndef IK_GAZETTEER_H
#define IK_GAZETTEER_H

#include <ideenkarte/geo.h>

typedef struct ik_gazetteer ik_gazetteer;

typedef struct {
    const char *name;         /* as published: "Dahlhauser Str." */
    const char *key;          /* street_key.h */
    const char *official_key; /* "" where no register knows it */
    const char *locality;     /* "" for none */
    guint32 municipality;     /* number in the gazetteer */
    guint32 first_house, n_houses;
    bool has_position;
    ik_lonlat position; /* a house in the middle of the street */
    float radius_m;     /* from there to its farthest house; 0 unknown */
    guint8 kind;        /* ik_register_kind that the name comes from */
} ik_gazetteer_street;

typedef struct {
    guint16 number, last; /* `last` > number: a range of the register ("14-22"), else 0 */
    const char *suffix;   /* folded, "" for none */
    ik_lonlat position;
    const char *postcode; /* "" where no register knows it */
    guint8 kind;          /* ik_register_kind */
} ik_gazetteer_house;

typedef struct {
    const char *name, *key;
    guint32 municipality;
    ik_lonlat position;
    bool has_position;
} ik_gazetteer_locality;

/* What is in a street's key, for a quick look before an edit distance: a bit for each letter a..z and for digits. */
typedef struct {
    guint32 letters;
    guint32 length;
} ik_street_signature;

typedef struct {
    guint32 first, count;
} ik_gazetteer_range;

typedef struct {
    const char *name, *date, *licence, *attribution; /* file name; date as stated, "" unknown */
    guint8 kind;
    guint64 records;
} ik_gazetteer_source;

/* NOT_FOUND: no such file; INPUT: no gazetteer, one of another version, cut off, or its checksum is wrong (only
 * `verify` reads the whole file for that; opening checks head and sizes); IO. */
ik_gazetteer *ik_gazetteer_open(const char *path, GError **error);
bool ik_gazetteer_verify(const ik_gazetteer *gazetteer, GError **error);
void ik_gazetteer_close(ik_gazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_gazetteer, ik_gazetteer_close)

guint32 ik_gazetteer_municipalities(const ik_gazetteer *gazetteer);
guint32 ik_gazetteer_streets(const ik_gazetteer *gazetteer);
guint32 ik_gazetteer_houses(const ik_gazetteer *gazetteer);
guint32 ik_gazetteer_localities(const ik_gazetteer *gazetteer);
guint32 ik_gazetteer_sources(const ik_gazetteer *gazetteer);
ik_gazetteer_source ik_gazetteer_source_get(const ik_gazetteer *gazetteer, guint32 source);

/* AGS of a municipality ("" for a number that there is not); its number, G_MAXUINT32 if it is not there. */
const char *ik_gazetteer_ags(const ik_gazetteer *gazetteer, guint32 municipality);
guint32 ik_gazetteer_find_municipality(const ik_gazetteer *gazetteer, const char *ags);
ik_gazetteer_range ik_gazetteer_streets_of(const ik_gazetteer *gazetteer, guint32 municipality);

/* Numbers out of range give an empty street or house: NULL never, strings "". */
ik_gazetteer_street ik_gazetteer_street_get(const ik_gazetteer *gazetteer, guint32 street);
/* The same without the official key, which lies elsewhere in memory and is seldom asked for: "". */
ik_gazetteer_street ik_gazetteer_street_brief(const ik_gazetteer *gazetteer, guint32 street);
ik_gazetteer_house ik_gazetteer_house_get(const ik_gazetteer *gazetteer, guint32 house);
ik_gazetteer_locality ik_gazetteer_locality_get(const ik_gazetteer *gazetteer, guint32 locality);
ik_street_signature ik_gazetteer_signature(const ik_gazetteer *gazetteer, guint32 street);

/* The key of a street, to compare with; in a damaged file it may be no valid UTF-8. */
const char *ik_gazetteer_street_key(const ik_gazetteer *gazetteer, guint32 street);
/* The first of the streets `street`..`end` whose key may be `edits` slips away from one of this signature: its length
 * differs by no more, its letters by no more than twice that. G_MAXUINT32: none. */
guint32 ik_gazetteer_next_similar(const ik_gazetteer *gazetteer, guint32 street, guint32 end,
                                  ik_street_signature signature, guint edits);

/* Streets of a municipality that have exactly this key. A hash look-up. */
ik_gazetteer_range ik_gazetteer_find_streets(const ik_gazetteer *gazetteer, guint32 municipality,
                                             const char *key);

/* Streets of this key anywhere: at most `room` numbers in the order of streets; returns how many there are. */
guint ik_gazetteer_find_anywhere(const ik_gazetteer *gazetteer, const char *key, guint32 *streets,
                                 guint room);

/* Houses of a street with this number, any suffix. O(log n). */
ik_gazetteer_range ik_gazetteer_find_number(const ik_gazetteer *gazetteer, guint32 street,
                                            guint16 number);

/* Localities of this key in a municipality. */
ik_gazetteer_range ik_gazetteer_find_localities(const ik_gazetteer *gazetteer, guint32 municipality,
                                                const char *key);

/* The street and house nearest to a position within `limit_m` metres; house G_MAXUINT32 where the nearest street has
 * none. Equal distances: the smaller number. False when there is none. */
bool ik_gazetteer_nearest(const ik_gazetteer *gazetteer, ik_lonlat position, double limit_m,
                          guint32 *street, guint32 *house, double *distance_m);

#endif
