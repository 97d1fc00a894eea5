/* house_number.c — a house number as it is written, taken apart.   [gazetteer]
 *
 * The text is cut into at most MOST_TOKENS tokens, from which the parts are read from left to right. What stands
 * alone behind a blank is a suffix only if it is one letter: "12 a", but not "12 EG". Glued to the number it is one
 * whatever its length, as far as it fits: "12bb", "12links".
 */
#include "house_number.h"

#include <string.h>

enum { MOST_TOKENS = 40, WORD_BYTES = 16, LARGEST_NUMBER = 9999, FRACTION_SLASH = 0x2044 };

typedef enum { END, NUMBER, WORD, FRACTION, DASH, SLASH, PLUS, COMMA, DOT, OTHER } token_kind;

typedef struct {
    token_kind kind;
    bool is_glued;         /* nothing stands between it and the token in front */
    guint value;           /* of a number; too large ones are LARGEST_NUMBER + 1 */
    char text[WORD_BYTES]; /* word folded, or fraction; "" where it does not fit */
    guint n_letters;
} token;

typedef struct {
    token tokens[MOST_TOKENS + 1]; /* END behind the last one */
    guint n;
    bool is_cut;
} token_list;

static token_kind mark_of(gunichar c)
{
    switch (c) {
    case '/':
    case FRACTION_SLASH: return SLASH;
    case '+':
    case '&': return PLUS;
    case ',':
    case ';': return COMMA;
    case '.': return DOT;
    case 0x2212: return DASH;
    default: return g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION ? DASH : OTHER;
    }
}

/* The character at `at`, with U+FFFD for a byte that is none; `next` is behind it. */
static gunichar character(const char *at, const char **next)
{
    gunichar c = g_utf8_get_char_validated(at, -1);
    bool is_valid = c != (gunichar)-1 && c != (gunichar)-2;
    *next = is_valid ? g_utf8_next_char(at) : at + 1;
    return is_valid ? c : 0xFFFD;
}

/* Adds letters as normalise.h folds them; a word that does not fit becomes "", and stays it. */
static void fold_letter(token *word, gunichar c)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
    if (c == 0xDF || c == 0x1E9E) {
        parts[0] = parts[1] = 's';
        n = 2;
    }
    for (gsize i = 0; i < n; i++) {
        char bytes[6];
        if (!g_unichar_isalnum(parts[i]))
            continue;
        gsize length = (gsize)g_unichar_to_utf8(g_unichar_tolower(parts[i]), bytes);
        gsize used = strlen(word->text);
        bool fits = word->n_letters == 0 || used > 0;
        if (fits && used + length < WORD_BYTES)
            memcpy(word->text + used, bytes, length);
        else
            memset(word->text, 0, sizeof word->text);
        word->n_letters++;
    }
}

static const char *read_number(const char *at, token *number)
{
    const char *next;
    for (gunichar c = character(at, &next); g_unichar_isdigit(c); c = character(at, &next)) {
        number->value = number->value * 10 + (guint)g_unichar_digit_value(c);
        number->value = MIN(number->value, LARGEST_NUMBER + 1);
        at = next;
    }
    number->kind = NUMBER;
    return at;
}

static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

static const char *read_letters(const char *at, token *word)
{
    const char *next;
    for (gunichar c = character(at, &next); is_letter(c); c = character(at, &next)) {
        fold_letter(word, c);
        at = next;
    }
    word->kind = WORD;
    return at;
}

/* U+00BD and its like: a digit, a slash, a digit. */
static bool read_fraction_character(gunichar c, token *fraction)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
    if (n != 3 || parts[1] != FRACTION_SLASH)
        return false;
    fraction->kind = FRACTION;
    fraction->text[0] = (char)parts[0];
    fraction->text[1] = '/';
    fraction->text[2] = (char)parts[2];
    return true;
}

/* Reads the token at `at`, which is no blank. */
static const char *read_token(const char *at, token *read)
{
    const char *next;
    gunichar c = character(at, &next);
    if (g_unichar_isdigit(c))
        return read_number(at, read);
    if (is_letter(c))
        return read_letters(at, read);
    if (!read_fraction_character(c, read))
        read->kind = mark_of(c);
    return next;
}

static bool is_blank(gunichar c)
{
    return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT || c == '\'';
}

static void cut(const char *text, token_list *list)
{
    bool is_glued = false;
    while (*text != '\0' && list->n < MOST_TOKENS) {
        const char *next;
        gunichar c = character(text, &next);
        if (is_blank(c)) {
            is_glued = is_glued && g_unichar_type(c) == G_UNICODE_FORMAT;
            text = next;
            continue;
        }
        list->tokens[list->n].is_glued = is_glued;
        text = read_token(text, &list->tokens[list->n++]);
        is_glued = true;
    }
    list->is_cut = *text != '\0';
}

static bool is_word(const token *word, const char *text)
{
    return word->kind == WORD && strcmp(word->text, text) == 0;
}

/* "Nr. ", "No.", "Haus", "#", "Hausnummer" in front of the number. */
static guint skip_front(const token *tokens)
{
    static const char *const FRONT[] = {"nr",  "no",     "haus",      "hausnr",
                                        "hnr", "nummer", "hausnummer"};
    guint i = 0;
    while (tokens[i].kind != END && tokens[i].kind != NUMBER) {
        bool is_known = tokens[i].kind == DOT || tokens[i].kind == OTHER;
        for (gsize n = 0; n < G_N_ELEMENTS(FRONT); n++)
            is_known = is_known || is_word(&tokens[i], FRONT[n]);
        if (!is_known)
            break;
        i++;
    }
    return i;
}

/* "1/2" as three tokens: both of one digit, the first smaller. */
static bool is_fraction(const token *at)
{
    return at[0].kind == NUMBER && at[1].kind == SLASH && at[2].kind == NUMBER && at[0].value > 0 &&
           at[0].value < at[2].value && at[2].value < 10 && at[1].is_glued && at[2].is_glued;
}

/* Appends a fraction, if there is one and it fits; returns the number of its tokens. */
static guint read_fraction(const token *at, ik_house_part *part)
{
    char text[4] = {0};
    guint n = 0;
    if (at->kind == FRACTION) {
        memcpy(text, at->text, sizeof text);
        n = 1;
    } else if (is_fraction(at)) {
        text[0] = (char)('0' + at[0].value);
        text[1] = '/';
        text[2] = (char)('0' + at[2].value);
        n = 3;
    }
    gsize used = strlen(part->suffix);
    if (n == 0 || used + strlen(text) >= IK_HOUSE_SUFFIX_BYTES)
        return 0;
    memcpy(part->suffix + used, text, strlen(text));
    return n;
}

static bool is_number_behind(const token *at)
{
    return at[0].kind == NUMBER || (at[0].kind == DOT && at[1].kind == NUMBER);
}

/* A word that joins two numbers is no suffix. */
static bool is_joining_word(const token *at)
{
    return (is_word(at, "bis") || is_word(at, "u") || is_word(at, "und")) &&
           is_number_behind(at + 1);
}

static bool is_letter_alone(const token *at)
{
    return at->kind == WORD && at->n_letters == 1 && !is_joining_word(at);
}

/* Digits glued to a letter: "12a1". */
static guint read_glued_digits(const token *at, ik_house_part *part)
{
    gsize used = strlen(part->suffix);
    if (at->kind != NUMBER || !at->is_glued || is_fraction(at) ||
        used + 2 > IK_HOUSE_SUFFIX_BYTES || at->value > 9 || used == 0)
        return 0;
    part->suffix[used] = (char)('0' + at->value);
    return 1;
}

static bool is_suffix(const token *word)
{
    return word->text[0] != '\0' && strlen(word->text) < IK_HOUSE_SUFFIX_BYTES;
}

/* What is too long is dropped as a whole: a part of it would be another suffix. */
static void put_suffix(ik_house_part *part, const token *word)
{
    if (is_suffix(word))
        memcpy(part->suffix, word->text, strlen(word->text));
}

/* Behind a slash a number that is not larger is no further house but a flat or a house behind: "14/2". */
static guint read_subnumber(const token *at, ik_house_part *part)
{
    char text[4];
    gsize used = strlen(part->suffix);
    if (at[0].kind != SLASH || at[1].kind != NUMBER || at[1].value < 1 || at[1].value > 99 ||
        at[1].value >= part->number)
        return 0;
    gsize length = (gsize)g_snprintf(text, sizeof text, "/%u", at[1].value);
    if (used + length >= IK_HOUSE_SUFFIX_BYTES)
        return 0;
    memcpy(part->suffix + used, text, length);
    return 2;
}

/* Reads letters, digits and a fraction behind a number; returns the number of tokens. */
static guint read_suffix(const token *at, ik_house_part *part)
{
    guint n = 0;
    bool is_marked = at[0].kind == SLASH || at[0].kind == DASH || at[0].kind == DOT;
    bool is_glued = at[0].kind == WORD && at[0].is_glued && !is_joining_word(at);
    if (is_glued || is_letter_alone(at))
        n = 1;
    else if (is_marked && is_letter_alone(at + 1))
        n = 2;
    if (n > 0) {
        put_suffix(part, &at[n - 1]);
        n += read_glued_digits(at + n, part);
    }
    guint dash = at[n].kind == DASH && (is_fraction(at + n + 1) || at[n + 1].kind == FRACTION);
    guint fraction = read_fraction(at + n + dash, part);
    if (fraction > 0)
        return n + dash + fraction;
    return n + read_subnumber(at + n, part);
}

/* Reads a part; returns the number of tokens, 0 if there is none. An ordinal ("3. OG") is none. */
static guint read_part(const token *at, ik_house_part *part)
{
    if (at->kind != NUMBER || at->value < 1 || at->value > LARGEST_NUMBER)
        return 0;
    *part = (ik_house_part){.number = (guint16)at->value};
    return 1 + read_suffix(at + 1, part);
}

/* The part behind a mark: a number, or a letter to the number in front ("12a-c"). */
static guint read_next(const token *at, const ik_house_part *former, ik_house_part *part)
{
    if (is_letter_alone(at) && former->suffix[0] != '\0') {
        *part = (ik_house_part){.number = former->number};
        put_suffix(part, at);
        return 1;
    }
    bool is_ordinal = at[0].kind == NUMBER && at[1].kind == DOT && at[2].kind == WORD;
    return is_ordinal ? 0 : read_part(at, part);
}

static guint read_range(const token *at, ik_house_number *number)
{
    guint mark = at[0].kind == DASH || is_word(&at[0], "bis") ? 1 : 0;
    ik_house_part *to = &number->parts[1];
    guint n = mark > 0 ? read_next(at + mark, &number->parts[0], to) : 0;
    if (n == 0 || ik_house_part_compare(&number->parts[0], to) >= 0)
        return 0;
    number->form = IK_HOUSE_RANGE;
    number->n_parts = 2;
    return mark + n;
}

/* Tokens of what joins two members of a list, 0 for none. */
static guint list_mark(const token *at)
{
    if (at->kind == SLASH || at->kind == PLUS || at->kind == COMMA)
        return 1;
    if (!is_word(at, "u") && !is_word(at, "und"))
        return 0;
    return at[1].kind == DOT ? 2 : 1;
}

/* Behind a slash only what is larger is a further house. */
static guint read_member(const token *at, ik_house_number *number)
{
    guint mark = list_mark(at);
    const ik_house_part *former = &number->parts[number->n_parts - 1];
    ik_house_part *part = &number->parts[number->n_parts];
    guint n = mark > 0 ? read_next(at + mark, former, part) : 0;
    if (n == 0 || (at->kind == SLASH && ik_house_part_compare(former, part) >= 0))
        return 0;
    number->form = IK_HOUSE_LIST;
    number->n_parts++;
    return mark + n;
}

/* Reads what follows the first part; returns where it ends. */
static guint read_rest(const token *tokens, guint i, ik_house_number *number)
{
    guint n = read_range(&tokens[i], number);
    while (n == 0 || number->form == IK_HOUSE_LIST) {
        if (number->n_parts == IK_HOUSE_PARTS)
            return i;
        n = read_member(&tokens[i], number);
        if (n == 0)
            break;
        i += n;
    }
    return number->form == IK_HOUSE_RANGE ? i + n : i;
}

/* Whether the first `n` tokens have a suffix that did not fit, or something follows them. */
static bool leaves_out(const token_list *list, guint n)
{
    for (guint i = 1; i < n; i++)
        if (list->tokens[i].kind == WORD && list->tokens[i - 1].kind == NUMBER &&
            !is_suffix(&list->tokens[i]))
            return true;
    while (list->tokens[n].kind == DOT)
        n++;
    return list->tokens[n].kind != END || list->is_cut;
}

/* "12", "12a": what nearly every register and address has. False: a longer look is needed. */
static bool read_plain(const char *text, ik_house_number *number)
{
    guint value = 0, n = 0;
    for (; n < 4 && g_ascii_isdigit(text[n]); n++)
        value = value * 10 + (guint)(text[n] - '0');
    const char letter = text[n];
    if (value == 0 || (letter != '\0' && (!g_ascii_isalpha(letter) || text[n + 1] != '\0')))
        return false;
    *number = (ik_house_number){.form = IK_HOUSE_SINGLE, .n_parts = 1};
    number->parts[0].number = (guint16)value;
    number->parts[0].suffix[0] = g_ascii_tolower(letter);
    return true;
}

ik_house_number ik_house_number_read_whole(const char *text, bool *is_whole)
{
    ik_house_number plain;
    *is_whole = text != NULL && read_plain(text, &plain);
    if (*is_whole)
        return plain;
    ik_house_number number = {0};
    token_list list = {0};
    cut(text != NULL ? text : "", &list);
    guint i = skip_front(list.tokens);
    guint n = read_part(&list.tokens[i], &number.parts[0]);
    *is_whole = false;
    if (n == 0)
        return (ik_house_number){0};
    number.form = IK_HOUSE_SINGLE;
    number.n_parts = 1;
    n = read_rest(list.tokens, i + n, &number);
    for (guint unused = number.n_parts; unused < IK_HOUSE_PARTS; unused++)
        number.parts[unused] = (ik_house_part){0};
    *is_whole = !leaves_out(&list, n);
    return number;
}

ik_house_number ik_house_number_read(const char *text)
{
    bool is_whole;
    return ik_house_number_read_whole(text, &is_whole);
}

int ik_house_part_compare(const ik_house_part *a, const ik_house_part *b)
{
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return strcmp(a->suffix, b->suffix);
}
