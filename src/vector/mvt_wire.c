/* mvt_wire.c — fields off and onto a run of bytes.   [vector] */
#include "mvt_wire.h"

#include <ideenkarte/error.h>
#include <string.h>

bool ik_wire_fail(GError **error, gsize offset, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "byte %" G_GSIZE_FORMAT ": %s", offset, message);
    return false;
}

static void skip(ik_wire_span *rest, gsize n)
{
    rest->bytes += n;
    rest->size -= n;
    rest->offset += n;
}

bool ik_wire_varint(ik_wire_span *rest, guint64 *value, GError **error)
{
    guint64 result = 0;
    for (guint i = 0; i < rest->size && i < 10; i++) {
        guint8 byte = rest->bytes[i];
        if (i == 9 && byte > 1)
            break;
        result |= (guint64)(byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            *value = result;
            skip(rest, i + 1);
            return true;
        }
    }
    return ik_wire_fail(error, rest->offset, "%s",
                        rest->size < 10 ? "a number is cut off" : "a number has over 64 bits");
}

static bool read_fixed(ik_wire_span *rest, guint size, guint64 *value, GError **error)
{
    *value = 0;
    if (rest->size < size)
        return ik_wire_fail(error, rest->offset, "a field is cut off");
    for (guint i = 0; i < size; i++)
        *value |= (guint64)rest->bytes[i] << (8 * i);
    skip(rest, size);
    return true;
}

static bool read_bytes(ik_wire_span *rest, ik_wire_field *field, GError **error)
{
    guint64 size = 0;
    if (!ik_wire_varint(rest, &size, error))
        return false;
    if (size > rest->size)
        return ik_wire_fail(error, field->offset,
                            "a field of %" G_GUINT64_FORMAT " bytes goes beyond the end", size);
    field->span = (ik_wire_span){rest->bytes, (gsize)size, rest->offset};
    skip(rest, (gsize)size);
    return true;
}

bool ik_wire_field_read(ik_wire_span *rest, ik_wire_field *field, GError **error)
{
    guint64 key = 0;
    *field = (ik_wire_field){.offset = rest->offset};
    if (!ik_wire_varint(rest, &key, error))
        return false;
    if (key >> 3 == 0 || key >> 3 > 536870911)
        return ik_wire_fail(error, field->offset, "there is no such field number");
    field->number = (guint32)(key >> 3);
    field->type = (guint32)(key & 7);
    switch (field->type) {
    case IK_WIRE_VARINT: return ik_wire_varint(rest, &field->value, error);
    case IK_WIRE_FIXED64: return read_fixed(rest, 8, &field->value, error);
    case IK_WIRE_FIXED32: return read_fixed(rest, 4, &field->value, error);
    case IK_WIRE_BYTES: return read_bytes(rest, field, error);
    default: return ik_wire_fail(error, field->offset, "wire type %u is not used", field->type);
    }
}

void ik_wire_put_varint(GByteArray *bytes, guint64 value)
{
    guint8 buffer[10];
    guint n = 0;
    for (; value >= 0x80; value >>= 7)
        buffer[n++] = (guint8)(value | 0x80);
    buffer[n++] = (guint8)value;
    g_byte_array_append(bytes, buffer, n);
}

void ik_wire_put_bytes(GByteArray *bytes, guint number, const void *data, gsize size)
{
    ik_wire_put_varint(bytes, number << 3 | IK_WIRE_BYTES);
    ik_wire_put_varint(bytes, size);
    g_byte_array_append(bytes, data, (guint)size);
}

void ik_wire_put_uint(GByteArray *bytes, guint number, guint64 value)
{
    ik_wire_put_varint(bytes, number << 3 | IK_WIRE_VARINT);
    ik_wire_put_varint(bytes, value);
}
