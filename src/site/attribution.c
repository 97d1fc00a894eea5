/* attribution.c — whom the data come from.   [site] */
#include "attribution.h"

#include <ideenkarte/text.h>
#include <string.h>

#include "html.h"

const char *ik_attribution_text(const ik_attribution *attribution, const char *language)
{
    return strcmp(ik_text_fallback(language), "de") == 0 ? attribution->text_de
                                                         : attribution->text_en;
}

static void put_member(ik_json_writer *writer, const char *key, const char *value)
{
    ik_json_key(writer, key);
    ik_json_put_string(writer, value);
}

void ik_attribution_put_json(ik_json_writer *writer, const ik_territory *territory)
{
    ik_json_begin_array(writer);
    for (guint32 i = 0; i < territory->n_attributions; i++) {
        const ik_attribution *attribution = &territory->attributions[i];
        ik_json_begin_object(writer);
        put_member(writer, "text", attribution->text_de);
        put_member(writer, "text_en", attribution->text_en);
        put_member(writer, "licence", attribution->licence);
        put_member(writer, "url", attribution->url);
        ik_json_end_object(writer);
    }
    ik_json_end_array(writer);
}

void ik_attribution_append_line(GString *out, const ik_territory *territory, const char *language)
{
    for (guint32 i = 0; i < territory->n_attributions; i++) {
        const ik_attribution *attribution = &territory->attributions[i];
        if (i > 0)
            g_string_append(out, " | ");
        ik_html_link(out, attribution->url, "license noopener",
                     ik_attribution_text(attribution, language));
    }
}

char *ik_attribution_sentence(const ik_territory *territory, const char *language)
{
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint32 i = 0; i < territory->n_attributions; i++)
        g_string_append_printf(joined, "%s%s", i > 0 ? " · " : "",
                               ik_attribution_text(&territory->attributions[i], language));
    return ik_text_format(language, "chart.sources", "sources", joined->str, NULL);
}
