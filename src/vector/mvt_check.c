/* mvt_check.c — the rules of layers, attributes and rings.   [vector]
 *
 * A tile may come from a stranger and say a thousand times what it takes to store it: nothing here takes more than
 * n log n steps, but for rings, whose work is known beforehand and limited.
 */
#include "mvt_check.h"

#include "mvt_reader.h"
#include "segments.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    GArray *points, *ends;
    GArray *segments; /* ik_segment of one polygon */
    GArray *rings;    /* guint: ring of each segment */
    guint64 work;     /* pairs of segments looked at so far */
} scratch;

/* Some ten seconds; a tile of half a megabyte, drawn by anyone, takes a thousandth. */
#define MOST_WORK (G_GUINT64_CONSTANT(1) << 32)

/* ---- text ---- */

static int compare_spans(const void *a, const void *b)
{
    const ik_wire_span *left = *(const ik_wire_span *const *)a;
    const ik_wire_span *right = *(const ik_wire_span *const *)b;
    if (left->size != right->size)
        return left->size < right->size ? -1 : 1;
    int order = left->size > 0 ? memcmp(left->bytes, right->bytes, left->size) : 0;
    return order != 0 ? order : (left->offset > right->offset) - (left->offset < right->offset);
}

/* No two spans of a list (ik_wire_span *), which is sorted, are the same; the one that comes again is named. By sorting:
 * a table of hashes is slow where a stranger chooses what goes in. */
static bool check_once(GPtrArray *spans, const char *what, GError **error)
{
    const ik_wire_span *again = NULL;
    g_ptr_array_sort(spans, compare_spans);
    for (guint i = 1; i < spans->len; i++) {
        const ik_wire_span *before = spans->pdata[i - 1], *span = spans->pdata[i];
        if (before->size == span->size &&
            (span->size == 0 || memcmp(before->bytes, span->bytes, span->size) == 0) &&
            (again == NULL || span->offset < again->offset))
            again = span;
    }
    return again == NULL || ik_wire_fail(error, again->offset, "%s stands in it twice", what);
}

static bool check_text(const ik_wire_span *text, const char *what, GError **error)
{
    return text->size == 0 || g_utf8_validate_len((const char *)text->bytes, text->size, NULL) ||
           ik_wire_fail(error, text->offset, "%s is not UTF-8", what);
}

/* ---- attributes ---- */

static bool check_keys(const ik_mvt_layer *layer, GError **error)
{
    g_autoptr(GPtrArray) seen = g_ptr_array_sized_new(layer->keys->len);
    for (guint i = 0; i < layer->keys->len; i++) {
        ik_wire_span *key = &g_array_index(layer->keys, ik_wire_span, i);
        if (!check_text(key, "a key", error))
            return false;
        g_ptr_array_add(seen, key);
    }
    return check_once(seen, "a key", error);
}

static bool check_values(const ik_mvt_layer *layer, GError **error)
{
    g_autoptr(GPtrArray) seen = g_ptr_array_sized_new(layer->values->len);
    for (guint i = 0; i < layer->values->len; i++) {
        ik_mvt_value *value = &g_array_index(layer->values, ik_mvt_value, i);
        if (value->n_fields != 1)
            return ik_wire_fail(error, value->span.offset, "a value has %u variants, not one",
                                value->n_fields);
        if (value->number == 1 && !check_text(&value->text, "a value", error))
            return false;
        g_ptr_array_add(seen, &value->span);
    }
    return check_once(seen, "a value", error);
}

static int compare_uint32(const void *a, const void *b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

static bool check_key_once(const ik_mvt_feature *feature, const guint32 *tags, GError **error)
{
    guint n = feature->n_tags / 2;
    g_autofree guint32 *keys = g_new(guint32, n + 1);
    for (guint i = 0; i < n; i++)
        keys[i] = tags[2 * (gsize)i];
    qsort(keys, n, sizeof *keys, compare_uint32);
    for (guint i = 1; i < n; i++)
        if (keys[i] == keys[i - 1])
            return ik_wire_fail(error, feature->offset, "a feature has a key twice");
    return true;
}

static bool check_tags(const ik_mvt_layer *layer, const ik_mvt_feature *feature, GError **error)
{
    if (feature->n_tags % 2 != 0)
        return ik_wire_fail(error, feature->offset, "a feature has a key without a value");
    if (feature->n_tags == 0)
        return true;
    const guint32 *tags = &g_array_index(layer->tags, guint32, feature->first_tag);
    for (guint32 i = 0; i < feature->n_tags; i += 2)
        if (tags[i] >= layer->keys->len || tags[i + 1] >= layer->values->len)
            return ik_wire_fail(error, feature->offset,
                                "a feature has an attribute that its layer does not hold");
    return check_key_once(feature, tags, error);
}

/* ---- rings ---- */

static int side(ik_tile_point a, ik_tile_point b, ik_tile_point c)
{
    gint64 area2 = ik_tile_point_side(a, b, c);
    return (area2 > 0) - (area2 < 0);
}

/* Segments of different rings may touch in a point, not cross or run along each other. */
static bool is_touch(ik_segment a, ik_segment b)
{
    int from = side(a.a, a.b, b.a), to = side(a.a, a.b, b.b);
    if (from == 0 && to == 0)
        return !ik_segments_conflict(a, b);
    return from * to >= 0 || side(b.a, b.b, a.a) * side(b.a, b.b, a.b) >= 0;
}

/* Segments of one ring meet where one follows the other, nowhere else. */
static bool is_sequel(const scratch *s, guint i, guint j, ik_segment a, ik_segment b)
{
    const guint *rings = (const guint *)(gconstpointer)s->rings->data;
    if (ik_segments_conflict(a, b) || ik_tile_point_equal(a.a, b.a) ||
        ik_tile_point_equal(a.b, b.b))
        return false;
    bool is_first = i == 0 || rings[i - 1] != rings[i];
    bool is_last = j + 1 == s->rings->len || rings[j + 1] != rings[j];
    if (ik_tile_point_equal(a.b, b.a) && j != i + 1)
        return false;
    return !ik_tile_point_equal(a.a, b.b) || (is_first && is_last);
}

static bool is_allowed(guint i, guint j, gpointer data)
{
    const scratch *s = data;
    ik_segment a = g_array_index(s->segments, ik_segment, i);
    ik_segment b = g_array_index(s->segments, ik_segment, j);
    bool is_same = g_array_index(s->rings, guint, i) == g_array_index(s->rings, guint, j);
    return is_same ? is_sequel(s, i, j, a, b) : is_touch(a, b);
}

static void add_ring(scratch *s, guint ring, guint first, guint end)
{
    const ik_tile_point *points = (const ik_tile_point *)(gconstpointer)s->points->data;
    for (guint i = first; i < end; i++) {
        ik_segment segment = {points[i], points[i + 1 < end ? i + 1 : first]};
        g_array_append_val(s->segments, segment);
        g_array_append_val(s->rings, ring);
    }
}

/* Whether the middle of the segment lies inside the ring; exact but for segments on its border. */
static bool contains_middle(const ik_tile_point *ring, guint n, ik_segment segment)
{
    gint64 x = (gint64)segment.a.x + segment.b.x, y = (gint64)segment.a.y + segment.b.y;
    bool inside = false;
    for (guint i = 0; i < n; i++) {
        ik_tile_point p = ring[i], q = ring[i + 1 < n ? i + 1 : 0];
        gint64 py = 2 * (gint64)p.y - y, qy = 2 * (gint64)q.y - y;
        if ((py > 0) == (qy > 0))
            continue;
        double px = (double)(2 * (gint64)p.x - x), qx = (double)(2 * (gint64)q.x - x);
        inside ^= (px * (double)qy - qx * (double)py > 0) == (qy > py);
    }
    return inside;
}

/* Ring `hole` against the exterior ring of its polygon. */
static bool is_inside(const scratch *s, guint exterior, guint hole)
{
    const guint *ends = (const guint *)(gconstpointer)s->ends->data;
    const ik_tile_point *points = (const ik_tile_point *)(gconstpointer)s->points->data;
    guint first = exterior == 0 ? 0 : ends[exterior - 1], at = ends[hole - 1];
    const ik_segment edge = {points[at], points[at + 1]};
    return contains_middle(points + first, ends[exterior] - first, edge);
}

/* Pairs of segments, and each hole against all of the exterior ring. */
static bool check_work(scratch *s, guint from, guint to, gsize offset, GError **error)
{
    const guint *ends = (const guint *)(gconstpointer)s->ends->data;
    guint64 exterior = ends[from] - (from == 0 ? 0 : ends[from - 1]);
    s->work += (to - from - 1) * exterior;
    s->work +=
        ik_segments_work((const ik_segment *)(gconstpointer)s->segments->data, s->segments->len);
    return s->work <= MOST_WORK ||
           ik_wire_fail(error, offset, "a polygon of %u segments is too tangled to be checked",
                        s->segments->len);
}

/* The rings from `from`, an exterior one, up to `to`. */
static bool check_polygon(scratch *s, guint from, guint to, gsize offset, GError **error)
{
    const guint *ends = (const guint *)(gconstpointer)s->ends->data;
    g_array_set_size(s->segments, 0);
    g_array_set_size(s->rings, 0);
    for (guint r = from; r < to; r++)
        add_ring(s, r, r == 0 ? 0 : ends[r - 1], ends[r]);
    if (!check_work(s, from, to, offset, error))
        return false;
    if (!ik_segments_pairs((const ik_segment *)(gconstpointer)s->segments->data, s->segments->len,
                           is_allowed, s))
        return ik_wire_fail(error, offset, "a polygon's rings touch themselves or cross");
    for (guint r = from + 1; r < to; r++)
        if (!is_inside(s, from, r))
            return ik_wire_fail(error, offset, "a hole lies outside its polygon");
    return true;
}

static bool check_rings(scratch *s, gsize offset, GError **error)
{
    guint first = 0, polygon = 0;
    for (guint r = 0; r < s->ends->len; r++) {
        guint end = g_array_index(s->ends, guint, r);
        gint64 area =
            ik_mvt_ring_area2(&g_array_index(s->points, ik_tile_point, first), end - first);
        first = end;
        if (area == 0)
            return ik_wire_fail(error, offset, "a ring has no area");
        if (area < 0 && r == 0)
            return ik_wire_fail(error, offset, "a polygon begins with a hole");
        if (area > 0 && r > 0) {
            if (!check_polygon(s, polygon, r, offset, error))
                return false;
            polygon = r;
        }
    }
    return check_polygon(s, polygon, s->ends->len, offset, error);
}

static bool check_geometry(scratch *s, const ik_mvt_feature *feature, GError **error)
{
    if (!feature->has_geometry)
        return ik_wire_fail(error, feature->offset, "a feature has no geometry");
    if (feature->type > IK_MVT_POLYGON)
        return ik_wire_fail(error, feature->offset, "there is no geometry type %u", feature->type);
    g_array_set_size(s->points, 0);
    g_array_set_size(s->ends, 0);
    return ik_mvt_feature_points(feature, s->points, s->ends, error) &&
           (feature->type != IK_MVT_POLYGON || check_rings(s, feature->geometry.offset, error));
}

/* ---- layers ---- */

static bool check_layer_head(const ik_mvt_layer *layer, GError **error)
{
    if (layer->version != 2)
        return ik_wire_fail(error, layer->offset, "a layer has version %u, not 2", layer->version);
    if (layer->name.bytes == NULL)
        return ik_wire_fail(error, layer->offset, "a layer has no name");
    if (layer->extent == 0)
        return ik_wire_fail(error, layer->offset, "a layer has the extent 0");
    return check_text(&layer->name, "a layer's name", error);
}

static bool check_layer(scratch *s, const ik_mvt_layer *layer, GError **error)
{
    if (!check_layer_head(layer, error) || !check_keys(layer, error) || !check_values(layer, error))
        return false;
    for (guint i = 0; i < layer->features->len; i++) {
        const ik_mvt_feature *feature = &g_array_index(layer->features, ik_mvt_feature, i);
        if (!check_tags(layer, feature, error) || !check_geometry(s, feature, error))
            return false;
    }
    return true;
}

static bool check_layers(const GPtrArray *layers, scratch *s, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_sized_new(layers->len);
    for (guint i = 0; i < layers->len; i++) {
        ik_mvt_layer *layer = layers->pdata[i];
        if (!check_layer(s, layer, error))
            return false;
        g_ptr_array_add(names, &layer->name);
    }
    return check_once(names, "a layer's name", error);
}

bool ik_mvt_check(const void *bytes, gsize size, GError **error)
{
    g_autoptr(GPtrArray) layers = ik_mvt_read(bytes, size, error);
    if (layers == NULL)
        return false;
    scratch s = {
        g_array_new(FALSE, FALSE, sizeof(ik_tile_point)), g_array_new(FALSE, FALSE, sizeof(guint)),
        g_array_new(FALSE, FALSE, sizeof(ik_segment)), g_array_new(FALSE, FALSE, sizeof(guint)), 0};
    bool valid = check_layers(layers, &s, error);
    g_array_unref(s.points);
    g_array_unref(s.ends);
    g_array_unref(s.segments);
    g_array_unref(s.rings);
    return valid;
}
