/* project_record.c — one project as the script shows it.   [site] */
#include <ideenkarte/text.h>

#include "address_line.h"
#include "clean_text.h"
#include "json_writer.h"
#include "project_flags.h"
#include "script_data.h"
#include "story.h"

/* Cleaned once more; null where there is none. */
static void put_text(ik_json_writer *writer, const char *key, const char *text)
{
    g_autofree char *clean = text != NULL ? ik_text_clean(text) : NULL;
    ik_json_key(writer, key);
    ik_json_put_string(writer, clean);
}

static void put_address(ik_json_writer *writer, const char *key, const char *address)
{
    g_autofree char *safe = ik_safe_address(address);
    ik_json_key(writer, key);
    ik_json_put_string(writer, safe);
}

static void put_story(ik_json_writer *writer, const char *text)
{
    g_autoptr(GString) html = g_string_new(NULL);
    if (text != NULL)
        ik_story_append(html, text);
    ik_json_key(writer, "html");
    ik_json_put_string(writer, text != NULL ? html->str : NULL);
}

static void put_size(ik_json_writer *writer, const char *path, const ik_site_size *size)
{
    ik_json_begin_object(writer);
    ik_json_key(writer, "src");
    ik_json_put_string(writer, path);
    ik_json_key(writer, "width");
    ik_json_put_integer(writer, size->width);
    ik_json_key(writer, "height");
    ik_json_put_integer(writer, size->height);
    ik_json_end_object(writer);
}

/* Addresses from the folder's root, the smaller picture first. */
static void put_images(ik_json_writer *writer, const ik_site_plan *plan, guint32 index)
{
    const ik_site_photo *photo = ik_site_plan_photo(plan, index);
    const char *name = plan->names[index];
    ik_json_key(writer, "images");
    ik_json_begin_array(writer);
    if (photo != NULL) {
        g_autofree char *small = g_strdup_printf("images/project/%s-320.jpg", name);
        g_autofree char *large = g_strdup_printf("images/project/%s-960.jpg", name);
        put_size(writer, small, &photo->small);
        put_size(writer, large, &photo->large);
    }
    ik_json_end_array(writer);
}

/* The sentence on the place in each language of the pages. */
static void put_position(ik_json_writer *writer, const ik_site_plan *plan, const ik_match *match,
                         const char *town)
{
    g_autofree char *key = g_strconcat("position.", ik_match_level_name(match->level), NULL);
    ik_json_key(writer, "position");
    ik_json_begin_object(writer);
    for (guint i = 0; i < plan->input->n_words; i++) {
        const char *language = plan->input->words[i].language;
        g_autofree char *sentence = ik_text_format(language, key, "place", town, NULL);
        put_text(writer, language, sentence);
    }
    ik_json_end_object(writer);
}

static void put_place(ik_json_writer *writer, const ik_site_plan *plan, guint32 index)
{
    const ik_project *project = ik_site_plan_project(plan, index);
    const ik_municipality *town = ik_site_plan_town(plan, index);
    g_autofree char *address = ik_project_address_line(project);
    put_text(writer, "address", address);
    put_text(writer, "municipality", town->name);
    put_text(writer, "region", plan->input->territory->regions[town->region].id);
    put_text(writer, "level", ik_match_level_name(project->match.level));
    ik_json_key(writer, "accuracy_m");
    ik_json_put_rounded(writer, project->match.accuracy_m, 0);
    ik_json_key(writer, "check");
    ik_json_put_bool(writer, project->match.status == IK_STATUS_CHECK);
    put_position(writer, plan, &project->match, town->name);
    ik_json_key(writer, "lon");
    ik_json_put_rounded(writer, project->marker.lon, 6);
    ik_json_key(writer, "lat");
    ik_json_put_rounded(writer, project->marker.lat, 6);
}

char *ik_project_record(const ik_site_plan *plan, guint32 index)
{
    const ik_project *project = ik_site_plan_project(plan, index);
    GString *out = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, out, 0);
    ik_json_begin_object(&writer);
    put_text(&writer, "id", project->id);
    put_text(&writer, "page", plan->names[index]);
    put_text(&writer, "title", project->title);
    put_text(&writer, "organisation", project->organisation);
    put_text(&writer, "summary", project->summary);
    put_story(&writer, project->text);
    put_images(&writer, plan, index);
    put_address(&writer, "video", project->video);
    put_address(&writer, "website", project->website);
    ik_json_key(&writer, "themes");
    ik_json_put_strings(&writer, (const char *const *)project->themes);
    put_text(&writer, "start", project->start);
    put_text(&writer, "end", project->end);
    put_place(&writer, plan, index);
    ik_json_end_object(&writer);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}
