/* project_flags.c — what a project has, as numbers for the script.   [site] */
#include "project_flags.h"

#include "fields.h"
#include "web_address.h"

char *ik_safe_address(const char *address)
{
    g_autofree char *safe = address != NULL ? ik_web_address(address) : NULL;
    return safe != NULL && g_str_has_prefix(safe, "https://") ? g_steal_pointer(&safe) : NULL;
}

static bool is_about_the_place(const ik_fault *fault)
{
    static const ik_field others[] = {IK_FIELD_IMAGE, IK_FIELD_VIDEO, IK_FIELD_WEBSITE,
                                      IK_FIELD_START, IK_FIELD_END};
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        if (g_strcmp0(fault->field, ik_field_name(others[i])) == 0)
            return false;
    return true;
}

/* The status of a record counts all its faults; this is what it would be with those of the place alone. */
bool ik_place_is_doubtful(const ik_match *match)
{
    ik_match place = {.level = match->level};
    for (guint i = 0; i < ik_faults_count(&match->faults); i++) {
        const ik_fault *fault = ik_faults_get(&match->faults, i);
        if (is_about_the_place(fault))
            ik_faults_add(&place.faults, fault->code, fault->field, NULL, NULL, fault->penalty);
    }
    ik_match_settle(&place);
    ik_faults_clear(&place.faults);
    return place.status == IK_STATUS_CHECK;
}

guint ik_project_flags_of(const ik_site_plan *plan, guint32 index)
{
    const ik_project *project = ik_site_plan_project(plan, index);
    g_autofree char *video = ik_safe_address(project->video);
    return (video != NULL ? IK_PROJECT_VIDEO : 0u) |
           (ik_site_plan_photo(plan, index) != NULL ? IK_PROJECT_IMAGE : 0u) |
           (project->text != NULL ? IK_PROJECT_TEXT : 0u) |
           (ik_place_is_doubtful(&project->match) ? IK_PROJECT_CHECK : 0u);
}
