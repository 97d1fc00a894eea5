/* catalogue_import.c — checked records of a workspace into a catalogue that goes on.   [pipeline] */
#include "store.h"
#include "workspace_parts.h"

bool ik_workspace_store(const ik_workspace *workspace, const ik_records *records,
                        const ik_workspace_target *target, ik_import_summary *summary,
                        GError **error)
{
    const ik_settings *settings = workspace->settings;
    g_autofree char *title = ik_settings_text(settings, "title", settings->languages[0]);
    g_autofree char *notice = ik_settings_text(settings, "notice", settings->languages[0]);
    const ik_store_input input = {.territory = ik_atlas_territory(workspace->atlas),
                                  .records = records,
                                  .title = title,
                                  .notice = notice,
                                  .label = target->label};
    return ik_catalogue_update(target->path, &input, summary, error);
}
