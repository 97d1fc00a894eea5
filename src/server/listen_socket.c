/* listen_socket.c — the socket that visitors connect to.   [server] */
#include "listen_socket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <ideenkarte/error.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 511

typedef union {
    struct sockaddr any;
    struct sockaddr_in four;
    struct sockaddr_in6 six;
} socket_address;

static socklen_t read_address(const char *text, guint16 port, socket_address *address)
{
    *address = (socket_address){0};
    if (inet_pton(AF_INET, text, &address->four.sin_addr) == 1) {
        address->four.sin_family = AF_INET;
        address->four.sin_port = htons(port);
        return sizeof address->four;
    }
    if (inet_pton(AF_INET6, text, &address->six.sin6_addr) == 1) {
        address->six.sin6_family = AF_INET6;
        address->six.sin6_port = htons(port);
        return sizeof address->six;
    }
    return 0;
}

static bool fail(const char *address, guint16 port, int cause, GError **error)
{
    if (cause == EADDRINUSE)
        g_set_error(error, IK_ERROR, IK_ERROR_BUSY,
                    "port %u of %s is taken by another program; another one, or 0 for any that is "
                    "free, can be given",
                    port, address);
    else if (cause == EADDRNOTAVAIL)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s is no address of this machine", address);
    else
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot listen on port %u of %s: %s", port,
                    address, g_strerror(cause));
    return false;
}

static bool bind_and_listen(int descriptor, const socket_address *address, socklen_t length)
{
    int yes = 1;
    return setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
           bind(descriptor, &address->any, length) == 0 && listen(descriptor, BACKLOG) == 0;
}

bool ik_listen_socket_open(ik_listen_socket *listener, const char *address, guint16 port,
                           GError **error)
{
    socket_address place;
    socklen_t length = read_address(address, port, &place);
    *listener = (ik_listen_socket){.descriptor = -1, .is_six = place.any.sa_family == AF_INET6};
    if (length == 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "\"%s\": expected an address in numbers, for example 127.0.0.1", address);
        return false;
    }
    listener->descriptor =
        socket(place.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener->descriptor < 0 || !bind_and_listen(listener->descriptor, &place, length) ||
        getsockname(listener->descriptor, &place.any, &length) != 0) {
        int cause = errno;
        ik_listen_socket_close(listener);
        return fail(address, port, cause, error);
    }
    listener->port = ntohs(listener->is_six ? place.six.sin6_port : place.four.sin_port);
    return true;
}

void ik_listen_socket_close(ik_listen_socket *listener)
{
    if (listener->descriptor >= 0)
        close(listener->descriptor);
    listener->descriptor = -1;
}

char *ik_listen_socket_url(const ik_listen_socket *listener, const char *address)
{
    return g_strdup_printf(listener->is_six ? "http://[%s]:%u/" : "http://%s:%u/", address,
                           listener->port);
}
