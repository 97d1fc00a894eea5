/* region_collection.c — a GeoJSON FeatureCollection, whose features are answered one by one.   [pipeline]
 *
 * Everything around the features is copied as it stands.
 */
#include <ideenkarte/error.h>
#include <string.h>

#include "region_json.h"

typedef struct {
    ik_region_batch *batch;
    ik_region_json *json;
    ik_json_span text;  /* of the whole file */
    const char *copied; /* what of it stands in the result already */
} collection;

static bool fail_at(const collection *c, const char *at, const char *what, GError **error)
{
    guint line = 1;
    for (const char *p = c->text.start; p < at && p < c->text.end; p++)
        line += *p == '\n';
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s:%u: %s", c->batch->name, line, what);
    return false;
}

static void copy_up_to(collection *c, const char *at)
{
    g_string_append_len(c->batch->out, c->copied, at - c->copied);
    c->copied = at;
}

static bool answer_feature(collection *c, ik_json_span feature, GError **error)
{
    copy_up_to(c, feature.start);
    if (!ik_region_json_answer(c->json, feature))
        return fail_at(c, feature.start, "broken JSON, or no feature", error);
    c->copied = feature.end;
    return ik_region_batch_pass_on(c->batch, error);
}

/* Answers the features of the array that begins at `*at`, which then says where it ends. */
static bool answer_features(collection *c, const char **at, GError **error)
{
    const char *end = c->text.end;
    *at = ik_json_skip_blanks(*at + 1, end);
    while (*at < end && **at != ']') {
        const ik_json_span feature = {*at, ik_json_skip_value(*at, end)};
        if (!feature.end)
            return fail_at(c, *at, "broken JSON: the feature that begins here has no end", error);
        if (!answer_feature(c, feature, error))
            return false;
        *at = ik_json_skip_blanks(feature.end, end);
        if (*at >= end || (**at != ',' && **at != ']'))
            return fail_at(c, *at, "broken JSON: expected a comma or the end of the features",
                           error);
        if (**at == ',')
            *at = ik_json_skip_blanks(*at + 1, end);
    }
    if (*at >= end)
        return fail_at(c, *at, "broken JSON: the features have no end", error);
    ++*at;
    return true;
}

/* Goes behind the value of a member; features are answered. */
static bool take_member(collection *c, const ik_json_member_span *member, const char **at,
                        bool *has_features, GError **error)
{
    const char *start = member->value.start;
    *at = start;
    if (start < c->text.end && *start == '[' && ik_json_key_is(member, "features")) {
        *has_features = true;
        return answer_features(c, at, error);
    }
    *at = ik_json_skip_value(start, c->text.end);
    return *at || fail_at(c, start, "broken JSON: the value that begins here has no end", error);
}

bool ik_region_collection(ik_region_batch *batch, GBytes *bytes, GError **error)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autoptr(ik_region_json) json = ik_region_json_new(batch);
    collection c = {batch, json, {data, data + size}, data};
    const char *at = ik_json_skip_blanks(data, c.text.end);
    ik_json_member_span member;
    bool has_features = false;
    if (at == c.text.end || *at != '{')
        return fail_at(&c, at, "expected a GeoJSON FeatureCollection", error);
    for (at++; ik_json_next_key(at, c.text.end, &member);) {
        if (!take_member(&c, &member, &at, &has_features, error))
            return false;
    }
    at = ik_json_skip_blanks(at, c.text.end);
    if (at == c.text.end || *at != '}')
        return fail_at(&c, at, "broken JSON: the collection has no end", error);
    if (!has_features)
        return fail_at(&c, at, "expected a GeoJSON FeatureCollection with \"features\"", error);
    at = ik_json_skip_blanks(at + 1, c.text.end);
    if (at != c.text.end)
        return fail_at(&c, at, "broken JSON: something follows the collection", error);
    copy_up_to(&c, c.text.end);
    return true;
}
