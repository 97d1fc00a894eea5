/* normalise.c — letters folded, text cut into words.   [gazetteer]
 *
 * The fold of a letter is its compatibility decomposition without marks, in lower case. An umlaut that
 * is written out ("ae", "oe", "ue") folds to its vowel like the umlaut itself. "ue" behind a, e, o or q
 * is no umlaut: without that exception Neuenkirchen and Neunkirchen would be one town.
 */
#include "normalise.h"

#include <string.h>

/* Letters that have no decomposition but a usual way of being written with others. */
static const struct {
    gunichar letter;
    const char *fold;
} SPELT_OUT[] = {{0xDF, "ss"}, {0x1E9E, "ss"}, {0xE6, "a"},  {0xC6, "a"},  {0xF8, "o"},
                 {0xD8, "o"},  {0x153, "o"},   {0x152, "o"}, {0x131, "i"}, {0x142, "l"},
                 {0x141, "l"}, {0xFFFD, "?"},  {0xF0, "d"},  {0x111, "d"}};

enum { LONGEST_DECOMPOSITION = 18 /* G_UNICHAR_MAX_DECOMPOSITION_LENGTH */ };

static bool is_umlaut_written_out(const char *word, gsize length)
{
    if (length == 0 || strchr("aou", word[length - 1]) == NULL)
        return false;
    return word[length - 1] != 'u' || length == 1 || strchr("aeoq", word[length - 2]) == NULL;
}

/* Folds as they are written, one behind the other. Room for all of them is made before (room_for_folds). */
typedef struct {
    char *bytes;
    gsize length;
} fold_buffer;

/* The vowel or consonant that a letter of Latin-1 folds to, by its number from U+00C0; 0: not as simple as that. */
static const char LATIN1[64] = {'a', 'a', 'a', 'a', 'a', 'a', 0,   'c', 'e', 'e', 'e', 'e', 'i',
                                'i', 'i', 'i', 0,   'n', 'o', 'o', 'o', 'o', 'o', 0,   0,   'u',
                                'u', 'u', 'u', 'y', 0,   0,   'a', 'a', 'a', 'a', 'a', 'a', 0,
                                'c', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'i', 0,   'n', 'o', 'o',
                                'o', 'o', 'o', 0,   0,   'u', 'u', 'u', 'u', 'y', 0,   'y'};

/* The letters that addresses are nearly always made of, without a look into the tables of Unicode. */
static bool fold_usual(fold_buffer *folds, gsize start, gunichar c, gsize *vowel_end)
{
    if (c < 0x80) {
        char lower = g_ascii_tolower((char)c);
        if (!g_ascii_isalnum(lower))
            return true;
        if (lower == 'e' && *vowel_end != folds->length &&
            is_umlaut_written_out(folds->bytes + start, folds->length - start))
            *vowel_end = folds->length;
        else
            folds->bytes[folds->length++] = lower;
        return true;
    }
    if (c < 0xC0 || c > 0xFF || LATIN1[c - 0xC0] == 0)
        return false;
    folds->bytes[folds->length++] = LATIN1[c - 0xC0];
    *vowel_end = folds->length;
    return true;
}

/* Appends the fold of one character to the word that starts at `start`. `vowel_end` is where a vowel
 * ends that was an umlaut already: an "e" behind it is a letter of its own. */
static void fold_character(fold_buffer *folds, gsize start, gunichar c, gsize *vowel_end)
{
    if (fold_usual(folds, start, c, vowel_end))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(SPELT_OUT); i++) {
        if (SPELT_OUT[i].letter == c) {
            for (const char *letter = SPELT_OUT[i].fold; *letter != '\0'; letter++)
                folds->bytes[folds->length++] = *letter;
            *vowel_end = folds->length;
            return;
        }
    }
    gunichar parts[LONGEST_DECOMPOSITION];
    gsize n = g_unichar_fully_decompose(c, TRUE, parts, LONGEST_DECOMPOSITION);
    for (gsize i = 0; i < n; i++) {
        if (!g_unichar_isalnum(parts[i]))
            continue;
        gunichar lower = g_unichar_tolower(parts[i]);
        int digit = g_unichar_digit_value(lower);
        if (digit >= 0)
            lower = (gunichar)('0' + digit);
        if (lower == 'e' && *vowel_end != folds->length &&
            is_umlaut_written_out(folds->bytes + start, folds->length - start)) {
            *vowel_end = folds->length;
            continue;
        }
        folds->length += (gsize)g_unichar_to_utf8(lower, folds->bytes + folds->length);
    }
    if (n > 1)
        *vowel_end = folds->length;
}

static bool is_word_character(gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalnum((char)c) || c == '\'' || c == '`';
    return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == 0xFFFD ||
           g_unichar_type(c) == G_UNICODE_FORMAT || c == '\'' || c == 0x2019 || c == '`' ||
           c == 0xB4;
}

static ik_gap gap_of(gunichar c)
{
    if (c == ' ')
        return IK_GAP_BLANK;
    switch (c) {
    case '\n':
    case 0x2028:
    case 0x2029: return IK_GAP_LINE;
    case ',':
    case ';':
    case '|':
    case '\t':
    case 0xB7:
    case 0x2022: return IK_GAP_COMMA;
    case '(':
    case '[': return IK_GAP_OPEN;
    case ')':
    case ']': return IK_GAP_CLOSE;
    case '@': return IK_GAP_AT;
    case '/':
    case '\\': return IK_GAP_SLASH;
    case '+': return IK_GAP_PLUS;
    case '-': return IK_GAP_HYPHEN;
    default:
        if (g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
            return IK_GAP_HYPHEN;
        return g_unichar_isspace(c) || g_unichar_iscntrl(c) ? IK_GAP_BLANK : IK_GAP_DOT;
    }
}

static bool is_digit_character(gunichar c)
{
    return c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isdigit(c);
}

static bool is_alnum(gunichar c)
{
    return c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c);
}

/* Folds letters of ASCII up to the first byte that is none, or that may belong to an umlaut written out. */
static const char *read_letters(fold_buffer *folds, const char *at)
{
    for (; g_ascii_isalpha(*at) && (*at | 0x20) != 'e'; at++)
        folds->bytes[folds->length++] = (char)(*at | 0x20);
    return at;
}

/* Folds the word that starts at `at` and returns where it ends. */
static const char *read_word(ik_words *words, fold_buffer *folds, const char *at, ik_gap gap)
{
    ik_word word = {.gap = gap, .start = (guint32)(at - words->text), .is_number = true};
    gsize start = folds->length, vowel_end = G_MAXSIZE;
    bool is_digit = is_digit_character(g_utf8_get_char(at));
    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *behind = is_digit ? at : read_letters(folds, at);
        word.is_number = word.is_number && behind == at;
        at = behind;
        gunichar c = (guchar)*at < 0x80 ? (gunichar)*at : g_utf8_get_char(at);
        if (c == 0 || !is_word_character(c) || (is_digit_character(c) != is_digit && is_alnum(c)))
            break;
        fold_character(folds, start, c, &vowel_end);
        word.is_number = word.is_number && (is_digit_character(c) || (!is_alnum(c) && c != 0xFFFD));
    }
    word.end = (guint32)(at - words->text);
    word.fold = (guint32)start;
    word.fold_length = (guint32)(folds->length - start);
    if (word.fold_length > 0) {
        folds->bytes[folds->length++] = '\0';
        words->items[words->n_items++] = word;
    }
    return at;
}

/* Control characters become line ends or blanks. Invisible ones go, but for the joiners that some scripts
 * need: a direction mark would turn around what is shown of the address. */
static void append_visible(GString *out, const char *at)
{
    gunichar c = g_utf8_get_char(at);
    if (c == 0x2028 || c == 0x2029 || (c == '\r' && at[1] != '\n'))
        g_string_append_c(out, '\n');
    else if (g_unichar_iscntrl(c) && c != '\n' && c != '\t')
        g_string_append_c(out, ' ');
    else if (g_unichar_type(c) != G_UNICODE_FORMAT || c == 0x200C || c == 0x200D)
        g_string_append_unichar(out, c);
}

/* Whether the text is of printable ASCII and composed letters of Latin-1 alone: there is nothing to clean. */
static bool is_clean(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        guchar c = (guchar)text[i];
        if (c == 0xC3 && i + 1 < length && ((guchar)text[i + 1] & 0xC0) == 0x80)
            i++;
        else if (c < 0x20 || c > 0x7E)
            return false;
    }
    return true;
}

static char *clean(const char *text, ik_words *words)
{
    gsize length = strnlen(text, IK_WORDS_BYTES + 1);
    if (length > IK_WORDS_BYTES) {
        words->cut = true;
        length = IK_WORDS_BYTES;
        while (length > IK_WORDS_BYTES - 4 && ((guchar)text[length] & 0xC0) == 0x80)
            length--;
    }
    words->broken = !g_utf8_validate(text, (gssize)length, NULL);
    g_autofree char *valid =
        words->broken ? g_utf8_make_valid(text, (gssize)length) : g_strndup(text, length);
    g_autoptr(GString) visible = g_string_sized_new(strlen(valid));
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at))
        append_visible(visible, at);
    return g_utf8_normalize(visible->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* The most bytes that the folds of `length` bytes of clean text can take, with a NUL behind each word. A letter of
 * one byte folds to one and of Latin-1 to two at most; any other has two bytes and more. */
static gsize room_for_folds(gsize length, bool is_usual)
{
    return is_usual ? 2 * length + 1 : length * (LONGEST_DECOMPOSITION * 2 + 1) + 1;
}

/* One block holds the words, their folds and the text. */
static void make_room(ik_words *words, const char *text, gsize length, bool is_usual)
{
    gsize items = (length + 1) * sizeof(ik_word), folds = room_for_folds(length, is_usual);
    words->items = g_malloc(items + folds + length + 1);
    words->folds = (char *)words->items + items;
    words->text = words->folds + folds;
    memcpy(words->text, text, length);
    words->text[length] = '\0';
}

static void take_text(ik_words *words, const char *text)
{
    gsize length = strnlen(text, IK_WORDS_BYTES + 1);
    if (length <= IK_WORDS_BYTES && is_clean(text, length)) {
        make_room(words, text, length, true);
        return;
    }
    g_autofree char *cleaned = clean(text, words);
    make_room(words, cleaned, strlen(cleaned), false);
}

void ik_words_init(ik_words *words, const char *text)
{
    *words = (ik_words){0};
    take_text(words, text != NULL ? text : "");
    fold_buffer folds = {words->folds, 0};
    ik_gap gap = IK_GAP_START;
    for (const char *at = words->text; *at != '\0';) {
        gunichar c = g_utf8_get_char(at);
        if (is_word_character(c)) {
            guint before = words->n_items;
            at = read_word(words, &folds, at, gap);
            if (words->n_items > before)
                gap = IK_GAP_NONE;
        } else {
            gap = MAX(gap, gap_of(c));
            at = g_utf8_next_char(at);
        }
    }
}

void ik_words_clear(ik_words *words)
{
    if (words == NULL)
        return;
    g_free(words->items);
    *words = (ik_words){0};
}

guint ik_words_count(const ik_words *words)
{
    return words->n_items;
}

const ik_word *ik_words_get(const ik_words *words, guint i)
{
    g_assert(i < words->n_items);
    return &words->items[i];
}

const char *ik_words_fold(const ik_words *words, guint i)
{
    return words->folds + ik_words_get(words, i)->fold;
}

bool ik_words_is(const ik_words *words, guint i, const char *fold)
{
    return i < words->n_items && strcmp(ik_words_fold(words, i), fold) == 0;
}

/* The end of the text of the word before `to`: a dot or a closing bracket behind it is part of it if
 * the bracket was opened inside. */
static gsize end_of_copy(const ik_words *words, gsize start, gsize end)
{
    const char *text = words->text;
    if (text[end] == '.')
        end++;
    if (text[end] == ')' && memchr(text + start, '(', end - start) != NULL)
        end++;
    return end;
}

/* Whether the bytes hold no blank but single ones between words, by the looks of ASCII and Latin-1. */
static bool is_plain(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (text[i] == ' ' && i + 1 < length && text[i + 1] == ' ')
            return false;
    return is_clean(text, length);
}

char *ik_words_copy(const ik_words *words, guint from, guint to)
{
    if (from >= to)
        return NULL;
    gsize start = ik_words_get(words, from)->start;
    gsize end = end_of_copy(words, start, ik_words_get(words, to - 1)->end);
    if (is_plain(words->text + start, end - start))
        return g_strndup(words->text + start, end - start);
    GString *copy = g_string_sized_new(end - start);
    for (const char *at = words->text + start; at < words->text + end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool blank = g_unichar_isspace(c) || g_unichar_iscntrl(c);
        if (!blank)
            g_string_append_unichar(copy, c);
        else if (copy->str[copy->len - 1] != ' ')
            g_string_append_c(copy, ' ');
    }
    return g_string_free(copy, FALSE);
}

char *ik_fold(const char *text)
{
    ik_words words;
    ik_words_init(&words, text);
    GString *fold = g_string_new(NULL);
    for (guint i = 0; i < ik_words_count(&words); i++) {
        if (i > 0)
            g_string_append_c(fold, ' ');
        g_string_append(fold, ik_words_fold(&words, i));
    }
    ik_words_clear(&words);
    return g_string_free(fold, FALSE);
}
