/* project_flags.c — what a project has, as numbers for the script.   [site] */
#include "project_flags.h"

#include "web_address.h"

char *ik_safe_address(const char *address)
{
    g_autofree char *safe = address != NULL ? ik_web_address(address) : NULL;
    return safe != NULL && g_str_has_prefix(safe, "https://") ? g_steal_pointer(&safe) : NULL;
}

guint ik_project_flags_of(const ik_site_plan *plan, guint32 index)
{
    const ik_project *project = ik_site_plan_project(plan, index);
    g_autofree char *video = ik_safe_address(project->video);
    return (video != NULL ? IK_PROJECT_VIDEO : 0u) |
           (ik_site_plan_photo(plan, index) != NULL ? IK_PROJECT_IMAGE : 0u) |
           (project->text != NULL ? IK_PROJECT_TEXT : 0u) |
           (project->match.status == IK_STATUS_CHECK ? IK_PROJECT_CHECK : 0u);
}
