/* readings.c — the ways in which a row of words can be a street with a number.   [geocoder] */
#include "readings.h"

enum {
    MOST_READINGS = 48,
    MOST_WORDS = 24,   /* of a line; no address is longer */
    LONGEST_STREET = 8 /* words */
};

static bool is_written(const char *text)
{
    return text != NULL && *text != '\0';
}

static void add(ik_readings *readings, const ik_words *words, guint from, guint to,
                const ik_house_number *number)
{
    if (from >= to || readings->items->len >= MOST_READINGS)
        return;
    for (guint i = 0; i < readings->items->len; i++) {
        const ik_reading *other = &g_array_index(readings->items, ik_reading, i);
        if (other->words == words && other->from == from && other->to == to)
            return;
    }
    ik_reading reading = {words, from, to, *number, words == &readings->line && from > 0};
    g_array_append_val(readings->items, reading);
}

static ik_house_number number_of(const ik_words *words, guint from, guint to)
{
    g_autofree char *text = ik_words_copy(words, from, to);
    return ik_house_number_read(text);
}

static bool starts_number(const ik_words *words, guint i)
{
    return i < ik_words_count(words) && ik_words_get(words, i)->is_number &&
           ik_words_get(words, i)->fold_length <= 4;
}

/* A number in a column of its own, or what is written behind the street. */
static void add_split(ik_readings *readings, const ik_words *words, guint from, guint to,
                      const ik_house_number *column)
{
    ik_house_number number =
        column->form != IK_HOUSE_NONE ? *column : number_of(words, to, ik_words_count(words));
    add(readings, words, from, to, &number);
}

/* "Straße des 17. Juni 135": the longest street first. */
static void add_splits(ik_readings *readings, const ik_house_number *column)
{
    const ik_words *words = &readings->whole;
    guint n = MIN(ik_words_count(words), MOST_WORDS);
    for (guint to = n; to > 0; to--)
        if (to == n || starts_number(words, to))
            add_split(readings, words, 0, to, column);
    if (n > 1 && starts_number(words, 0)) { /* "5 Ottostraße" */
        ik_house_number first = number_of(words, 0, 1);
        add(readings, words, 1, n, &first);
    }
}

/* Anything in front of a number, longest first: "AWO Haus Ottostraße 5 Hinterhaus". */
static void add_spans(ik_readings *readings, const ik_house_number *column)
{
    const ik_words *words = &readings->line;
    guint n = MIN(ik_words_count(words), MOST_WORDS);
    for (guint to = 1; to <= n; to++) {
        bool ends =
            to == n || starts_number(words, to) || ik_words_get(words, to)->gap >= IK_GAP_HYPHEN;
        guint least = to > LONGEST_STREET ? to - LONGEST_STREET : 0;
        for (guint from = least; ends && from < to; from++)
            add_split(readings, words, from, to, column);
    }
}

void ik_readings_init(ik_readings *readings, const ik_address_parts *parts,
                      const ik_address *address)
{
    *readings = (ik_readings){.items = g_array_sized_new(FALSE, FALSE, sizeof(ik_reading), 4)};
    ik_house_number number = ik_house_number_read(parts->house_number);
    if (is_written(address->house_number))
        readings->column = number;
    readings->is_borrowed = parts->street_words.items != NULL;
    if (readings->is_borrowed)
        readings->street = parts->street_words;
    else
        ik_words_init(&readings->street, parts->street);
    add(readings, &readings->street, 0, ik_words_count(&readings->street), &number);
}

void ik_readings_add_splits(ik_readings *readings, const ik_address_parts *parts,
                            const ik_address *address)
{
    bool apart =
        is_written(address->house_number) || parts->house_number == NULL || parts->street == NULL;
    g_autofree char *street = apart ? g_strdup(parts->street)
                                    : g_strconcat(parts->street, " ", parts->house_number, NULL);
    ik_words_init(&readings->whole, street);
    add_splits(readings, &readings->column);
}

void ik_readings_add_spans(ik_readings *readings, const ik_address *address)
{
    ik_words_init(&readings->line, is_written(address->street) ? address->street : address->text);
    add_spans(readings, &readings->column);
}

void ik_readings_clear(ik_readings *readings)
{
    if (readings == NULL || readings->items == NULL)
        return;
    if (!readings->is_borrowed)
        ik_words_clear(&readings->street);
    ik_words_clear(&readings->whole);
    ik_words_clear(&readings->line);
    g_array_unref(readings->items);
    readings->items = NULL;
}
