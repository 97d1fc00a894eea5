/* byte_source.h — the bytes of a register, as they lie on disk or inside a .gz or .zip.   [geodata]
 *
 * What a file is, is told from its first bytes. Compressed ones are unpacked as they are read; the sizes that they
 * state are not believed, and what unpacks to more than IK_BYTE_SOURCE_LIMIT is refused.
 *
 * Memory  constant.   Threads  one source serves one thread.
 */
#ifndef IK_BYTE_SOURCE_H
#define IK_BYTE_SOURCE_H

#include <glib.h>
#include <stdbool.h>

/* Ten times the register of all of North Rhine-Westphalia. */
#define IK_BYTE_SOURCE_LIMIT (G_GUINT64_CONSTANT(8) << 30)

typedef struct ik_byte_source ik_byte_source;

/* Opens a file. Of a .zip the one file that ends in .txt or .csv, key tables ("...schluessel.txt") not counted.
 * NOT_FOUND: no such file; IO; INPUT: a folder, a broken archive, or one with no such file or several. */
ik_byte_source *ik_byte_source_open(const char *path, GError **error);
void ik_byte_source_close(ik_byte_source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_byte_source, ik_byte_source_close)

/* Whether the bytes come out of an archive. */
bool ik_byte_source_is_packed(const ik_byte_source *source);

/* The next bytes, at most `size`; 0 at the end, -1 with `error` set (IO; INPUT: broken, or over the limit). */
gssize ik_byte_source_read(ik_byte_source *source, void *buffer, gsize size, GError **error);

/* Lines of a source. A line ends with LF, CRLF or the end; a byte order mark in front of the first is dropped. */
typedef struct ik_byte_lines ik_byte_lines;

/* `source` is borrowed. */
ik_byte_lines *ik_byte_lines_new(ik_byte_source *source);
void ik_byte_lines_free(ik_byte_lines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_byte_lines, ik_byte_lines_free)

typedef struct {
    char *text; /* NUL-terminated, may be written to; valid until the next call */
    gsize length;
    bool is_cut; /* the line is longer than IK_BYTE_LINE_LIMIT; its rest is passed over */
} ik_byte_line;

#define IK_BYTE_LINE_LIMIT 8192

/* False at the end, or with `error` set. */
bool ik_byte_lines_next(ik_byte_lines *lines, ik_byte_line *line, GError **error);

#endif
