/* fuzz_register.c — what holds for the reader of any register.   [tests] */
#include "fuzz_register.h"

#include <string.h>

#include "fuzz_support.h"

static bool take(const ik_address_record *record, gpointer data, GError **error)
{
    guint64 *records = data;
    const char *const texts[] = {record->street, record->street_key, record->number,
                                 record->suffix, record->postcode,   record->locality};
    (void)error;
    (*records)++;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        fuzz_require_utf8(texts[i] != NULL ? texts[i] : "");
    g_assert(record->ags == NULL || strspn(record->ags, "0123456789") == 8);
    g_assert(record->ags == NULL || strlen(record->ags) == 8);
    g_assert((record->street != NULL && *record->street != '\0') ||
             (record->locality != NULL && *record->locality != '\0'));
    if (record->has_position && record->kind != IK_REGISTER_STREETS) {
        g_assert(record->position.lon >= -180.0 && record->position.lon <= 180.0);
        g_assert(record->position.lat >= -90.0 && record->position.lat <= 90.0);
    }
    return true;
}

void fuzz_register(fuzz_register_fn read, const char *path, const char *const *mapping)
{
    g_autoptr(GError) error = NULL;
    guint64 records = 0;
    ik_register_summary summary = {0};
    const ik_register_request request = {
        .path = path, .take = take, .take_data = &records, .mapping = mapping};
    if (!read(&request, &summary, &error)) {
        fuzz_require_failure(error);
        return;
    }
    g_assert(error == NULL);
    g_assert(records + ik_skips_total(&summary.skips) == summary.rows);
    g_assert(summary.date[0] == '\0' || ik_register_is_date(summary.date));
}
