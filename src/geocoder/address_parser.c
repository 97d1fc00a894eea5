/* address_parser.c — the columns of an address, each read for what it really holds.   [geocoder] */
#include "address_parser.h"

#include "line_reader.h"

#include <string.h>

static void note_quality(const ik_words *words, const char *field, ik_address_parts *parts)
{
    if (words->cut && parts->cut_field == NULL)
        parts->cut_field = field;
    if (words->broken && parts->bad_field == NULL)
        parts->bad_field = field;
}

static bool has_digit(const ik_words *words)
{
    for (guint i = 0; i < ik_words_count(words); i++)
        if (ik_words_get(words, i)->is_number)
            return true;
    return false;
}

/* "44 145" is a postcode too. */
static char *joined_postcode(const ik_words *words)
{
    bool both = ik_words_count(words) == 2 && ik_words_get(words, 0)->is_number &&
                ik_words_get(words, 1)->is_number && ik_words_get(words, 1)->gap == IK_GAP_BLANK &&
                ik_words_get(words, 0)->fold_length + ik_words_get(words, 1)->fold_length == 5;
    return both ? g_strconcat(ik_words_fold(words, 0), ik_words_fold(words, 1), NULL) : NULL;
}

/* The words around the postcode at `at`, those behind it first: the town. */
static char *town_beside(const ik_words *words, guint at)
{
    guint n = ik_words_count(words);
    if (at + 1 < n)
        return ik_words_copy(words, at + 1, n);
    guint to = at > 0 && ik_line_is_country(words, at - 1) ? at - 1 : at;
    return ik_words_copy(words, 0, to);
}

static void read_postcode(const ik_place_index *index, const char *text, ik_address_parts *parts)
{
    ik_words words;
    ik_words_init(&words, text);
    note_quality(&words, "postcode", parts);
    guint n = ik_words_count(&words), at = ik_line_postcode(index, &words);
    if (at < n) {
        parts->postcode = g_strdup(ik_words_fold(&words, at));
        parts->city = town_beside(&words, at);
    } else if (n > 0) {
        parts->postcode = joined_postcode(&words);
        if (parts->postcode == NULL && has_digit(&words))
            parts->bad_postcode = ik_words_copy(&words, 0, n);
    }
    ik_words_clear(&words);
}

/* A number of four or of six and more digits in front of a town was meant as its postcode. */
static bool is_bad_postcode(const ik_words *words)
{
    guint at = ik_words_count(words) > 1 && ik_line_is_country(words, 0) ? 1 : 0;
    const ik_word *word = ik_words_count(words) > at ? ik_words_get(words, at) : NULL;
    return word != NULL && word->is_number && word->fold_length > 3 && word->fold_length != 5;
}

static void read_city_with_postcode(const ik_words *words, guint at, ik_address_parts *parts)
{
    const char *postcode = ik_words_fold(words, at);
    if (parts->postcode == NULL && parts->bad_postcode == NULL)
        parts->postcode = g_strdup(postcode);
    else if (g_strcmp0(parts->postcode, postcode) != 0)
        parts->other_postcode = g_strdup(postcode);
    char *city = town_beside(words, at);
    if (city != NULL) {
        g_free(parts->city);
        parts->city = city;
    }
}

static void read_city(const ik_place_index *index, const char *text, ik_address_parts *parts)
{
    ik_words words;
    ik_words_init(&words, text);
    note_quality(&words, "city", parts);
    guint n = ik_words_count(&words), at = ik_line_postcode(index, &words);
    if (at < n) {
        read_city_with_postcode(&words, at, parts);
    } else if (n > 0) {
        g_free(parts->city);
        parts->city = ik_words_copy(&words, 0, n);
        if (parts->postcode == NULL && parts->bad_postcode == NULL && is_bad_postcode(&words))
            parts->bad_postcode = ik_words_copy(&words, 0, 1);
    }
    ik_words_clear(&words);
}

static void read_line(const ik_place_index *index, ik_line_kind kind, const char *text,
                      ik_address_parts *parts)
{
    if (text == NULL || *text == '\0')
        return;
    ik_words words;
    ik_words_init(&words, text);
    note_quality(&words, kind == IK_LINE_STREET ? "street" : "address", parts);
    ik_line_read(index, &words, kind, parts);
    if (kind == IK_LINE_STREET && g_strcmp0(parts->street, text) == 0)
        parts->street_words = words;
    else
        ik_words_clear(&words);
}

/* "12", "12a" is what it says. */
static bool is_plain_number(const char *text)
{
    gsize digits = strspn(text, "0123456789");
    bool letter = digits > 0 && g_ascii_isalpha(text[digits]);
    return digits > 0 && digits < 10 && text[digits + letter] == '\0';
}

static void read_house_number(const char *text, ik_address_parts *parts)
{
    if (text != NULL && is_plain_number(text)) {
        parts->house_number = g_strdup(text);
        return;
    }
    ik_words words;
    ik_words_init(&words, text);
    note_quality(&words, "house_number", parts);
    parts->house_number = ik_words_copy(&words, 0, ik_words_count(&words));
    ik_words_clear(&words);
}

static void read_lines(const ik_place_index *index, const ik_address *address,
                       ik_address_parts *parts)
{
    read_house_number(address->house_number, parts);
    read_line(index, IK_LINE_STREET, address->street, parts);
    read_line(index, IK_LINE_ADDRESS, address->text, parts);
}

void ik_address_parts_read(const ik_place_index *index, const ik_address *address,
                           ik_address_parts *parts)
{
    *parts = (ik_address_parts){0};
    read_postcode(index, address->postcode, parts);
    read_city(index, address->city, parts);
    read_lines(index, address, parts);
}

void ik_address_parts_read_known(const ik_place_index *index, const ik_address *address,
                                 ik_address_parts *parts)
{
    *parts = (ik_address_parts){.postcode = (char *)(gsize)address->postcode,
                                .city = (char *)(gsize)address->city,
                                .is_known = true};
    read_lines(index, address, parts);
}

void ik_address_parts_clear(ik_address_parts *parts)
{
    if (parts == NULL)
        return;
    g_free(parts->street);
    g_free(parts->house_number);
    g_free(parts->bad_postcode);
    g_free(parts->other_postcode);
    if (!parts->is_known) {
        g_free(parts->postcode);
        g_free(parts->city);
    }
    g_free(parts->postbox);
    ik_words_clear(&parts->street_words);
    *parts = (ik_address_parts){0};
}
