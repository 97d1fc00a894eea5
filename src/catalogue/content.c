/* content.c — what makes up the content of a record, for telling whether it changed.   [catalogue] */
#include "content.h"

#include "digest.h"

#include <string.h>

/* --- hash of a record in memory --------------------------------------------------------------- */

/* Length first, so that no two lists of texts give the same bytes; NULL is not "". */
static void add_text(GByteArray *out, const char *text)
{
    const guint32 length = text == NULL ? G_MAXUINT32 : GUINT32_TO_LE((guint32)strlen(text));
    g_byte_array_append(out, (const guint8 *)&length, sizeof length);
    if (text != NULL)
        g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

static void add_texts(GByteArray *out, const char *const *texts, gsize n)
{
    for (gsize i = 0; i < n; i++)
        add_text(out, texts[i]);
}

static void add_list(GByteArray *out, char *const *texts)
{
    for (; *texts != NULL; texts++)
        add_text(out, *texts);
    add_text(out, NULL);
}

static void add_number(GByteArray *out, double value)
{
    guint64 bits;
    memcpy(&bits, &value, sizeof bits);
    bits = GUINT64_TO_LE(bits);
    g_byte_array_append(out, (const guint8 *)&bits, sizeof bits);
}

static void add_position(GByteArray *out, bool is_known, ik_lonlat position)
{
    add_number(out, is_known);
    add_number(out, is_known ? position.lon : 0);
    add_number(out, is_known ? position.lat : 0);
}

static void add_faults(GByteArray *out, const ik_faults *faults)
{
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        const ik_fault *fault = ik_faults_get(faults, i);
        const char *const texts[] = {fault->code, fault->field, fault->read, fault->expected};
        add_texts(out, texts, G_N_ELEMENTS(texts));
    }
    add_text(out, NULL);
}

static const char *ags_of(const ik_territory *territory, guint32 municipality)
{
    return municipality == IK_NONE ? NULL : territory->municipalities[municipality].ags;
}

static void add_match(GByteArray *out, const ik_match *match, const ik_territory *territory)
{
    const bool is_placed = match->level != IK_MATCH_NONE;
    const char *region =
        match->municipality == IK_NONE
            ? NULL
            : territory->regions[territory->municipalities[match->municipality].region].id;
    const char *const texts[] = {ik_match_level_name(match->level),
                                 ik_status_name(match->status),
                                 ags_of(territory, match->municipality),
                                 region,
                                 match->street,
                                 match->house_number,
                                 match->postcode,
                                 match->locality};
    add_texts(out, texts, G_N_ELEMENTS(texts));
    add_number(out, match->score);
    add_number(out, is_placed ? match->accuracy_m : -1);
    add_position(out, is_placed, match->position);
    add_faults(out, &match->faults);
}

static char *finish(GByteArray *bytes)
{
    const ik_hash128 hash = ik_hash128_of(bytes->data, bytes->len);
    g_byte_array_unref(bytes);
    return g_strdup_printf("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", hash.high,
                           hash.low);
}

char *ik_project_content_hash(const ik_project *project, const ik_territory *territory)
{
    const char *const texts[] = {project->title,        project->organisation, project->street,
                                 project->house_number, project->postcode,     project->city,
                                 project->address,      project->summary,      project->text,
                                 project->website,      project->image,        project->video,
                                 project->contact,      project->start,        project->end};
    GByteArray *bytes = g_byte_array_new();
    add_texts(bytes, texts, G_N_ELEMENTS(texts));
    add_list(bytes, project->themes);
    add_list(bytes, project->extra);
    add_position(bytes, project->has_given, project->given);
    add_match(bytes, &project->match, territory);
    return finish(bytes);
}

char *ik_event_content_hash(const ik_event *event, const ik_territory *territory)
{
    const char *const texts[] = {event->title,
                                 event->date,
                                 event->date_note,
                                 event->place,
                                 event->description,
                                 event->source,
                                 event->street,
                                 event->house_number,
                                 event->postcode,
                                 event->city,
                                 event->region == IK_NONE ? NULL
                                                          : territory->regions[event->region].id,
                                 ags_of(territory, event->municipality)};
    GByteArray *bytes = g_byte_array_new();
    add_texts(bytes, texts, G_N_ELEMENTS(texts));
    add_position(bytes, event->has_position, event->position);
    add_faults(bytes, &event->faults);
    return finish(bytes);
}

/* --- fields of a stored record ---------------------------------------------------------------- */

/* One row; a column's name is the field's. */
static const char *const fields_sql[IK_N_PASTS] = {
    "SELECT p.title AS title, o.name AS organisation, p.street AS street, p.house_number AS "
    "house_number, p.postcode AS postcode, p.city AS city, p.address AS address, p.summary AS "
    "summary, p.text AS text, p.website AS website,"
    " (SELECT url FROM media x WHERE x.project = p.id AND x.kind = 'image') AS image,"
    " (SELECT url FROM media x WHERE x.project = p.id AND x.kind = 'video') AS video,"
    " p.contact AS contact, p.start_date AS start, p.end_date AS \"end\","
    " (SELECT group_concat(theme, '|') FROM (SELECT theme FROM project_themes t"
    "   WHERE t.project = p.id ORDER BY theme)) AS themes,"
    " p.given_lon || ' ' || p.given_lat AS given, p.match AS match, p.status AS status,"
    " p.score AS score, p.accuracy_m AS accuracy_m, p.municipality AS municipality,"
    " m.region AS region, p.matched_street AS matched_street,"
    " p.matched_house_number AS matched_house_number, p.matched_postcode AS matched_postcode,"
    " p.matched_locality AS matched_locality, p.position_lon || ' ' || p.position_lat AS position,"
    " (SELECT group_concat(code || coalesce(' ' || read, '') || coalesce(' / ' || expected, ''), "
    "'; ')"
    "   FROM (SELECT * FROM project_faults f WHERE f.project = p.id ORDER BY f.position)) AS "
    "faults"
    " FROM projects p LEFT JOIN organisations o ON o.fid = p.organisation"
    " LEFT JOIN municipalities m ON m.ags = p.municipality WHERE p.id = ?",
    "SELECT title, date, date_note, place, description, source, street, house_number, postcode,"
    " city, region, municipality, ST_X(geometry) || ' ' || ST_Y(geometry) AS position,"
    " (SELECT group_concat(code || coalesce(' ' || read, '') || coalesce(' / ' || expected, ''), "
    "'; ')"
    "   FROM (SELECT * FROM event_faults f WHERE f.event = e.id ORDER BY f.position)) AS faults"
    " FROM events e WHERE id = ?"};

static const char extra_sql[] =
    "SELECT 'extra: ' || name, value FROM project_extra WHERE project = ? ORDER BY name";

bool ik_content_reader_init(ik_content_reader *reader, ik_db *db, ik_past_kind kind, GError **error)
{
    *reader = (ik_content_reader){0};
    reader->fields = ik_statement_new(db, fields_sql[kind], error);
    if (reader->fields == NULL)
        return false;
    if (kind == IK_PAST_PROJECTS)
        reader->extra = ik_statement_new(db, extra_sql, error);
    return kind != IK_PAST_PROJECTS || reader->extra != NULL;
}

void ik_content_reader_clear(ik_content_reader *reader)
{
    g_clear_pointer(&reader->fields, ik_statement_free);
    g_clear_pointer(&reader->extra, ik_statement_free);
}

static void add_pair(GPtrArray *pairs, const char *name, const char *text)
{
    if (text == NULL)
        return;
    g_ptr_array_add(pairs, g_strdup(name));
    g_ptr_array_add(pairs, g_strdup(text));
}

static void add_columns(ik_statement *query, GPtrArray *pairs)
{
    for (int column = 0; column < ik_column_count(query); column++)
        add_pair(pairs, ik_column_name(query, column), ik_column_text(query, column));
}

static void add_extra(ik_statement *query, GPtrArray *pairs)
{
    const char *name = ik_column_text(query, 0);
    if (name != NULL)
        add_pair(pairs, name, ik_column_text(query, 1));
}

static bool read_rows(ik_statement *query, const char *id,
                      void (*add)(ik_statement *query, GPtrArray *pairs), GPtrArray *pairs,
                      GError **error)
{
    ik_bind_text(query, 1, id);
    for (bool row = true; row;) {
        if (!ik_statement_step(query, &row, error))
            return false;
        if (row)
            add(query, pairs);
    }
    return true;
}

char **ik_content_read(const ik_content_reader *reader, const char *id, GError **error)
{
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func(g_free);
    if (!read_rows(reader->fields, id, add_columns, pairs, error) ||
        (reader->extra != NULL && !read_rows(reader->extra, id, add_extra, pairs, error)))
        return NULL;
    g_ptr_array_add(pairs, NULL);
    return (char **)g_ptr_array_steal(pairs, NULL);
}
