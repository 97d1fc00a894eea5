/* project_import.c — one record of projects.csv into a project.   [catalogue]
 *
 * Order of the checks: id, title, coordinates, address; the first that fails is the reason of the reject.
 */
#include "table_import.h"
#include "theme.h"
#include "web_address.h"

#include <string.h>

static char *read_text(const ik_table_import *import, const ik_csv_record *record, ik_field field)
{
    return ik_columns_read(import->columns, record, field);
}

/* Without a title the organisation stands for it: a body is listed under its own name. */
static bool take_title(ik_table_import *import, const ik_csv_record *record, ik_project *project)
{
    project->title = read_text(import, record, IK_FIELD_TITLE);
    project->organisation = read_text(import, record, IK_FIELD_ORGANISATION);
    if (project->title == NULL)
        project->title = g_strdup(project->organisation);
    if (project->title != NULL)
        return true;
    const char *column = ik_columns_name(import->columns, IK_FIELD_TITLE);
    if (column == NULL)
        column = ik_columns_name(import->columns, IK_FIELD_ORGANISATION);
    return ik_table_import_reject(import, record,
                                  (ik_rejection){.code = "no_title", .column = column});
}

static void take_address(ik_table_import *import, const ik_csv_record *record, ik_project *project)
{
    const ik_address_fields fields = ik_address_fields_read(import->columns, record);
    project->street = fields.street;
    project->house_number = fields.house_number;
    project->postcode = fields.postcode;
    project->city = fields.city;
    project->address = fields.address;
}

static const char *address_column(const ik_columns *columns)
{
    static const ik_field fields[] = {IK_FIELD_CITY,     IK_FIELD_POSTCODE_CITY, IK_FIELD_ADDRESS,
                                      IK_FIELD_POSTCODE, IK_FIELD_LON,           IK_FIELD_EASTING};
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        if (ik_columns_name(columns, fields[i]) != NULL)
            return ik_columns_name(columns, fields[i]);
    return NULL;
}

/* Coordinates that cannot be read leave the address; without one the record has no place. */
static bool take_place(ik_table_import *import, const ik_csv_record *record, ik_project *project)
{
    take_address(import, record, project);
    const bool has_town =
        project->postcode != NULL || project->city != NULL || project->address != NULL;
    ik_given given = ik_given_read(import->given, import->columns, record);
    project->has_given = given.state == IK_GIVEN_READ;
    project->given = given.position;
    bool is_placed = project->has_given || has_town;
    if (given.state == IK_GIVEN_MALFORMED && has_town)
        ik_faults_add(&project->match.faults, "coordinates_malformed", ik_field_name(given.field),
                      given.read, given.expected, IK_IMPORT_PENALTY);
    else if (given.state == IK_GIVEN_MALFORMED)
        ik_table_import_reject(import, record,
                               (ik_rejection){"coordinates_malformed",
                                              ik_columns_name(import->columns, given.field),
                                              given.read, given.expected});
    else if (!is_placed)
        ik_table_import_reject(import, record,
                               (ik_rejection){.code = "no_address",
                                              .column = address_column(import->columns),
                                              .read = project->street});
    ik_given_clear(&given);
    return is_placed;
}

static char *take_link(ik_table_import *import, const ik_csv_record *record, ik_field field,
                       ik_faults *faults)
{
    g_autofree char *written = read_text(import, record, field);
    if (written == NULL)
        return NULL;
    char *link = ik_web_address(written);
    if (link == NULL)
        ik_faults_add(faults, "url_malformed", ik_field_name(field), written,
                      "https://www.example.org/", IK_OMISSION_PENALTY);
    return link;
}

/* An address with a scheme, or the name of a file, which only the build can look for. */
static char *take_image(ik_table_import *import, const ik_csv_record *record, ik_faults *faults)
{
    g_autofree char *written = read_text(import, record, IK_FIELD_IMAGE);
    if (written == NULL || strstr(written, ":") == NULL)
        return g_steal_pointer(&written);
    char *address = ik_web_address(written);
    if (address == NULL) /* "C:\\Bilder\\foto.jpg" */
        ik_faults_add(faults, "image_path", ik_field_name(IK_FIELD_IMAGE), written, "foto.jpg",
                      IK_OMISSION_PENALTY);
    return address;
}

static void remember_theme(ik_table_import *import, const char *theme)
{
    if (ik_theme_is_agreed(theme) || g_hash_table_contains(import->other_themes, theme))
        return;
    char *copy = g_strdup(theme);
    g_hash_table_add(import->other_themes, copy);
    g_ptr_array_add(import->theme_order, copy);
}

static void take_themes(ik_table_import *import, const ik_csv_record *record, ik_project *project)
{
    g_autofree char *written = read_text(import, record, IK_FIELD_THEMES);
    g_strfreev(project->themes);
    project->themes = ik_themes_parse(written);
    project->main_theme = ik_themes_first(written);
    for (char **theme = project->themes; *theme != NULL; theme++)
        remember_theme(import, *theme);
}

static void take_rest(ik_table_import *import, const ik_csv_record *record, ik_project *project)
{
    ik_faults *faults = &project->match.faults;
    take_themes(import, record, project);
    project->summary = read_text(import, record, IK_FIELD_SUMMARY);
    project->text = ik_columns_read_lines(import->columns, record, IK_FIELD_TEXT);
    project->contact = read_text(import, record, IK_FIELD_CONTACT);
    project->website = take_link(import, record, IK_FIELD_WEBSITE, faults);
    project->image = take_image(import, record, faults);
    project->video = take_link(import, record, IK_FIELD_VIDEO, faults);
    project->start = ik_table_import_date(import, record, IK_FIELD_START, faults);
    project->end = ik_table_import_date(import, record, IK_FIELD_END, faults);
    g_strfreev(project->extra);
    project->extra = ik_columns_extra(import->columns, record);
    project->origin = ik_table_import_origin(import, record);
    project->record = g_strdup(record->raw);
}

static bool take_project(ik_table_import *import, const ik_csv_record *record)
{
    g_autoptr(ik_project) project = ik_project_new();
    project->id = ik_table_import_id(import, record);
    if (project->id == NULL || !take_title(import, record, project) ||
        !take_place(import, record, project))
        return false;
    take_rest(import, record, project);
    g_ptr_array_add(import->records->projects, g_steal_pointer(&project));
    return true;
}

bool ik_import_projects(const char *path, const ik_import_options *options, ik_records *records,
                        GError **error)
{
    ik_table_import import = {.options = options, .records = records};
    return ik_table_import_run(&import, IK_TABLE_PROJECTS, path, take_project, error);
}
