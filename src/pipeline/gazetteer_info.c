/* gazetteer_info.c — what is in a gazetteer.   [pipeline] */
#include <ideenkarte/gazetteer_build.h>
#include <ideenkarte/text.h>

#include "address_record.h"
#include "gazetteer.h"
#include "json_writer.h"
#include "printable.h"

static const char *kind_name(guint8 kind)
{
    static const char *const names[IK_N_REGISTER_KINDS] = {"gebref", "city", "streets", "osm"};
    return kind < IK_N_REGISTER_KINDS ? names[kind] : "";
}

/* --- JSON ---------------------------------------------------------------------------------- */

static void put_text(ik_json_writer *json, const char *key, const char *text)
{
    ik_json_key(json, key);
    ik_json_put_string(json, text);
}

static void put_count(ik_json_writer *json, const char *key, guint64 count)
{
    ik_json_key(json, key);
    ik_json_put_integer(json, (gint64)count);
}

static void put_source(ik_json_writer *json, const ik_gazetteer_source *source)
{
    ik_json_begin_object(json);
    put_text(json, "name", source->name);
    put_text(json, "kind", kind_name(source->kind));
    put_text(json, "date", source->date);
    put_text(json, "licence", source->licence);
    put_text(json, "attribution", source->attribution);
    put_count(json, "records", source->records);
    ik_json_end_object(json);
}

static char *to_json(const ik_gazetteer *gazetteer, bool verified)
{
    GString *out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 2);
    ik_json_begin_object(&json);
    put_count(&json, "municipalities", ik_gazetteer_municipalities(gazetteer));
    put_count(&json, "streets", ik_gazetteer_streets(gazetteer));
    put_count(&json, "houses", ik_gazetteer_houses(gazetteer));
    put_count(&json, "localities", ik_gazetteer_localities(gazetteer));
    ik_json_key(&json, "verified");
    ik_json_put_bool(&json, verified);
    ik_json_key(&json, "sources");
    ik_json_begin_array(&json);
    for (guint32 i = 0; i < ik_gazetteer_sources(gazetteer); i++) {
        const ik_gazetteer_source source = ik_gazetteer_source_get(gazetteer, i);
        put_source(&json, &source);
    }
    ik_json_end_array(&json);
    ik_json_end_object(&json);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

/* --- text ---------------------------------------------------------------------------------- */

static void append_count(GString *out, const char *language, const char *key, guint64 count)
{
    g_autofree char *number = ik_text_integer(language, (gint64)count);
    g_autofree char *line = ik_text_format(language, key, "count", number, NULL);
    g_string_append_printf(out, "%s\n", line);
}

static void append_source(GString *out, const char *language, const ik_gazetteer_source *source)
{
    const char *const details[] = {source->date, source->licence, source->attribution};
    g_autofree char *records = ik_text_integer(language, (gint64)source->records);
    g_autofree char *name = ik_printable(source->name);
    g_autofree char *line =
        ik_text_format(language, "gazetteer.source", "file", name, "records", records, NULL);
    g_string_append(out, line);
    for (gsize i = 0; i < G_N_ELEMENTS(details); i++) {
        g_autofree char *detail = ik_printable(details[i]);
        if (*detail != '\0')
            g_string_append_printf(out, ", %s", detail);
    }
    g_string_append_c(out, '\n');
}

static char *to_text(const ik_gazetteer *gazetteer, const char *language, bool verified)
{
    GString *out = g_string_new(NULL);
    append_count(out, language, "gazetteer.municipalities", ik_gazetteer_municipalities(gazetteer));
    append_count(out, language, "gazetteer.streets", ik_gazetteer_streets(gazetteer));
    append_count(out, language, "gazetteer.houses", ik_gazetteer_houses(gazetteer));
    append_count(out, language, "gazetteer.localities", ik_gazetteer_localities(gazetteer));
    for (guint32 i = 0; i < ik_gazetteer_sources(gazetteer); i++) {
        const ik_gazetteer_source source = ik_gazetteer_source_get(gazetteer, i);
        append_source(out, language, &source);
    }
    if (verified)
        g_string_append_printf(out, "%s\n", ik_text(language, "gazetteer.verified"));
    return g_string_free(out, FALSE);
}

char *ik_gazetteer_info(const char *path, const ik_gazetteer_info_options *options, GError **error)
{
    g_autoptr(ik_gazetteer) gazetteer = ik_gazetteer_open(path, error);
    if (gazetteer == NULL || (options->verify && !ik_gazetteer_verify(gazetteer, error)))
        return NULL;
    return options->json ? to_json(gazetteer, options->verify)
                         : to_text(gazetteer, options->language, options->verify);
}
