/* match.h — the answer of placing: where, how sure, and every reason for doubt.   [geo] */
#ifndef IDEENKARTE_MATCH_H
#define IDEENKARTE_MATCH_H

#include <ideenkarte/fault.h>
#include <ideenkarte/territory.h>

G_BEGIN_DECLS

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

/* Points of a level before penalties: given 100, house 100, house_near 90, street 80, postcode 70,
 * locality 65, municipality 60, none 0. */
int ik_match_level_points(ik_match_level level);
/* "given", "house", "house_near", "street", "postcode", "locality", "municipality", "none". Static. */
const char *ik_match_level_name(ik_match_level level);
/* "auto", "check", "reject". Static. */
const char *ik_status_name(ik_status status);

/* Sets score and status from level and faults: level NONE is REJECT; a fault of 10 points or more, or penalties
 * of 15 or more together, ask for a person (CHECK); the rest is AUTO. */
void ik_match_settle(ik_match *match);
/* Releases what the match owns and makes it empty (level NONE, municipality IK_NONE). Accepts a zeroed one. */
void ik_match_clear(ik_match *match);

G_END_DECLS

#endif
