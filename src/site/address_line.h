/* address_line.h — an address in one line from its parts.   [site] */
#ifndef IK_ADDRESS_LINE_H
#define IK_ADDRESS_LINE_H

#include <ideenkarte/catalogue.h>

/* "Theaterstraße 6-10, 52062 Aachen": as written in one line, else from what parts there are. NULL when
 * nothing is known. Caller frees. */
char *ik_project_address_line(const ik_project *project);

/* The same for an event, with the name of the place in front: "Alte Kaue, Barbarastraße 7, 44357 Dortmund". */
char *ik_event_address_line(const ik_event *event);

#endif
