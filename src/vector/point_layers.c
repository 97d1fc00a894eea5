/* point_layers.c — clusters by tile, with what their members sum up to.   [vector] */
#include "point_layers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    guint64 tile; /* x << 32 | y */
    guint32 item;
} place;

typedef struct {
    ik_cluster_level *level;
    place *places; /* by tile */
} zoom_level;

struct ik_point_layers {
    const ik_map_point *projects, *events;
    guint32 n_projects, n_events;
    guint min_zoom, max_zoom;
    zoom_level *zooms;       /* min_zoom..max_zoom */
    ik_cluster_level *alone; /* of events */
    GPtrArray *keys;         /* what clusters sum up, "theme_work": text, owned, sorted */
    guint32 *point_keys;     /* numbers of keys, project by project */
    gsize *first_keys;       /* of each project in point_keys, and the end */
};

static const ik_cluster_rule RULE = {IK_CLUSTER_RADIUS, 2};

static int compare_places(const void *a, const void *b)
{
    const place *left = a, *right = b;
    if (left->tile != right->tile)
        return left->tile < right->tile ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

static guint64 tile_key(double x, double y, guint zoom)
{
    return (guint64)ldexp(x, (int)zoom) << 32 | (guint64)ldexp(y, (int)zoom);
}

static place *places_of(const ik_cluster_level *level, guint zoom)
{
    guint n = level->clusters->len;
    place *places = g_new(place, n + 1);
    for (guint32 i = 0; i < n; i++) {
        const ik_cluster *c = &g_array_index(level->clusters, ik_cluster, i);
        places[i] = (place){tile_key(c->x, c->y, zoom), i};
    }
    qsort(places, n, sizeof *places, compare_places);
    return places;
}

static ik_cluster_level *level_of(const ik_map_point *points, guint32 n)
{
    g_autofree ik_lonlat *positions = g_new(ik_lonlat, n + 1u);
    for (guint32 i = 0; i < n; i++)
        positions[i] = points[i].position;
    return ik_cluster_level_new(positions, n);
}

/* ---- what clusters sum up ---- */

/* Called with each theme and the region of a project. */
typedef void (*key_fn)(const char *key, gpointer data);

static void for_each_key(const ik_map_point *point, GString *key, key_fn call, gpointer data)
{
    for (guint t = 0; point->themes != NULL && point->themes[t] != NULL; t++) {
        g_string_assign(key, "theme_");
        g_string_append(key, point->themes[t]);
        call(key->str, data);
    }
    if (point->region != NULL) {
        g_string_assign(key, "region_");
        g_string_append(key, point->region);
        call(key->str, data);
    }
}

static void note_key(const char *key, gpointer data)
{
    GHashTable *numbers = data;
    if (!g_hash_table_contains(numbers, key))
        g_hash_table_add(numbers, g_strdup(key));
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef struct {
    GHashTable *numbers; /* key → number */
    GArray *found;
} key_finder;

static void find_key(const char *key, gpointer data)
{
    key_finder *finder = data;
    guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(finder->numbers, key));
    g_array_append_val(finder->found, number);
}

static void number_keys(ik_point_layers *layers)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) key = g_string_new(NULL);
    key_finder finder = {numbers, g_array_new(FALSE, FALSE, sizeof(guint32))};
    GHashTableIter at;
    gpointer text;
    for (guint32 i = 0; i < layers->n_projects; i++)
        for_each_key(&layers->projects[i], key, note_key, seen);
    layers->keys = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_iter_init(&at, seen);
    while (g_hash_table_iter_next(&at, &text, NULL))
        g_ptr_array_add(layers->keys, g_strdup(text));
    g_ptr_array_sort(layers->keys, compare_texts);
    for (guint i = 0; i < layers->keys->len; i++)
        g_hash_table_insert(numbers, layers->keys->pdata[i], GUINT_TO_POINTER(i));
    layers->first_keys = g_new0(gsize, layers->n_projects + 1u);
    for (guint32 i = 0; i < layers->n_projects; i++) {
        for_each_key(&layers->projects[i], key, find_key, &finder);
        layers->first_keys[i + 1] = finder.found->len;
    }
    layers->point_keys = (guint32 *)(gpointer)g_array_free(finder.found, FALSE);
}

ik_point_layers *ik_point_layers_new(const ik_map_point *projects, guint32 n_projects,
                                     const ik_map_point *events, guint32 n_events, guint min_zoom,
                                     guint max_zoom)
{
    ik_point_layers *layers = g_new0(ik_point_layers, 1);
    *layers = (ik_point_layers){projects, events,   n_projects, n_events,
                                min_zoom, max_zoom, NULL,       level_of(events, n_events),
                                NULL,     NULL,     NULL};
    number_keys(layers);
    layers->zooms = g_new0(zoom_level, max_zoom - min_zoom + 1);
    for (guint zoom = max_zoom + 1; zoom-- > min_zoom;) {
        zoom_level *z = &layers->zooms[zoom - min_zoom];
        z->level = zoom == max_zoom ? level_of(projects, n_projects)
                                    : ik_cluster_level_join(z[1].level, zoom, &RULE);
        z->places = places_of(z->level, zoom);
    }
    return layers;
}

void ik_point_layers_free(ik_point_layers *layers)
{
    if (layers == NULL)
        return;
    for (guint i = 0; i <= layers->max_zoom - layers->min_zoom; i++) {
        ik_cluster_level_free(layers->zooms[i].level);
        g_free(layers->zooms[i].places);
    }
    ik_cluster_level_free(layers->alone);
    g_ptr_array_unref(layers->keys);
    g_free(layers->point_keys);
    g_free(layers->first_keys);
    g_free(layers->zooms);
    g_free(layers);
}

/* FNV-1a in 53 bits, which JavaScript reads exactly; odd for clusters, even for points. */
static guint64 number_of(const char *id, bool is_cluster)
{
    guint64 hash = 0xcbf29ce484222325u;
    for (const char *c = id; *c != '\0'; c++)
        hash = (hash ^ (guint8)*c) * 0x100000001b3u;
    return (hash >> 12 << 1) | (is_cluster ? 1u : 0u);
}

static void put_point(ik_mvt_writer *writer, const ik_cluster *c, ik_tile tile)
{
    double x = ldexp(c->x, (int)tile.zoom) - tile.x, y = ldexp(c->y, (int)tile.zoom) - tile.y;
    const ik_tile_point at = {(gint32)floor(x * IK_TILE_EXTENT), (gint32)floor(y * IK_TILE_EXTENT)};
    ik_mvt_writer_part(writer, &at, 1);
}

static void put_single(ik_mvt_writer *writer, const ik_map_point *point)
{
    ik_mvt_writer_feature(writer, number_of(point->id, false), IK_MVT_POINT);
    ik_mvt_writer_text(writer, "id", point->id);
    ik_mvt_writer_text(writer, "title", point->title);
    if (point->themes != NULL && point->themes[0] != NULL) {
        g_autoptr(GString) themes = g_string_new(point->themes[0]);
        for (guint i = 1; point->themes[i] != NULL; i++)
            g_string_append_printf(themes, ";%s", point->themes[i]);
        ik_mvt_writer_text(writer, "themes", themes->str);
    }
    if (point->icon != NULL)
        ik_mvt_writer_text(writer, "icon", point->icon);
    if (point->region != NULL)
        ik_mvt_writer_text(writer, "region", point->region);
    if (point->status != NULL)
        ik_mvt_writer_text(writer, "status", point->status);
    if (point->match != NULL)
        ik_mvt_writer_text(writer, "match", point->match);
}

static void put_cluster(ik_mvt_writer *writer, const ik_point_layers *layers,
                        const guint32 *members, guint32 n)
{
    g_autofree guint32 *sums = g_new0(guint32, layers->keys->len + 1);
    for (guint32 i = 0; i < n; i++)
        for (gsize k = layers->first_keys[members[i]]; k < layers->first_keys[members[i] + 1]; k++)
            sums[layers->point_keys[k]]++;
    ik_mvt_writer_feature(writer, number_of(layers->projects[members[0]].id, true), IK_MVT_POINT);
    ik_mvt_writer_uint(writer, "point_count", n);
    for (guint k = 0; k < layers->keys->len; k++)
        if (sums[k] > 0)
            ik_mvt_writer_uint(writer, layers->keys->pdata[k], sums[k]);
}

static guint first_place(const zoom_level *z, guint64 tile)
{
    guint low = 0, high = z->level->clusters->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (z->places[middle].tile < tile)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void write_projects(ik_mvt_writer *writer, const ik_point_layers *layers, ik_tile tile)
{
    const zoom_level *z = &layers->zooms[tile.zoom - layers->min_zoom];
    guint64 key = (guint64)tile.x << 32 | tile.y;
    ik_mvt_writer_layer(writer, "projects");
    for (guint i = first_place(z, key); i < z->level->clusters->len && z->places[i].tile == key;
         i++) {
        const ik_cluster *c = &g_array_index(z->level->clusters, ik_cluster, z->places[i].item);
        const guint32 *members = z->level->members + c->first;
        if (c->count == 1)
            put_single(writer, &layers->projects[members[0]]);
        else
            put_cluster(writer, layers, members, c->count);
        put_point(writer, c, tile);
    }
}

void ik_point_layers_write(ik_mvt_writer *writer, const ik_point_layers *layers, ik_tile tile)
{
    write_projects(writer, layers, tile);
    ik_mvt_writer_layer(writer, "events");
    for (guint32 i = 0; i < layers->n_events; i++) {
        const ik_cluster *c = &g_array_index(layers->alone->clusters, ik_cluster, i);
        if (tile_key(c->x, c->y, tile.zoom) != ((guint64)tile.x << 32 | tile.y))
            continue;
        put_single(writer, &layers->events[i]);
        put_point(writer, c, tile);
    }
}
