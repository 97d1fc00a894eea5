/* test_build_limits.c — options out of range are errors, not crashes.   [tests] */
#include "test_support.h"

#include <ideenkarte/build.h>
#include <ideenkarte/error.h>

static void zooms_out_of_range_are_refused_before_anything_is_written(void **state)
{
    (void)state;
    static const int wrong[][2] = {{12, 5}, {0, 19}, {19, 25}};
    g_autofree char *example = ik_test_source_path("examples/das-machen-wir");
    char *folder = ik_test_folder_new();
    g_autofree char *output = g_build_filename(folder, "out", NULL);
    g_autoptr(ik_workspace) workspace = ik_workspace_open(example, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;
        const ik_build_options options = {
            .output = output, .min_zoom = wrong[i][0], .max_zoom = wrong[i][1]};
        assert_false(ik_build(workspace, &options, NULL, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "expected 0 to 18, the smaller one first");
        assert_false(g_file_test(output, G_FILE_TEST_EXISTS));
    }
    ik_test_folder_remove(folder);
}

static void pictures_of_impossible_sizes_are_refused(void **state)
{
    (void)state;
    static const struct {
        guint width_px;
        double pixel_ratio;
    } wrong[] = {{0, 1}, {159, 1}, {20001, 1}, {400, 0}, {400, 1.3}, {400, 4}, {400, -1}};
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;
        const ik_render_options options = {.box = {6, 51, 7, 52},
                                           .width_px = wrong[i].width_px,
                                           .pixel_ratio = wrong[i].pixel_ratio};
        assert_false(ik_render_file(&options, NULL, "never.png", &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "expected 160 to 20000");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zooms_out_of_range_are_refused_before_anything_is_written),
        cmocka_unit_test(pictures_of_impossible_sizes_are_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
