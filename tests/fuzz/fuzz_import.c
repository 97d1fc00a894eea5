/* fuzz_import.c — what must hold of records, whatever the file they were read from.   [tests] */
#include "fuzz_import.h"

#include <math.h>
#include <string.h>

#include "clean_text.h"
#include "csv_reader.h"
#include "partial_date.h"
#include "web_address.h"

enum { MOST_READ_CHARACTERS = 80, MOST_ID_BYTES = 200 };

void fuzz_require_clean(const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *clean = ik_text_clean(text);
    g_assert_cmpstr(clean, ==, text);
    g_assert(*text != '\0');
}

static void require_sentence(const ik_fault *fault, const char *language)
{
    g_autofree char *sentence = ik_fault_sentence(fault, language);
    fuzz_require_printable(sentence);
    g_assert(*sentence != '\0');
    /* Both are filled in; what a stranger wrote may look like a placeholder, and stays. */
    bool is_plain = (fault->read == NULL || strchr(fault->read, '{') == NULL) &&
                    (fault->expected == NULL || strchr(fault->expected, '{') == NULL);
    g_assert(!is_plain || strchr(sentence, '{') == NULL);
}

static void require_fault(const ik_fault *fault)
{
    fuzz_require_fault_code(fault->code);
    g_assert(fault->penalty >= 0 && fault->penalty <= 100);
    g_assert(fault->read == NULL || g_utf8_strlen(fault->read, -1) <= MOST_READ_CHARACTERS);
    require_sentence(fault, "de");
    require_sentence(fault, "en");
}

void fuzz_require_faults(const ik_faults *faults)
{
    for (guint i = 0; i < ik_faults_count(faults); i++)
        require_fault(ik_faults_get(faults, i));
}

/* A story keeps its lines. */
static void require_lines(const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *clean = ik_text_clean_lines(text);
    g_assert_cmpstr(clean, ==, text);
    g_assert(*text != '\0');
}

static void require_link(const char *link)
{
    if (link == NULL)
        return;
    g_autofree char *again = ik_web_address(link);
    g_assert_cmpstr(again, ==, link);
}

static void require_date(const char *date)
{
    if (date == NULL)
        return;
    g_autofree char *again = ik_date_normalise(date);
    g_assert_cmpstr(again, ==, date);
}

static void require_origin(const ik_origin *origin)
{
    g_assert(origin->file != NULL && origin->line >= 1);
}

static void require_themes(char **themes)
{
    g_assert(themes != NULL);
    for (; *themes != NULL; themes++) {
        fuzz_require_clean(*themes);
        g_assert(themes[1] == NULL || strcmp(themes[0], themes[1]) < 0);
    }
}

static void require_project(const ik_project *project)
{
    const char *const texts[] = {project->id,      project->title,        project->organisation,
                                 project->street,  project->house_number, project->postcode,
                                 project->city,    project->address,      project->summary,
                                 project->contact, project->website,      project->image,
                                 project->video,   project->start,        project->end};
    g_assert(project->id != NULL && project->title != NULL);
    g_assert(strlen(project->id) <= MOST_ID_BYTES);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        fuzz_require_clean(texts[i]);
    require_themes(project->themes);
    require_link(project->website);
    require_lines(project->text);
    if (project->image != NULL && strchr(project->image, ':') != NULL)
        require_link(project->image);
    require_link(project->video);
    require_date(project->start);
    require_date(project->end);
    require_origin(&project->origin);
    fuzz_require_utf8(project->record);
    fuzz_require_faults(&project->match.faults);
    g_assert(project->has_given || project->postcode != NULL || project->city != NULL ||
             project->address != NULL);
    g_assert(!project->has_given ||
             (fabs(project->given.lon) <= 180 && fabs(project->given.lat) <= 90));
}

static void require_extra(char **extra)
{
    g_assert(extra != NULL && g_strv_length(extra) % 2 == 0);
    for (; *extra != NULL; extra++)
        fuzz_require_clean(*extra);
}

void fuzz_require_projects(const ik_records *records)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    guint line = 0;
    for (guint i = 0; i < records->projects->len; i++) {
        const ik_project *project = g_ptr_array_index(records->projects, i);
        require_project(project);
        require_extra(project->extra);
        g_assert(g_hash_table_add(ids, project->id));
        g_assert(project->origin.line > line);
        line = project->origin.line;
    }
}

static void require_event(const ik_event *event, guint n_regions)
{
    const char *const texts[] = {event->id,        event->title,       event->date,
                                 event->date_note, event->place,       event->description,
                                 event->source,    event->street,      event->city,
                                 event->postcode,  event->house_number};
    g_assert(event->id != NULL && event->title != NULL);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        fuzz_require_clean(texts[i]);
    require_date(event->date);
    require_origin(&event->origin);
    fuzz_require_faults(&event->faults);
    g_assert(event->region == IK_NONE || event->region < n_regions);
    g_assert(!event->has_position ||
             (fabs(event->position.lon) <= 180 && fabs(event->position.lat) <= 90));
}

void fuzz_require_events(const ik_records *records, guint n_regions)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    guint line = 0;
    for (guint i = 0; i < records->events->len; i++) {
        const ik_event *event = g_ptr_array_index(records->events, i);
        require_event(event, n_regions);
        g_assert(g_hash_table_add(ids, event->id));
        g_assert(event->origin.line > line);
        line = event->origin.line;
    }
}

/* A reject is what a clerk works with: where, which column, why, and what stood there. */
static void require_reject(const ik_reject *reject)
{
    require_origin(&reject->origin);
    fuzz_require_fault_code(reject->code);
    const char *const shown[] = {reject->id, reject->column, reject->read, reject->expected};
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++)
        if (shown[i] != NULL)
            fuzz_require_printable(shown[i]);
    g_assert(reject->read == NULL || g_utf8_strlen(reject->read, -1) <= MOST_READ_CHARACTERS);
    fuzz_require_utf8(reject->record);
}

void fuzz_require_rejects(const ik_records *records)
{
    for (guint i = 0; i < records->rejects->len; i++)
        require_reject(g_ptr_array_index(records->rejects, i));
    for (guint i = 0; i < records->notes->len; i++)
        fuzz_require_printable(g_ptr_array_index(records->notes, i));
}

guint fuzz_count_records(const void *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, "input.csv", NULL, NULL);
    guint n = 0;
    while (reader != NULL && ik_csv_reader_next(reader) != NULL)
        n++;
    return n > 0 ? n - 1 : 0;
}
