/* geojson_records.c — projects and events as GeoJSON points.   [site] */
#include <string.h>

#include "address_line.h"
#include "geojson.h"
#include "geojson_collection.h"
#include "page_names.h"
#include "web_address.h"

static void put_web_address(ik_geojson_collection *out, const char *key, const char *address)
{
    g_autofree char *safe = address != NULL ? ik_web_address(address) : NULL;
    ik_geojson_put_text(out, key, safe);
}

static void put_place(ik_geojson_collection *out, const ik_territory *territory,
                      const ik_match *match)
{
    const ik_municipality *municipality = &territory->municipalities[match->municipality];
    ik_geojson_put_text(out, "ags", municipality->ags);
    ik_geojson_put_text(out, "municipality", municipality->name);
    ik_geojson_put_text(out, "region", territory->regions[municipality->region].id);
}

static void put_match(ik_geojson_collection *out, const ik_match *match)
{
    g_autofree char *joined = ik_faults_codes(&match->faults, "|");
    g_auto(GStrv) faults = g_strsplit(joined, "|", -1);
    ik_geojson_put_text(out, "match", ik_match_level_name(match->level));
    ik_geojson_put_rounded(out, "accuracy_m", match->accuracy_m, 0);
    ik_geojson_put_count(out, "score", match->score);
    ik_geojson_put_texts(out, "faults", faults);
    ik_geojson_put_text(out, "status", ik_status_name(match->status));
}

/* What the clerk wrote may be the name of a file: the picture made of it is named, from the folder's root. Caller
 * frees; NULL where there is none. */
static char *image_of(const ik_site_input *input, char *const *names, guint index)
{
    const ik_project *project = g_ptr_array_index(input->records->projects, index);
    if (input->photos != NULL && input->photos[index].large.width > 0)
        return g_strdup_printf("images/project/%s-960.jpg", names[index]);
    const bool is_address = project->image != NULL && strstr(project->image, "://") != NULL;
    return is_address ? ik_web_address(project->image) : NULL;
}

static void put_project(ik_geojson_collection *out, const ik_territory *territory,
                        const ik_project *project, const char *image)
{
    g_autofree char *address = ik_project_address_line(project);
    ik_geojson_begin_feature(out, project->id);
    ik_geojson_put_point(out, &project->marker);
    ik_geojson_begin_properties(out);
    ik_geojson_put_text(out, "id", project->id);
    ik_geojson_put_text(out, "title", project->title);
    ik_geojson_put_text(out, "organisation", project->organisation);
    ik_geojson_put_texts(out, "themes", project->themes);
    ik_geojson_put_text(out, "summary", project->summary);
    put_web_address(out, "website", project->website);
    ik_geojson_put_text(out, "address", address);
    put_place(out, territory, &project->match);
    put_match(out, &project->match);
    ik_geojson_put_lines(out, "text", project->text);
    ik_geojson_put_text(out, "image", image);
    put_web_address(out, "video", project->video);
    ik_geojson_put_text(out, "start", project->start);
    ik_geojson_put_text(out, "end", project->end);
    ik_geojson_put_rounded(out, "lon", project->match.position.lon, 6);
    ik_geojson_put_rounded(out, "lat", project->match.position.lat, 6);
    ik_geojson_end_properties(out);
    ik_geojson_end_feature(out);
}

char *ik_geojson_projects(const ik_site_input *input)
{
    ik_geojson_collection out;
    ik_geojson_init(&out);
    const GPtrArray *projects = input->records->projects;
    g_auto(GStrv) names = ik_page_names(projects);
    for (guint i = 0; i < projects->len; i++) {
        g_autofree char *image = image_of(input, names, i);
        put_project(&out, input->territory, g_ptr_array_index(projects, i), image);
    }
    return ik_geojson_finish(&out, "projects", input->territory);
}

static void put_event(ik_geojson_collection *out, const ik_territory *territory,
                      const ik_event *event)
{
    const char *region = event->region != IK_NONE ? territory->regions[event->region].id : NULL;
    ik_geojson_begin_feature(out, event->id);
    ik_geojson_put_point(out, event->has_position ? &event->position : NULL);
    ik_geojson_begin_properties(out);
    ik_geojson_put_text(out, "id", event->id);
    ik_geojson_put_text(out, "title", event->title);
    ik_geojson_put_text(out, "date", event->date);
    ik_geojson_put_text(out, "place", event->place != NULL ? event->place : event->city);
    ik_geojson_put_text(out, "region", region);
    ik_geojson_put_text(out, "date_note", event->date_note);
    ik_geojson_put_text(out, "description", event->description);
    ik_geojson_put_text(out, "source", event->source);
    ik_geojson_end_properties(out);
    ik_geojson_end_feature(out);
}

char *ik_geojson_events(const ik_site_input *input)
{
    ik_geojson_collection out;
    ik_geojson_init(&out);
    const GPtrArray *events = input->records->events;
    for (guint i = 0; i < events->len; i++)
        put_event(&out, input->territory, g_ptr_array_index(events, i));
    return ik_geojson_finish(&out, "events", input->territory);
}
