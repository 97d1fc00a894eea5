/* gazetteer_layout.h — the bytes of a gazetteer file.   [gazetteer]
 *
 * All numbers are little-endian and stand without gaps; sections begin at multiples of eight. Strings are offsets
 * into the section STRINGS, where each ends with NUL;
 * offset 0 is "".
 *
 *   Head       0  8  "IKGAZ\r\n\x1a": a transfer as text would change it
 *              8  4  version (IK_GAZETTEER_VERSION)
 *             12  4  number of sections (IK_GAZETTEER_SECTIONS)
 *             16  8  bytes of the file
 *             24 16  XXH3 (128 bit, low half first) of all bytes behind it, from 40 on
 *             40     per section: 8 offset, 4 count of records, 4 bytes of a record
 *
 *   STRINGS (1)        the texts in the order of their first use, each once
 *   MUNICIPALITIES (20)  0 AGS   4 first street   8 streets  12 first locality  16 localities; by AGS
 *   STREETS (48)       0 name    4 key            8 official key  12 locality   16 municipality
 *                     20 first house  24 houses  28 longitude  32 latitude  36 radius (float, metres)
 *                     40 letters of the key (bit 0 is a; bit 26: digits)  44 u16 bytes of the key
 *                     46 u8 kind  47 u8 1: has a position; by municipality, key, official key
 *   HOUSES (16)        0 u16 number  2 u16 suffix  4 longitude  8 latitude  12 u16 postcode
 *                     14 u8 kind  15 u8 1: has a record in RANGES; by street, number, suffix, last, position
 *   RANGES (8)         0 house  4 u16 last number  6 u16 zero; by house
 *   LOCALITIES (24)    0 name  4 key  8 municipality  12 longitude  16 latitude  20 1: has a position;
 *                      by municipality, key, name
 *   SUFFIXES (4)       string; number 0 is ""
 *   POSTCODES (4)      string; number 0 is ""
 *   STREET_TABLE (4)   hash table of (municipality, key): number of the first such street, or IK_GAZETTEER_FREE.
 *                      The size is a power of two; a place that is taken sends on to the next one
 *   BY_KEY (4)         streets by key, then number
 *   KEY_TABLE (4)      hash table of keys: place in BY_KEY of the first such street, or IK_GAZETTEER_FREE
 *   NODES (24)         R-tree over the boxes of streets: 0 west  4 south  8 east  12 north  16 child  20 children.
 *                      The streets come first (child: number of the street, no children), along a Hilbert curve; then
 *                      level by level their parents (child: first of up to IK_GAZETTEER_FANOUT neighbours); the root
 *                      is last
 *   SOURCES (32)       0 name  4 date  8 licence  12 attribution  16 kind  20 zero  24 u64 records
 *
 * Longitudes and latitudes are signed, in 1e-7 degrees ("e7"); all else is unsigned, 32 bits where nothing is said.
 */
#ifndef IK_GAZETTEER_LAYOUT_H
#define IK_GAZETTEER_LAYOUT_H

#include <glib.h>

#define IK_GAZETTEER_MAGIC   "IKGAZ\r\n\x1a"
#define IK_GAZETTEER_VERSION 1u
#define IK_GAZETTEER_FREE    G_MAXUINT32
#define IK_GAZETTEER_FANOUT  16u
#define IK_GAZETTEER_E7      1e7

enum {
    IK_GAZETTEER_AT_VERSION = 8,
    IK_GAZETTEER_AT_SECTIONS = 12,
    IK_GAZETTEER_AT_SIZE = 16,
    IK_GAZETTEER_AT_CHECKSUM = 24,
    IK_GAZETTEER_AT_TABLE = 40, /* the checksum is of what stands from here on */
    IK_GAZETTEER_TABLE_ENTRY = 16
};

typedef enum {
    IK_GAZETTEER_STRINGS,
    IK_GAZETTEER_MUNICIPALITIES,
    IK_GAZETTEER_STREETS,
    IK_GAZETTEER_HOUSES,
    IK_GAZETTEER_RANGES,
    IK_GAZETTEER_LOCALITIES,
    IK_GAZETTEER_SUFFIXES,
    IK_GAZETTEER_POSTCODES,
    IK_GAZETTEER_STREET_TABLE,
    IK_GAZETTEER_BY_KEY,
    IK_GAZETTEER_KEY_TABLE,
    IK_GAZETTEER_NODES,
    IK_GAZETTEER_SOURCES,
    IK_GAZETTEER_SECTIONS
} ik_gazetteer_section;

enum {
    IK_GAZETTEER_HEAD = IK_GAZETTEER_AT_TABLE + IK_GAZETTEER_SECTIONS * IK_GAZETTEER_TABLE_ENTRY
};

/* Bytes of a record of each section. */
static const guint8 ik_gazetteer_record_size[IK_GAZETTEER_SECTIONS] = {1, 20, 48, 16, 8,  24, 4,
                                                                       4, 4,  4,  4,  24, 32};

/* What the hash tables are asked with: FNV-1a over the key's bytes, begun with the municipality (0 for KEY_TABLE, else
 * its number + 1), the bits mixed at the end. */
static inline guint32 ik_gazetteer_hash(guint32 seed, const char *key)
{
    guint32 hash = 2166136261u ^ (seed * 2654435761u);
    for (; *key != '\0'; key++)
        hash = (hash ^ (guint8)*key) * 16777619u;
    hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
    return hash ^ (hash >> 13);
}

#endif
