/* feed.h — new projects as an Atom feed (RFC 4287).   [site]
 *
 * Needs absolute addresses: it is written where the portal's is known.
 */
#ifndef IK_FEED_H
#define IK_FEED_H

#include "site_plan.h"

/* Entries of a feed at most. */
#define IK_FEED_LENGTH 50

/* The feed in a language. Newest first: projects by the day on which they begin, then those without one from the end of
 * the list to its beginning. No clock is asked: `updated` is the beginning of that day (of the month, of the year) in
 * UTC, 1970 where it is not known; that of the feed is the latest of its entries. Caller frees. */
char *ik_feed(const ik_site_plan *plan, guint language);

#endif
