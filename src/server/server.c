/* server.c — a published folder over HTTP, to look at it before it goes onto the web.   [server]
 *
 * libmicrohttpd speaks HTTP; what is answered reply.c decides. The target comes through the function that is meant for
 * logs: elsewhere it is split and decoded already. The strict mode of version 0.9.75 is not asked for: what it says to a
 * request without a host goes out twice. Nor is its epoll: a client that hangs up while its first line is being read is
 * not noticed for as long as an idle one may stay; poll is as fast for some hundred connections (tests/bench).
 */
#include "server.h"

#include <errno.h>
#include <ideenkarte/error.h>
#include <microhttpd.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host_name.h"
#include "listen_socket.h"
#include "reply.h"

#define CONNECTIONS       512u
#define CONNECTION_MEMORY ((gsize)32 << 10)
#define TIMEOUT_S         30u
#define MOST_THREADS      8u
#define STORE_BYTES       ((gsize)64 << 20)
#define POLL_MS           5u
#define SMALL_BYTES       ((guint64)32 << 10)

struct ik_server {
    char *folder, *url;
    ik_reply_source source;
    ik_listen_socket listener;
    struct MHD_Daemon *daemon;
    int under_way; /* requests; atomic */
};

/* One request from its first line to the end of its answer. */
typedef struct {
    char *target;
    bool is_seen; /* its headers were; what follows is its body */
} request_state;

/* ---- libmicrohttpd asks ---- */

static void *begin_request(void *data, const char *target, struct MHD_Connection *connection)
{
    ik_server *server = data;
    request_state *state = g_new0(request_state, 1);
    (void)connection;
    state->target = g_strdup(target);
    g_atomic_int_inc(&server->under_way);
    return state;
}

static void end_request(void *data, struct MHD_Connection *connection, void **place,
                        enum MHD_RequestTerminationCode code)
{
    ik_server *server = data;
    request_state *state = *place;
    (void)connection, (void)code;
    if (state == NULL)
        return;
    g_free(state->target);
    g_free(state);
    *place = NULL;
    g_atomic_int_add(&server->under_way, -1);
}

/* The target is decoded in request_path.c. */
static size_t keep_escapes(void *data, struct MHD_Connection *connection, char *text)
{
    (void)data, (void)connection;
    return strlen(text);
}

static const char *header(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static ik_request read_request(struct MHD_Connection *connection, const char *method,
                               const char *version, const char *target)
{
    return (ik_request){
        .method = method,
        .target = target,
        .version = version,
        .host = header(connection, MHD_HTTP_HEADER_HOST),
        .range = header(connection, MHD_HTTP_HEADER_RANGE),
        .accept_encoding = header(connection, MHD_HTTP_HEADER_ACCEPT_ENCODING),
        .conditions = {.if_match = header(connection, MHD_HTTP_HEADER_IF_MATCH),
                       .if_none_match = header(connection, MHD_HTTP_HEADER_IF_NONE_MATCH),
                       .if_modified_since = header(connection, MHD_HTTP_HEADER_IF_MODIFIED_SINCE),
                       .if_unmodified_since =
                           header(connection, MHD_HTTP_HEADER_IF_UNMODIFIED_SINCE),
                       .if_range = header(connection, MHD_HTTP_HEADER_IF_RANGE)}};
}

/* ---- and is answered ---- */

static void unref_body(void *body)
{
    g_bytes_unref(body);
}

/* A few pages go out with the headers in one call of the system; sendfile would take three. */
static void read_small(ik_reply *reply)
{
    if (reply->descriptor < 0 || reply->length > SMALL_BYTES)
        return;
    gsize length = (gsize)reply->length;
    char *bytes = g_malloc(length);
    if (pread(reply->descriptor, bytes, length, (off_t)reply->offset) == (ssize_t)length)
        reply->body = g_bytes_new_take(bytes, length);
    else
        g_free(bytes);
}

/* Takes descriptor or body over. */
static struct MHD_Response *new_response(ik_reply *reply)
{
    struct MHD_Response *response;
    read_small(reply);
    if (reply->body == NULL && reply->descriptor >= 0) {
        response = MHD_create_response_from_fd_at_offset64(reply->length, reply->descriptor,
                                                           reply->offset);
        reply->descriptor = response != NULL ? -1 : reply->descriptor;
        return response;
    }
    if (reply->body == NULL)
        return MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    gsize size;
    guintptr bytes = (guintptr)g_bytes_get_data(reply->body, &size); /* it is only read there */
    response = MHD_create_response_from_buffer_with_free_callback_cls(size, (void *)bytes,
                                                                      unref_body, reply->body);
    reply->body = response != NULL ? NULL : reply->body;
    return response;
}

static void add(struct MHD_Response *response, const char *name, const char *value)
{
    if (value != NULL)
        MHD_add_response_header(response, name, value);
}

static void add_headers(struct MHD_Response *response, const ik_reply *reply)
{
    add(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->status == 304 ? NULL : reply->type);
    add(response, MHD_HTTP_HEADER_CONTENT_ENCODING, reply->status == 304 ? NULL : reply->encoding);
    add(response, MHD_HTTP_HEADER_CONTENT_RANGE, reply->content_range);
    add(response, MHD_HTTP_HEADER_LOCATION, reply->location);
    add(response, MHD_HTTP_HEADER_ALLOW, reply->status == 405 ? "GET, HEAD" : NULL);
    add(response, MHD_HTTP_HEADER_VARY, reply->varies ? "Accept-Encoding" : NULL);
    add(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-cache");
    add(response, "X-Content-Type-Options", "nosniff");
    add(response, "Referrer-Policy", "no-referrer");
    if (reply->tag == NULL)
        return;
    g_autofree char *date = ik_http_date_new(reply->modified);
    add(response, MHD_HTTP_HEADER_ETAG, reply->tag);
    add(response, MHD_HTTP_HEADER_LAST_MODIFIED, date);
    add(response, MHD_HTTP_HEADER_ACCEPT_RANGES, "bytes");
}

static enum MHD_Result answer(const ik_server *server, struct MHD_Connection *connection,
                              const ik_request *request)
{
    ik_reply reply;
    enum MHD_Result result = MHD_NO;
    ik_reply_decide(&server->source, request, &reply);
    struct MHD_Response *response = new_response(&reply);
    if (response != NULL) {
        add_headers(response, &reply);
        result = MHD_queue_response(connection, reply.status, response);
        MHD_destroy_response(response);
    }
    ik_reply_clear(&reply);
    return result;
}

/* Called with the headers, then with each piece of a body, then once more. Queueing earlier than that would end the
 * connection: right for a method whose body nobody wants. */
static enum MHD_Result handle_request(void *data, struct MHD_Connection *connection,
                                      const char *url, const char *method, const char *version,
                                      const char *body, size_t *body_size, void **place)
{
    request_state *state = *place;
    (void)url, (void)body;
    if (!state->is_seen && ik_method_is_known(method)) {
        state->is_seen = true;
        return MHD_YES;
    }
    if (*body_size > 0) {
        *body_size = 0;
        return MHD_YES;
    }
    const ik_request request = read_request(connection, method, version, state->target);
    return answer(data, connection, &request);
}

/* ---- starting ---- */

static bool start_daemon(ik_server *server, GError **error)
{
    unsigned flags = MHD_USE_POLL_INTERNAL_THREAD | MHD_USE_ITC |
                     (server->listener.is_six ? (unsigned)MHD_USE_IPv6 : 0u);
    guint threads = CLAMP(g_get_num_processors(), 1, MOST_THREADS);
    const struct MHD_OptionItem options[] = {
        {MHD_OPTION_LISTEN_SOCKET, server->listener.descriptor, NULL},
        {MHD_OPTION_CONNECTION_LIMIT, (intptr_t)CONNECTIONS, NULL},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, (intptr_t)CONNECTION_MEMORY, NULL},
        {MHD_OPTION_CONNECTION_TIMEOUT, (intptr_t)TIMEOUT_S, NULL},
        {MHD_OPTION_UNESCAPE_CALLBACK, (intptr_t)keep_escapes, NULL},
        {MHD_OPTION_URI_LOG_CALLBACK, (intptr_t)begin_request, server},
        {MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)end_request, server},
        {threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, (intptr_t)threads, NULL},
        {MHD_OPTION_END, 0, NULL}};
    server->daemon = MHD_start_daemon(flags, server->listener.port, NULL, NULL, handle_request,
                                      server, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
    if (server->daemon == NULL)
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot start the server: %s", g_strerror(errno));
    return server->daemon != NULL;
}

static bool check_folder(const char *folder, GError **error)
{
    struct stat status;
    if (stat(folder, &status) == 0 && S_ISDIR(status.st_mode))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: there is no such folder", folder);
    return false;
}

static void free_server(ik_server *server)
{
    ik_listen_socket_close(&server->listener);
    ik_gzip_store_free(server->source.store);
    g_free(server->folder);
    g_free(server->url);
    g_free(server);
}

ik_server *ik_server_start(const ik_server_options *options, GError **error)
{
    if (!check_folder(options->folder, error))
        return NULL;
    ik_server *server = g_new0(ik_server, 1);
    server->folder = g_canonicalize_filename(options->folder, NULL);
    server->source = (ik_reply_source){server->folder, ik_address_is_loopback(options->address),
                                       ik_gzip_store_new(STORE_BYTES)};
    if (!ik_listen_socket_open(&server->listener, options->address, options->port, error) ||
        !start_daemon(server, error)) {
        free_server(server);
        return NULL;
    }
    server->url = ik_listen_socket_url(&server->listener, options->address);
    return server;
}

bool ik_server_is_private(const char *address)
{
    return ik_address_is_loopback(address);
}

const char *ik_server_url(const ik_server *server)
{
    return server->url;
}

void ik_server_stop(ik_server *server, guint patience_ms)
{
    MHD_quiesce_daemon(server->daemon); /* gives the socket back */
    ik_listen_socket_close(&server->listener);
    for (guint waited = 0; waited < patience_ms && g_atomic_int_get(&server->under_way) > 0;
         waited += POLL_MS)
        g_usleep((gulong)POLL_MS * 1000);
    MHD_stop_daemon(server->daemon);
    free_server(server);
}
