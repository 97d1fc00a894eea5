/* web_style.c — a style sheet as the map in the browser gets it.   [pipeline] */
#include "web_style.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "json.h"
#include "json_span.h"

#define GLYPHS   "\"glyphs/{fontstack}/{range}.pbf\""
#define TILEJSON "\"tilejson/ideenkarte.json\""
#define ARCHIVE  "\"pmtiles://data/ideenkarte.pmtiles\""

static ik_json *parse_object(const char *text, gsize length, const char *name, GError **error)
{
    ik_json *json = ik_json_parse(text, length, name, error);
    if (json == NULL || ik_json_type_of(ik_json_root(json)) == IK_JSON_OBJECT)
        return json;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: expected an object", name);
    ik_json_free(json);
    return NULL;
}

/* ---- addresses ---- */

static void append_span(GString *out, const char *start, const char *end)
{
    g_string_append_len(out, start, end - start);
}

static bool is_value(const ik_json_member_span *member, const char *value)
{
    gsize length = (gsize)(member->value.end - member->value.start);
    return length == strlen(value) && memcmp(member->value.start, value, length) == 0;
}

/* A source, copied from `at` on (its '{') with the archive for an address. */
static void append_source(GString *out, const char *at, const char *end)
{
    const char *done = at;
    ik_json_member_span member;
    for (at++; ik_json_next_member(at, end, &member); at = member.value.end) {
        if (!ik_json_key_is(&member, "url") || !is_value(&member, TILEJSON))
            continue;
        append_span(out, done, member.value.start);
        g_string_append(out, ARCHIVE);
        done = member.value.end;
    }
    append_span(out, done, end);
}

static void append_sources(GString *out, const char *at, const char *end)
{
    const char *done = at;
    ik_json_member_span member;
    for (at++; ik_json_next_member(at, end, &member); at = member.value.end) {
        append_span(out, done, member.value.start);
        append_source(out, member.value.start, member.value.end);
        done = member.value.end;
    }
    append_span(out, done, end);
}

static void append_member(GString *out, const ik_json_member_span *member)
{
    append_span(out, member->key.start, member->key.end);
    g_string_append(out, ": ");
    if (ik_json_key_is(member, "sources") && *member->value.start == '{')
        append_sources(out, member->value.start, member->value.end);
    else
        append_span(out, member->value.start, member->value.end);
}

char *ik_web_style_text(const char *text, gsize length, const char *name, const char *sprite,
                        GError **error)
{
    g_autoptr(ik_json) json = parse_object(text, length, name, error);
    if (json == NULL)
        return NULL;
    const char *end = text + length;
    GString *out = g_string_new("{\n");
    ik_json_member_span member;
    const char *at = ik_json_skip_blanks(text, end) + 1;
    for (; ik_json_next_member(at, end, &member); at = member.value.end) {
        if (ik_json_key_is(&member, "glyphs") || ik_json_key_is(&member, "sprite"))
            continue;
        g_string_append(out, "  ");
        append_member(out, &member);
        g_string_append(out, ",\n");
    }
    g_string_append_printf(out, "  \"glyphs\": " GLYPHS ",\n  \"sprite\": \"sprites/%s\"\n}\n",
                           sprite);
    return g_string_free(out, FALSE);
}

/* ---- fonts ---- */

static bool is_all_strings(ik_json_value value)
{
    guint n = ik_json_type_of(value) == IK_JSON_ARRAY ? ik_json_length(value) : 0;
    for (guint i = 0; i < n; i++)
        if (ik_json_type_of(ik_json_item(value, i)) != IK_JSON_STRING)
            return false;
    return n > 0;
}

/* Names of operators begin with a small letter, names of fonts with a capital one. */
static bool is_font_list(ik_json_value value)
{
    return is_all_strings(value) && !g_ascii_islower(*ik_json_string(ik_json_item(value, 0)));
}

static void add_stack(ik_json_value list, GHashTable *stacks)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < ik_json_length(list); i++)
        g_string_append_printf(names, "%s%s", i > 0 ? "," : "",
                               ik_json_string(ik_json_item(list, i)));
    g_hash_table_add(stacks, g_string_free(names, FALSE));
}

/* The lists of fonts anywhere in a value of text-font: alone, in ["literal", …], in the stops of a function. */
static void add_stacks(ik_json_value value, GHashTable *stacks)
{
    ik_json_type type = ik_json_type_of(value);
    if (is_font_list(value)) {
        add_stack(value, stacks);
        return;
    }
    for (guint i = 0; type == IK_JSON_ARRAY && i < ik_json_length(value); i++)
        add_stacks(ik_json_item(value, i), stacks);
    for (guint i = 0; type == IK_JSON_OBJECT && i < ik_json_length(value); i++)
        add_stacks(ik_json_member_at(value, i), stacks);
}

static ik_json_value member_of(ik_json_value value, const char *key)
{
    bool is_object = ik_json_exists(value) && ik_json_type_of(value) == IK_JSON_OBJECT;
    return is_object ? ik_json_member(value, key) : (ik_json_value){NULL};
}

static void add_layer(ik_json_value layer, GHashTable *stacks)
{
    ik_json_value layout = member_of(layer, "layout");
    ik_json_value fonts = member_of(layout, "text-font");
    if (ik_json_exists(fonts))
        add_stacks(fonts, stacks);
    else if (ik_json_exists(member_of(layout, "text-field")))
        g_hash_table_add(stacks, g_strdup(IK_WEB_STYLE_DEFAULT_FONTS));
}

bool ik_web_style_fonts(const char *text, gsize length, const char *name, GHashTable *stacks,
                        GError **error)
{
    g_autoptr(ik_json) json = parse_object(text, length, name, error);
    if (json == NULL)
        return false;
    ik_json_value layers = ik_json_member(ik_json_root(json), "layers");
    bool is_array = ik_json_exists(layers) && ik_json_type_of(layers) == IK_JSON_ARRAY;
    for (guint i = 0; is_array && i < ik_json_length(layers); i++)
        add_layer(ik_json_item(layers, i), stacks);
    return true;
}
