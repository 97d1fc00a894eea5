/* style_view_reader.c — reading name, first view, glyphs and sprites of a style.   [style] */
#include "expression_node.h"
#include "style_record.h"

#include <string.h>

static bool read_sprite(ik_style_reader *reader, ik_json_value json, ik_style_sprite *sprite)
{
    ik_compiler *compiler = &reader->compiler;
    if (!ik_compiler_check_type(compiler, json, IK_JSON_OBJECT) ||
        !ik_compiler_get_text(compiler, json, "id", &sprite->id) ||
        !ik_compiler_get_text(compiler, json, "url", &sprite->url))
        return false;
    if (sprite->id == NULL || sprite->url == NULL)
        return ik_compiler_fail(compiler, "expected \"id\" and \"url\"");
    for (guint i = 0; i < reader->style->n_sprites; i++)
        if (strcmp(reader->style->sprites[i].id, sprite->id) == 0)
            return ik_compiler_fail(compiler, "id \"%s\" is that of sprite[%u] too", sprite->id, i);
    return true;
}

static bool read_sprites(ik_style_reader *reader, ik_json_value root)
{
    ik_style *style = reader->style;
    ik_compiler *compiler = &reader->compiler;
    ik_json_value json = ik_json_member(root, "sprite");
    if (!ik_json_exists(json))
        return true;
    gsize length = ik_compiler_enter_key(compiler, "sprite");
    bool is_list = ik_json_type_of(json) == IK_JSON_ARRAY;
    guint n = is_list ? ik_json_length(json) : 1;
    style->sprites = ik_arena_alloc(style->arena, n, sizeof *style->sprites);
    if (!is_list) {
        if (!ik_compiler_check_type(compiler, json, IK_JSON_STRING))
            return false;
        style->sprites[style->n_sprites++] =
            (ik_style_sprite){"default", ik_arena_copy(style->arena, ik_json_string(json))};
    }
    for (guint i = 0; is_list && i < n; i++) {
        gsize before = ik_compiler_enter(compiler, i);
        if (!read_sprite(reader, ik_json_item(json, i), &style->sprites[i]))
            return false;
        style->n_sprites++;
        ik_compiler_leave(compiler, before);
    }
    ik_compiler_leave(compiler, length);
    return true;
}

/* What a flat map that looks north has no use for. */
static bool warn_of_view(ik_style_reader *reader, ik_json_value root)
{
    static const char *const ANGLES[] = {"bearing", "pitch", "roll"};
    static const char *const SCENERY[] = {"light", "sky", "terrain", "projection"};
    for (gsize i = 0; i < G_N_ELEMENTS(ANGLES); i++) {
        double angle = 0;
        if (!ik_compiler_get_number(&reader->compiler, root, ANGLES[i], &angle))
            return false;
        if (angle != 0)
            ik_style_warn(reader, ANGLES[i],
                          "\"%s\" is not supported, the map lies flat and looks north", ANGLES[i]);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(SCENERY); i++)
        if (ik_json_exists(ik_json_member(root, SCENERY[i])))
            ik_style_warn(reader, SCENERY[i], "\"%s\" is not supported and left out", SCENERY[i]);
    return true;
}

bool ik_style_read_view(ik_style_reader *reader, ik_json_value root)
{
    ik_compiler *compiler = &reader->compiler;
    ik_style_view *view = &reader->style->view;
    ik_json_value zoom;
    if (!ik_compiler_get_text(compiler, root, "name", &view->name) ||
        !ik_compiler_get_text(compiler, root, "glyphs", &view->glyphs) ||
        !ik_compiler_get_numbers(compiler, root, "center", view->center, 2, &view->has_center) ||
        !ik_compiler_get(compiler, root, "zoom", IK_JSON_NUMBER, &zoom))
        return false;
    view->has_zoom = ik_json_exists(zoom);
    view->zoom = view->has_zoom ? ik_json_number(zoom) : 0;
    return warn_of_view(reader, root) && read_sprites(reader, root);
}
