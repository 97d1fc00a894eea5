/* build.h — from a workspace to a published folder; pictures of the same map.   [pipeline]
 *
 * The folder is written beside its place and moved there by one rename: a failed or killed build leaves the
 * former output untouched. Same workspace, same bytes, whatever the number of threads or the locale.
 */
#ifndef IDEENKARTE_BUILD_H
#define IDEENKARTE_BUILD_H

#include <ideenkarte/workspace.h>

G_BEGIN_DECLS

/* Takes one thing that a person should know: the encoding of a table, columns that are unknown, what a style sheet
 * asks for and is not drawn. A sentence without line end, borrowed. */
typedef void (*ik_note_fn)(const char *note, gpointer data);

typedef struct {
    const char *output; /* folder to publish; must be new, empty or an earlier output */
    guint jobs;         /* worker threads; 0: one a core */
    int min_zoom;       /* -1: as the workspace says */
    int max_zoom;       /* -1: as the workspace says */
    bool allow_empty;   /* publish even if no project was placed */
    /* Address at which the folder will stand, with '/' at the end; NULL: as the workspace says. */
    const char *portal_url;
    ik_progress_fn progress;
    gpointer progress_data;
    ik_note_fn note; /* called from the calling thread; NULL: notes are dropped */
    gpointer note_data;
} ik_build_options;

/* Reads "5-12" or "9": 0 <= min <= max <= 18. False when it is neither. */
bool ik_zoom_range_parse(const char *text, guint *min_zoom, guint *max_zoom);

typedef struct {
    guint placed;    /* published records, those to check included */
    guint to_check;  /* of them: whose place a person should look at; in review.csv */
    guint omissions; /* of them: whose photo, link or date is left out; in review.csv, too */
    guint rejected;  /* in rejects.csv */
    guint events;
    guint tiles, distinct_tiles;
    guint files;
    guint64 bytes;
} ik_build_summary;

/* Builds the whole output. On failure nothing is published: IK_ERROR_INPUT (workspace), IK_ERROR_IO (disk),
 * IK_ERROR_BUSY (another build of the same output), IK_ERROR_CANCELLED. `summary` is filled on success. */
bool ik_build(const ik_workspace *workspace, const ik_build_options *options,
              ik_build_summary *summary, GError **error);

typedef struct {
    const char *style;    /* name of a built-in style or path of a file; NULL: "regions" */
    ik_lonlat_box box;    /* what to show, degrees */
    guint width_px;       /* width of the picture in CSS pixels, 160..20000; the height follows */
    double pixel_ratio;   /* 1, 2, 3 */
    const char *language; /* NULL: "de" */
} ik_render_options;

/* INPUT: a size out of range. Draws the map with `records` (NULL: none) and writes a PNG to `path` by one rename. */
bool ik_render_file(const ik_render_options *options, const ik_records *records, const char *path,
                    GError **error);

/* A view of any MapLibre style sheet. */
typedef struct {
    const char *
        style; /* name of a built-in style or path of a file; paths in it are relative to its folder */
    bool has_center, has_zoom; /* false: what the style says, else 0 */
    ik_lonlat center;          /* the middle of the picture, degrees */
    double zoom;               /* MapLibre's, 0..22, fractions allowed */
    guint width_px, height_px; /* CSS pixels, 1..20000 */
    double pixel_ratio;        /* 1, 2, 3 */
    ik_note_fn note; /* what the style asks for and is not drawn; NULL: notes are dropped */
    gpointer note_data;
} ik_style_picture;

/* Draws a style with the sources that it names, which must be files of this machine, and writes a PNG to `path` by one
 * rename. Its source "ideenkarte" is our own map with `records` (NULL: none). NOT_FOUND, IO, INPUT, UNSUPPORTED: the
 * style or one of its sources. */
bool ik_render_style(const ik_style_picture *picture, const ik_records *records, const char *path,
                     GError **error);

typedef enum {
    IK_POSTER_MERCATOR, /* EPSG:3857, as web maps have it */
    IK_POSTER_UTM32     /* EPSG:25832, the official grid of the state */
} ik_poster_crs;

/* Reads "EPSG:3857" or "EPSG:25832"; false otherwise. */
bool ik_poster_crs_parse(const char *text, ik_poster_crs *crs);

/* A map as a page with title, legend, scale bar and sources. */
typedef struct {
    const char *style; /* name of a built-in style or path of a file; NULL: "regions" */
    ik_lonlat_box box; /* what to show, degrees; in EPSG:25832 the rectangle around it */
    ik_poster_crs crs;
    guint width_px;       /* of the page in CSS pixels, 400..19200; 96 are an inch of a PDF */
    double pixel_ratio;   /* of a PNG: 1, 2, 3 */
    const char *title;    /* NULL: what the map shows */
    const char *subtitle; /* NULL: none */
    bool has_legend;
    const char *language; /* NULL: "de" */
    ik_note_fn note;      /* what the style asks for and is not drawn; NULL: notes are dropped */
    gpointer note_data;
} ik_poster_options;

/* Draws the map with `records` (NULL: none) and writes it to `path` by one rename; its ending says the format: .pdf,
 * .svg or .png. INPUT: a size, a box or an ending; UNSUPPORTED: a source that is not there in the reference system;
 * NOT_FOUND, IO: the style or one of its sources. */
bool ik_render_poster(const ik_poster_options *options, const ik_records *records, const char *path,
                      GError **error);

G_END_DECLS

#endif
