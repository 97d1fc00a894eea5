/* reply.h — what one request is answered with.   [server]
 *
 * Decided without libmicrohttpd, from the parts of the request and from the folder; server.c sends it.
 * Threads: any number, each with its own request and reply.
 */
#ifndef IK_REPLY_H
#define IK_REPLY_H

#include "gzip_store.h"
#include "validator.h"

/* What is served. Borrowed. */
typedef struct {
    const char *folder;
    bool is_local; /* answers to names of this machine alone */
    ik_gzip_store *store;
} ik_reply_source;

/* The parts of a request that count; all borrowed, NULL where there is no such header. */
typedef struct {
    const char *method, *target; /* the target as it came, not decoded */
    const char *version;         /* "HTTP/1.1" */
    const char *host, *range, *accept_encoding;
    ik_conditions conditions;
} ik_request;

typedef struct {
    guint status;         /* "200" */
    int descriptor;       /* of the file to send from; -1: `body` is sent; whoever sends owns it */
    guint64 offset;       /* of the first byte to send */
    guint64 length;       /* bytes to send */
    GBytes *body;         /* owned; NULL: nothing */
    const char *type;     /* Content-Type; NULL: none. Static */
    const char *encoding; /* Content-Encoding; NULL: none. Static */
    char *tag;            /* ETag; owned, NULL: none, and no date and no ranges either */
    gint64 modified;      /* Last-Modified, seconds, with `tag` */
    bool varies;          /* Vary: Accept-Encoding */
    char *content_range;  /* owned; NULL: none */
    char *location;       /* owned; NULL: none */
} ik_reply;

void ik_reply_decide(const ik_reply_source *source, const ik_request *request, ik_reply *reply);

/* Frees and closes what is still there. */
void ik_reply_clear(ik_reply *reply);

/* Whether the method is answered with more than 405. */
bool ik_method_is_known(const char *method);

#endif
