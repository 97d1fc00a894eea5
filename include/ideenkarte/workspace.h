/* workspace.h — the folder an operator keeps: ideenkarte.conf, projects.csv, events.csv.   [pipeline] */
#ifndef IDEENKARTE_WORKSPACE_H
#define IDEENKARTE_WORKSPACE_H

#include <ideenkarte/catalogue.h>
#include <ideenkarte/catalogue_file.h>
#include <ideenkarte/coverage.h>
#include <ideenkarte/progress.h>
#include <ideenkarte/region.h>

G_BEGIN_DECLS

typedef struct ik_workspace ik_workspace;

/* Reads `folder`/ideenkarte.conf. Unknown groups, unknown keys and values out of range are errors with file,
 * group and key (IK_ERROR_INPUT, a suggestion where one is close); no folder or file: IK_ERROR_NOT_FOUND. */
ik_workspace *ik_workspace_open(const char *folder, GError **error);
void ik_workspace_free(ik_workspace *workspace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_workspace, ik_workspace_free)

/* Title of the map in `language`. Borrowed. */
const char *ik_workspace_title(const ik_workspace *workspace, const char *language);

/* Reads, checks, places and assigns every record: projects with their matches, rejects, notes.
 * Bad records never fail the call; unreadable files and missing columns do. Caller owns the result. */
ik_records *ik_workspace_check(const ik_workspace *workspace, ik_progress_fn progress,
                               gpointer data, GError **error);

/* Looks at the photo of every project as ik_build does and puts down what it would: a fault where one cannot be shown.
 * Reads all of them, writes nothing. Where the workspace asks for no pages, no photo is looked at. CANCELLED. */
bool ik_workspace_check_photos(const ik_workspace *workspace, ik_records *records,
                               ik_progress_fn progress, gpointer data, GError **error);

/* What figures are made from, for checked records. Caller owns the result; the records may go before it. */
ik_survey *ik_workspace_survey(const ik_workspace *workspace, const ik_records *records,
                               GError **error);

typedef struct {
    const char *path;  /* of the catalogue; made when it is not there */
    const char *label; /* of this import, a date for example; NULL: none */
} ik_workspace_target;

/* Stores checked records as the next import of a catalogue: ids keep their numbers, its history goes on. Written beside
 * and moved there by one rename; on failure the file is as before. `summary` may be NULL. BUSY: another process is
 * writing it; INPUT, UNSUPPORTED: the file that is there is no catalogue (ik_catalogue_open). */
bool ik_workspace_store(const ik_workspace *workspace, const ik_records *records,
                        const ik_workspace_target *target, ik_import_summary *summary,
                        GError **error);

G_END_DECLS

#endif
