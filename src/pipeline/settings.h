/* settings.h — ideenkarte.conf: every group and key, checked.   [pipeline]
 *
 * The file is a GKeyFile. What is unknown, misspelt or out of range is an error that names file, group and key
 * and proposes the nearest known word: a typing mistake must never silently change what is published.
 */
#ifndef IK_SETTINGS_H
#define IK_SETTINGS_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    IK_OUTPUT_TILES = 1,
    IK_OUTPUT_GEOJSON = 2,
    IK_OUTPUT_CATALOGUE = 4,
    IK_OUTPUT_PAGE = 8,
    IK_OUTPUT_PROJECT_PAGES = 16 /* a page for each project, with IK_OUTPUT_PAGE */
} ik_output_flags;

typedef enum { IK_WRITE_PMTILES = 1, IK_WRITE_MBTILES = 2 } ik_archive_flags;

/* How the tiles of a style are written. */
typedef struct {
    guint min_zoom, max_zoom;
    guint archives;   /* ik_archive_flags: beside the folder */
    guint tile_size;  /* CSS pixels: 256 or 512 */
    guint scales;     /* device pixels a CSS pixel, as bits: 1 << 1 | 1 << 2 for 1;2 */
    bool is_webp;     /* else PNG */
    bool has_palette; /* one for all tiles; else each PNG has its own colours, exactly */
} ik_style_tiles;

/* How one table of the workspace is read. */
typedef struct {
    char *file;     /* relative to the workspace */
    char *encoding; /* "utf-8", "windows-1252" or NULL: detect */
    char separator; /* 0: detect */
    guint epsg;     /* of easting and northing columns; 0: none */
    char **columns; /* NULL-terminated pairs: our field, their column; owned */
} ik_table_settings;

typedef struct {
    char *path; /* of the file, for messages */
    GKeyFile *file;
    char **languages;                       /* of ik_text_is_language; at least one */
    guint vector_min_zoom, vector_max_zoom; /* of data/ideenkarte.pmtiles */
    char **styles;
    char **tilesets;      /* what each style is called under tiles/ and tilejson/: no two alike */
    ik_style_tiles tiles; /* as [tiles] says */
    ik_style_tiles *style_tiles; /* of each style: [tiles.NAME] in place of [tiles]; owned */
    char *portal_url; /* where the folder will be published, with '/' at the end; NULL: unknown */
    guint outputs;    /* ik_output_flags */
    ik_table_settings projects;
    ik_table_settings events; /* file NULL: none */
    char *postcode_points;    /* file with postcode, lon, lat; NULL: none */
    char *gazetteer;          /* file of streets and houses; NULL: none */
} ik_settings;

/* Reads and checks a file. NOT_FOUND when there is none, INPUT for everything wrong in it. */
ik_settings *ik_settings_load(const char *path, GError **error);
void ik_settings_free(ik_settings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_settings, ik_settings_free)

/* The text of `key` in group [map] for a language: `key`_LANGUAGE if it stands there, else that of the language whose words
 * stand in for it (ik_text_fallback), else `key`; NULL if none. Caller frees. */
char *ik_settings_text(const ik_settings *settings, const char *key, const char *language);

#endif
