/* icon_reader.c — the shapes of an SVG written anew, and what is refused.   [icon]
 *
 * GMarkup knows no entities but the five of XML, no document types and no files: what it passes on can be judged by
 * name. A list of what is taken is safer than one of what is dangerous, so both are there: what is dangerous is an
 * error even where it would be passed over, so that nobody believes in a file that does something else elsewhere.
 */
#include "icon_parts.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "printable.h"

#define MAX_DEPTH 32u
#define MAX_SIDE  1e6

typedef struct {
    const char *name;
    GString *shapes;
    double box[4];
    bool has_root, has_box;
    guint depth;   /* open elements that are taken */
    guint skipped; /* open elements that are passed over */
    guint n_shapes;
} reader;

/* An element or its attribute, for messages. */
typedef struct {
    GMarkupParseContext *context;
    const reader *from;
    const char *element;
    bool is_root; /* what it says of its own place and size is not for the shapes */
} place;

static const char *const SHAPES[] = {"path", "circle",   "ellipse", "rect",
                                     "line", "polyline", "polygon", NULL};
static const char *const PASSED_OVER[] = {"title", "desc", "metadata", "defs", NULL};
static const char *const TAKEN[] = {"d",
                                    "cx",
                                    "cy",
                                    "r",
                                    "rx",
                                    "ry",
                                    "x",
                                    "y",
                                    "width",
                                    "height",
                                    "x1",
                                    "y1",
                                    "x2",
                                    "y2",
                                    "points",
                                    "transform",
                                    "fill",
                                    "fill-rule",
                                    "stroke",
                                    "fill-opacity",
                                    "stroke-width",
                                    "opacity",
                                    "stroke-linecap",
                                    "stroke-linejoin",
                                    "stroke-opacity",
                                    "stroke-miterlimit",
                                    "display",
                                    "visibility",
                                    NULL};

static const char *const PLACE[] = {"x", "y", "width", "height", NULL};

static bool refuse(const place *at, const char *what, GError **error)
{
    int line = 0;
    g_markup_parse_context_get_position(at->context, &line, NULL);
    g_autofree char *shown = ik_printable(what);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s:%d: %s", at->from->name, line, shown);
    return false;
}

/* ---- attributes ---- */

static bool is_paint(const char *name)
{
    return strcmp(name, "fill") == 0 || strcmp(name, "stroke") == 0;
}

/* Whether a value is made of numbers with their units, of path data, or of words and commas, as its attribute takes them:
 * nothing that SVG or HTML would read as anything else.
 */
static bool is_plain(const char *name, const char *value)
{
    static const char *const WORDS[] = {"transform", "fill",           "fill-rule",
                                        "stroke",    "stroke-linecap", "stroke-linejoin",
                                        "display",   "visibility",     NULL};
    const char *taken =
        "0123456789.,+- \t\r\neExpmcintqPXMCINTQ%"; /* em, ex, px, mm, cm, in, pt, pc, q */
    if (strcmp(name, "d") == 0)
        taken = "0123456789.,+- \t\r\neEMmZzLlHhVvCcSsQqTtAa";
    else if (g_strv_contains(WORDS, name))
        taken = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \t\r\n.,+-()%#";
    return value[strspn(value, taken)] == '\0' || strcmp(value, "inherit") == 0;
}

/* Colours become that of the place; "none" stays. */
static const char *paint_of(const char *value)
{
    static const char *const NO_COLOR[] = {"none", "transparent", "inherit", NULL};
    return g_strv_contains(NO_COLOR, value) ? value : "currentColor";
}

static bool check_value(const place *at, const char *name, const char *value, GError **error)
{
    g_assert(value != NULL); /* each name comes with a text */
    g_autofree char *lower = g_ascii_strdown(value, -1);
    if (strstr(lower, "url(") != NULL)
        return refuse(at, "url() is not taken in an icon: it has one colour and no other files",
                      error);
    if (!g_strv_contains(TAKEN, name) || is_plain(name, value))
        return true;
    g_autofree char *text = g_strdup_printf("%s of <%s> cannot be read", name, at->element);
    return refuse(at, text, error);
}

static void put_value(GString *out, const char *name, const char *value)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(value));
    g_autofree char *lower = g_ascii_strdown(trimmed, -1);
    g_string_append_printf(out, " %s=\"%s\"", name, is_paint(name) ? paint_of(lower) : trimmed);
}

/* "fill:none;stroke:#000": each declaration as the attribute of its name, which it goes before. */
static bool take_style(const place *at, GHashTable *values, const char *style, GError **error)
{
    if (strpbrk(style, "\\@") != NULL)
        return refuse(at, "a style with \\ or @ is not taken in an icon", error);
    g_auto(GStrv) declarations = g_strsplit(style, ";", -1);
    for (char **declaration = declarations; *declaration != NULL; declaration++) {
        char *colon = strchr(*declaration, ':');
        if (colon == NULL)
            continue;
        *colon = '\0';
        const char *name = g_strstrip(*declaration);
        if (!check_value(at, name, colon + 1, error))
            return false;
        g_hash_table_replace(values, g_strdup(name), g_strdup(colon + 1));
    }
    return true;
}

static bool check_name(const place *at, const char *name, GError **error)
{
    const char *colon = strchr(name, ':');
    const char *local = colon != NULL ? colon + 1 : name;
    g_autofree char *lower = g_ascii_strdown(local, -1);
    if (colon == NULL && g_str_has_prefix(lower, "on"))
        return refuse(at, "an icon has no event handlers", error);
    if (strcmp(lower, "href") == 0 || strcmp(lower, "src") == 0)
        return refuse(at, "an icon refers to nothing: href and src are not taken", error);
    return true;
}

/* Writes the attributes that are taken, in the order of TAKEN. */
static bool take_attributes(const place *at, GString *out, const char **names, const char **texts,
                            GError **error)
{
    g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const char *style = NULL;
    for (guint i = 0; names[i] != NULL; i++) {
        const bool is_style = strcmp(names[i], "style") == 0;
        if (!check_name(at, names[i], error) ||
            (!is_style && !check_value(at, names[i], texts[i], error)))
            return false;
        if (is_style)
            style = texts[i];
        else
            g_hash_table_replace(values, g_strdup(names[i]), g_strdup(texts[i]));
    }
    if (style != NULL && !take_style(at, values, style, error))
        return false;
    for (guint i = 0; TAKEN[i] != NULL; i++) {
        const char *value = g_hash_table_lookup(values, TAKEN[i]);
        if (value != NULL && !(at->is_root && g_strv_contains(PLACE, TAKEN[i])))
            put_value(out, TAKEN[i], value);
    }
    return true;
}

/* ---- the root ---- */

static const char *attribute(const char **names, const char **texts, const char *name)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (strcmp(names[i], name) == 0)
            return texts[i];
    return NULL;
}

static bool read_box(const char *text, double box[4])
{
    for (guint i = 0; i < 4; i++) {
        char *end;
        text += strspn(text, " ,\t\r\n");
        box[i] = g_ascii_strtod(text, &end);
        if (end == text || !isfinite(box[i]) || fabs(box[i]) > MAX_SIDE)
            return false;
        text = end;
    }
    return text[strspn(text, " \t\r\n")] == '\0' && box[2] > 0 && box[3] > 0;
}

/* "24", "24px"; other units say nothing about the grid of the shapes. */
static bool read_length(const char *text, double *length)
{
    char *end;
    if (text == NULL)
        return false;
    *length = g_ascii_strtod(text, &end);
    return end != text && (*end == '\0' || strcmp(end, "px") == 0) && *length > 0 &&
           *length <= MAX_SIDE;
}

static bool open_root(reader *r, const place *at, const char **names, const char **texts,
                      GError **error)
{
    if (r->has_root)
        return refuse(at, "an icon is one <svg>", error);
    if (strcmp(at->element, "svg") != 0)
        return refuse(at, "this is no SVG", error);
    const char *box = attribute(names, texts, "viewBox");
    r->has_root = true;
    r->has_box = box != NULL ? read_box(box, r->box)
                             : read_length(attribute(names, texts, "width"), &r->box[2]) &&
                                   read_length(attribute(names, texts, "height"), &r->box[3]);
    if (!r->has_box)
        return refuse(at, "<svg> has neither a viewBox nor a width and a height in pixels", error);
    g_string_append(r->shapes, "<g");
    if (!take_attributes(at, r->shapes, names, texts, error))
        return false;
    g_string_append(r->shapes, ">");
    r->depth = 1;
    return true;
}

/* ---- elements ---- */

static bool is_passed_over(const char *element)
{
    return strchr(element, ':') != NULL || g_strv_contains(PASSED_OVER, element);
}

static bool is_harmless(const char *element)
{
    return is_passed_over(element) || strcmp(element, "g") == 0 ||
           g_strv_contains(SHAPES, element) || strcmp(element, "clipPath") == 0 ||
           strcmp(element, "linearGradient") == 0 || strcmp(element, "radialGradient") == 0 ||
           strcmp(element, "stop") == 0;
}

/* Inside of what is passed over, and around it. */
static bool skip(reader *r, const place *at, const char **names, const char **texts, GError **error)
{
    g_autoptr(GString) unused = g_string_new(NULL);
    r->skipped++;
    if (r->skipped > MAX_DEPTH)
        return refuse(at, "elements lie too deep in each other", error);
    const char *href = attribute(names, texts, "xlink:href");
    if (href != NULL && *href == '#') /* a gradient that is built upon another */
        return true;
    return strchr(at->element, ':') != NULL || take_attributes(at, unused, names, texts, error);
}

static bool open_element(reader *r, const place *at, const char **names, const char **texts,
                         GError **error)
{
    if (r->depth == 0)
        return open_root(r, at, names, texts, error);
    if (!is_harmless(at->element)) {
        g_autofree char *text = g_strdup_printf(
            "<%s> is not taken in an icon: draw it with paths and simple shapes", at->element);
        return refuse(at, text, error);
    }
    if (r->skipped > 0 || is_passed_over(at->element))
        return skip(r, at, names, texts, error);
    const bool is_shape = g_strv_contains(SHAPES, at->element);
    if (!is_shape && strcmp(at->element, "g") != 0)
        return skip(r, at, names, texts, error);
    if (r->depth >= MAX_DEPTH)
        return refuse(at, "elements lie too deep in each other", error);
    r->depth++;
    r->n_shapes += is_shape;
    g_string_append_printf(r->shapes, "<%s", at->element);
    if (!take_attributes(at, r->shapes, names, texts, error))
        return false;
    g_string_append(r->shapes, ">");
    return true;
}

static void start(GMarkupParseContext *context, const char *element, const char **names,
                  const char **texts, gpointer data, GError **error)
{
    reader *r = data;
    const place at = {context, r, g_str_has_prefix(element, "svg:") ? element + 4 : element,
                      r->depth == 0};
    open_element(r, &at, names, texts, error);
}

static void end(GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
    reader *r = data;
    (void)context;
    (void)error;
    if (r->skipped > 0) {
        r->skipped--;
        return;
    }
    r->depth--;
    const char *local = g_str_has_prefix(element, "svg:") ? element + 4 : element;
    g_string_append_printf(r->shapes, "</%s>", r->depth == 0 ? "g" : local);
}

/* Comments, the declaration in front, document types. */
static void passthrough(GMarkupParseContext *context, const char *text, gsize size, gpointer data,
                        GError **error)
{
    const place at = {context, data, "", false};
    g_autofree char *copy = g_strndup(text, size);
    if (g_str_has_prefix(copy, "<!DOCTYPE") && strchr(copy, '[') != NULL)
        refuse(&at, "an icon has no declarations of its own", error);
    else if (g_str_has_prefix(copy, "<?") && !g_str_has_prefix(copy, "<?xml "))
        refuse(&at, "an icon has no processing instructions", error);
}

/* ---- a file ---- */

static ik_icon *finish(const reader *r, GError **error)
{
    if (r->n_shapes == 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: there is nothing to draw", r->name);
        return NULL;
    }
    ik_icon *icon = g_new0(ik_icon, 1);
    char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
    for (guint i = 0; i < 4; i++)
        g_ascii_dtostr(numbers[i], sizeof numbers[i], r->box[i]);
    icon->name = g_strdup(r->name);
    icon->view_box = g_strjoin(" ", numbers[0], numbers[1], numbers[2], numbers[3], NULL);
    icon->shapes = g_strdup(r->shapes->str);
    return icon;
}

static bool check_bytes(GBytes *svg, const char *name, GError **error)
{
    gsize size;
    const char *text = g_bytes_get_data(svg, &size);
    if (size > IK_ICON_MAX_BYTES)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: %" G_GSIZE_FORMAT " bytes, an icon has at most %u", name, size,
                    IK_ICON_MAX_BYTES);
    else if (size == 0 || !g_utf8_validate_len(text, size, NULL))
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: this is no SVG in UTF-8", name);
    else
        return true;
    return false;
}

ik_icon *ik_icon_parse(GBytes *svg, const char *name, GError **error)
{
    static const GMarkupParser PARSER = {start, end, NULL, passthrough, NULL};
    g_autoptr(GString) shapes = g_string_new(NULL);
    reader r = {.name = name, .shapes = shapes};
    if (!check_bytes(svg, name, error))
        return NULL;
    gsize size;
    const char *text = g_bytes_get_data(svg, &size);
    const gsize mark = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&PARSER, (GMarkupParseFlags)0, &r, NULL);
    g_autoptr(GError) cause = NULL;
    if (g_markup_parse_context_parse(context, text + mark, (gssize)(size - mark), &cause) &&
        g_markup_parse_context_end_parse(context, &cause))
        return finish(&r, error);
    if (cause->domain == IK_ERROR) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return NULL;
    }
    int line = 0;
    g_markup_parse_context_get_position(context, &line, NULL);
    g_autofree char *shown = ik_printable(cause->message);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s:%d: this is no SVG: %s", name, line, shown);
    return NULL;
}

void ik_icon_free(ik_icon *icon)
{
    if (icon == NULL)
        return;
    g_free(icon->name);
    g_free(icon->view_box);
    g_free(icon->shapes);
    g_free(icon);
}

const char *ik_icon_shapes(const ik_icon *icon)
{
    return icon->shapes;
}

const char *ik_icon_view_box(const ik_icon *icon)
{
    return icon->view_box;
}
