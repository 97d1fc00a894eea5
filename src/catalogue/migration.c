/* migration.c — catalogues of earlier versions as one of this version.   [catalogue]
 *
 * The tables are made new and filled by SELECTs that give rows of this version out of the earlier tables: so a
 * converted file has the same schema, comments and indexes as a new one.
 *
 *   1  pictures and films stood in columns of `projects`; there was no history: what the file holds counts as the
 *      first import, with unknown hashes
 */
#include "migration.h"

#include "rows.h"
#include "store_parts.h"

typedef struct {
    const char *table;  /* of this version */
    const char *select; /* its rows, out of the earlier tables; NULL: as they are */
} conversion;

static const conversion from_1[] = {
    {"about", "SELECT key, CASE key WHEN 'schema' THEN '2' ELSE value END FROM about"},
    {"attribution", NULL},
    {"regions", NULL},
    {"districts", NULL},
    {"municipalities", NULL},
    {"organisations", NULL},
    {"themes", NULL},
    {"projects",
     "SELECT fid, id, title, organisation, street, house_number, postcode, city, address, summary,"
     " text, website, contact, start_date, end_date, given_lon, given_lat, file, line, match,"
     " status, score, accuracy_m, municipality, matched_street, matched_house_number,"
     " matched_postcode, matched_locality, position_lon, position_lat, geometry"
     " FROM projects ORDER BY fid"},
    {"media",
     "SELECT id, 1, 'image', image FROM projects WHERE image IS NOT NULL"
     " UNION ALL"
     " SELECT id, 1 + (image IS NOT NULL), 'video', video FROM projects WHERE video IS NOT NULL"},
    {"project_themes", NULL},
    {"project_extra", NULL},
    {"project_faults", NULL},
    {"project_candidates", NULL},
    {"assignments", NULL},
    {"events", NULL},
    {"event_faults", NULL},
    {"rejects", NULL},
    {"imports",
     "SELECT 1, NULL, (SELECT count(*) FROM projects), 0, 0, 0, (SELECT count(*) FROM events),"
     " 0, 0, 0, (SELECT count(*) FROM rejects)"},
    {"changes", "SELECT 1, 'event', fid, id, 'new', title, NULL FROM events"
                " UNION ALL SELECT 1, 'project', fid, id, 'new', title, NULL FROM projects"},
};

/* One for each earlier version. */
static const struct {
    const conversion *tables;
    gsize n;
} conversions[] = {{from_1, G_N_ELEMENTS(from_1)}};

G_STATIC_ASSERT(G_N_ELEMENTS(conversions) == IK_CATALOGUE_VERSION - 1);

static bool convert_table(ik_db *from, const conversion *of, ik_db *to, GError **error)
{
    g_autofree char *all = g_strdup_printf("SELECT * FROM %s", of->table);
    return ik_rows_copy(from, of->select != NULL ? of->select : all, to, of->table, error);
}

static bool convert(ik_db *from, guint version, ik_db *to, GError **error)
{
    if (!ik_store_make_tables(to, error))
        return false;
    for (gsize i = 0; i < conversions[version - 1].n; i++)
        if (!convert_table(from, &conversions[version - 1].tables[i], to, error))
            return false;
    return ik_store_make_indexes(to, error);
}

bool ik_catalogue_convert(ik_db *from, guint version, ik_db *to, GError **error)
{
    g_assert(version >= 1 && version < IK_CATALOGUE_VERSION);
    if (!ik_db_run(to, "BEGIN", error))
        return false;
    if (convert(from, version, to, error) && ik_db_run(to, "COMMIT", error))
        return true;
    ik_db_run(to, "ROLLBACK", NULL);
    return false;
}
