/* script_texts.c — the texts that the script of the page shows.   [site] */
#include <ideenkarte/text.h>
#include <string.h>

#include "json_writer.h"
#include "script_data.h"

/* The script's own, and what it says as the pages do. */
static const char *const prefixes[] = {"date.",      "legend.",   "page.on_map", "page.region",
                                       "page.video", "position.", "theme.",      "web."};

char *ik_script_texts(const char *language)
{
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 1);
    ik_json_begin_object(&writer);
    for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        g_autofree const char **keys = ik_text_keys(prefixes[i]);
        for (const char **key = keys; *key != NULL; key++) {
            ik_json_key(&writer, *key);
            ik_json_put_string(&writer, ik_text(language, *key));
        }
    }
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}
