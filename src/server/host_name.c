/* host_name.c — whether a request was meant for this machine.   [server] */
#include "host_name.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

bool ik_address_is_loopback(const char *address)
{
    struct in_addr four;
    struct in6_addr six;
    if (inet_pton(AF_INET, address, &four) == 1)
        return ntohl(four.s_addr) >> 24 == 127;
    return inet_pton(AF_INET6, address, &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

/* "[::1]:8080" → "::1", "localhost:8080" → "localhost"; the caller's. */
static char *without_port(const char *host)
{
    if (*host == '[')
        return g_strndup(host + 1, strcspn(host + 1, "]"));
    return g_strndup(host, strcspn(host, ":"));
}

bool ik_host_is_local(const char *host)
{
    if (host == NULL)
        return true;
    g_autofree char *name = without_port(host);
    g_autofree char *small = g_ascii_strdown(name, -1);
    return g_str_equal(small, "localhost") || g_str_has_suffix(small, ".localhost") ||
           ik_address_is_loopback(small);
}
