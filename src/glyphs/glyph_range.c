/* glyph_range.c — 256 characters of a font stack as the file that browsers' map libraries fetch.   [glyphs] */
#include "glyph_range.h"

#include <math.h>
#include <string.h>

#include "distance_field.h"

enum { VARINT = 0, BYTES = 2 };

static void put_varint(GByteArray *out, guint value)
{
    for (; value >= 128; value >>= 7) {
        guint8 byte = (guint8)(value & 127) | 128;
        g_byte_array_append(out, &byte, 1);
    }
    guint8 last = (guint8)value;
    g_byte_array_append(out, &last, 1);
}

static void put_number(GByteArray *out, guint field, guint value)
{
    put_varint(out, field << 3 | VARINT);
    put_varint(out, value);
}

static void put_signed(GByteArray *out, guint field, int value)
{
    put_number(out, field, (guint)value << 1 ^ (value < 0 ? G_MAXUINT : 0));
}

static void put_bytes(GByteArray *out, guint field, const void *bytes, gsize size)
{
    put_varint(out, field << 3 | BYTES);
    put_varint(out, (guint)size);
    g_byte_array_append(out, bytes, (guint)size);
}

static void put_bitmap(GByteArray *out, const ik_outline *outline, const ik_field_box *box)
{
    gsize size = (gsize)(box->width + 2 * IK_FIELD_BUFFER) * (box->height + 2 * IK_FIELD_BUFFER);
    g_autofree guint8 *bitmap = g_malloc(size);
    ik_distance_field_draw(outline, box, bitmap);
    put_bytes(out, 2, bitmap, size);
}

static void put_glyph(GByteArray *out, gunichar character, ik_outline *outline,
                      const ik_font_glyph *glyph, int ascender)
{
    ik_outline_unite(outline);
    ik_field_box box = ik_distance_field_box(outline);
    put_number(out, 1, character);
    if (box.width > 0 && box.height > 0)
        put_bitmap(out, outline, &box);
    put_number(out, 3, box.width);
    put_number(out, 4, box.height);
    put_signed(out, 5, box.left);
    put_signed(out, 6, box.top - ascender);
    put_number(out, 7, (guint)MAX(0, floor(glyph->advance + 0.5)));
}

/* Appends the glyphs; false when there is none. */
static bool put_glyphs(GByteArray *out, ik_font_stack *stack, guint number)
{
    ik_outline outline;
    ik_font_glyph glyph;
    g_autoptr(GByteArray) one = g_byte_array_new();
    int ascender = (int)ceil(ik_font_stack_ascender(stack));
    bool has_glyphs = false;
    ik_outline_init(&outline);
    for (gunichar character = 256 * number; character < 256 * (number + 1); character++) {
        if (g_unichar_iscntrl(character) || !ik_font_stack_draw(stack, character, &outline, &glyph))
            continue;
        g_byte_array_set_size(one, 0);
        put_glyph(one, character, &outline, &glyph, ascender);
        put_bytes(out, 3, one->data, one->len);
        has_glyphs = true;
    }
    ik_outline_clear(&outline);
    return has_glyphs;
}

char *ik_glyph_range_name(guint number)
{
    return g_strdup_printf("%u-%u", 256 * number, 256 * number + 255);
}

GBytes *ik_glyph_range_encode(ik_font_stack *stack, const char *name, guint number)
{
    g_assert(number < IK_GLYPH_RANGES);
    g_autoptr(GByteArray) fonts = g_byte_array_new();
    g_autofree char *range = ik_glyph_range_name(number);
    put_bytes(fonts, 1, name, strlen(name));
    put_bytes(fonts, 2, range, strlen(range));
    if (!put_glyphs(fonts, stack, number))
        return NULL;
    GByteArray *file = g_byte_array_new();
    put_bytes(file, 1, fonts->data, fonts->len);
    return g_byte_array_free_to_bytes(file);
}
