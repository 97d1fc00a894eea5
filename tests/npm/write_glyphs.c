/* write_glyphs.c — the glyph files that a browser needs to draw a style: FOLDER, then font names.   [tests]
 *
 *     write_glyphs out/glyphs "Noto Sans Bold" "Noto Sans Regular"
 *
 * Writes out/glyphs/Noto Sans Bold/0-255.pbf and so on, the first thirty-four ranges.
 */
#include "glyph_range.h"

#include <stdlib.h>

#define RANGES 34u /* up to general punctuation */

static bool write_range(const char *folder, const char *name, guint number, GError **error)
{
    ik_font_stack *stack = ik_font_stack_open(name, error);
    if (stack == NULL)
        return false;
    g_autoptr(GBytes) range = ik_glyph_range_encode(stack, name, number);
    ik_font_stack_close(stack);
    if (range == NULL)
        return true;
    g_autofree char *of_font = g_build_filename(folder, name, NULL);
    g_autofree char *range_name = ik_glyph_range_name(number);
    g_autofree char *path = g_strconcat(of_font, "/", range_name, ".pbf", NULL);
    gsize size = 0;
    const char *bytes = g_bytes_get_data(range, &size);
    g_mkdir_with_parents(of_font, 0777);
    return g_file_set_contents(path, bytes, (gssize)size, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    for (int i = 2; i < argc; i++)
        for (guint number = 0; number < RANGES; number++)
            if (!write_range(argv[1], argv[i], number, &error)) {
                g_printerr("write_glyphs: %s\n", error->message);
                return EXIT_FAILURE;
            }
    return EXIT_SUCCESS;
}
