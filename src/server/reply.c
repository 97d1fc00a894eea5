/* reply.c — what one request is answered with.   [server] */
#include "reply.h"

#include <string.h>
#include <unistd.h>

#include "accept_encoding.h"
#include "byte_range.h"
#include "host_name.h"
#include "media_type.h"
#include "published_file.h"
#include "request_path.h"

#define INDEX_PAGE   "index.html"
#define MISSING_PAGE "404.html"
#define PLAIN_TEXT   "text/plain; charset=utf-8"

/* ---- answers without a file ---- */

static void say(ik_reply *reply, guint status, const char *text)
{
    reply->status = status;
    reply->body = g_bytes_new_static(text, strlen(text));
    reply->length = strlen(text);
    reply->type = PLAIN_TEXT;
}

/* The page that the folder has for it, or a line of our own. */
static void say_missing(const ik_reply_source *source, ik_reply *reply)
{
    ik_published_file page;
    if (ik_published_open(source->folder, MISSING_PAGE, &page) != IK_PUBLISHED_FILE) {
        say(reply, 404, "404 not found\n");
        return;
    }
    reply->status = 404;
    reply->descriptor = page.descriptor;
    reply->length = (guint64)page.status.st_size;
    reply->type = ik_media_type_of(MISSING_PAGE)->type;
}

/* ---- a file ---- */

/* Tiles lie compressed in their folder; what they are is still a tile. */
static bool is_compressed_tile(const ik_media_type *type, int descriptor)
{
    guchar start[2];
    bool is_tile = g_str_equal(type->ending, "mvt") || g_str_equal(type->ending, "pbf");
    return is_tile && pread(descriptor, start, sizeof start, 0) == (ssize_t)sizeof start &&
           start[0] == 0x1f && start[1] == 0x8b;
}

/* Puts the compressed content into the reply where the client takes it and it pays. */
static void compress(const ik_reply_source *source, const ik_request *request,
                     const ik_published_file *file, ik_reply *reply)
{
    if (request->range != NULL || !ik_accepts_gzip(request->accept_encoding))
        return;
    g_autofree char *tag = ik_etag_new(&file->status, true);
    gsize size = (gsize)file->status.st_size;
    reply->body = ik_gzip_store_get(source->store, file->descriptor, size, tag);
    if (reply->body == NULL)
        return;
    reply->length = g_bytes_get_size(reply->body);
    reply->encoding = "gzip";
    g_free(reply->tag);
    reply->tag = g_steal_pointer(&tag);
}

static void choose_form(const ik_reply_source *source, const ik_request *request,
                        const ik_published_file *file, const ik_media_type *type, ik_reply *reply)
{
    reply->status = 200;
    reply->type = type->type;
    reply->length = (guint64)file->status.st_size;
    reply->modified = (gint64)file->status.st_mtim.tv_sec;
    reply->tag = ik_etag_new(&file->status, false);
    if (!type->compresses)
        return;
    if (is_compressed_tile(type, file->descriptor)) {
        reply->encoding = "gzip";
        return;
    }
    reply->varies = true;
    compress(source, request, file, reply);
}

static void send_nothing(ik_reply *reply, guint status)
{
    g_clear_pointer(&reply->body, g_bytes_unref);
    reply->status = status;
    reply->offset = reply->length = 0;
}

static void cut_range(const ik_request *request, ik_reply *reply)
{
    ik_byte_range range;
    guint64 size = reply->length;
    if (!g_str_equal(request->method, "GET") ||
        !ik_conditions_allow_range(&request->conditions, reply->tag, reply->modified))
        return;
    switch (ik_byte_range_read(request->range, size, &range)) {
    case IK_RANGE_WHOLE: return;
    case IK_RANGE_OUTSIDE:
        send_nothing(reply, 416);
        reply->encoding = NULL;
        reply->content_range = g_strdup_printf("bytes */%" G_GUINT64_FORMAT, size);
        return;
    case IK_RANGE_PART:
        reply->status = 206;
        reply->offset = range.first;
        reply->length = range.last - range.first + 1;
        reply->content_range =
            g_strdup_printf("bytes %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT,
                            range.first, range.last, size);
        return;
    default: g_assert_not_reached();
    }
}

static void send_file(const ik_reply_source *source, const ik_request *request, const char *path,
                      const ik_published_file *file, ik_reply *reply)
{
    choose_form(source, request, file, ik_media_type_of(path), reply);
    switch (ik_conditions_judge(&request->conditions, reply->tag, reply->modified)) {
    case IK_STATE_SAME: reply->status = 304; break; /* with the length that 200 would have */
    case IK_STATE_REFUSED: send_nothing(reply, 412); break;
    case IK_STATE_SEND: cut_range(request, reply); break;
    default: g_assert_not_reached();
    }
    if (reply->body == NULL && reply->length > 0)
        reply->descriptor = file->descriptor;
    else
        close(file->descriptor);
}

/* ---- finding it ---- */

static ik_published_kind open_page(const ik_reply_source *source, const char *folder, char **path,
                                   ik_published_file *file)
{
    *path = *folder != '\0' ? g_strconcat(folder, "/", INDEX_PAGE, NULL) : g_strdup(INDEX_PAGE);
    ik_published_kind kind = ik_published_open(source->folder, *path, file);
    return kind == IK_PUBLISHED_FOLDER ? IK_PUBLISHED_NONE : kind;
}

static void answer_path(const ik_reply_source *source, const ik_request *request,
                        const ik_request_path *asked, ik_reply *reply)
{
    ik_published_file file;
    g_autofree char *path = NULL;
    ik_published_kind kind;
    if (asked->is_folder) {
        kind = open_page(source, asked->path, &path, &file);
    } else {
        path = g_strdup(asked->path);
        kind = ik_published_open(source->folder, path, &file);
    }
    switch (kind) {
    case IK_PUBLISHED_FILE: send_file(source, request, path, &file, reply); return;
    case IK_PUBLISHED_FOLDER:
        say(reply, 301, "301 moved\n");
        reply->location = ik_folder_address(asked, request->target);
        return;
    case IK_PUBLISHED_BUSY: say(reply, 503, "503 busy\n"); return;
    case IK_PUBLISHED_NONE: say_missing(source, reply); return;
    default: g_assert_not_reached();
    }
}

bool ik_method_is_known(const char *method)
{
    return g_str_equal(method, "GET") || g_str_equal(method, "HEAD");
}

void ik_reply_decide(const ik_reply_source *source, const ik_request *request, ik_reply *reply)
{
    ik_request_path path;
    *reply = (ik_reply){.descriptor = -1};
    if (!ik_method_is_known(request->method)) {
        say(reply, 405, "405 method not allowed\n");
        return;
    }
    if (request->host == NULL && g_str_equal(request->version, "HTTP/1.1")) {
        say(reply, 400, "400 a request names its host\n");
        return;
    }
    if (source->is_local && !ik_host_is_local(request->host)) {
        say(reply, 421, "421 this server answers to names of this machine alone\n");
        return;
    }
    switch (ik_request_path_read(request->target, &path)) {
    case IK_PATH_GOOD:
        answer_path(source, request, &path, reply);
        ik_request_path_clear(&path);
        return;
    case IK_PATH_BAD: say(reply, 400, "400 bad request\n"); return;
    case IK_PATH_NOWHERE: say_missing(source, reply); return;
    default: g_assert_not_reached();
    }
}

void ik_reply_clear(ik_reply *reply)
{
    if (reply->descriptor >= 0)
        close(reply->descriptor);
    g_clear_pointer(&reply->body, g_bytes_unref);
    g_clear_pointer(&reply->tag, g_free);
    g_clear_pointer(&reply->content_range, g_free);
    g_clear_pointer(&reply->location, g_free);
    reply->descriptor = -1;
}
