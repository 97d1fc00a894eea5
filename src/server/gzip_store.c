/* gzip_store.c — files that were compressed once, kept for the next who asks.   [server] */
#include "gzip_store.h"

#include <errno.h>
#include <gio/gio.h>
#include <unistd.h>

#define LEVEL 6

struct ik_gzip_store {
    GMutex lock;
    GHashTable
        *files; /* tag, owned → GBytes, owned; empty ones stand for files that do not get smaller */
    gsize size, most;
};

static void unref_bytes(gpointer bytes)
{
    g_bytes_unref(bytes);
}

ik_gzip_store *ik_gzip_store_new(gsize most)
{
    ik_gzip_store *store = g_new0(ik_gzip_store, 1);
    g_mutex_init(&store->lock);
    store->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, unref_bytes);
    store->most = most;
    return store;
}

void ik_gzip_store_free(ik_gzip_store *store)
{
    if (store == NULL)
        return;
    g_hash_table_unref(store->files);
    g_mutex_clear(&store->lock);
    g_free(store);
}

static GBytes *find(ik_gzip_store *store, const char *tag)
{
    g_mutex_lock(&store->lock);
    GBytes *found = g_hash_table_lookup(store->files, tag);
    if (found != NULL)
        g_bytes_ref(found);
    g_mutex_unlock(&store->lock);
    return found;
}

static void keep(ik_gzip_store *store, const char *tag, GBytes *bytes)
{
    gsize size = g_bytes_get_size(bytes);
    g_mutex_lock(&store->lock);
    if (store->size + size > store->most) {
        g_hash_table_remove_all(store->files);
        store->size = 0;
    }
    if (size <= store->most && !g_hash_table_contains(store->files, tag)) {
        g_hash_table_insert(store->files, g_strdup(tag), g_bytes_ref(bytes));
        store->size += size;
    }
    g_mutex_unlock(&store->lock);
}

/* The whole file; NULL when it is shorter than it was. */
static char *read_all(int descriptor, gsize size)
{
    g_autofree char *bytes = g_malloc(size);
    for (gsize done = 0; done < size;) {
        ssize_t n = pread(descriptor, bytes + done, size - done, (off_t)done);
        if (n <= 0 && !(n < 0 && errno == EINTR))
            return NULL;
        done += n > 0 ? (gsize)n : 0;
    }
    return g_steal_pointer(&bytes);
}

/* Into no more room than the file takes: NULL when that is too little. */
static GBytes *compress(const char *bytes, gsize size)
{
    g_autoptr(GZlibCompressor) gzip = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP, LEVEL);
    char *out = g_malloc(size);
    gsize read = 0, written = 0;
    GConverterResult result = G_CONVERTER_CONVERTED;
    while (result == G_CONVERTER_CONVERTED && written < size) {
        gsize took = 0, gave = 0;
        result = g_converter_convert(G_CONVERTER(gzip), bytes + read, size - read, out + written,
                                     size - written, G_CONVERTER_INPUT_AT_END, &took, &gave, NULL);
        read += took;
        written += gave;
    }
    if (result == G_CONVERTER_FINISHED)
        return g_bytes_new_take(g_realloc(out, written), written);
    g_free(out);
    return NULL;
}

static GBytes *make(ik_gzip_store *store, int descriptor, gsize size, const char *tag)
{
    g_autofree char *bytes = read_all(descriptor, size);
    if (bytes == NULL)
        return NULL;
    GBytes *made = compress(bytes, size);
    if (made == NULL)
        made = g_bytes_new(NULL, 0);
    keep(store, tag, made);
    return made;
}

GBytes *ik_gzip_store_get(ik_gzip_store *store, int descriptor, gsize size, const char *tag)
{
    if (size < IK_GZIP_LEAST || size > IK_GZIP_MOST)
        return NULL;
    GBytes *found = find(store, tag);
    if (found == NULL)
        found = make(store, descriptor, size, tag);
    if (found == NULL || g_bytes_get_size(found) > 0)
        return found;
    g_bytes_unref(found);
    return NULL;
}
