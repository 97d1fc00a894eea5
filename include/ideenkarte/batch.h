/* batch.h — placing addresses outside a workspace: one, or a whole CSV file.   [pipeline]
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

typedef struct {
    const char *language; /* of the column `reason`; NULL: "de" */
    ik_progress_fn progress;
    gpointer progress_data;
    ik_write_fn write; /* where the result goes */
    gpointer write_data;
} ik_batch_options;

/* Answers every record of a CSV file (columns recognised as in projects.csv): its columns are kept, the fields of the
 * answer follow, order is kept. A record that cannot be read keeps its line, with status reject. `path` "-" is
 * standard input; `summary` may be NULL. NOT_FOUND: no file, or no column with an address; INPUT: an empty file, two
 * columns for one field; IO; CANCELLED; or what `write` says. */
bool ik_geocode_csv(const ik_atlas *atlas, const char *path, const ik_batch_options *options,
                    ik_batch_summary *summary, GError **error);

G_END_DECLS

#endif
