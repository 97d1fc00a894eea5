/* test_labels.c — where the names of the map of NRW stand.   [tests] */
#include "test_support.h"

#include "nrw_map.h"

#include <string.h>

static bool overlap(const ik_tile_box *a, const ik_tile_box *b)
{
    return a->min_x <= b->max_x && b->min_x <= a->max_x && a->min_y <= b->max_y &&
           b->min_y <= a->max_y;
}

static void no_two_labels_touch_at_any_zoom(void **state)
{
    for (guint zoom = 5; zoom <= 13; zoom++) {
        nrw_scene scene;
        guint n = 0;
        nrw_scene_init(&scene, *state, zoom, 1);
        const ik_label *labels = ik_scene_labels(scene.scene, &n);
        for (guint i = 0; i < n; i++)
            for (guint k = i + 1; k < n; k++)
                if (overlap(&labels[i].box, &labels[k].box))
                    fail_msg("zoom %u: %s touches %s", zoom, labels[i].name, labels[k].name);
        nrw_scene_clear(&scene);
    }
}

static bool has_label(const ik_scene *scene, const char *text)
{
    guint n = 0;
    const ik_label *labels = ik_scene_labels(scene, &n);
    for (guint i = 0; i < n; i++)
        if (strcmp(labels[i].name, text) == 0)
            return true;
    return false;
}

static void names_appear_with_the_zoom_and_stay(void **state)
{
    nrw_scene low, high;
    guint n = 0, lost = 0, all = 0;
    nrw_scene_init(&low, *state, 6, 1);
    assert_true(has_label(low.scene, "Köln"));
    assert_false(has_label(low.scene, "Olpe"));
    for (guint zoom = 7; zoom <= 12; zoom++) {
        nrw_scene_init(&high, *state, zoom, 1);
        const ik_label *labels = ik_scene_labels(low.scene, &n);
        for (guint i = 0; i < n; i++) {
            bool is_region = labels[i].text.letter_spacing > 0;
            all++;
            lost += !is_region && !has_label(high.scene, labels[i].name);
        }
        nrw_scene_clear(&low);
        low = high;
    }
    /* A more important one may take the room; with names this rarely happens. */
    assert_true(lost * 100 <= all);
    assert_true(has_label(low.scene, "Olpe"));
    ik_label_count count = ik_scene_label_count(low.scene);
    assert_int_equal(count.wanted, 396);
    assert_true(count.placed >= 395);
    nrw_scene_clear(&low);
}

static void the_same_names_stand_at_the_same_places_each_time(void **state)
{
    nrw_scene a, b;
    guint n = 0, m = 0;
    nrw_scene_init(&a, *state, 9, 1);
    nrw_scene_init(&b, *state, 9, 2);
    const ik_label *first = ik_scene_labels(a.scene, &n);
    const ik_label *second = ik_scene_labels(b.scene, &m);
    assert_int_equal(n, m);
    for (guint i = 0; i < n; i++) {
        assert_string_equal(first[i].name, second[i].name);
        assert_memory_equal(&first[i].origin, &second[i].origin, sizeof(ik_tile_point));
    }
    nrw_scene_clear(&a);
    nrw_scene_clear(&b);
}

static nrw_map the_map;

static int set_up(void **state)
{
    nrw_map_init(&the_map);
    *state = &the_map;
    return 0;
}

static int tear_down(void **state)
{
    nrw_map_clear(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_labels_touch_at_any_zoom),
        cmocka_unit_test(names_appear_with_the_zoom_and_stay),
        cmocka_unit_test(the_same_names_stand_at_the_same_places_each_time),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
