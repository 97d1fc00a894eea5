/* batch.h — placing addresses outside a workspace: one, or a whole file.   [pipeline]
 *
 * One address and a row of a batch get the same answer. Results carry the fields input, match, score, status,
 * faults, street, house_number, postcode, locality, municipality, ags, region, lon, lat, accuracy_m, candidates.
 */
#ifndef IDEENKARTE_BATCH_H
#define IDEENKARTE_BATCH_H

#include <ideenkarte/geocoder.h>
#include <ideenkarte/progress.h>
#include <ideenkarte/region.h>

G_BEGIN_DECLS

/* Everything that placing needs, over the built-in territory; immutable, shared by threads. */
typedef struct ik_atlas ik_atlas;

ik_atlas *ik_atlas_new(void);
void ik_atlas_free(ik_atlas *atlas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_atlas, ik_atlas_free)

/* Opens a gazetteer for the atlas's geocoder (ik_geocoder_open_gazetteer), and adds whom it comes from to the
 * attributions of the atlas's territory. Once. */
bool ik_atlas_open_gazetteer(ik_atlas *atlas, const char *path, GError **error);

/* All borrowed from the atlas. */
const ik_territory *ik_atlas_territory(const ik_atlas *atlas);
const ik_region_set *ik_atlas_regions(const ik_atlas *atlas);
ik_geocoder *ik_atlas_geocoder(ik_atlas *atlas);

/* One answer as a line of JSON without line end. `input` is repeated in it; NULL leaves it out. Caller frees. */
char *ik_match_to_json(const ik_territory *territory, const char *input, const ik_match *match);
/* The same for a reader: a few lines in `language`, faults as sentences. Caller frees. */
char *ik_match_to_text(const ik_territory *territory, const ik_match *match, const char *language);

typedef struct {
    guint64 records, placed, to_check, rejected;
} ik_batch_summary;

/* Takes bytes of the result over; false with `error` set ends the batch. */
typedef bool (*ik_write_fn)(const char *bytes, gsize size, gpointer data, GError **error);

typedef enum {
    IK_FILE_FORMAT_DETECT, /* by what the file begins with */
    IK_FILE_FORMAT_CSV,
    IK_FILE_FORMAT_NDJSON,  /* also features, one a line, and RFC 8142 sequences */
    IK_FILE_FORMAT_GEOJSON, /* a FeatureCollection */
} ik_file_format;

/* "csv", "ndjson", "geojson"; false for any other name. */
bool ik_file_format_find(const char *name, ik_file_format *format);

typedef struct {
    const char *language; /* of sentences; NULL: "de" */
    ik_file_format format;
    guint jobs; /* worker threads; 0: one a core */
    ik_progress_fn progress;
    gpointer progress_data;
    const char *output; /* file to write, replaced by one rename; NULL: to `write` */
    ik_write_fn write;
    gpointer write_data;
    const char
        *review; /* CSV file of what a person should look at, replaced by one rename; NULL: none */
} ik_batch_options;

/* Answers every record of a file; order is kept, and what the records hold, as it is written.
 *
 *     CSV      columns recognised as in projects.csv; the fields of the answer follow, without `input`, and `reason`: the
 *              faults as sentences
 *     NDJSON   members recognised the same way; the fields of the answer follow as members
 *     GeoJSON  the address stands in `properties`, and so does the answer; a point is the given position, a geometry that
 *              is null becomes the point that was found
 *
 * A field whose name is taken (in any case) is called `matched_NAME`. A record that cannot be read keeps its place, with
 * status reject; of JSON its text is `input`. The bytes do not depend on `jobs`, nor memory on the length of the file.
 * The review lists records with status check or reject: line, status, address, match, score, municipality, ags, faults,
 * reason.
 *
 * `path` "-" is standard input, which goes through an unnamed temporary file; `summary` may be NULL. NOT_FOUND: no file,
 * or no column with an address; INPUT: an empty file, two columns for one field, a broken FeatureCollection; IO, BUSY:
 * a file cannot be written, its former content stays; CANCELLED; or what `write` says. */
bool ik_geocode_file(const ik_atlas *atlas, const char *path, const ik_batch_options *options,
                     ik_batch_summary *summary, GError **error);

G_END_DECLS

#endif
