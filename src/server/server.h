/* server.h — a published folder over HTTP, to look at it before it goes onto the web.   [server]
 *
 * GET and HEAD; single ranges, entity tags, gzip; a pool of threads, files sent by the kernel. The folder is
 * looked at anew for every request, so that a build may replace it meanwhile. No log, no cache but of compressed files.
 * Standards: RFC 9110, RFC 9112.
 */
#ifndef IK_SERVER_H
#define IK_SERVER_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_server ik_server;

typedef struct {
    const char *folder;  /* relative or absolute */
    const char *address; /* in numbers; outside the loopback every name is answered to */
    guint16 port;        /* 0: any that is free */
} ik_server_options;

/* Starts its threads and returns. NOT_FOUND: there is no such folder; INPUT: no address of this machine; BUSY: the port
 * is taken; IO: the system refuses. */
ik_server *ik_server_start(const ik_server_options *options, GError **error);

/* Whether only this machine can reach what listens on that address. */
bool ik_server_is_private(const char *address);

/* "http://127.0.0.1:8080/". Borrowed. */
const char *ik_server_url(const ik_server *server);

/* Takes no more connections, waits up to `patience_ms` for the answers that are under way, ends the threads and frees
 * the server. */
void ik_server_stop(ik_server *server, guint patience_ms);

#endif
