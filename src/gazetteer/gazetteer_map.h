/* gazetteer_map.h — a mapped gazetteer, for the files that read it.   [gazetteer] */
#ifndef IK_GAZETTEER_MAP_H
#define IK_GAZETTEER_MAP_H

#include <string.h>

#include "gazetteer.h"
#include "gazetteer_layout.h"

typedef struct {
    const guint8 *data; /* borrowed from the file */
    guint32 count;      /* of records, all of which lie in the file */
} ik_gazetteer_records;

struct ik_gazetteer {
    GMappedFile *file; /* owned */
    char *name;        /* for messages, owned */
    ik_gazetteer_records section[IK_GAZETTEER_SECTIONS];
};

static inline guint16 ik_read_u16(const guint8 *at)
{
    return (guint16)(at[0] | at[1] << 8);
}

static inline guint32 ik_read_u32(const guint8 *at)
{
    guint32 value;
    memcpy(&value, at, sizeof value);
    return GUINT32_FROM_LE(value);
}

static inline gint32 ik_read_i32(const guint8 *at)
{
    return (gint32)ik_read_u32(at);
}

static inline guint64 ik_read_u64(const guint8 *at)
{
    return ik_read_u32(at) | (guint64)ik_read_u32(at + 4) << 32;
}

/* A record, NULL where there is none of this number. */
static inline const guint8 *ik_gazetteer_record(const ik_gazetteer *gazetteer,
                                                ik_gazetteer_section section, guint32 number)
{
    const ik_gazetteer_records *records = &gazetteer->section[section];
    if (number >= records->count)
        return NULL;
    return records->data + (gsize)number * ik_gazetteer_record_size[section];
}

/* The string at an offset, "" outside: the section ends with NUL. In a damaged file it may be no valid UTF-8. */
static inline const char *ik_gazetteer_string(const ik_gazetteer *gazetteer, guint32 offset)
{
    const ik_gazetteer_records *strings = &gazetteer->section[IK_GAZETTEER_STRINGS];
    return offset < strings->count ? (const char *)strings->data + offset : "";
}

/* A range inside the `count` records that there are. */
static inline ik_gazetteer_range ik_gazetteer_clip(guint32 first, guint32 n, guint32 count)
{
    if (first >= count)
        return (ik_gazetteer_range){count, 0};
    return (ik_gazetteer_range){first, MIN(n, count - first)};
}

static inline ik_lonlat ik_gazetteer_position(const guint8 *at)
{
    return (ik_lonlat){
        .lon = CLAMP(ik_read_i32(at) / IK_GAZETTEER_E7, -180.0, 180.0),
        .lat = CLAMP(ik_read_i32(at + 4) / IK_GAZETTEER_E7, -90.0, 90.0),
    };
}

#endif
