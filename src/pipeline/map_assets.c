/* map_assets.c — what the map in the browser needs besides tiles and script: style sheets, glyphs, sprites. [pipeline] */
#include "map_assets.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "builtin_style.h"
#include "easel.h"
#include "files.h"
#include "glyph_range.h"
#include "pool.h"
#include "sprite_sheet.h"
#include "theme_icons.h"
#include "web_style.h"

#define DEFAULT_FONT "Noto Sans Regular"

/* ---- style sheets ---- */

static GBytes *read_style(const ik_build_run *run, const char *name, GError **error)
{
    if (!g_str_has_suffix(name, ".json"))
        return ik_builtin_style_text(name, error);
    g_autofree char *path = ik_workspace_path(run->workspace, name);
    char *text;
    gsize size;
    g_autoptr(GError) cause = NULL;
    if (g_file_get_contents(path, &text, &size, &cause))
        return g_bytes_new_take(text, size);
    g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot read %s: %s", path, cause->message);
    return NULL;
}

/* ---- sprites ---- */

static bool write_sheets(const char *folder, const char *name, const ik_sprite *sprite, guint ratio,
                         GError **error)
{
    g_autoptr(GBytes) png = NULL;
    g_autofree char *json = NULL;
    const char *suffix = ratio == 1 ? "" : "@2x";
    g_autofree char *json_path = g_strdup_printf("sprites/%s%s.json", name, suffix);
    g_autofree char *png_path = g_strdup_printf("sprites/%s%s.png", name, suffix);
    if (!ik_sprite_sheet_new(sprite, &png, &json, error))
        return false;
    gsize size;
    const void *bytes = g_bytes_get_data(png, &size);
    return ik_write_file(folder, png_path, bytes, size, error) &&
           ik_write_file(folder, json_path, json, strlen(json), error);
}

/* The images of a style, its own and those of the program. */
static bool write_sprite_of(const ik_build_run *run, const char *name, const ik_style *style,
                            guint ratio, GError **error)
{
    g_autoptr(ik_style_images) images = ik_style_images_read(style, ratio, run->records, error);
    return images != NULL &&
           write_sheets(run->folder, name, ik_style_images_sprite(images), ratio, error);
}

/* ---- a style with its sprite ---- */

#define PROGRAM_SPRITE "ideenkarte"

static bool write_sheet(const ik_build_run *run, guint number, const char *sprite,
                        GHashTable *stacks, GError **error)
{
    const ik_settings *settings = run->workspace->settings;
    g_autoptr(GBytes) bytes = read_style(run, settings->styles[number], error);
    if (bytes == NULL)
        return false;
    gsize size;
    const char *text = g_bytes_get_data(bytes, &size);
    const char *name = settings->styles[number];
    g_autofree char *sheet = ik_web_style_text(text, size, name, sprite, error);
    g_autofree char *path = g_strdup_printf("style/%s.json", settings->tilesets[number]);
    return sheet != NULL && ik_web_style_fonts(text, size, name, stacks, error) &&
           ik_write_file(run->folder, path, sheet, strlen(sheet), error);
}

/* A style with images of its own has a sprite of its name. */
static bool write_style(const ik_build_run *run, guint number, GHashTable *stacks, GError **error)
{
    const ik_settings *settings = run->workspace->settings;
    g_autoptr(ik_style) style =
        ik_easel_load_style(settings->styles[number], run->workspace->folder, error);
    if (style == NULL)
        return false;
    const bool has_own = ik_style_n_sprites(style) > 0;
    const char *sprite = has_own ? settings->tilesets[number] : PROGRAM_SPRITE;
    return write_sheet(run, number, sprite, stacks, error) &&
           (!has_own || (write_sprite_of(run, sprite, style, 1, error) &&
                         write_sprite_of(run, sprite, style, 2, error)));
}

/* ---- glyphs ---- */

typedef struct {
    const char *folder;
    char **names; /* of the stacks; owned by their set */
} glyph_task;

/* A stack in a thread: FreeType's faces belong to one. */
static bool write_stack(const char *folder, const char *name, GError **error)
{
    bool is_default = g_str_equal(name, IK_WEB_STYLE_DEFAULT_FONTS);
    g_autoptr(ik_font_stack) stack = ik_font_stack_open(is_default ? DEFAULT_FONT : name, error);
    for (guint i = 0; stack != NULL && i < IK_GLYPH_RANGES; i++) {
        g_autoptr(GBytes) range = ik_glyph_range_encode(stack, name, i);
        if (range == NULL)
            continue;
        gsize size;
        const void *bytes = g_bytes_get_data(range, &size);
        g_autofree char *range_name = ik_glyph_range_name(i);
        g_autofree char *path = g_strdup_printf("glyphs/%s/%s.pbf", name, range_name);
        if (!ik_write_file(folder, path, bytes, size, error))
            return false;
    }
    return stack != NULL;
}

static gpointer work_on_stack(guint worker, guint item, gpointer data, GError **error)
{
    const glyph_task *task = data;
    (void)worker;
    write_stack(task->folder, task->names[item], error);
    return NULL;
}

static bool accept_stack(guint item, gpointer result, gpointer data, GError **error)
{
    (void)item, (void)result, (void)data, (void)error;
    return true;
}

static int compare_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool write_glyphs(const ik_build_run *run, GHashTable *stacks, GError **error)
{
    guint n;
    g_hash_table_add(stacks, g_strdup(DEFAULT_FONT));
    g_autofree char **names = (char **)g_hash_table_get_keys_as_array(stacks, &n);
    qsort(names, n, sizeof *names, compare_text);
    glyph_task task = {run->folder, names};
    const ik_pool_task pool = {.jobs = run->jobs,
                               .items = n,
                               .work = work_on_stack,
                               .deliver = accept_stack,
                               .data = &task};
    return ik_pool_run(&pool, error);
}

/* ---- the whole ---- */

/* Patterns, markers, and the icons in use: a visitor loads them all. */
static ik_sprite *make_sprite(const ik_build_run *run, guint ratio, GError **error)
{
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    g_auto(GStrv) names = ik_theme_icons_used(run->records);
    if (!ik_sprite_add_shapes(sprite, ratio, error))
        return NULL;
    for (char **name = names; *name != NULL; name++) {
        g_autoptr(ik_icon) icon = ik_theme_icon(run->records, *name);
        if (!ik_sprite_add_icon(sprite, *name, icon, ratio, error))
            return NULL;
    }
    return g_steal_pointer(&sprite);
}

static bool write_program_sprite(const ik_build_run *run, guint ratio, GError **error)
{
    g_autoptr(ik_sprite) sprite = make_sprite(run, ratio, error);
    return sprite != NULL && write_sheets(run->folder, PROGRAM_SPRITE, sprite, ratio, error);
}

/* The icons as shapes, which the page shows in the colour of the text around them. */
static bool write_symbols(const ik_build_run *run, GError **error)
{
    g_auto(GStrv) names = ik_theme_icons_used(run->records);
    const guint n = g_strv_length(names);
    g_autofree ik_icon **icons = g_new0(ik_icon *, n + 1);
    for (guint i = 0; i < n; i++)
        icons[i] = ik_theme_icon(run->records, names[i]);
    g_autofree char *symbols =
        ik_icon_symbols((const char *const *)names, (const ik_icon *const *)icons);
    for (guint i = 0; i < n; i++)
        ik_icon_free(icons[i]);
    return ik_write_file(run->folder, "sprites/icons.svg", symbols, strlen(symbols), error);
}

bool ik_map_assets_write(ik_build_run *run, GError **error)
{
    g_autoptr(GHashTable) stacks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; run->workspace->settings->styles[i]; i++)
        if (!write_style(run, i, stacks, error))
            return false;
    return write_glyphs(run, stacks, error) && write_program_sprite(run, 1, error) &&
           write_program_sprite(run, 2, error) && write_symbols(run, error);
}
