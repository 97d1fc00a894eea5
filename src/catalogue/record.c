/* record.c — making, freeing and sorting out what was read.   [catalogue]
 *
 * One array holds each kind of record in the order of the file; every record owns its text. A project that
 * placing could not use becomes a reject that still shows its raw record. Linear, but for the order of rejects.
 */
#include <ideenkarte/catalogue.h>

#include <string.h>

#include "fields.h"

static void source_free(gpointer data)
{
    ik_source *source = data;
    g_free(source->file);
    g_strfreev(source->columns);
    g_free(source);
}

static void project_free(gpointer project)
{
    ik_project_free(project);
}

static void event_free(gpointer event)
{
    ik_event_free(event);
}

static void reject_free(gpointer reject)
{
    ik_reject_free(reject);
}

ik_records *ik_records_new(void)
{
    ik_records *records = g_new0(ik_records, 1);
    records->projects = g_ptr_array_new_with_free_func(project_free);
    records->events = g_ptr_array_new_with_free_func(event_free);
    records->rejects = g_ptr_array_new_with_free_func(reject_free);
    records->notes = g_ptr_array_new_with_free_func(g_free);
    records->sources = g_ptr_array_new_with_free_func(source_free);
    return records;
}

void ik_records_free(ik_records *records)
{
    if (records == NULL)
        return;
    g_ptr_array_unref(records->projects);
    g_ptr_array_unref(records->events);
    g_ptr_array_unref(records->rejects);
    g_ptr_array_unref(records->notes);
    g_ptr_array_unref(records->sources);
    g_clear_pointer(&records->theme_icons, g_hash_table_unref);
    g_clear_pointer(&records->icons, g_hash_table_unref);
    g_free(records);
}

const char *ik_records_icon(const ik_records *records, const char *theme)
{
    const char *name = NULL;
    if (records->theme_icons != NULL && theme != NULL)
        name = g_hash_table_lookup(records->theme_icons, theme);
    return name != NULL ? name : "other";
}

ik_project *ik_project_new(void)
{
    ik_project *project = g_new0(ik_project, 1);
    project->themes = g_new0(char *, 1);
    project->extra = g_new0(char *, 1);
    ik_match_clear(&project->match);
    return project;
}

void ik_project_free(ik_project *project)
{
    if (project == NULL)
        return;
    char *const texts[] = {
        project->id,       project->title,        project->organisation, project->street,
        project->postcode, project->house_number, project->city,         project->address,
        project->summary,  project->text,         project->website,      project->image,
        project->video,    project->contact,      project->start,        project->end,
        project->record,   project->origin.file,  project->main_theme,
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    g_strfreev(project->themes);
    g_strfreev(project->extra);
    ik_match_clear(&project->match);
    g_free(project);
}

ik_event *ik_event_new(void)
{
    ik_event *event = g_new0(ik_event, 1);
    event->region = IK_NONE;
    event->municipality = IK_NONE;
    return event;
}

void ik_event_free(ik_event *event)
{
    if (event == NULL)
        return;
    char *const texts[] = {
        event->id,    event->title,        event->date,     event->date_note,
        event->place, event->description,  event->source,   event->street,
        event->city,  event->house_number, event->postcode, event->origin.file,
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    ik_faults_clear(&event->faults);
    g_free(event);
}

void ik_reject_free(ik_reject *reject)
{
    if (reject == NULL)
        return;
    g_free(reject->origin.file);
    g_free(reject->id);
    g_free(reject->column);
    g_free(reject->read);
    g_free(reject->expected);
    g_free(reject->record);
    g_free(reject);
}

static guint source_index(const ik_records *records, const char *file)
{
    for (guint i = 0; i < records->sources->len; i++) {
        const ik_source *source = g_ptr_array_index(records->sources, i);
        if (g_strcmp0(source->file, file) == 0)
            return i;
    }
    return G_MAXUINT;
}

const char *ik_records_column(const ik_records *records, const char *file, const char *field)
{
    const guint index = source_index(records, file);
    if (index == G_MAXUINT)
        return field;
    const ik_source *source = g_ptr_array_index(records->sources, index);
    for (char **pair = source->columns; pair[0] != NULL; pair += 2)
        if (strcmp(pair[0], field) == 0)
            return pair[1];
    return field;
}

bool ik_fault_is_omission(const ik_fault *fault)
{
    static const ik_field fields[] = {IK_FIELD_IMAGE, IK_FIELD_VIDEO, IK_FIELD_WEBSITE,
                                      IK_FIELD_START, IK_FIELD_END};
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        if (g_strcmp0(fault->field, ik_field_name(fields[i])) == 0)
            return true;
    return false;
}

bool ik_project_has_omission(const ik_project *project)
{
    const ik_faults *faults = &project->match.faults;
    for (guint i = 0; i < ik_faults_count(faults); i++)
        if (ik_fault_is_omission(ik_faults_get(faults, i)))
            return true;
    return false;
}

void ik_project_append_doubts(const ik_project *project, ik_faults *doubts)
{
    const ik_match *match = &project->match;
    for (guint i = 0; i < ik_faults_count(&match->faults); i++) {
        const ik_fault *fault = ik_faults_get(&match->faults, i);
        if (match->status == IK_STATUS_CHECK || ik_fault_is_omission(fault))
            ik_faults_add(doubts, fault->code, fault->field, fault->read, fault->expected,
                          fault->penalty);
    }
}

/* The heaviest fault decides what a clerk reads first; of equal ones the first found. */
static const ik_fault *heaviest_fault(const ik_faults *faults)
{
    const ik_fault *heaviest = NULL;
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        const ik_fault *fault = ik_faults_get(faults, i);
        if (heaviest == NULL || fault->penalty > heaviest->penalty)
            heaviest = fault;
    }
    return heaviest;
}

static ik_reject *reject_project(const ik_records *records, const ik_project *project)
{
    const ik_fault *fault = heaviest_fault(&project->match.faults);
    ik_reject *reject = g_new0(ik_reject, 1);
    reject->origin.file = g_strdup(project->origin.file);
    reject->origin.line = project->origin.line;
    reject->id = g_strdup(project->id);
    reject->record = g_strdup(project->record);
    reject->code = fault == NULL ? "no_address" : fault->code;
    if (fault == NULL)
        return reject;
    if (fault->field != NULL)
        reject->column = g_strdup(ik_records_column(records, project->origin.file, fault->field));
    reject->read = g_strdup(fault->read);
    reject->expected = g_strdup(fault->expected);
    return reject;
}

static gint compare_rejects(gconstpointer a, gconstpointer b, gpointer data)
{
    const ik_reject *const left = *(ik_reject *const *)a;
    const ik_reject *const right = *(ik_reject *const *)b;
    const guint left_source = source_index(data, left->origin.file);
    const guint right_source = source_index(data, right->origin.file);
    if (left_source != right_source)
        return left_source < right_source ? -1 : 1;
    return (left->origin.line > right->origin.line) - (left->origin.line < right->origin.line);
}

guint ik_records_reject_unplaced(ik_records *records)
{
    GPtrArray *const projects = records->projects;
    g_autoptr(GPtrArray) placed = g_ptr_array_new();
    const guint before = projects->len;
    for (guint i = 0; i < before; i++) {
        ik_project *project = g_ptr_array_index(projects, i);
        if (project->match.status != IK_STATUS_REJECT) {
            g_ptr_array_add(placed, project);
            continue;
        }
        g_ptr_array_add(records->rejects, reject_project(records, project));
        ik_project_free(project);
    }
    g_ptr_array_set_free_func(projects, NULL);
    g_ptr_array_set_size(projects, 0);
    g_ptr_array_extend(projects, placed, NULL, NULL);
    g_ptr_array_set_free_func(projects, project_free);
    g_ptr_array_sort_with_data(records->rejects, compare_rejects, records);
    return before - projects->len;
}
