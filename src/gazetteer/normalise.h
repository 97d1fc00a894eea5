/* normalise.h — one way of reading letters and words, for the data and for what people write.   [gazetteer]
 *
 * Text is cut into words: runs of letters or runs of digits, each with its folded form and with what
 * stood in front of it. Folding makes equal what German writes in several ways: upper and lower case,
 * composed and decomposed umlauts, ä/ae/a, ß/ss, accents. It knows no locale. Both sides of every
 * comparison go through it, so a folded form is a key and is never shown.
 *
 * Threads  words belong to one caller.   Cost  linear in the text, which is cut at IK_WORDS_BYTES.
 */
#ifndef IK_NORMALISE_H
#define IK_NORMALISE_H

#include <glib.h>
#include <stdbool.h>

/* No postal address is longer; what follows is not read, and the words say so. */
#define IK_WORDS_BYTES 2000

/* What stands in front of a word, weakest first. The strongest of several counts. */
typedef enum {
    IK_GAP_NONE, /* glued: a digit beside a letter, "Aubach11" */
    IK_GAP_BLANK,
    IK_GAP_DOT, /* also ':' and the like */
    IK_GAP_HYPHEN,
    IK_GAP_PLUS,
    IK_GAP_SLASH,
    IK_GAP_AT,
    IK_GAP_CLOSE, /* ')' */
    IK_GAP_OPEN,  /* '(' */
    IK_GAP_COMMA, /* also ';', '|', tab, bullet */
    IK_GAP_LINE,
    IK_GAP_START
} ik_gap;

typedef struct {
    guint32 start, end; /* bytes of the word in ik_words.text */
    guint32 fold;       /* offset of the folded word in ik_words.folds, NUL behind it */
    guint32 fold_length;
    ik_gap gap;
    bool is_number; /* digits only */
} ik_word;

typedef struct {
    ik_word *items; /* owned, in one block with folds and text */
    guint n_items;
    char *folds; /* each with a NUL behind it */
    char *
        text; /* valid UTF-8 in NFC; control characters but line ends are blanks, invisible ones are gone */
    bool broken; /* the text was no valid UTF-8; a bad byte is read as a letter nobody knows */
    bool cut;    /* the text was longer than IK_WORDS_BYTES */
} ik_words;

/* Reads `text` (borrowed, any bytes up to the NUL; NULL is no words). Release with ik_words_clear. */
void ik_words_init(ik_words *words, const char *text);
void ik_words_clear(ik_words *words);

guint ik_words_count(const ik_words *words);
const ik_word *ik_words_get(const ik_words *words, guint i);
/* The folded form of word `i`. Borrowed. */
const char *ik_words_fold(const ik_words *words, guint i);
bool ik_words_is(const ik_words *words, guint i, const char *fold);

/* What was written from word `from` up to, but not including, word `to`, with what stands between them,
 * a closing bracket that belongs to it, and every run of blanks as one; NULL when empty. Caller frees. */
char *ik_words_copy(const ik_words *words, guint from, guint to);

/* The folded words of `text`, a blank between them. Caller frees. */
char *ik_fold(const char *text);

#endif
