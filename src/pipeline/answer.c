/* answer.c — a match as JSON and as lines for a reader.   [pipeline] */
#include <ideenkarte/batch.h>
#include <ideenkarte/text.h>

#include "answer_members.h"

char *ik_match_to_json(const ik_territory *territory, const char *input, const ik_match *match)
{
    GString *out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    ik_json_begin_object(&json);
    for (guint i = input ? 0 : IK_ANSWER_MATCH; i < IK_ANSWER_N_MEMBERS; i++) {
        ik_json_key(&json, ik_answer_member_name(i));
        ik_answer_put_member(&json, i, territory, input, match);
    }
    ik_json_end_object(&json);
    return g_string_free(out, FALSE);
}

static void append_field(GString *out, const char *language, const char *key, const char *value)
{
    if (value && *value)
        g_string_append_printf(out, "%s: %s\n", ik_text(language, key), value);
}

static void append_place(GString *out, const ik_territory *territory, const ik_match *match,
                         const char *language)
{
    const ik_municipality *municipality = &territory->municipalities[match->municipality];
    char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(lon, sizeof lon, "%.6f", match->position.lon);
    g_ascii_formatd(lat, sizeof lat, "%.6f", match->position.lat);
    g_autofree char *position = g_strdup_printf("%s %s", lon, lat);
    g_autofree char *metres = ik_text_integer(language, (gint64)match->accuracy_m);
    g_autofree char *accuracy = g_strdup_printf("%s m", metres);
    g_autofree char *named = g_strdup_printf("%s (%s)", municipality->name, municipality->ags);
    append_field(out, language, "answer.municipality", named);
    append_field(out, language, "answer.region", territory->regions[municipality->region].name);
    append_field(out, language, "answer.position", position);
    append_field(out, language, "answer.accuracy", accuracy);
}

static void append_candidates(GString *out, const ik_territory *territory, const ik_match *match,
                              const char *language)
{
    if (match->n_candidates < 2 && match->level != IK_MATCH_NONE)
        return;
    for (guint i = 0; i < match->n_candidates; i++) {
        const ik_municipality *municipality =
            &territory->municipalities[match->candidates[i].municipality];
        g_autofree char *line = g_strdup_printf("%s (%s), %d", municipality->name,
                                                municipality->ags, match->candidates[i].score);
        append_field(out, language, "answer.candidate", line);
    }
}

char *ik_match_to_text(const ik_territory *territory, const ik_match *match, const char *language)
{
    GString *out = g_string_new(NULL);
    g_autofree char *status_key = g_strconcat("status.", ik_status_name(match->status), NULL);
    g_autofree char *level_key = g_strconcat("match.", ik_match_level_name(match->level), NULL);
    g_autofree char *result = g_strdup_printf("%s, %s (%d/100)", ik_text(language, status_key),
                                              ik_text(language, level_key), match->score);
    append_field(out, language, "answer.result", result);
    if (match->level != IK_MATCH_NONE)
        append_place(out, territory, match, language);
    append_field(out, language, "answer.street", match->street);
    append_field(out, language, "answer.house_number", match->house_number);
    append_field(out, language, "answer.postcode", match->postcode);
    append_field(out, language, "answer.locality", match->locality);
    for (guint i = 0; i < ik_faults_count(&match->faults); i++) {
        g_autofree char *sentence = ik_fault_sentence(ik_faults_get(&match->faults, i), language);
        append_field(out, language, "answer.fault", sentence);
    }
    append_candidates(out, territory, match, language);
    return g_string_free(out, FALSE);
}
