/* style_picture_fixture.h — a style sheet with one source as a picture.   [tests]
 *
 * The picture has 600 by 100 pixels around 0° N 0° E; at zoom 2 four tiles meet at its pixel 300, 50, and a tile has
 * 512 pixels.
 */
#ifndef STYLE_PICTURE_FIXTURE_H
#define STYLE_PICTURE_FIXTURE_H

#include "test_support.h"

#include <ideenkarte/build.h>

#include "png_reader.h"

typedef struct {
    char *folder;
    GPtrArray *notes;
} picture_test;

static inline void take_note(const char *note, gpointer data)
{
    g_ptr_array_add(data, g_strdup(note));
}

static inline char *style_text(const char *source, const char *layers)
{
    return g_strdup_printf(
        "{\"version\": 8, \"sources\": {\"s\": %s}, \"layers\": [{\"id\": \"g\", "
        "\"type\": \"background\", \"paint\": {\"background-color\": \"#fff\"}}, "
        "%s]}",
        source, layers);
}

static inline bool render(const picture_test *test, const char *source, const char *layers,
                          double zoom, ik_png_image *image, GError **error)
{
    g_autofree char *text = style_text(source, layers);
    g_autofree char *style = ik_test_file_write(test->folder, "style.json", text, -1);
    g_autofree char *path = g_build_filename(test->folder, "out.png", NULL);
    const ik_style_picture picture = {.style = style,
                                      .has_center = true,
                                      .has_zoom = true,
                                      .zoom = zoom,
                                      .width_px = 600,
                                      .height_px = 100,
                                      .pixel_ratio = 1,
                                      .note = take_note,
                                      .note_data = test->notes};
    gsize size;
    g_ptr_array_set_size(test->notes, 0);
    if (!ik_render_style(&picture, NULL, path, error))
        return false;
    char *bytes = ik_test_file_read(path, &size);
    g_autoptr(GBytes) png = g_bytes_new_take(bytes, size);
    assert_true(ik_png_read(png, 1000000, "out.png", image, error));
    return true;
}

static inline void assert_pixel(const ik_png_image *image, guint x, guint y, uint32_t expected)
{
    uint32_t found = image->pixels[(gsize)y * image->width + x];
    for (int shift = 0; shift < 32; shift += 8)
        if (ABS((int)(found >> shift & 0xff) - (int)(expected >> shift & 0xff)) > 1)
            fail_msg("pixel %u, %u is %08x, expected %08x", x, y, found, expected);
}

static inline int set_up(void **state)
{
    picture_test *test = g_new0(picture_test, 1);
    test->folder = ik_test_folder_new();
    test->notes = g_ptr_array_new_with_free_func(g_free);
    *state = test;
    return 0;
}

static inline int tear_down(void **state)
{
    picture_test *test = *state;
    ik_test_folder_remove(test->folder);
    g_ptr_array_unref(test->notes);
    g_free(test);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
