/* protobuf.h — the wire format of Protocol Buffers, read.   [geodata]
 *
 * A span is a run of bytes that is read from its front. Nothing outside it is touched, whatever it holds; a span that
 * ends inside a value is broken, and then is over.
 */
#ifndef IK_PROTOBUF_H
#define IK_PROTOBUF_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const guint8 *at, *end;
    bool is_broken;
} ik_pbf_span;

typedef struct {
    guint64 number;
    guint64 value;    /* of a varint */
    ik_pbf_span span; /* of bytes, a message or packed values; else empty */
} ik_pbf_field;

static inline bool ik_pbf_break(ik_pbf_span *span)
{
    span->at = span->end;
    span->is_broken = true;
    return false;
}

/* False at the end. */
static inline bool ik_pbf_next_varint(ik_pbf_span *span, guint64 *value)
{
    guint64 sum = 0;
    if (span->at == span->end)
        return false;
    for (guint shift = 0; shift < 64 && span->at < span->end; shift += 7) {
        guint8 byte = *span->at++;
        sum |= (guint64)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            *value = sum;
            return true;
        }
    }
    return ik_pbf_break(span);
}

/* Zigzag: 0, -1, 1, -2 ... as 0, 1, 2, 3. */
static inline gint64 ik_pbf_signed(guint64 value)
{
    return (gint64)(value >> 1) ^ -(gint64)(value & 1);
}

static inline bool ik_pbf_skip(ik_pbf_span *span, guint64 size)
{
    if (size > (guint64)(span->end - span->at))
        return ik_pbf_break(span);
    span->at += size;
    return true;
}

/* The next field of a message; false at the end. */
static inline bool ik_pbf_next_field(ik_pbf_span *message, ik_pbf_field *field)
{
    guint64 key, size;
    *field = (ik_pbf_field){0};
    if (!ik_pbf_next_varint(message, &key))
        return false;
    field->number = key >> 3;
    switch (key & 7) {
    case 0: /* varint */ return ik_pbf_next_varint(message, &field->value) || ik_pbf_break(message);
    case 1: /* eight bytes */ return ik_pbf_skip(message, 8);
    case 2: /* a length, then bytes */
        if (!ik_pbf_next_varint(message, &size))
            return ik_pbf_break(message);
        field->span.at = message->at;
        if (!ik_pbf_skip(message, size))
            return false;
        field->span.end = message->at;
        return true;
    case 5: /* four bytes */ return ik_pbf_skip(message, 4);
    default: return ik_pbf_break(message);
    }
}

#endif
