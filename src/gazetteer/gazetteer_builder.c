/* gazetteer_builder.c — taking address records, each text once and each house in a few bytes.   [gazetteer] */
#include "gazetteer_builder.h"

#include <math.h>
#include <string.h>

#include "gazetteer_layout.h"
#include "gazetteer_records.h"
#include "house_number.h"
#include "street_key.h"

enum { NUMBER_BYTES = 120, MOST_LETTERS = 26 };

typedef struct {
    guint32 ags, official_key, name; /* texts */
    guint32 number;                  /* of the spelling */
} spelling_key;

static guint hash_spelling(gconstpointer key)
{
    const spelling_key *k = key;
    return (k->ags * 2654435761u ^ k->official_key) * 2246822519u ^ k->name * 3266489917u;
}

static gboolean equal_spelling(gconstpointer a, gconstpointer b)
{
    const spelling_key *left = a, *right = b;
    return left->ags == right->ags && left->official_key == right->official_key &&
           left->name == right->name;
}

static guint32 text_number(ik_text_pool *pool, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return 0;
    gpointer number = g_hash_table_lookup(pool->numbers, text);
    if (number != NULL)
        return GPOINTER_TO_UINT(number);
    char *kept = g_string_chunk_insert(pool->storage, text);
    guint32 added = pool->texts->len;
    g_ptr_array_add(pool->texts, kept);
    g_hash_table_insert(pool->numbers, kept, GUINT_TO_POINTER(added));
    return added;
}

ik_gazetteer_builder *ik_gazetteer_builder_new(void)
{
    ik_gazetteer_builder *builder = g_new0(ik_gazetteer_builder, 1);
    builder->texts.numbers = g_hash_table_new(g_str_hash, g_str_equal);
    builder->texts.texts = g_ptr_array_new();
    builder->texts.storage = g_string_chunk_new(1 << 16);
    g_ptr_array_add(builder->texts.texts, (gpointer) "");
    builder->spellings = g_array_new(FALSE, FALSE, sizeof(ik_spelling));
    builder->spelling_numbers = g_hash_table_new_full(hash_spelling, equal_spelling, g_free, NULL);
    builder->entries = g_array_new(FALSE, FALSE, sizeof(ik_house_entry));
    builder->localities = g_array_new(FALSE, FALSE, sizeof(ik_locality_entry));
    builder->sources = g_array_new(FALSE, FALSE, sizeof(ik_source_entry));
    return builder;
}

void ik_gazetteer_builder_free(ik_gazetteer_builder *builder)
{
    if (builder == NULL)
        return;
    g_hash_table_unref(builder->texts.numbers);
    g_ptr_array_unref(builder->texts.texts);
    g_string_chunk_free(builder->texts.storage);
    g_array_unref(builder->spellings);
    g_hash_table_unref(builder->spelling_numbers);
    g_array_unref(builder->entries);
    g_array_unref(builder->localities);
    g_array_unref(builder->sources);
    g_free(builder);
}

void ik_gazetteer_builder_add_source(ik_gazetteer_builder *builder,
                                     const ik_gazetteer_source *source)
{
    ik_source_entry entry = {
        .name = text_number(&builder->texts, source->name),
        .date = text_number(&builder->texts, source->date),
        .licence = text_number(&builder->texts, source->licence),
        .attribution = text_number(&builder->texts, source->attribution),
        .kind = source->kind,
        .records = source->records,
    };
    g_array_append_val(builder->sources, entry);
}

/* The spelling's number; G_MAXUINT32 where the name has no letter and no digit. */
static guint32 spelling_number(ik_gazetteer_builder *builder, const ik_address_record *record)
{
    spelling_key wanted = {
        .ags = text_number(&builder->texts, record->ags),
        .official_key = text_number(&builder->texts, record->street_key),
        .name = text_number(&builder->texts, record->street),
    };
    const spelling_key *known = g_hash_table_lookup(builder->spelling_numbers, &wanted);
    if (known != NULL)
        return known->number;
    g_autofree char *key = ik_street_key(record->street);
    ik_spelling added = {
        .ags = wanted.ags, .official_key = wanted.official_key, .name = wanted.name};
    added.key = text_number(&builder->texts, key);
    wanted.number = added.key != 0 ? builder->spellings->len : G_MAXUINT32;
    if (added.key != 0)
        g_array_append_val(builder->spellings, added);
    g_hash_table_add(builder->spelling_numbers, g_memdup2(&wanted, sizeof wanted));
    return wanted.number;
}

static bool is_on_earth(const ik_address_record *record)
{
    return record->has_position && fabs(record->position.lon) <= 180.0 &&
           fabs(record->position.lat) <= 90.0;
}

static gint32 to_e7(double degrees)
{
    return (gint32)lround(degrees * IK_GAZETTEER_E7);
}

static bool is_text(const char *text)
{
    return text != NULL && text[0] != '\0';
}

static bool is_postcode(const char *text)
{
    return text != NULL && strlen(text) == 5 && strspn(text, "0123456789") == 5;
}

static void add_part(ik_gazetteer_builder *builder, ik_house_entry *entry,
                     const ik_house_part *part)
{
    entry->number = part->number;
    entry->suffix = text_number(&builder->texts, part->suffix);
    g_array_append_val(builder->entries, *entry);
}

/* "12a-c" is a house for each letter, since a range is one of numbers. */
static void add_letters(ik_gazetteer_builder *builder, ik_house_entry *entry,
                        const ik_house_number *number)
{
    ik_house_part part = number->parts[0];
    char to = number->parts[1].suffix[0];
    if (part.suffix[0] == '\0') {
        add_part(builder, entry, &part);
        part.suffix[0] = 'a';
    }
    bool are_letters = g_ascii_islower(part.suffix[0]) && part.suffix[1] == '\0' &&
                       g_ascii_islower(to) && number->parts[1].suffix[1] == '\0';
    for (guint n = 0; are_letters && part.suffix[0] <= to && n < MOST_LETTERS;
         n++, part.suffix[0]++)
        add_part(builder, entry, &part);
    if (!are_letters)
        add_part(builder, entry, &number->parts[1]);
}

static void add_number(ik_gazetteer_builder *builder, ik_house_entry entry,
                       const ik_house_number *number)
{
    if (number->form != IK_HOUSE_RANGE) {
        for (guint i = 0; i < number->n_parts; i++)
            add_part(builder, &entry, &number->parts[i]);
    } else if (number->parts[0].number == number->parts[1].number) {
        add_letters(builder, &entry, number);
    } else {
        entry.last = number->parts[1].number;
        add_part(builder, &entry, &number->parts[0]);
    }
}

/* Letters of a suffix that stands apart are glued to the number, whatever their length; a fraction is not. */
static void write_number(const ik_address_record *record, char *text)
{
    const char *suffix = record->suffix;
    while (g_ascii_isspace(*suffix))
        suffix++;
    g_snprintf(text, NUMBER_BYTES, "%s%s%s", record->number, g_ascii_isdigit(*suffix) ? " " : "",
               suffix);
}

/* Reads a register's number. One of which something cannot be kept is refused: without it the house would be another
 * one. */
static const char *read_written(const char *text, ik_house_number *number)
{
    bool is_whole;
    *number = ik_house_number_read_whole(text, &is_whole);
    if (number->form == IK_HOUSE_NONE)
        return "number_unreadable";
    if (is_whole)
        return NULL;
    return number->n_parts == 1 ? "suffix_too_long" : "number_unreadable";
}

/* Lists of any length, of which members may be ranges. All members or none. */
static const char *add_list(ik_gazetteer_builder *builder, const ik_house_entry *entry,
                            const char *text)
{
    ik_house_number number;
    g_auto(GStrv) members = g_strsplit_set(text, ";,", -1);
    for (guint i = 0; members[i] != NULL; i++) {
        const char *fault = read_written(members[i], &number);
        if (fault != NULL)
            return fault;
    }
    for (guint i = 0; members[i] != NULL; i++) {
        read_written(members[i], &number);
        add_number(builder, *entry, &number);
    }
    return NULL;
}

static const char *add_written(ik_gazetteer_builder *builder, const ik_house_entry *entry,
                               const char *text)
{
    ik_house_number number;
    const char *fault = read_written(text, &number);
    if (fault == NULL)
        add_number(builder, *entry, &number);
    else if (strpbrk(text, ";,") != NULL)
        fault = add_list(builder, entry, text);
    return fault;
}

static const char *add_houses(ik_gazetteer_builder *builder, ik_house_entry *entry,
                              const ik_address_record *record)
{
    if (!entry->has_position)
        return "position_missing";
    if (!is_text(record->suffix))
        return add_written(builder, entry, record->number);
    char text[NUMBER_BYTES];
    write_number(record, text);
    return add_written(builder, entry, text);
}

static const char *add_locality(ik_gazetteer_builder *builder, const ik_address_record *record)
{
    g_autofree char *key = ik_street_key(record->locality);
    ik_locality_entry entry = {
        .ags = text_number(&builder->texts, record->ags),
        .key = text_number(&builder->texts, key),
        .name = text_number(&builder->texts, record->locality),
        .kind = (guint8)record->kind,
        .has_position = is_on_earth(record),
    };
    if (entry.key == 0)
        return "no_street";
    if (entry.has_position) {
        entry.lon_e7 = to_e7(record->position.lon);
        entry.lat_e7 = to_e7(record->position.lat);
    }
    g_array_append_val(builder->localities, entry);
    return NULL;
}

static const char *add_street(ik_gazetteer_builder *builder, const ik_address_record *record)
{
    ik_house_entry entry = {
        .spelling = spelling_number(builder, record),
        .locality = text_number(&builder->texts, record->locality),
        .kind = (guint8)record->kind,
        .has_position = is_on_earth(record),
    };
    if (entry.spelling == G_MAXUINT32)
        return "no_street";
    if (is_postcode(record->postcode))
        entry.postcode = text_number(&builder->texts, record->postcode);
    if (entry.has_position) {
        entry.lon_e7 = to_e7(record->position.lon);
        entry.lat_e7 = to_e7(record->position.lat);
    }
    if (is_text(record->number))
        return add_houses(builder, &entry, record);
    g_array_append_val(builder->entries, entry);
    return NULL;
}

const char *ik_gazetteer_builder_add(ik_gazetteer_builder *builder, const ik_address_record *record)
{
    g_assert(is_text(record->ags));
    if (is_text(record->street))
        return add_street(builder, record);
    if (is_text(record->locality) && !is_text(record->number))
        return add_locality(builder, record);
    return "no_street";
}
