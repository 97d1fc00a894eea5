/* publish_place.h — what the tests of publishing share: a folder to publish in, a small output.   [tests] */
#ifndef IK_PUBLISH_PLACE_H
#define IK_PUBLISH_PLACE_H

#include <ideenkarte/error.h>
#include <string.h>

#include "publish.h"
#include "test_support.h"

static const char MARKER[] = "manifest.json";

typedef struct {
    char *folder, *target; /* the target is FOLDER/map */
} place;

static inline int make_place(void **state)
{
    place *p = g_new(place, 1);
    p->folder = ik_test_folder_new();
    p->target = g_build_filename(p->folder, "map", NULL);
    *state = p;
    return 0;
}

static inline int remove_place(void **state)
{
    place *p = *state;
    ik_test_folder_remove(p->folder);
    g_free(p->target);
    g_free(p);
    return 0;
}

/* Publishes a marker and files that hold `text`; false on any error. */
static inline bool publish(const char *target, const char *text, GError **error)
{
    g_autoptr(ik_stage) stage = ik_stage_open(target, MARKER, error);
    return stage != NULL &&
           ik_write_file(ik_stage_folder(stage), MARKER, text, strlen(text), error) &&
           ik_write_file(ik_stage_folder(stage), "tiles/1/0/0.png", text, strlen(text), error) &&
           ik_stage_commit(stage, error);
}

static inline void publish_well(const char *target, const char *text)
{
    GError *error = NULL;
    bool ok = publish(target, text, &error);
    ik_assert_no_error(error);
    assert_true(ok);
}

static inline void expect_refused(const char *target, ik_error_code code, const char *part)
{
    GError *error = NULL;
    assert_null(ik_stage_open(target, MARKER, &error));
    ik_assert_error(error, IK_ERROR, (int)code, part);
    g_clear_error(&error);
}

/* The folder around the target holds exactly these names, sorted, joined by blanks. */
static inline void expect_names(const char *folder, const char *expected)
{
    g_autoptr(GDir) stream = g_dir_open(folder, 0, NULL);
    g_autoptr(GString) names = g_string_new(NULL);
    g_autoptr(GList) list = NULL;
    for (const char *name; (name = g_dir_read_name(stream)) != NULL;)
        list = g_list_insert_sorted(list, g_strdup(name), (GCompareFunc)strcmp);
    for (GList *item = list; item != NULL; item = item->next) {
        g_string_append_printf(names, "%s%s", item == list ? "" : " ", (char *)item->data);
        g_free(item->data);
    }
    assert_string_equal(names->str, expected);
}

static inline void expect_output(const char *target, const char *text)
{
    static const char *const names[] = {"manifest.json", "tiles/1/0/0.png"};
    g_auto(GStrv) files = ik_list_files(target, NULL);
    assert_int_equal(g_strv_length(files), 2);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(target, names[i], NULL);
        g_autofree char *content = ik_test_file_read(path, NULL);
        assert_string_equal(content, text);
    }
}

#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

#endif
