/* style_record.h — the inside of a style, and what its readers share.   [style]
 *
 * A reader gets the compiler with the path of its part and appends what it finds to the style. A
 * fault in a property or a layer is put down and reading goes on, so that one look at a sheet
 * shows them all; the style is given out only when there was none.
 */
#ifndef IK_STYLE_RECORD_H
#define IK_STYLE_RECORD_H

#include "style.h"

struct ik_style {
    ik_json *json;
    char *folder;
    ik_arena *arena;
    ik_style_layer *layers;
    guint n_layers;
    ik_style_source *sources;
    guint n_sources;
    ik_style_sprite *sprites;
    guint n_sprites;
    ik_style_view view;
    ik_style_warnings *warnings;
};

typedef struct {
    ik_style *style;
    ik_compiler compiler;
    GError *error;     /* where the compiler puts one */
    GPtrArray *faults; /* of owned text */
    GError *first;     /* of the faults */
    GHashTable *ids;   /* of layers: their index in the file */
    guint index;       /* of the layer that is read */
} ik_style_reader;

/* ---- parts of the file ---- */

/* Layer `json` into the next place of the style; false after a fault. */
bool ik_style_read_layer(ik_style_reader *reader, ik_json_value json);
bool ik_style_read_sources(ik_style_reader *reader, ik_json_value sources);
/* What source `json` says of clusters. */
bool ik_style_read_cluster(ik_style_reader *reader, ik_json_value json, ik_style_source *source);
/* "sprite", "glyphs", "center", "zoom", "name". */
bool ik_style_read_view(ik_style_reader *reader, ik_json_value root);

/* ---- faults ---- */

/* Puts the compiler's error down and goes back to the path of `length`; false when there are too
 * many and reading should end.
 */
bool ik_style_note_fault(ik_style_reader *reader, gsize length);

/* Warns once of `topic`, with the path in front. */
void ik_style_warn(ik_style_reader *reader, const char *topic, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* ---- members, with their paths in the messages ---- */

gsize ik_compiler_enter_key(ik_compiler *compiler, const char *key);
bool ik_compiler_check_type(ik_compiler *compiler, ik_json_value json, ik_json_type wanted);
/* Checks the type of a member that may be absent; `member` takes it. */
bool ik_compiler_get(ik_compiler *compiler, ik_json_value object, const char *key,
                     ik_json_type wanted, ik_json_value *member);
/* The same for a text (copied into the arena), a number and a flag: left alone when absent. */
bool ik_compiler_get_text(ik_compiler *compiler, ik_json_value object, const char *key,
                          const char **text);
bool ik_compiler_get_number(ik_compiler *compiler, ik_json_value object, const char *key,
                            double *number);
bool ik_compiler_get_flag(ik_compiler *compiler, ik_json_value object, const char *key, bool *flag);
/* An array of exactly `n` numbers; `found` says whether there is one. */
bool ik_compiler_get_numbers(ik_compiler *compiler, ik_json_value object, const char *key,
                             double *numbers, guint n, bool *found);
bool ik_compiler_check_keys(ik_compiler *compiler, ik_json_value object, const char *const *keys,
                            guint n);
/* Fails with the choice that was probably meant. */
bool ik_compiler_fail_choice(ik_compiler *compiler, const char *what, const char *found,
                             const char *const *names, guint n);

#endif
