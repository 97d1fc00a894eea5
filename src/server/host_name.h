/* host_name.h — whether a request was meant for this machine.   [server]
 *
 * A page of a foreign site could have its own name point to 127.0.0.1 and read what is served here (DNS rebinding). So a
 * server that listens on this machine alone answers to names of this machine alone.
 */
#ifndef IK_HOST_NAME_H
#define IK_HOST_NAME_H

#include <glib.h>
#include <stdbool.h>

/* Whether a Host header's value, with or without port, is localhost, a name below it, or an address of the loopback.
 * NULL (HTTP/1.0 needs none) is. */
bool ik_host_is_local(const char *host);

/* The same for a numeric address as sockets take it: 127.0.0.0/8 and ::1. */
bool ik_address_is_loopback(const char *address);

#endif
