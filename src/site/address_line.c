/* address_line.c — an address in one line from its parts.   [site] */
#include "address_line.h"

/* "a b" of what is there; NULL for nothing. */
static char *pair(const char *first, const char *second)
{
    if (first != NULL && second != NULL)
        return g_strconcat(first, " ", second, NULL);
    return g_strdup(first != NULL ? first : second);
}

static void add_part(GString *line, const char *part)
{
    if (part == NULL)
        return;
    if (line->len > 0)
        g_string_append(line, ", ");
    g_string_append(line, part);
}

static char *finish(GString *line)
{
    return g_string_free(line, line->len == 0);
}

char *ik_project_address_line(const ik_project *project)
{
    if (project->address != NULL)
        return g_strdup(project->address);
    g_autofree char *street = pair(project->street, project->house_number);
    g_autofree char *city = pair(project->postcode, project->city);
    GString *line = g_string_new(NULL);
    add_part(line, street);
    add_part(line, city);
    return finish(line);
}

char *ik_event_address_line(const ik_event *event)
{
    g_autofree char *street = pair(event->street, event->house_number);
    g_autofree char *city = pair(event->postcode, event->city);
    GString *line = g_string_new(NULL);
    add_part(line, event->place);
    add_part(line, street);
    add_part(line, city);
    return finish(line);
}
