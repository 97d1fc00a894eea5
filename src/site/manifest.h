/* manifest.h — what the published folder consists of and what it was made from.   [site] */
#ifndef IK_MANIFEST_H
#define IK_MANIFEST_H

#include <ideenkarte/territory.h>

#define IK_MANIFEST_NAME "manifest.json"

/* A file that the build read. */
typedef struct {
    const char *name; /* as given in the workspace, "projects.csv": no path of this machine */
    const char *path; /* where it lies */
} ik_manifest_source;

/* All borrowed. */
typedef struct {
    const ik_territory *territory;
    const ik_manifest_source *sources;
    guint n_sources;
    guint jobs; /* threads; 0: one a core */
} ik_manifest_input;

/* Writes `folder`/manifest.json, last of all: every other file below it with path, bytes and SHA-256, sorted by
 * path; the sources likewise, in the order given; the version of the program and what its geodata are, with a
 * checksum over them. No time stamps. Reads every file once. IO, NOT_FOUND for a source that is gone. */
bool ik_manifest_write(const char *folder, const ik_manifest_input *input, GError **error);

/* SHA-256 over all tables and borders of a territory, in hex; the same on every machine. Caller frees. */
char *ik_territory_digest(const ik_territory *territory);

#endif
