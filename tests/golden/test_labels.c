/* test_labels.c — where the names of the map of NRW stand.   [tests] */
#include "test_support.h"

#include "nrw_map.h"

#include <ideenkarte/region.h>
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

static const ik_label *find_label(const ik_scene *scene, const char *name)
{
    guint n = 0;
    const ik_label *labels = ik_scene_labels(scene, &n);
    for (guint i = 0; i < n; i++)
        if (strcmp(labels[i].name, name) == 0)
            return &labels[i];
    return NULL;
}

/* Inhabitants of the municipality of that name, the largest of several; a region has more than any
 * town: regions are placed before towns.
 */
static double weight_of(const char *name)
{
    const ik_territory *territory = ik_territory_builtin();
    double most = -1;
    for (guint i = 0; i < territory->n_municipalities; i++)
        if (strcmp(territory->municipalities[i].name, name) == 0)
            most = MAX(most, territory->municipalities[i].population);
    return most >= 0 ? most : 1e9;
}

/* Whether some label that weighs more stands where the lost one would need its room: within its own
 * width and height of its point, in one direction or another.
 */
static bool is_displaced(const ik_label *lost, const ik_scene *scene)
{
    guint n = 0;
    const ik_label *labels = ik_scene_labels(scene, &n);
    int32_t width = lost->box.max_x - lost->box.min_x, height = lost->box.max_y - lost->box.min_y;
    ik_tile_point at = {2 * lost->origin.x, 2 * lost->origin.y};
    const ik_tile_box room = {at.x - 2 * width, at.y - 2 * height, at.x + 2 * width,
                              at.y + 2 * height};
    for (guint i = 0; i < n; i++)
        if (overlap(&labels[i].box, &room) && weight_of(labels[i].name) > weight_of(lost->name))
            return true;
    return false;
}

typedef struct {
    guint all, lost;
} stay_count;

static stay_count compare_zooms(const ik_scene *low, const ik_scene *high)
{
    stay_count count = {0, 0};
    guint n = 0;
    const ik_label *labels = ik_scene_labels(low, &n);
    for (guint i = 0; i < n; i++) {
        if (labels[i].text.letter_spacing > 0) /* a region: the style ends these at some zoom */
            continue;
        count.all++;
        if (find_label(high, labels[i].name) != NULL)
            continue;
        count.lost++;
        if (!is_displaced(&labels[i], high))
            fail_msg("%s is gone and nothing of more weight stands there", labels[i].name);
    }
    return count;
}

/* Who comes first does not depend on the zoom, so a name gives way to a more important one only. */
static void names_appear_with_the_zoom_and_stay(void **state)
{
    nrw_scene low, high;
    stay_count sum = {0, 0};
    nrw_scene_init(&low, *state, 6, 1);
    assert_non_null(find_label(low.scene, "Köln"));
    assert_null(find_label(low.scene, "Olpe"));
    for (guint zoom = 7; zoom <= 13; zoom++) {
        nrw_scene_init(&high, *state, zoom, 1);
        stay_count count = compare_zooms(low.scene, high.scene);
        sum.all += count.all;
        sum.lost += count.lost;
        nrw_scene_clear(&low);
        low = high;
    }
    print_message("%u of %u names stay at the next zoom\n", sum.all - sum.lost, sum.all);
    assert_true(sum.lost * 100 <= sum.all);
    assert_non_null(find_label(low.scene, "Olpe"));
    ik_label_count count = ik_scene_label_count(low.scene);
    /* and an icon of each project */
    assert_int_equal(count.wanted, 396 + 97);
    assert_int_equal(count.placed, 396 + 97);
    nrw_scene_clear(&low);
}

/* The label points of the built-in data, and the visual centres of regions and districts. */
static void every_name_stands_inside_what_it_names(void **state)
{
    const nrw_map *map = *state;
    const ik_territory *territory = ik_territory_builtin();
    g_autoptr(ik_region_set) regions = ik_region_set_new(territory);
    for (guint i = 0; i < territory->n_municipalities; i++)
        if (ik_region_set_locate(regions, territory->municipalities[i].label) != i)
            fail_msg("the name of %s stands outside", territory->municipalities[i].name);
    for (guint i = 0; i < territory->n_regions; i++) {
        guint32 at = ik_region_set_locate(
            regions, ik_division_label_point(map->division, IK_LEVEL_REGION, i));
        assert_true(at < territory->n_municipalities);
        assert_int_equal(territory->municipalities[at].region, i);
    }
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
        cmocka_unit_test(every_name_stands_inside_what_it_names),
        cmocka_unit_test(the_same_names_stand_at_the_same_places_each_time),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
