/* csv_reader.h — CSV as people deliver it: records with line numbers, whatever Excel did to the file.   [base]
 *
 * The parser is libcsv (its header is <csv.h>; hence the name of this one). Added here: separator (semicolon,
 * tab, comma) and encoding (UTF-8 with or without BOM, Windows-1252) are detected, the encoding from the whole
 * file; a leading `sep=;` line is obeyed. Lines end with LF, CRLF or CR. A flawed record is delivered with its
 * flaw instead of ending the file: after an unclosed quote reading resumes on the line behind the one where
 * the record began. Blanks around a field are dropped unless they are quoted. Fields are valid UTF-8,
 * NUL-terminated.
 *
 * Threads  one reader serves one thread.   Memory  the longest record.   Cost  linear.
 */
#ifndef IK_CSV_READER_H
#define IK_CSV_READER_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_csv_reader ik_csv_reader;

typedef enum {
    IK_CSV_FLAWLESS,
    IK_CSV_UNCLOSED_QUOTE,
    IK_CSV_STRAY_QUOTE, /* a quote inside or behind a quoted field that is neither doubled nor closing */
    IK_CSV_FIELD_TOO_LONG, /* over max_field_bytes; the field is cut */
    IK_CSV_NUL_BYTE,       /* NUL bytes are replaced by U+FFFD */
    IK_CSV_BROKEN_UTF8     /* broken sequences are replaced by U+FFFD */
} ik_csv_flaw;

/* The fault that a flaw is: "unclosed_quote", "stray_quote", "field_too_long", "nul_byte", "broken_text"; NULL for
 * IK_CSV_FLAWLESS. Static. */
const char *ik_csv_flaw_code(ik_csv_flaw flaw);

typedef struct {
    char separator;        /* 0: detect */
    const char *encoding;  /* NULL: detect; "utf-8", "windows-1252" */
    gsize max_field_bytes; /* 0: 1 MiB */
} ik_csv_options;

typedef struct {
    guint line; /* 1-based line of the file where the record starts */
    guint n_fields;
    const char *const *fields; /* valid until the next call */
    const char *
        raw; /* the record's bytes as UTF-8, without its line end; cut to 1000 bytes, valid UTF-8 */
    ik_csv_flaw flaw;
    guint flaw_field; /* 0-based field of the flaw */
} ik_csv_record;

typedef struct {
    char separator;
    const char *encoding; /* "utf-8" or "windows-1252" */
    bool has_bom, has_separator_line;
} ik_csv_dialect;

/* Opens a file (memory-mapped). NOT_FOUND: no such file; IO; INPUT: UTF-16, a directory, or an unknown
 * encoding name. `name` in messages is the file's base name. `options` may be NULL. */
ik_csv_reader *ik_csv_reader_open(const char *path, const ik_csv_options *options, GError **error);
/* The same on bytes in memory; keeps a reference. */
ik_csv_reader *ik_csv_reader_new(GBytes *bytes, const char *name, const ik_csv_options *options,
                                 GError **error);
void ik_csv_reader_free(ik_csv_reader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_csv_reader, ik_csv_reader_free)

const ik_csv_dialect *ik_csv_reader_dialect(const ik_csv_reader *reader);
const char *ik_csv_reader_name(const ik_csv_reader *reader);

/* The next record, or NULL at the end. Records of nothing but blanks are skipped. Borrowed, valid until the
 * next call. Linear in the file; after an unclosed quote the rest is read again once. */
const ik_csv_record *ik_csv_reader_next(ik_csv_reader *reader);

#endif
