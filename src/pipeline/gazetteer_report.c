/* gazetteer_report.c — what became of the records, in words.   [pipeline] */
#include <ideenkarte/gazetteer_build.h>
#include <ideenkarte/text.h>

static void append_count(GString *out, const char *language, const char *key, guint64 count)
{
    g_autofree char *number = ik_text_integer(language, (gint64)count);
    g_autofree char *line = ik_text_format(language, key, "count", number, NULL);
    g_string_append_printf(out, "%s\n", line);
}

/* The sentence of a code; one that has none stands for itself. */
static char *sentence(const char *language, const char *reason)
{
    g_autofree char *key = g_strconcat("skip.", reason, NULL);
    return g_strdup(ik_text_has(key) ? ik_text(language, key) : reason);
}

static void append_skip(GString *out, const char *language, const ik_gazetteer_skip *skip)
{
    g_autofree char *count = ik_text_integer(language, (gint64)skip->count);
    g_autofree char *line = g_strdup_printf("%" G_GUINT64_FORMAT, skip->first_line);
    g_autofree char *reason = sentence(language, skip->reason);
    const char *key = skip->first_line > 0 ? "gazetteer.skipped_from" : "gazetteer.skipped";
    g_autofree char *text =
        ik_text_format(language, key, "count", count, "reason", reason, "line", line, NULL);
    g_string_append_printf(out, "  %s\n", text);
}

static void append_source(GString *out, const char *language,
                          const ik_gazetteer_source_report *source)
{
    g_autofree char *rows = ik_text_integer(language, (gint64)source->rows);
    g_autofree char *used = ik_text_integer(language, (gint64)source->used);
    g_autofree char *line =
        ik_text_format(language, "gazetteer.read", "file", source->name, "format", source->format,
                       "rows", rows, "used", used, NULL);
    g_string_append_printf(out, "%s\n", line);
    for (guint i = 0; i < source->n_skips; i++)
        append_skip(out, language, &source->skips[i]);
}

char *ik_gazetteer_report_to_text(const ik_gazetteer_report *report, const char *language)
{
    const struct {
        const char *key;
        guint64 count;
        bool always;
    } lines[] = {{"gazetteer.municipalities", report->municipalities, true},
                 {"gazetteer.streets", report->streets, true},
                 {"gazetteer.houses", report->houses, true},
                 {"gazetteer.localities", report->localities, true},
                 {"gazetteer.duplicates", report->duplicates, false},
                 {"gazetteer.far_duplicates", report->far_duplicates, false},
                 {"gazetteer.shared_keys", report->shared_keys, false},
                 {"gazetteer.without_position", report->without_position, false},
                 {"gazetteer.dropped_positions", report->dropped_positions, false}};
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < report->n_sources; i++)
        append_source(out, language, &report->sources[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
        if (lines[i].always || lines[i].count > 0)
            append_count(out, language, lines[i].key, lines[i].count);
    return g_string_free(out, FALSE);
}
