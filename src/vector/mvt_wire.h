/* mvt_wire.h — Protocol Buffers as far as a vector tile needs them.   [vector]
 *
 *   key     varint: field number << 3 | wire type
 *   0       varint, least significant 7 bits first
 *   1, 5    8 and 4 bytes, little-endian
 *   2       varint length, bytes
 *
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
#ifndef IK_MVT_WIRE_H
#define IK_MVT_WIRE_H

#include <glib.h>
#include <stdbool.h>

enum { IK_WIRE_VARINT = 0, IK_WIRE_FIXED64 = 1, IK_WIRE_BYTES = 2, IK_WIRE_FIXED32 = 5 };

/* Bytes somewhere in a tile; borrowed. */
typedef struct {
    const guint8 *bytes;
    gsize size;
    gsize offset; /* of bytes[0] in the tile, for messages */
} ik_wire_span;

typedef struct {
    guint32 number, type;
    guint64 value;     /* varint and fixed */
    ik_wire_span span; /* wire type 2 */
    gsize offset;      /* of the key in the tile */
} ik_wire_field;

/* Sets INPUT with the byte's offset in front of the message. Always false. */
bool ik_wire_fail(GError **error, gsize offset, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Takes a varint off the front of `rest`. INPUT when it is cut off or longer than 64 bits. */
bool ik_wire_varint(ik_wire_span *rest, guint64 *value, GError **error);

/* Takes a field off the front of `rest`, whose size is not 0. INPUT when it goes beyond the end. */
bool ik_wire_field_read(ik_wire_span *rest, ik_wire_field *field, GError **error);

void ik_wire_put_varint(GByteArray *bytes, guint64 value);
void ik_wire_put_bytes(GByteArray *bytes, guint number, const void *data, gsize size);
void ik_wire_put_uint(GByteArray *bytes, guint number, guint64 value);

static inline guint32 ik_wire_zigzag(gint32 value)
{
    return ((guint32)value << 1) ^ (value < 0 ? G_MAXUINT32 : 0u);
}

#endif
