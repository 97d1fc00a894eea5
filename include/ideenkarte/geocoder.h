/* geocoder.h — from an address as people write it to one answer with level, score and named faults. [geocoder]
 *
 * Never silently changes the town: whatever is uncertain is a fault. Same answer for the same address
 * in any order, batch or thread. Positions are WGS 84 degrees.
 */
#ifndef IDEENKARTE_GEOCODER_H
#define IDEENKARTE_GEOCODER_H

#include <ideenkarte/fault.h>
#include <ideenkarte/territory.h>

G_BEGIN_DECLS

/* An address in parts, in one line (`text`), or both; parts win over what `text` says. Borrowed, any may
 * be NULL or "". `house_number` may also stand at the end of `street`; `city` may hold "44145 Dortmund". */
typedef struct {
    const char *street, *house_number, *postcode, *city, *text;
} ik_address;

typedef enum {
    IK_MATCH_NONE,
    IK_MATCH_MUNICIPALITY,
    IK_MATCH_LOCALITY,
    IK_MATCH_POSTCODE,
    IK_MATCH_STREET,
    IK_MATCH_HOUSE_NEAR,
    IK_MATCH_HOUSE,
    IK_MATCH_GIVEN
} ik_match_level;

typedef enum {
    IK_STATUS_AUTO,  /* good enough to publish */
    IK_STATUS_CHECK, /* published, but a person should look */
    IK_STATUS_REJECT /* not placed */
} ik_status;

#define IK_MAX_CANDIDATES 5

typedef struct {
    guint32 municipality; /* index */
    int score;            /* 0..100 */
} ik_candidate;

typedef struct {
    ik_match_level level;
    ik_status status;
    int score;            /* 0..100: points of the level minus the penalties of the faults */
    ik_lonlat position;   /* defined unless level is NONE */
    double accuracy_m;    /* radius within which the place lies; 0 when level is NONE */
    guint32 municipality; /* index, IK_NONE when level is NONE */
    char *street, *house_number, *postcode, *locality; /* as understood, owned; NULL if unknown */
    ik_faults faults;
    ik_candidate candidates[IK_MAX_CANDIDATES]; /* best first */
    guint n_candidates;
} ik_match;

typedef struct ik_geocoder ik_geocoder;

/* `territory` is borrowed and must outlive the geocoder. */
ik_geocoder *ik_geocoder_new(const ik_territory *territory);
void ik_geocoder_free(ik_geocoder *geocoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_geocoder, ik_geocoder_free)

/* Adds known centres of postcodes: from then on a match can have level POSTCODE. `accuracy_m` is the
 * radius of the postcode's area. Call before the first match. Unknown postcodes are ignored (false). */
bool ik_geocoder_add_postcode_point(ik_geocoder *geocoder, const char *postcode, ik_lonlat position,
                                    double accuracy_m);

/* Answers one address. Never fails: an address that cannot be placed has level NONE, status REJECT and a
 * fault that says why. `match` is overwritten; release it with ik_match_clear. Thread-safe. */
void ik_geocoder_match(const ik_geocoder *geocoder, const ik_address *address, ik_match *match);

/* Points of a level before penalties: given 100, house 100, house_near 90, street 80, postcode 70,
 * locality 65, municipality 60, none 0. */
int ik_match_level_points(ik_match_level level);
/* "given", "house", "house_near", "street", "postcode", "locality", "municipality", "none" */
const char *ik_match_level_name(ik_match_level level);
/* "auto", "check", "reject" */
const char *ik_status_name(ik_status status);

/* Recomputes score and status from level and faults: any fault with a penalty of 10 or more, or one named
 * as doubtful in the documentation, asks for a person; level NONE is REJECT. */
void ik_match_settle(ik_match *match);
void ik_match_clear(ik_match *match);

G_END_DECLS

#endif
