/* gazetteer_build.h — the gazetteer: one file of streets and houses, made from address registers.   [pipeline]
 *
 * Sources may be mixed in any order; what each file is, is told from its content:
 *
 *   gebref   building references of the state (15 or 21 fields), also inside the published .zip
 *   essen    house coordinates of Essen
 *   csv      any other CSV with a column for the street; a mapping names its columns
 *   localities  CSV with a column for the locality (locality, ortsteil, stadtteil, place, ort, or a mapped one) and with
 *            positions, but none for a street; beside a postcode, place and ort must be mapped
 *   streets  the street catalogue of North Rhine-Westphalia
 *   osm      OpenStreetMap, .osm or .osm.pbf
 *
 * Tables of postcodes are refused: their centres belong to the setting postcode_points.
 *
 * Where they contradict each other the state's building references win over a town's coordinates, these over the
 * street catalogue, that over OpenStreetMap. The file depends on the records alone, not on the order of the sources.
 */
#ifndef IDEENKARTE_GAZETTEER_BUILD_H
#define IDEENKARTE_GAZETTEER_BUILD_H

#include <ideenkarte/error.h>
#include <ideenkarte/progress.h>

G_BEGIN_DECLS

typedef struct {
    const char *ags; /* municipality of CSV records that name none; NULL: from their position */
    const char *const
        *mapping; /* of CSV: "street=Strasse", "epsg=25832", ends with NULL; may be NULL */
    const char *licence,
        *attribution; /* of the sources whose own are not known: csv, localities; may be NULL */
    ik_progress_fn progress; /* may be NULL */
    gpointer progress_data;
} ik_gazetteer_options;

/* Why records were left out: a code that the table of texts explains as `skip.CODE`. */
typedef struct {
    const char *reason; /* static */
    guint64 count;
    guint64 first_line; /* of the file; 0: it has none */
} ik_gazetteer_skip;

typedef struct {
    char *name;               /* of the file, owned */
    const char *format;       /* "gebref", "essen", ... static */
    char date[11];            /* newest record, or the one in the file's name; "" unknown */
    guint64 rows, used;       /* rows = used + all that was skipped */
    ik_gazetteer_skip *skips; /* owned */
    guint n_skips;
} ik_gazetteer_source_report;

typedef struct {
    ik_gazetteer_source_report *sources; /* owned, in the order given */
    guint n_sources;
    guint64 houses, streets, localities, municipalities; /* in the file */
    guint64 duplicates;        /* records of a house that was there already */
    guint64 far_duplicates;    /* the same more than 100 metres away, kept */
    guint64 shared_keys;       /* streets that share their key with another of their municipality */
    guint64 without_position;  /* streets known by name alone */
    guint64 dropped_positions; /* of streets, more than 500 metres outside their municipality */
} ik_gazetteer_report;

void ik_gazetteer_report_clear(ik_gazetteer_report *report);

/* The report for a reader, some lines in "de" or "en". Caller frees. */
char *ik_gazetteer_report_to_text(const ik_gazetteer_report *report, const char *language);

/* Makes a gazetteer.
 *
 *   sources  paths, ends with NULL, at least one
 *   output   written beside its place and moved there by one rename
 *   options  may be NULL
 *   report   may be NULL; release it with ik_gazetteer_report_clear, after a failure, too
 *   error    NOT_FOUND: a source or a mapped column is not there; INPUT: a source is no register, is broken or is the
 *            output, `ags` is none of the territory, or a licence or an attribution is no line of text; UNSUPPORTED: an EPSG code; IO; CANCELLED
 *
 * A record without AGS belongs to the municipality that its position lies in. Left out are records of municipalities
 * that the territory does not have (municipality_unknown), positions in none (outside_territory), houses and localities more than
 * 500 metres outside the municipality that their register names (outside_municipality). */
bool ik_gazetteer_build(const char *const *sources, const char *output,
                        const ik_gazetteer_options *options, ik_gazetteer_report *report,
                        GError **error);

typedef struct {
    const char *language; /* "de", "en" */
    bool json;            /* an object instead of text */
    bool verify;          /* read the whole file and compare its checksum */
} ik_gazetteer_info_options;

/* What is in a gazetteer: sources with dates, licences and attributions, counts. NULL with NOT_FOUND: no such file;
 * INPUT: no gazetteer, one of another version, or damaged; IO. Caller frees. */
char *ik_gazetteer_info(const char *path, const ik_gazetteer_info_options *options, GError **error);

G_END_DECLS

#endif
