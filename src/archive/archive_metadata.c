/* archive_metadata.c — metadata as JSON: checked, copied, completed.   [archive] */
#include "archive_metadata.h"

#include <ideenkarte/error.h>
#include <string.h>

static const char *const extent_keys[] = {"bounds", "center", "minzoom", "maxzoom"};

bool ik_archive_metadata_is_extent(const char *key)
{
    for (gsize i = 0; i < G_N_ELEMENTS(extent_keys); i++)
        if (strcmp(key, extent_keys[i]) == 0)
            return true;
    return false;
}

static ik_json *parse(const char *json, GError **error)
{
    g_autoptr(ik_json) parsed = ik_json_parse(json, strlen(json), "metadata", error);
    if (parsed == NULL)
        return NULL;
    if (ik_json_type_of(ik_json_root(parsed)) == IK_JSON_OBJECT)
        return g_steal_pointer(&parsed);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "metadata: is a JSON %s, expected an object",
                ik_json_type_name(ik_json_type_of(ik_json_root(parsed))));
    return NULL;
}

bool ik_archive_metadata_check(const char *json, GError **error)
{
    g_autoptr(ik_json) parsed = parse(json, error);
    return parsed != NULL;
}

static void copy_object(ik_json_writer *writer, ik_json_value value)
{
    ik_json_begin_object(writer);
    for (guint i = 0; i < ik_json_length(value); i++) {
        ik_json_key(writer, ik_json_member_key(value, i));
        ik_archive_metadata_copy(writer, ik_json_member_at(value, i));
    }
    ik_json_end_object(writer);
}

static void copy_array(ik_json_writer *writer, ik_json_value value)
{
    ik_json_begin_array(writer);
    for (guint i = 0; i < ik_json_length(value); i++)
        ik_archive_metadata_copy(writer, ik_json_item(value, i));
    ik_json_end_array(writer);
}

/* The reader has limited the depth to 256. */
void ik_archive_metadata_copy(ik_json_writer *writer, ik_json_value value)
{
    switch (ik_json_type_of(value)) {
    case IK_JSON_NULL: ik_json_put_null(writer); break;
    case IK_JSON_BOOL: ik_json_put_bool(writer, ik_json_bool(value)); break;
    case IK_JSON_NUMBER: ik_json_put_number(writer, ik_json_number(value)); break;
    case IK_JSON_STRING: ik_json_put_string(writer, ik_json_string(value)); break;
    case IK_JSON_ARRAY: copy_array(writer, value); break;
    case IK_JSON_OBJECT: copy_object(writer, value); break;
    }
}

static void put_numbers(ik_json_writer *writer, const char *key, const double *numbers, guint n)
{
    ik_json_key(writer, key);
    ik_json_begin_array(writer);
    for (guint i = 0; i < n; i++)
        ik_json_put_rounded(writer, numbers[i], 7);
    ik_json_end_array(writer);
}

static void put_extent(ik_json_writer *writer, const ik_archive_extent *extent)
{
    const double bounds[] = {extent->bounds.west, extent->bounds.south, extent->bounds.east,
                             extent->bounds.north};
    const double center[] = {extent->center.lon, extent->center.lat, extent->center_zoom};
    ik_json_key(writer, "minzoom");
    ik_json_put_integer(writer, extent->min_zoom);
    ik_json_key(writer, "maxzoom");
    ik_json_put_integer(writer, extent->max_zoom);
    put_numbers(writer, "bounds", bounds, G_N_ELEMENTS(bounds));
    put_numbers(writer, "center", center, G_N_ELEMENTS(center));
}

char *ik_archive_metadata_complete(const char *json, const ik_archive_extent *extent,
                                   GError **error)
{
    g_autoptr(ik_json) parsed = parse(json, error);
    if (parsed == NULL)
        return NULL;
    ik_json_value object = ik_json_root(parsed);
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    for (guint i = 0; i < ik_json_length(object); i++) {
        const char *key = ik_json_member_key(object, i);
        if (ik_archive_metadata_is_extent(key))
            continue;
        ik_json_key(&writer, key);
        ik_archive_metadata_copy(&writer, ik_json_member_at(object, i));
    }
    put_extent(&writer, extent);
    ik_json_end_object(&writer);
    return g_string_free(out, FALSE);
}

/* --- reading what it says --------------------------------------------------------------------- */

static bool fail_member(const char *key, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "metadata: %s: expected numbers, as in TileJSON",
                key);
    return false;
}

static bool numbers_of_text(const char *text, double *numbers, guint n)
{
    for (guint i = 0; i < n; i++) {
        char *end;
        numbers[i] = g_ascii_strtod(text, &end);
        while (g_ascii_isspace(*end))
            end++;
        if (end == text || *end != (i + 1 < n ? ',' : '\0') || numbers[i] - numbers[i] != 0)
            return false;
        text = end + 1;
    }
    return true;
}

/* A list of numbers, one number, or their text with commas. */
static bool read_numbers(ik_json_value value, double *numbers, guint n)
{
    switch (ik_json_type_of(value)) {
    case IK_JSON_STRING: return numbers_of_text(ik_json_string(value), numbers, n);
    case IK_JSON_NUMBER: numbers[0] = ik_json_number(value); return n == 1;
    case IK_JSON_ARRAY: break;
    default: return false;
    }
    if (ik_json_length(value) != n)
        return false;
    for (guint i = 0; i < n; i++) {
        if (ik_json_type_of(ik_json_item(value, i)) != IK_JSON_NUMBER)
            return false;
        numbers[i] = ik_json_number(ik_json_item(value, i));
    }
    return true;
}

static bool read_zoom(ik_json_value object, const char *key, guint *zoom, bool *is_there,
                      GError **error)
{
    ik_json_value value = ik_json_member(object, key);
    double number;
    *is_there = false;
    if (!ik_json_exists(value) || ik_json_type_of(value) == IK_JSON_NULL)
        return true;
    if (!read_numbers(value, &number, 1) || !(number >= 0 && number <= 255) ||
        number != (double)(guint)number)
        return fail_member(key, error);
    *zoom = (guint)number;
    *is_there = true;
    return true;
}

static bool read_list(ik_json_value object, const char *key, double *numbers, guint n,
                      bool *is_there, GError **error)
{
    ik_json_value value = ik_json_member(object, key);
    bool is_said = ik_json_exists(value) && ik_json_type_of(value) != IK_JSON_NULL;
    *is_there = is_said && read_numbers(value, numbers, n);
    return *is_there == is_said || fail_member(key, error);
}

static bool read_bounds(ik_json_value object, ik_archive_extent *extent, bool *is_there,
                        GError **error)
{
    double box[4];
    bool ok = read_list(object, "bounds", box, G_N_ELEMENTS(box), is_there, error);
    if (*is_there)
        extent->bounds = (ik_lonlat_box){box[0], box[1], box[2], box[3]};
    return ok;
}

static bool read_center(ik_json_value object, ik_archive_extent *extent, bool *is_there,
                        GError **error)
{
    double center[3];
    bool ok = read_list(object, "center", center, G_N_ELEMENTS(center), is_there, error);
    if (!*is_there)
        return ok;
    *is_there = center[2] >= 0 && center[2] <= 255;
    if (!*is_there)
        return fail_member("center", error);
    extent->center = (ik_lonlat){center[0], center[1]};
    extent->center_zoom = (guint)center[2];
    return true;
}

bool ik_archive_metadata_extent(ik_json_value object, ik_archive_extent *extent,
                                ik_archive_extent_flags *flags, GError **error)
{
    bool ok = read_zoom(object, "minzoom", &extent->min_zoom, &flags->min_zoom, error);
    ok &= read_zoom(object, "maxzoom", &extent->max_zoom, &flags->max_zoom, ok ? error : NULL);
    ok &= read_bounds(object, extent, &flags->bounds, ok ? error : NULL);
    ok &= read_center(object, extent, &flags->center, ok ? error : NULL);
    return ok;
}
