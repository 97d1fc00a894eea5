/* project_store.c — projects and what hangs on them into the catalogue.   [catalogue]
 *
 * One table at a time, each in the order of the file.
 */
#include "store_parts.h"
#include "theme.h"

#include <string.h>

/* What division of the state the assignments are about. */
#define PARTITION "labour-market-regions"

static const char *ags_of(const ik_territory *territory, guint32 municipality)
{
    return municipality == IK_NONE ? NULL : territory->municipalities[municipality].ags;
}

/* Gives a name that has none yet the next number. */
static bool number_organisation(ik_statement *insert, const char *name, GHashTable *numbers,
                                GError **error)
{
    if (name == NULL || g_hash_table_contains(numbers, name))
        return true;
    const guint number = g_hash_table_size(numbers) + 1;
    g_hash_table_insert(numbers, g_strdup(name), GUINT_TO_POINTER(number));
    ik_bind_integer(insert, 1, number);
    ik_bind_text(insert, 2, name);
    return ik_statement_run(insert, error);
}

/* Those of the former catalogue first, without gaps: so each keeps its number. */
static bool keep_organisations(ik_statement *insert, ik_db *former, GHashTable *numbers,
                               GError **error)
{
    if (former == NULL)
        return true;
    g_autoptr(ik_statement) query =
        ik_statement_new(former, "SELECT name FROM organisations ORDER BY fid", error);
    bool row = query != NULL;
    while (row) {
        if (!ik_statement_step(query, &row, error))
            return false;
        if (row && !number_organisation(insert, ik_column_text(query, 0), numbers, error))
            return false;
    }
    return query != NULL;
}

static bool store_organisations(ik_db *db, const ik_store_input *input, GHashTable *numbers,
                                GError **error)
{
    const GPtrArray *projects = input->records->projects;
    g_autoptr(ik_statement) insert =
        ik_statement_new(db, "INSERT INTO organisations VALUES (?, ?)", error);
    if (insert == NULL || !keep_organisations(insert, input->former, numbers, error))
        return false;
    for (guint i = 0; i < projects->len; i++) {
        const ik_project *project = g_ptr_array_index(projects, i);
        if (!number_organisation(insert, project->organisation, numbers, error))
            return false;
    }
    return true;
}

static bool store_theme(ik_statement *insert, const char *theme, GError **error)
{
    ik_bind_text(insert, 1, theme);
    ik_bind_integer(insert, 2, ik_theme_is_agreed(theme));
    return ik_statement_run(insert, error);
}

/* The agreed ones too where no project has them: a theme without a project is a finding. */
static bool store_themes(ik_db *db, const GPtrArray *projects, GError **error)
{
    g_autoptr(ik_statement) insert =
        ik_statement_new(db, "INSERT OR IGNORE INTO themes VALUES (?, ?)", error);
    if (insert == NULL)
        return false;
    for (const char *const *key = ik_themes_agreed(); *key != NULL; key++)
        if (!store_theme(insert, *key, error))
            return false;
    for (guint i = 0; i < projects->len; i++) {
        const ik_project *project = g_ptr_array_index(projects, i);
        for (char **theme = project->themes; *theme != NULL; theme++)
            if (!store_theme(insert, *theme, error))
                return false;
    }
    return true;
}

#define INSERT_PROJECT                                                                             \
    "INSERT INTO projects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " \
    "?, ?, ?, ?, ?, ?, ?, ?, ?, MakePoint(?, ?, 4326))"

static void bind_record(ik_statement *insert, const ik_project *of, GHashTable *organisations)
{
    const char *const texts[] = {
        of->street, of->house_number, of->postcode, of->city,  of->address, of->summary,
        of->text,   of->website,      of->contact,  of->start, of->end,
    };
    ik_bind_text(insert, 2, of->id);
    ik_bind_text(insert, 3, of->title);
    if (of->organisation == NULL)
        ik_bind_null(insert, 4);
    else
        ik_bind_integer(insert, 4,
                        GPOINTER_TO_UINT(g_hash_table_lookup(organisations, of->organisation)));
    ik_bind_texts(insert, 5, texts, G_N_ELEMENTS(texts));
    ik_bind_position(insert, 16, of->has_given, of->given);
    ik_bind_text(insert, 18, of->origin.file);
    ik_bind_integer(insert, 19, of->origin.line);
}

static void bind_match(ik_statement *insert, const ik_project *of, const ik_territory *territory)
{
    const ik_match *match = &of->match;
    const bool is_placed = match->level != IK_MATCH_NONE;
    const char *const understood[] = {ags_of(territory, match->municipality), match->street,
                                      match->house_number, match->postcode, match->locality};
    ik_bind_text(insert, 20, ik_match_level_name(match->level));
    ik_bind_text(insert, 21, ik_status_name(match->status));
    ik_bind_integer(insert, 22, match->score);
    if (is_placed)
        ik_bind_real(insert, 23, match->accuracy_m);
    else
        ik_bind_null(insert, 23);
    ik_bind_texts(insert, 24, understood, G_N_ELEMENTS(understood));
    ik_bind_position(insert, 29, is_placed, match->position);
    ik_bind_position(insert, 31, is_placed, of->marker);
}

static bool store_projects(ik_db *db, const ik_store_input *input, ik_history *history,
                           GHashTable *organisations, GError **error)
{
    const GPtrArray *projects = input->records->projects;
    g_autoptr(ik_statement) insert = ik_statement_new(db, INSERT_PROJECT, error);
    if (insert == NULL)
        return false;
    for (guint i = 0; i < projects->len; i++) {
        const ik_project *project = g_ptr_array_index(projects, i);
        ik_bind_integer(insert, 1, ik_history_number(history, IK_PAST_PROJECTS, project->id));
        bind_record(insert, project, organisations);
        bind_match(insert, project, input->territory);
        if (!ik_statement_run(insert, error)) {
            g_prefix_error(error, "%s:%u: ", project->origin.file, project->origin.line);
            return false;
        }
    }
    return true;
}

/* Stores what hangs on one project. */
typedef bool (*child_fn)(ik_statement *insert, const ik_project *project,
                         const ik_territory *territory, GError **error);

static bool store_media(ik_statement *insert, const ik_project *project,
                        const ik_territory *territory G_GNUC_UNUSED, GError **error)
{
    const char *const kinds[] = {"image", "video"};
    const char *const urls[] = {project->image, project->video};
    guint position = 0;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (urls[i] == NULL)
            continue;
        ik_bind_text(insert, 1, project->id);
        ik_bind_integer(insert, 2, ++position);
        ik_bind_text(insert, 3, kinds[i]);
        ik_bind_text(insert, 4, urls[i]);
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

static bool store_project_themes(ik_statement *insert, const ik_project *project,
                                 const ik_territory *territory G_GNUC_UNUSED, GError **error)
{
    ik_bind_text(insert, 1, project->id);
    for (char **theme = project->themes; *theme != NULL; theme++) {
        ik_bind_text(insert, 2, *theme);
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

static bool store_extra(ik_statement *insert, const ik_project *project,
                        const ik_territory *territory G_GNUC_UNUSED, GError **error)
{
    ik_bind_text(insert, 1, project->id);
    for (char **pair = project->extra; *pair != NULL; pair += 2) {
        ik_bind_text(insert, 2, pair[0]);
        ik_bind_text(insert, 3, pair[1]);
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

static bool store_project_faults(ik_statement *insert, const ik_project *project,
                                 const ik_territory *territory G_GNUC_UNUSED, GError **error)
{
    return ik_store_faults(insert, project->id, &project->match.faults, error);
}

static bool store_candidates(ik_statement *insert, const ik_project *project,
                             const ik_territory *territory, GError **error)
{
    const ik_match *match = &project->match;
    for (guint i = 0; i < match->n_candidates; i++) {
        ik_bind_text(insert, 1, project->id);
        ik_bind_integer(insert, 2, i + 1);
        ik_bind_text(insert, 3, ags_of(territory, match->candidates[i].municipality));
        ik_bind_integer(insert, 4, match->candidates[i].score);
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

/* Down to the street the position decides; above it only the town's name is known. */
static const char *assignment_reason(ik_match_level level)
{
    switch (level) {
    case IK_MATCH_GIVEN:
    case IK_MATCH_HOUSE:
    case IK_MATCH_HOUSE_NEAR:
    case IK_MATCH_STREET: return "position";
    case IK_MATCH_POSTCODE:
    case IK_MATCH_LOCALITY:
    case IK_MATCH_MUNICIPALITY:
    case IK_MATCH_NONE: break;
    }
    return "address";
}

static bool store_assignment(ik_statement *insert, const ik_project *project,
                             const ik_territory *territory, GError **error)
{
    const ik_match *match = &project->match;
    if (match->municipality == IK_NONE || match->status == IK_STATUS_REJECT)
        return true;
    const ik_municipality *municipality = &territory->municipalities[match->municipality];
    const char *const texts[] = {project->id, PARTITION, municipality->ags,
                                 territory->regions[municipality->region].id,
                                 assignment_reason(match->level)};
    ik_bind_texts(insert, 1, texts, G_N_ELEMENTS(texts));
    return ik_statement_run(insert, error);
}

static bool store_children(ik_db *db, const ik_store_input *input, const char *sql, child_fn store,
                           GError **error)
{
    const GPtrArray *projects = input->records->projects;
    g_autoptr(ik_statement) insert = ik_statement_new(db, sql, error);
    if (insert == NULL)
        return false;
    for (guint i = 0; i < projects->len; i++)
        if (!store(insert, g_ptr_array_index(projects, i), input->territory, error))
            return false;
    return true;
}

static bool store_all_children(ik_db *db, const ik_store_input *input, GError **error)
{
    static const struct {
        const char *sql;
        child_fn store;
    } tables[] = {
        {"INSERT INTO media VALUES (?, ?, ?, ?)", store_media},
        {"INSERT INTO project_themes VALUES (?, ?)", store_project_themes},
        {"INSERT INTO project_extra VALUES (?, ?, ?)", store_extra},
        {"INSERT INTO project_faults VALUES (?, ?, ?, ?, ?, ?, ?)", store_project_faults},
        {"INSERT INTO project_candidates VALUES (?, ?, ?, ?)", store_candidates},
        {"INSERT INTO assignments VALUES (?, ?, ?, ?, ?)", store_assignment},
    };
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        if (!store_children(db, input, tables[i].sql, tables[i].store, error))
            return false;
    return true;
}

bool ik_store_projects(ik_db *db, const ik_store_input *input, ik_history *history, GError **error)
{
    g_autoptr(GHashTable) organisations =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return store_organisations(db, input, organisations, error) &&
           store_themes(db, input->records->projects, error) &&
           store_projects(db, input, history, organisations, error) &&
           store_all_children(db, input, error);
}
