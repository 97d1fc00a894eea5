/* gebref.h — building references of a German state (Gebäudereferenzen, Geobasis NRW).   [geodata]
 *
 * `;` between fields, no header, no quotes, UTF-8. Two layouts, told apart line by line by their number of fields:
 *
 *   15  NBA;OI;QUA;LAN;RBZ;KRS;GMD;OTT;SSS;HNR;ADZ;E;N;STN;date
 *   21  NBA;OI;QUA;LAN;state;RBZ;region;KRS;district;GMD;municipality;OTT;locality;SSS;street;HNR;ADZ;zone;E;N;date
 *
 * Decimal comma and point are read in both, and so are eastings of EPSG:25832 and of EPSG:4647, which have the zone 32
 * in front. AGS = LAN RBZ KRS GMD. Records of quality C are points without a building: skipped.
 */
#ifndef IK_GEBREF_H
#define IK_GEBREF_H

#include "register_reader.h"

/* Reads the file, also inside a .zip or .gz. Skips: no_house (quality C), fields_wrong, line_too_long, broken_text,
 * ags_malformed, street_missing, number_missing, position_missing (none that can be read), zone_unknown.
 * NOT_FOUND, IO, INPUT, CANCELLED, or what `take` says. */
bool ik_gebref_read(const ik_register_request *request, ik_register_summary *summary,
                    GError **error);

/* Whether a line is one of these: 15 or 21 fields, and the keys are keys. */
bool ik_gebref_is_line(const char *line);

#endif
