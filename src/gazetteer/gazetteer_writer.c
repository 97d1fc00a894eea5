/* gazetteer_writer.c — the arranged records as the bytes of a file.   [gazetteer]
 *
 * The sections are made in memory, in an order in which each knows what the others refer to, then put one behind the
 * other. Texts go into the file when they are first named.
 */
#include <ideenkarte/error.h>
#include <string.h>

#include "digest.h"
#include "files.h"
#include "gazetteer_arrange.h"
#include "gazetteer_layout.h"
#include "gazetteer_tree.h"

enum { ALIGNMENT = 8, MOST_LISTED = 65536, DIGITS_BIT = 26 };

typedef struct {
    const ik_arrangement *arrangement;
    GByteArray *section[IK_GAZETTEER_SECTIONS];
    guint32 *offsets;       /* of each text in STRINGS, 0: not there yet */
    guint32 *listed[2];     /* numbers of texts in SUFFIXES and POSTCODES, 0: not there yet */
    GArray *municipalities; /* of guint32: the number of each street's municipality */
} file_writer;

static void put_u16(GByteArray *out, guint32 value)
{
    guint8 bytes[] = {(guint8)value, (guint8)(value >> 8)};
    g_byte_array_append(out, bytes, sizeof bytes);
}

static void put_u32(GByteArray *out, guint32 value)
{
    guint32 bytes = GUINT32_TO_LE(value);
    g_byte_array_append(out, (const guint8 *)&bytes, sizeof bytes);
}

static void put_i32(GByteArray *out, gint32 value)
{
    put_u32(out, (guint32)value);
}

static void put_u64(GByteArray *out, guint64 value)
{
    put_u32(out, (guint32)value);
    put_u32(out, (guint32)(value >> 32));
}

static void put_u8(GByteArray *out, guint8 value)
{
    g_byte_array_append(out, &value, 1);
}

static guint32 records_in(const file_writer *writer, ik_gazetteer_section section)
{
    return writer->section[section]->len / ik_gazetteer_record_size[section];
}

static void put_text(file_writer *writer, ik_gazetteer_section section, guint32 text)
{
    GByteArray *strings = writer->section[IK_GAZETTEER_STRINGS];
    const char *bytes = writer->arrangement->texts[text];
    if (text != 0 && writer->offsets[text] == 0) {
        writer->offsets[text] = strings->len;
        g_byte_array_append(strings, (const guint8 *)bytes, (guint)strlen(bytes) + 1);
    }
    put_u32(writer->section[section], writer->offsets[text]);
}

/* The number of a text in SUFFIXES or POSTCODES. */
static guint32 list(file_writer *writer, ik_gazetteer_section section, guint32 text)
{
    guint32 *numbers = writer->listed[section - IK_GAZETTEER_SUFFIXES];
    if (text != 0 && numbers[text] == 0) {
        numbers[text] = records_in(writer, section);
        put_text(writer, section, text);
    }
    return numbers[text];
}

static const ik_street_row *street_row(const file_writer *writer, guint32 street)
{
    return &g_array_index(writer->arrangement->streets, ik_street_row, street);
}

static const ik_locality_entry *locality_row(const file_writer *writer, guint32 locality)
{
    return &g_array_index(writer->arrangement->localities, ik_locality_entry, locality);
}

static guint32 length_of_key(const char *key, guint32 *letters)
{
    *letters = 0;
    for (const char *at = key; *at != '\0'; at++) {
        if (g_ascii_islower(*at))
            *letters |= 1u << (*at - 'a');
        else if (g_ascii_isdigit(*at))
            *letters |= 1u << DIGITS_BIT;
    }
    return (guint32)strlen(key);
}

static void write_street(file_writer *writer, const ik_street_row *street, guint32 municipality)
{
    GByteArray *out = writer->section[IK_GAZETTEER_STREETS];
    guint32 letters, radius;
    guint32 length = length_of_key(writer->arrangement->texts[street->key], &letters);
    memcpy(&radius, &street->radius_m, sizeof radius);
    put_text(writer, IK_GAZETTEER_STREETS, street->name);
    put_text(writer, IK_GAZETTEER_STREETS, street->key);
    put_text(writer, IK_GAZETTEER_STREETS, street->official_key);
    put_text(writer, IK_GAZETTEER_STREETS, street->locality);
    put_u32(out, municipality);
    put_u32(out, street->first_house);
    put_u32(out, street->n_houses);
    put_i32(out, street->lon_e7);
    put_i32(out, street->lat_e7);
    put_u32(out, radius);
    put_u32(out, letters);
    put_u16(out, length);
    put_u8(out, street->kind);
    put_u8(out, street->has_position);
}

static void write_locality(file_writer *writer, const ik_locality_entry *locality,
                           guint32 municipality)
{
    GByteArray *out = writer->section[IK_GAZETTEER_LOCALITIES];
    put_text(writer, IK_GAZETTEER_LOCALITIES, locality->name);
    put_text(writer, IK_GAZETTEER_LOCALITIES, locality->key);
    put_u32(out, municipality);
    put_i32(out, locality->lon_e7);
    put_i32(out, locality->lat_e7);
    put_u32(out, locality->has_position);
}

/* Streets and localities both stand by AGS: one pass over the two. */
static void write_municipalities(file_writer *writer)
{
    GByteArray *out = writer->section[IK_GAZETTEER_MUNICIPALITIES];
    guint32 n_streets = writer->arrangement->streets->len, street = 0;
    guint32 n_localities = writer->arrangement->localities->len, locality = 0;
    for (guint32 number = 0; street < n_streets || locality < n_localities; number++) {
        guint32 first_street = street, first_locality = locality;
        guint32 ags = street < n_streets ? street_row(writer, street)->ags : G_MAXUINT32;
        if (locality < n_localities)
            ags = MIN(ags, locality_row(writer, locality)->ags);
        for (; street < n_streets && street_row(writer, street)->ags == ags; street++) {
            write_street(writer, street_row(writer, street), number);
            g_array_append_val(writer->municipalities, number);
        }
        for (; locality < n_localities && locality_row(writer, locality)->ags == ags; locality++)
            write_locality(writer, locality_row(writer, locality), number);
        put_text(writer, IK_GAZETTEER_MUNICIPALITIES, ags);
        put_u32(out, first_street);
        put_u32(out, street - first_street);
        put_u32(out, first_locality);
        put_u32(out, locality - first_locality);
    }
}

static void write_houses(file_writer *writer)
{
    GByteArray *out = writer->section[IK_GAZETTEER_HOUSES];
    GByteArray *ranges = writer->section[IK_GAZETTEER_RANGES];
    for (guint32 i = 0; i < writer->arrangement->n_entries; i++) {
        const ik_house_entry *house = &writer->arrangement->entries[i];
        put_u16(out, house->number);
        put_u16(out, list(writer, IK_GAZETTEER_SUFFIXES, house->suffix));
        put_i32(out, house->lon_e7);
        put_i32(out, house->lat_e7);
        put_u16(out, list(writer, IK_GAZETTEER_POSTCODES, house->postcode));
        put_u8(out, house->kind);
        put_u8(out, house->last != 0);
        if (house->last == 0)
            continue;
        put_u32(ranges, i);
        put_u16(ranges, house->last);
        put_u16(ranges, 0);
    }
}

/* A table at least half of which is free, of `n` things. */
static guint32 *new_table(guint32 n, guint32 *size)
{
    *size = 1;
    while (*size < 2 * (guint64)n)
        *size *= 2;
    guint32 *table = g_new(guint32, *size);
    memset(table, 0xFF, *size * sizeof *table); /* IK_GAZETTEER_FREE */
    return table;
}

static void enter(guint32 *table, guint32 size, guint32 hash, guint32 value)
{
    guint32 place = hash & (size - 1);
    while (table[place] != IK_GAZETTEER_FREE)
        place = (place + 1) & (size - 1);
    table[place] = value;
}

static void write_table(file_writer *writer, ik_gazetteer_section section, const guint32 *table,
                        guint32 size)
{
    for (guint32 i = 0; i < size; i++)
        put_u32(writer->section[section], table[i]);
}

static void write_street_table(file_writer *writer)
{
    guint32 size, n = writer->arrangement->streets->len;
    g_autofree guint32 *table = new_table(n, &size);
    for (guint32 i = 0; i < n; i++) {
        const ik_street_row *street = street_row(writer, i);
        const ik_street_row *former = i > 0 ? street_row(writer, i - 1) : NULL;
        if (former != NULL && former->ags == street->ags && former->key == street->key)
            continue;
        guint32 municipality = g_array_index(writer->municipalities, guint32, i);
        enter(table, size,
              ik_gazetteer_hash(municipality + 1, writer->arrangement->texts[street->key]), i);
    }
    write_table(writer, IK_GAZETTEER_STREET_TABLE, table, size);
}

static gint compare_u64(gconstpointer a, gconstpointer b)
{
    guint64 left = *(const guint64 *)a, right = *(const guint64 *)b;
    return left < right ? -1 : left > right;
}

static void write_keys(file_writer *writer)
{
    guint32 size, n = writer->arrangement->streets->len, former = 0;
    g_autofree guint32 *table = new_table(n, &size);
    g_autoptr(GArray) sorted = g_array_sized_new(FALSE, FALSE, sizeof(guint64), n);
    for (guint32 i = 0; i < n; i++) {
        guint64 key_and_street = (guint64)street_row(writer, i)->key << 32 | i;
        g_array_append_val(sorted, key_and_street);
    }
    g_array_sort(sorted, compare_u64);
    for (guint32 i = 0; i < n; i++) {
        guint64 key_and_street = g_array_index(sorted, guint64, i);
        guint32 key = (guint32)(key_and_street >> 32);
        put_u32(writer->section[IK_GAZETTEER_BY_KEY], (guint32)key_and_street);
        if (key != former)
            enter(table, size, ik_gazetteer_hash(0, writer->arrangement->texts[key]), i);
        former = key;
    }
    write_table(writer, IK_GAZETTEER_KEY_TABLE, table, size);
}

static ik_street_box box_of(const file_writer *writer, guint32 number)
{
    const ik_street_row *street = street_row(writer, number);
    ik_street_box box = {street->lon_e7, street->lat_e7, street->lon_e7, street->lat_e7, number};
    for (guint32 i = 0; i < street->n_houses; i++) {
        const ik_house_entry *house = &writer->arrangement->entries[street->first_house + i];
        box.west = MIN(box.west, house->lon_e7);
        box.south = MIN(box.south, house->lat_e7);
        box.east = MAX(box.east, house->lon_e7);
        box.north = MAX(box.north, house->lat_e7);
    }
    return box;
}

static void write_tree(file_writer *writer)
{
    g_autoptr(GArray) boxes = g_array_new(FALSE, FALSE, sizeof(ik_street_box));
    for (guint32 i = 0; i < writer->arrangement->streets->len; i++) {
        if (!street_row(writer, i)->has_position)
            continue;
        ik_street_box box = box_of(writer, i);
        g_array_append_val(boxes, box);
    }
    g_autoptr(GArray) nodes = ik_gazetteer_tree_new(boxes);
    GByteArray *out = writer->section[IK_GAZETTEER_NODES];
    for (guint i = 0; i < nodes->len; i++) {
        const ik_tree_node *node = &g_array_index(nodes, ik_tree_node, i);
        put_i32(out, node->west);
        put_i32(out, node->south);
        put_i32(out, node->east);
        put_i32(out, node->north);
        put_u32(out, node->child);
        put_u32(out, node->n_children);
    }
}

static void write_sources(file_writer *writer)
{
    GByteArray *out = writer->section[IK_GAZETTEER_SOURCES];
    for (guint i = 0; i < writer->arrangement->sources->len; i++) {
        const ik_source_entry *source =
            &g_array_index(writer->arrangement->sources, ik_source_entry, i);
        put_text(writer, IK_GAZETTEER_SOURCES, source->name);
        put_text(writer, IK_GAZETTEER_SOURCES, source->date);
        put_text(writer, IK_GAZETTEER_SOURCES, source->licence);
        put_text(writer, IK_GAZETTEER_SOURCES, source->attribution);
        put_u32(out, source->kind);
        put_u32(out, 0);
        put_u64(out, source->records);
    }
}

static guint64 aligned(guint64 offset)
{
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Puts head and sections behind each other; releases the sections. */
static GByteArray *assemble(file_writer *writer)
{
    guint64 size = IK_GAZETTEER_HEAD;
    GByteArray *file = g_byte_array_new();
    g_byte_array_append(file, (const guint8 *)IK_GAZETTEER_MAGIC, IK_GAZETTEER_AT_VERSION);
    put_u32(file, IK_GAZETTEER_VERSION);
    put_u32(file, IK_GAZETTEER_SECTIONS);
    for (guint i = 0; i < IK_GAZETTEER_SECTIONS; i++)
        size = aligned(size) + writer->section[i]->len;
    put_u64(file, size);
    put_u64(file, 0);
    put_u64(file, 0);
    size = IK_GAZETTEER_HEAD;
    for (guint i = 0; i < IK_GAZETTEER_SECTIONS; i++) {
        put_u64(file, aligned(size));
        put_u32(file, records_in(writer, i));
        put_u32(file, ik_gazetteer_record_size[i]);
        size = aligned(size) + writer->section[i]->len;
    }
    for (guint i = 0; i < IK_GAZETTEER_SECTIONS; i++) {
        while (file->len % ALIGNMENT != 0)
            put_u8(file, 0);
        g_byte_array_append(file, writer->section[i]->data, writer->section[i]->len);
        g_byte_array_set_size(writer->section[i], 0);
    }
    return file;
}

static void seal(GByteArray *file)
{
    ik_hash128 hash =
        ik_hash128_of(file->data + IK_GAZETTEER_AT_TABLE, file->len - IK_GAZETTEER_AT_TABLE);
    guint64 halves[] = {GUINT64_TO_LE(hash.low), GUINT64_TO_LE(hash.high)};
    memcpy(file->data + IK_GAZETTEER_AT_CHECKSUM, halves, sizeof halves);
}

static void init_writer(file_writer *writer, const ik_arrangement *arrangement)
{
    *writer = (file_writer){.arrangement = arrangement};
    for (guint i = 0; i < IK_GAZETTEER_SECTIONS; i++)
        writer->section[i] = g_byte_array_new();
    writer->municipalities = g_array_new(FALSE, FALSE, sizeof(guint32));
    writer->offsets = g_new0(guint32, arrangement->n_texts);
    put_u8(writer->section[IK_GAZETTEER_STRINGS], 0);
    for (guint i = 0; i < G_N_ELEMENTS(writer->listed); i++) {
        writer->listed[i] = g_new0(guint32, arrangement->n_texts);
        put_u32(writer->section[IK_GAZETTEER_SUFFIXES + i], 0);
    }
}

static void clear_writer(file_writer *writer)
{
    for (guint i = 0; i < IK_GAZETTEER_SECTIONS; i++)
        g_byte_array_unref(writer->section[i]);
    g_array_unref(writer->municipalities);
    g_free(writer->offsets);
    g_free(writer->listed[0]);
    g_free(writer->listed[1]);
}

static bool check_lists(const file_writer *writer, const char *path, GError **error)
{
    for (ik_gazetteer_section i = IK_GAZETTEER_SUFFIXES; i <= IK_GAZETTEER_POSTCODES; i++) {
        if (records_in(writer, i) <= MOST_LISTED)
            continue;
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: more than %d different %s", path,
                    MOST_LISTED - 1,
                    i == IK_GAZETTEER_SUFFIXES ? "suffixes of house numbers" : "postcodes");
        return false;
    }
    return true;
}

bool ik_gazetteer_builder_write(ik_gazetteer_builder *builder, const char *path,
                                ik_gazetteer_counts *counts, GError **error)
{
    g_auto(ik_arrangement) arrangement;
    file_writer writer;
    ik_arrangement_init(&arrangement, builder);
    init_writer(&writer, &arrangement);
    write_municipalities(&writer);
    write_houses(&writer);
    write_street_table(&writer);
    write_keys(&writer);
    write_tree(&writer);
    write_sources(&writer);
    arrangement.counts.municipalities = records_in(&writer, IK_GAZETTEER_MUNICIPALITIES);
    bool is_written = check_lists(&writer, path, error);
    if (is_written) {
        g_autoptr(GByteArray) file = assemble(&writer);
        seal(file);
        is_written = ik_replace_file(path, file->data, file->len, error);
    }
    clear_writer(&writer);
    if (counts != NULL)
        *counts = arrangement.counts;
    return is_written;
}
