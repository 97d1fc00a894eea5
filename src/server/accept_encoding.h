/* accept_encoding.h — whether a client takes gzip.   [server]   Source: RFC 9110, section 12.5.3. */
#ifndef IK_ACCEPT_ENCODING_H
#define IK_ACCEPT_ENCODING_H

#include <stdbool.h>

/* Reads the header's value, "br;q=1.0, gzip;q=0.8, *;q=0"; NULL: there is none, and gzip is not taken. */
bool ik_accepts_gzip(const char *header);

#endif
