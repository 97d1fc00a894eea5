/* site.h — what is published beside the tiles: data files, TileJSON, pages, manifest.   [site]
 *
 * Everything a record says is text from strangers: it is cleaned once more and escaped for the place where it
 * stands. The same input gives the same bytes; no clock, locale or path of this machine reaches a file.
 * Memory: a file a thread at a time. Threads: `jobs` while pages are written; several calls may run side by side.
 */
#ifndef IK_SITE_H
#define IK_SITE_H

#include <ideenkarte/catalogue.h>
#include <ideenkarte/coverage.h>

/* What the operator calls the map in one language. UTF-8. */
typedef struct {
    const char *language; /* of ik_text_is_language */
    const char *title;
    const char *subtitle, *notice, *operator_name; /* NULL: none */
} ik_site_words;

/* Tiles of one style: tiles/NAME, tilejson/NAME.json. */
typedef struct {
    const char *name; /* a plain word */
    guint min_zoom, max_zoom;
    guint tile_size; /* CSS pixels: 256 (or 0), or 512 */
    guint
        scales; /* those above 1 as bits: 1 << 2 where there are tiles z/x/y@2x, tilejson/NAME@2x.json */
    bool is_webp; /* else PNG */
} ik_site_tileset;

typedef enum {
    IK_SITE_GEOJSON = 1,  /* data/{projects,events,regions,municipalities}.geojson */
    IK_SITE_COVERAGE = 2, /* data/coverage.{csv,json} */
    IK_SITE_TILEJSON = 4, /* tilejson/NAME.json of every tileset */
    IK_SITE_PAGES =
        8, /* index.html, LANGUAGE/index.html, region/, 404.html, sitemap, feeds, assets/, data/ for the script */
    IK_SITE_PROJECT_PAGES = 16, /* with the pages: projekt/NAME.html, data/project/NAME.json */
    IK_SITE_VECTOR_TILES =
        32 /* data/ideenkarte.pmtiles and its TileJSON are there: the page links and draws them */
} ik_site_parts;

/* Size of a picture in pixels. */
typedef struct {
    guint width, height;
} ik_site_size;

/* images/project/NAME-320.jpg, NAME-960.jpg (page_names.h); widths of 0: the project has no photo. */
typedef struct {
    ik_site_size small, large;
} ik_site_photo;

/* Size of the pictures that portals and messengers show beside a link. */
#define IK_SITE_CARD_WIDTH  1200
#define IK_SITE_CARD_HEIGHT 630

/* The same picture in few bytes. */
#define IK_SITE_SMALL_MAP "images/map-small.webp"

/* All borrowed. */
typedef struct {
    guint parts; /* ik_site_parts to write; the page links those that are there */
    const ik_territory *territory;
    const ik_records *records;         /* placed; every project has a municipality */
    const ik_coverage *regions;        /* by region */
    const ik_coverage *municipalities; /* by municipality */
    const ik_site_words *words;        /* a page each; the first one is index.html */
    guint n_words;                     /* at least 1 */
    const ik_site_tileset *tilesets;   /* ends with one without a name */
    const char *portal_url; /* where the folder will stand, with '/' at the end; NULL: unknown */
    ik_lonlat_box box;      /* that the tiles cover, degrees */
    guint picture_width, picture_height; /* of images/map.png, pixels; 0: there is none */
    ik_lonlat_box picture_box;           /* that it and IK_SITE_SMALL_MAP show, degrees */
    bool has_catalogue;                  /* data/catalogue.sqlite will stand there */
    bool has_region_pictures;    /* images/og/REGION.png of every region, IK_SITE_CARD_* pixels */
    const ik_site_photo *photos; /* of each project, by its index; NULL: none has one */
    guint jobs;                  /* threads that write pages; 0: one a core */
} ik_site_input;

/* Writes assets/: what pages need to look as they should. IO. */
bool ik_site_write_assets(const char *folder, GError **error);

/* Writes the parts below `folder`, making what folders are missing. IO on write errors. */
bool ik_site_write(const ik_site_input *input, const char *folder, GError **error);

#endif
