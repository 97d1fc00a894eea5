/* geocoder.h — from an address as people write it to one answer with named faults.   [geocoder]
 *
 * Never silently changes the town: whatever is uncertain is a fault. Same answer for the same address
 * in any order, batch or thread. Positions are WGS 84 degrees.
 */
#ifndef IDEENKARTE_GEOCODER_H
#define IDEENKARTE_GEOCODER_H

#include <ideenkarte/match.h>

G_BEGIN_DECLS

/* An address in parts, in one line (`text`), or both; parts win over what `text` says. Borrowed, any may
 * be NULL or "". `house_number` may also stand at the end of `street`; `city` may hold "44145 Dortmund".
 * Any bytes are survived: broken UTF-8 and fields over 2000 bytes, of which only the beginning is read, are
 * faults. What each fault means and costs stands in src/geocoder/README.md. */
typedef struct {
    const char *street, *house_number, *postcode, *city, *text;
} ik_address;

typedef struct ik_geocoder ik_geocoder;

/* `territory` is borrowed and must outlive the geocoder. */
ik_geocoder *ik_geocoder_new(const ik_territory *territory);
void ik_geocoder_free(ik_geocoder *geocoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_geocoder, ik_geocoder_free)

/* Adds the known centre of a postcode: from then on a match can have level POSTCODE. `accuracy_m` is the
 * radius of the postcode's area. Call before the first match. Unknown postcodes are ignored (false). */
bool ik_geocoder_add_postcode_point(ik_geocoder *geocoder, const char *postcode, ik_lonlat position,
                                    double accuracy_m);

/* Opens a gazetteer (`ideenkarte gazetteer build`): from then on a match can have the levels STREET, HOUSE_NEAR and
 * HOUSE. Once, before the first match. Errors as ik_gazetteer_info: NOT_FOUND, INPUT (no gazetteer, damaged, of
 * another version), IO; the geocoder then works without it. */
bool ik_geocoder_open_gazetteer(ik_geocoder *geocoder, const char *path, GError **error);

/* Whom the gazetteer's data come from; `count` 0 without one. Borrowed. To be named beside every answer that is
 * published. */
const ik_attribution *ik_geocoder_attributions(const ik_geocoder *geocoder, guint *count);

/* The way back: the official house nearest to a position (or the street, where no house of it is known), at most
 * `limit_m` metres away. False when there is none, or no gazetteer. `match` is overwritten; release it with
 * ik_match_clear. Equally near: the smaller official key. Thread-safe. */
bool ik_geocoder_nearest(const ik_geocoder *geocoder, ik_lonlat position, double limit_m,
                         ik_match *match, double *distance_m);

/* Answers one address. Never fails: an address that cannot be placed has level NONE, status REJECT and a
 * fault that says why. `match` is overwritten; release it with ik_match_clear. Thread-safe. */
void ik_geocoder_match(const ik_geocoder *geocoder, const ik_address *address, ik_match *match);

/* The same, and how it came about, for a person: the parts that were read, the municipalities that came into question,
 * a line for every street that was weighed (name, number, town, how it was found, level, fault, points), the points of
 * the level and what each fault takes from them. English; the text is the caller's. */
char *ik_geocoder_explain(const ik_geocoder *geocoder, const ik_address *address, ik_match *match);

G_END_DECLS

#endif
