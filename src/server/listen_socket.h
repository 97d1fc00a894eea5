/* listen_socket.h — the socket that visitors connect to.   [server] */
#ifndef IK_LISTEN_SOCKET_H
#define IK_LISTEN_SOCKET_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    int descriptor; /* -1: closed */
    bool is_six;    /* IPv6 */
    guint16 port;
} ik_listen_socket;

/* Listens on a numeric address, IPv4 or IPv6; port 0 takes a free one. INPUT: no address, or none of this machine;
 * BUSY: the port is taken; IO: not allowed, or the system refuses. */
bool ik_listen_socket_open(ik_listen_socket *listener, const char *address, guint16 port,
                           GError **error);
void ik_listen_socket_close(ik_listen_socket *listener);

/* "http://127.0.0.1:8080/", "http://[::1]:8080/"; the caller's. */
char *ik_listen_socket_url(const ik_listen_socket *listener, const char *address);

#endif
