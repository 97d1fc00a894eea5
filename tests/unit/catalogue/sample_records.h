/* sample_records.h — four placed projects, three events and a reject on the sample territory.   [tests]
 *
 *     p1  Träger A  Astadt  municipality  auto   training work
 *     p2  Träger A  Astadt  given         check  work          fault near_border (10), two candidates
 *     p3  Träger B  Bstadt  given         auto   Musik
 *     p4  Träger A  Cdorf   municipality  auto   –             extra Farbe = blau
 *     e1  Südland, held in Astadt · e2  Nordland, venue unknown · e3  region unknown
 */
#ifndef IK_SAMPLE_RECORDS_H
#define IK_SAMPLE_RECORDS_H

#include "sample_territory.h"

#include <ideenkarte/catalogue.h>

static inline ik_project *sample_placed(ik_records *records, const char *id,
                                        const char *organisation, guint32 municipality,
                                        ik_match_level level)
{
    ik_project *project = ik_project_new();
    project->id = g_strdup(id);
    project->title = g_strdup_printf("Titel %s", id);
    project->organisation = g_strdup(organisation);
    project->city = g_strdup(sample_municipalities[municipality].name);
    project->origin.file = g_strdup("projects.csv");
    project->origin.line = records->projects->len + 2;
    project->match.level = level;
    project->match.position = sample_municipalities[municipality].label;
    project->match.accuracy_m = 30;
    project->match.municipality = municipality;
    project->marker = (ik_lonlat){project->match.position.lon + 0.001, project->match.position.lat};
    project->has_given = level == IK_MATCH_GIVEN;
    project->given = project->match.position;
    ik_match_settle(&project->match);
    g_ptr_array_add(records->projects, project);
    return project;
}

static inline void sample_set_themes(ik_project *project, const char *joined)
{
    g_strfreev(project->themes);
    project->themes = g_strsplit(joined, "|", -1);
}

static inline ik_event *sample_event(ik_records *records, const char *id, guint32 region,
                                     const char *date)
{
    ik_event *event = ik_event_new();
    event->id = g_strdup(id);
    event->title = g_strdup_printf("Treffen %s", id);
    event->region = region;
    event->date = g_strdup(date);
    event->origin.file = g_strdup("events.csv");
    event->origin.line = records->events->len + 2;
    g_ptr_array_add(records->events, event);
    return event;
}

static inline void sample_add_projects(ik_records *records)
{
    sample_set_themes(sample_placed(records, "p1", "Träger A", ASTADT, IK_MATCH_MUNICIPALITY),
                      "training|work");
    ik_project *doubtful = sample_placed(records, "p2", "Träger A", ASTADT, IK_MATCH_GIVEN);
    sample_set_themes(doubtful, "work");
    ik_faults_add(&doubtful->match.faults, "near_border", "lon", "12 m", "Astadt", 10);
    doubtful->match.candidates[0] = (ik_candidate){ASTADT, 90};
    doubtful->match.candidates[1] = (ik_candidate){BSTADT, 60};
    doubtful->match.n_candidates = 2;
    ik_match_settle(&doubtful->match);
    sample_set_themes(sample_placed(records, "p3", "Träger B", BSTADT, IK_MATCH_GIVEN), "Musik");
    ik_project *coloured = sample_placed(records, "p4", "Träger A", CDORF, IK_MATCH_MUNICIPALITY);
    g_strfreev(coloured->extra);
    coloured->extra = g_strsplit("Farbe|blau", "|", -1);
}

static inline ik_records *sample_records(void)
{
    ik_records *records = ik_records_new();
    sample_add_projects(records);
    ik_event *held = sample_event(records, "e1", SUEDLAND, "2016-10-19");
    held->has_position = true;
    held->position = sample_municipalities[ASTADT].label;
    held->municipality = ASTADT;
    sample_event(records, "e2", NORDLAND, "2016-10");
    ik_event *lost = sample_event(records, "e3", IK_NONE, NULL);
    ik_faults_add(&lost->faults, "region_unknown", "region", "Atlantis", "suedland, nordland", 10);
    ik_reject *reject = g_new0(ik_reject, 1);
    reject->origin = (ik_origin){g_strdup("projects.csv"), 6};
    reject->id = g_strdup("p5");
    reject->column = g_strdup("Ort");
    reject->code = "city_unknown";
    reject->read = g_strdup("=HYPERLINK(\"x\")");
    reject->expected = g_strdup("Astadt");
    reject->record = g_strdup("p5;\"a\";=HYPERLINK(\"x\")");
    g_ptr_array_add(records->rejects, reject);
    return records;
}

#endif
