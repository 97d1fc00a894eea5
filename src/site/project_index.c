/* project_index.c — all projects in one table for the script.   [site] */
#include <string.h>

#include "clean_text.h"
#include "json_writer.h"
#include "project_flags.h"
#include "script_data.h"

static const char *const columns[] = {
    "id",     "title", "organisation", "lon",  "lat",  "region", "municipality",
    "themes", "flags", "level",        "page", "date", NULL};

/* --- themes ----------------------------------------------------------------------------------- */

static gint compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The keys of all projects, sorted; borrowed. */
static GPtrArray *all_themes(const GPtrArray *projects)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *themes = g_ptr_array_new();
    for (guint i = 0; i < projects->len; i++)
        for (char **theme = ((const ik_project *)projects->pdata[i])->themes; *theme; theme++)
            if (g_hash_table_add(seen, *theme))
                g_ptr_array_add(themes, *theme);
    g_ptr_array_sort(themes, compare_texts);
    return themes;
}

static GHashTable *numbers_of(const GPtrArray *themes)
{
    GHashTable *numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < themes->len; i++)
        g_hash_table_insert(numbers, themes->pdata[i], GUINT_TO_POINTER(i));
    return numbers;
}

/* --- rows ------------------------------------------------------------------------------------- */

static void put_clean(ik_json_writer *writer, const char *text)
{
    g_autofree char *clean = text != NULL ? ik_text_clean(text) : NULL;
    ik_json_put_string(writer, clean);
}

/* The main one first. */
static void put_themes(ik_json_writer *writer, const ik_project *project, GHashTable *numbers)
{
    const char *first = project->main_theme;
    ik_json_begin_array(writer);
    if (first != NULL)
        ik_json_put_integer(writer, GPOINTER_TO_UINT(g_hash_table_lookup(numbers, first)));
    for (char **theme = project->themes; *theme != NULL; theme++)
        if (g_strcmp0(*theme, first) != 0)
            ik_json_put_integer(writer, GPOINTER_TO_UINT(g_hash_table_lookup(numbers, *theme)));
    ik_json_end_array(writer);
}

static void put_row(ik_json_writer *writer, const ik_site_plan *plan, guint32 index,
                    GHashTable *numbers)
{
    const ik_project *project = ik_site_plan_project(plan, index);
    const ik_municipality *town = ik_site_plan_town(plan, index);
    ik_json_begin_array(writer);
    put_clean(writer, project->id);
    put_clean(writer, project->title);
    put_clean(writer, project->organisation);
    ik_json_put_rounded(writer, project->marker.lon, 6);
    ik_json_put_rounded(writer, project->marker.lat, 6);
    ik_json_put_string(writer, plan->input->territory->regions[town->region].id);
    ik_json_put_string(writer, town->name);
    put_themes(writer, project, numbers);
    ik_json_put_integer(writer, ik_project_flags_of(plan, index));
    ik_json_put_integer(writer, project->match.level);
    const bool is_id = strcmp(plan->names[index], project->id) == 0;
    ik_json_put_string(writer, is_id ? NULL : plan->names[index]);
    put_clean(writer, project->start);
    ik_json_end_array(writer);
}

/* A row a line: a changed project changes one. */
static void put_rows(ik_json_writer *writer, const ik_site_plan *plan, guint32 first, guint32 end)
{
    g_autoptr(GPtrArray) themes = all_themes(plan->input->records->projects);
    g_autoptr(GHashTable) numbers = numbers_of(themes);
    ik_json_key(writer, "rows");
    ik_json_begin_array(writer);
    for (guint32 i = first; i < end; i++) {
        put_row(writer, plan, plan->listed[i], numbers);
        if (i + 1 < end)
            g_string_append(writer->out, ",\n");
        writer->needs_comma = false;
    }
    writer->needs_comma = end > first;
    ik_json_end_array(writer);
}

/* --- the index -------------------------------------------------------------------------------- */

static void put_icons(ik_json_writer *writer, const ik_records *records, const GPtrArray *themes)
{
    ik_json_key(writer, "icons");
    ik_json_begin_array(writer);
    for (guint i = 0; themes->pdata[i] != NULL; i++)
        ik_json_put_string(writer, ik_records_icon(records, themes->pdata[i]));
    ik_json_end_array(writer);
}

static void put_levels(ik_json_writer *writer)
{
    ik_json_key(writer, "levels");
    ik_json_begin_array(writer);
    for (guint level = IK_MATCH_NONE; level <= IK_MATCH_GIVEN; level++)
        ik_json_put_string(writer, ik_match_level_name((ik_match_level)level));
    ik_json_end_array(writer);
}

static void put_parts(ik_json_writer *writer, const ik_site_plan *plan)
{
    ik_json_key(writer, "parts");
    ik_json_begin_array(writer);
    for (guint32 i = 0; i < plan->input->territory->n_regions; i++) {
        const guint32 count = plan->first[i + 1] - plan->first[i];
        g_autofree char *file = g_strdup_printf("projects.index.%u.json", i + 1);
        if (count == 0)
            continue;
        ik_json_begin_object(writer);
        ik_json_key(writer, "region");
        ik_json_put_string(writer, plan->input->territory->regions[i].id);
        ik_json_key(writer, "file");
        ik_json_put_string(writer, file);
        ik_json_key(writer, "count");
        ik_json_put_integer(writer, count);
        ik_json_end_object(writer);
    }
    ik_json_end_array(writer);
}

static char *finish(ik_json_writer *writer)
{
    ik_json_end_object(writer);
    g_string_append_c(writer->out, '\n');
    return g_string_free(writer->out, FALSE);
}

bool ik_project_index_has_parts(const ik_site_plan *plan)
{
    return plan->input->records->projects->len > IK_SITE_LARGE_SITE;
}

char *ik_project_index(const ik_site_plan *plan)
{
    const guint count = plan->input->records->projects->len;
    g_autoptr(GPtrArray) themes = all_themes(plan->input->records->projects);
    const bool has_parts = ik_project_index_has_parts(plan);
    g_ptr_array_add(themes, NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, g_string_new(NULL), 0);
    ik_json_begin_object(&writer);
    ik_json_key(&writer, "version");
    ik_json_put_integer(&writer, 1);
    ik_json_key(&writer, "count");
    ik_json_put_integer(&writer, count);
    ik_json_key(&writer, "sheet");
    ik_json_put_integer(&writer, IK_SITE_SHEET);
    ik_json_key(&writer, "columns");
    ik_json_put_strings(&writer, columns);
    ik_json_key(&writer, "themes");
    ik_json_put_strings(&writer, (const char *const *)themes->pdata);
    put_icons(&writer, plan->input->records, themes);
    put_levels(&writer);
    if (has_parts)
        put_parts(&writer, plan);
    put_rows(&writer, plan, 0, has_parts ? 0 : count);
    return finish(&writer);
}

char *ik_project_index_part(const ik_site_plan *plan, guint32 region)
{
    if (plan->first[region] == plan->first[region + 1])
        return NULL;
    ik_json_writer writer;
    ik_json_writer_init(&writer, g_string_new(NULL), 0);
    ik_json_begin_object(&writer);
    put_rows(&writer, plan, plan->first[region], plan->first[region + 1]);
    return finish(&writer);
}
