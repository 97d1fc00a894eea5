/* text_layout.c — a text shaped, broken into lines and set, ready to be drawn.   [raster]
 *
 * A text is shaped whole to learn its widths; where it has to be broken, each line is shaped again,
 * because letters join differently at its ends.
 */
#include "text_layout.h"

#include "line_breaks.h"

#include <hb.h>
#include <math.h>
#include <string.h>

/* MapLibre's measures, in 24ths of an em. */
#define EM           24.0
#define LINE_START   (-17.0)
#define IMAGE_BORDER 3.0 /* pixels that an image stands lower than a letter would */

#define SOFT_HYPHEN    0xad
#define PLACE_OF_IMAGE "\xef\xbf\xbc" /* U+FFFC */

typedef struct {
    ik_break_unit unit;
    guint section;
} letter;

/* A text as one string. */
typedef struct {
    PangoContext *context;
    const ik_label_text *text;
    const ik_font **fonts; /* of each section */
    PangoDirection direction;
    double spacing; /* pixels */
    GArray *letters;
} paragraph;

/* A line in the making. */
typedef struct {
    GArray *clusters; /* with `left` from the line's beginning */
    double length, height, offset_image, max_scale, content;
} line;

/* ---- what is written ---- */

static bool is_arabic(gunichar c)
{
    return (c >= 0x0600 && c <= 0x08ff) || (c >= 0xfb50 && c <= 0xfdff) ||
           (c >= 0xfe70 && c <= 0xfeff);
}

static double image_px(const ik_text_part *section, double size)
{
    return size * section->scale;
}

static void collect_letters(paragraph *p)
{
    bool is_joined = false;
    for (guint s = 0; s < p->text->n_sections; s++) {
        const ik_text_part *section = &p->text->sections[s];
        const char *c = section->image != NULL ? PLACE_OF_IMAGE : section->text;
        for (; *c != '\0'; c = g_utf8_next_char(c)) {
            gunichar character = g_utf8_get_char(c);
            letter l = {{character, 0, section->image != NULL}, s};
            /* A control character has no glyph; a line feed breaks. */
            if (g_unichar_iscntrl(character) && character != '\n')
                l.unit.character = ' ';
            is_joined = is_joined || is_arabic(character);
            g_array_append_val(p->letters, l);
        }
    }
    /* Letters that join cannot be pulled apart. */
    p->spacing = is_joined ? 0 : p->text->letter_spacing * p->text->size_px;
}

static letter *letter_at(const paragraph *p, guint index)
{
    return &g_array_index(p->letters, letter, index);
}

/* The letters from `first` to `end` as a string; the caller's. */
static GString *write_letters(const paragraph *p, guint first, guint end)
{
    GString *written = g_string_new(NULL);
    for (guint i = first; i < end; i++) {
        gunichar c = letter_at(p, i)->unit.character;
        bool is_hyphen = c == SOFT_HYPHEN && i + 1 == end && end < p->letters->len;
        g_string_append_unichar(written, c == '\n' ? ' ' : is_hyphen ? '-' : c);
    }
    return written;
}

/* That of the first letter whose script has one. */
static PangoDirection find_direction(const paragraph *p)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (guint i = 0; i < p->letters->len; i++) {
        gunichar c = letter_at(p, i)->unit.character;
        if (g_unichar_isalpha(c))
            return hb_script_get_horizontal_direction(hb_unicode_script(unicode, c)) ==
                           HB_DIRECTION_RTL
                       ? PANGO_DIRECTION_RTL
                       : PANGO_DIRECTION_LTR;
    }
    return PANGO_DIRECTION_LTR;
}

/* ---- shaping ---- */

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(list, attribute);
}

static void add_section(const paragraph *p, PangoAttrList *list, guint section, gsize start,
                        gsize end)
{
    double scale = p->text->sections[section].image != NULL ? 1 : p->text->sections[section].scale;
    PangoFontDescription *description = pango_font_description_copy(p->fonts[section]->description);
    pango_font_description_set_absolute_size(description, p->text->size_px * scale * PANGO_SCALE);
    add_attribute(list, pango_attr_font_desc_new(description), start, end);
    if (p->spacing != 0)
        add_attribute(list, pango_attr_font_features_new("liga=0, clig=0"), start, end);
    pango_font_description_free(description);
}

static PangoAttrList *make_attributes(const paragraph *p, guint first, guint end,
                                      const GString *written)
{
    PangoAttrList *list = pango_attr_list_new();
    const char *at = written->str, *start = at;
    for (guint i = first; i < end; i++) {
        at = g_utf8_next_char(at);
        guint section = letter_at(p, i)->section;
        if (i + 1 < end && letter_at(p, i + 1)->section == section)
            continue;
        add_section(p, list, section, (gsize)(start - written->str), (gsize)(at - written->str));
        start = at;
    }
    return list;
}

static PangoGlyphItem *shape_item(PangoItem *item, const GString *written)
{
    PangoGlyphItem *run = g_slice_new0(PangoGlyphItem);
    run->item = item;
    run->glyphs = pango_glyph_string_new();
    pango_shape_with_flags(written->str + item->offset, item->length, written->str,
                           (int)written->len, &item->analysis, run->glyphs, PANGO_SHAPE_NONE);
    return run;
}

/* Appends the runs of the letters from `first` to `end`, from left to right. What was shaped is the
 * caller's.
 */
static GString *shape_letters(const paragraph *p, guint first, guint end, GPtrArray *runs)
{
    GString *written = write_letters(p, first, end);
    PangoAttrList *attributes = make_attributes(p, first, end, written);
    GList *items = pango_itemize_with_base_dir(p->context, p->direction, written->str, 0,
                                               (int)written->len, attributes, NULL);
    GList *ordered = pango_reorder_items(items);
    for (const GList *i = ordered; i != NULL; i = i->next)
        g_ptr_array_add(runs, shape_item(i->data, written));
    g_list_free(ordered);
    g_list_free(items);
    pango_attr_list_unref(attributes);
    return written;
}

/* ---- clusters ---- */

static double glyphs_width(const PangoGlyphInfo *glyphs, int n)
{
    double width = 0;
    for (int i = 0; i < n; i++)
        width += glyphs[i].geometry.width;
    return width / PANGO_SCALE;
}

static int cluster_end(const PangoGlyphString *glyphs, int start)
{
    int end = start + 1;
    while (end < glyphs->num_glyphs && glyphs->log_clusters[end] == glyphs->log_clusters[start])
        end++;
    return end;
}

/* The letter of `text` at which a cluster starts. */
static guint letter_of_cluster(const PangoGlyphItem *run, const char *text, int start)
{
    return (guint)g_utf8_strlen(text, run->item->offset + run->glyphs->log_clusters[start]);
}

static ik_layout_cluster make_cluster(const paragraph *p, PangoGlyphItem *run, int start, int end,
                                      guint number)
{
    guint section = letter_at(p, number)->section;
    const ik_sprite_image *image = p->text->sections[section].image;
    ik_layout_cluster cluster = {.section = section,
                                 .font = run->item->analysis.font,
                                 .glyphs = run->glyphs->glyphs + start,
                                 .n_glyphs = end - start};
    cluster.width = glyphs_width(cluster.glyphs, cluster.n_glyphs);
    if (image != NULL) {
        cluster.font = NULL;
        cluster.width = image_px(&p->text->sections[section], ik_image_width_px(image));
    }
    return cluster;
}

/* Shapes the letters from `first` to `end` and sets them side by side. */
static void set_clusters(const paragraph *p, guint first, guint end_letter, GPtrArray *runs,
                         line *l)
{
    double x = 0;
    guint first_run = runs->len;
    GString *written = shape_letters(p, first, end_letter, runs);
    for (guint r = first_run; r < runs->len; r++) {
        PangoGlyphItem *run = g_ptr_array_index(runs, r);
        for (int start = 0, end = 0; start < run->glyphs->num_glyphs; start = end) {
            end = cluster_end(run->glyphs, start);
            guint number = first + letter_of_cluster(run, written->str, start);
            ik_layout_cluster cluster = make_cluster(p, run, start, end, number);
            cluster.left = x;
            x += cluster.width + (cluster.width > 0 ? p->spacing : 0);
            g_array_append_val(l->clusters, cluster);
        }
    }
    l->length = MAX(x - p->spacing, 0);
    g_string_free(written, TRUE);
}

/* ---- lines ---- */

static void measure_line(const paragraph *p, guint first, guint end, line *l)
{
    double size = p->text->size_px, image = 0;
    for (guint i = first; i < end; i++) {
        const ik_text_part *section = &p->text->sections[letter_at(p, i)->section];
        if (section->image != NULL)
            image = MAX(image, image_px(section, ik_image_height_px(section->image)));
        l->max_scale = MAX(l->max_scale, section->image != NULL ? 1 : section->scale);
    }
    l->content = MAX(l->max_scale * size, image);
    l->offset_image = MAX(image - size * l->max_scale, 0);
    l->height = p->text->line_height * size * l->max_scale + l->offset_image;
}

/* Moves the clusters of a line to their place, `top` below the beginning of the first line. */
static void place_clusters(const paragraph *p, line *l, double top)
{
    double unit = p->text->size_px / EM, indent = l->length * p->text->justify;
    for (guint i = 0; i < l->clusters->len; i++) {
        ik_layout_cluster *cluster = &g_array_index(l->clusters, ik_layout_cluster, i);
        const ik_text_part *section = &p->text->sections[cluster->section];
        double start = top + LINE_START * unit;
        cluster->left -= indent;
        if (section->image != NULL) {
            double height = image_px(section, ik_image_height_px(section->image));
            cluster->baseline =
                start + (l->content - height) * section->align + IMAGE_BORDER * section->scale;
            continue;
        }
        double size = section->scale * p->text->size_px;
        cluster->baseline = start + (l->content - size) * section->align +
                            p->fonts[cluster->section]->ascender * size;
    }
}

static void trim(const paragraph *p, guint *first, guint *end)
{
    while (*first < *end && ik_line_breaks_is_space(letter_at(p, *first)->unit.character))
        (*first)++;
    while (*first < *end && ik_line_breaks_is_space(letter_at(p, *end - 1)->unit.character))
        (*end)--;
}

typedef struct {
    double width, height, tallest;
    guint n;
} block;

/* Adds the line of the letters from `first` to `end` to the layout. */
static void add_line(const paragraph *p, ik_text_layout *layout, guint first, guint end, block *b)
{
    line l = {.clusters = g_array_new(FALSE, FALSE, sizeof(ik_layout_cluster))};
    trim(p, &first, &end);
    b->n++;
    if (first < end) {
        set_clusters(p, first, end, layout->runs, &l);
        measure_line(p, first, end, &l);
        place_clusters(p, &l, b->height);
        g_array_append_vals(layout->clusters, l.clusters->data, l.clusters->len);
    } else {
        l.height = p->text->line_height * p->text->size_px;
    }
    b->width = MAX(b->width, l.length);
    b->height += l.height;
    b->tallest = MAX(b->tallest, l.height);
    g_array_unref(l.clusters);
}

/* Gives every letter its width. */
static void measure_letters(const paragraph *p)
{
    GPtrArray *runs = g_ptr_array_new_with_free_func((GDestroyNotify)pango_glyph_item_free);
    GString *written = shape_letters(p, 0, p->letters->len, runs);
    for (guint r = 0; r < runs->len; r++) {
        PangoGlyphItem *run = g_ptr_array_index(runs, r);
        g_autofree int *widths = g_new(int, (gsize)run->item->num_chars + 1);
        guint first = (guint)g_utf8_strlen(written->str, run->item->offset);
        pango_glyph_item_get_logical_widths(run, written->str, widths);
        for (int i = 0; i < run->item->num_chars; i++) {
            letter *l = letter_at(p, first + (guint)i);
            const ik_text_part *section = &p->text->sections[l->section];
            l->unit.advance =
                p->spacing + (section->image != NULL
                                  ? image_px(section, ik_image_width_px(section->image))
                                  : (double)widths[i] / PANGO_SCALE);
        }
    }
    g_string_free(written, TRUE);
    g_ptr_array_unref(runs);
}

static GArray *find_breaks(const paragraph *p)
{
    GArray *breaks = g_array_new(FALSE, FALSE, sizeof(guint));
    guint n = p->letters->len;
    double size = p->text->size_px;
    g_autofree ik_break_unit *units = g_new(ik_break_unit, n);
    if (p->text->max_width > 0)
        measure_letters(p);
    for (guint i = 0; i < n; i++)
        units[i] = letter_at(p, i)->unit;
    ik_line_breaks_find(units, n, size, p->text->max_width * size, breaks);
    return breaks;
}

/* ---- the whole ---- */

static void grow(ik_text_extent *extent, const ik_text_extent *by, double x, double y)
{
    if (by->left >= by->right)
        return;
    extent->left = MIN(extent->left, x + by->left);
    extent->top = MIN(extent->top, y + by->top);
    extent->right = MAX(extent->right, x + by->right);
    extent->bottom = MAX(extent->bottom, y + by->bottom);
}

/* The box of what the cluster inks, from its left end at the baseline. */
static ik_text_extent ink_of(const ik_layout_cluster *cluster, const ik_label_text *text)
{
    const ik_text_part *section = &text->sections[cluster->section];
    if (section->image != NULL)
        return (ik_text_extent){0, 0, cluster->width,
                                image_px(section, ik_image_height_px(section->image))};
    PangoGlyphString string = {.num_glyphs = cluster->n_glyphs, .glyphs = cluster->glyphs};
    PangoRectangle ink;
    pango_glyph_string_extents(&string, cluster->font, &ink, NULL);
    return (ik_text_extent){(double)ink.x / PANGO_SCALE, (double)ink.y / PANGO_SCALE,
                            (double)(ink.x + ink.width) / PANGO_SCALE,
                            (double)(ink.y + ink.height) / PANGO_SCALE};
}

/* Moves everything so that the middle of the block is the origin. */
static void centre(const paragraph *p, ik_text_layout *layout, const block *b)
{
    double size = p->text->size_px, line_height = p->text->line_height * size;
    bool is_even = fabs(b->tallest - line_height) <= 1e-9;
    double step = is_even ? b->n * line_height : b->height;
    double across = (p->text->justify - 0.5) * b->width, down = -step / 2;
    ik_text_extent ink = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    down += is_even ? line_height / 2 : -LINE_START * size / EM;
    for (guint i = 0; i < layout->clusters->len; i++) {
        ik_layout_cluster *cluster = &g_array_index(layout->clusters, ik_layout_cluster, i);
        cluster->left += across;
        cluster->baseline += down;
        cluster->ink = ink_of(cluster, p->text);
        grow(&ink, &cluster->ink, cluster->left, cluster->baseline);
    }
    if (ink.left > ink.right)
        ink = (ik_text_extent){0, 0, 0, 0};
    layout->shape = (ik_text_shape){b->width, b->height, step, ink, b->n};
}

static bool find_fonts(paragraph *p, ik_font_stock *fonts, GError **error)
{
    for (guint i = 0; i < p->text->n_sections; i++) {
        const char *name = p->text->sections[i].font;
        p->fonts[i] = ik_font_stock_find(fonts, name != NULL ? name : p->text->font, error);
        if (p->fonts[i] == NULL)
            return false;
    }
    return true;
}

static void set_lines(const paragraph *p, ik_text_layout *layout)
{
    block b = {0};
    g_autoptr(GArray) breaks = find_breaks(p);
    guint first = 0;
    for (guint i = 0; i < breaks->len; i++) {
        guint end = g_array_index(breaks, guint, i);
        add_line(p, layout, first, end, &b);
        first = end;
    }
    centre(p, layout, &b);
}

ik_text_layout *ik_text_layout_new(PangoContext *context, ik_font_stock *fonts,
                                   const ik_label_text *text, GError **error)
{
    g_autoptr(ik_text_layout) layout = g_new0(ik_text_layout, 1);
    g_autofree const ik_font **found = g_new(const ik_font *, text->n_sections + 1);
    paragraph p = {.context = context, .text = text, .fonts = found};
    layout->clusters = g_array_new(FALSE, FALSE, sizeof(ik_layout_cluster));
    layout->runs = g_ptr_array_new_with_free_func((GDestroyNotify)pango_glyph_item_free);
    layout->scale = 1;
    if (!find_fonts(&p, fonts, error))
        return NULL;
    p.letters = g_array_new(FALSE, FALSE, sizeof(letter));
    collect_letters(&p);
    if (p.letters->len > 0) {
        p.direction = find_direction(&p);
        set_lines(&p, layout);
    }
    g_array_unref(p.letters);
    return g_steal_pointer(&layout);
}

void ik_text_layout_free(ik_text_layout *layout)
{
    if (layout == NULL)
        return;
    g_array_unref(layout->clusters);
    g_ptr_array_unref(layout->runs);
    g_free(layout);
}

static ik_text_extent scaled_extent(const ik_text_extent *extent, double by)
{
    return (ik_text_extent){extent->left * by, extent->top * by, extent->right * by,
                            extent->bottom * by};
}

ik_text_layout *ik_text_layout_scaled(const ik_text_layout *layout, double by)
{
    ik_text_layout *scaled = g_new(ik_text_layout, 1);
    const ik_text_shape *shape = &layout->shape;
    *scaled = (ik_text_layout){{shape->width_px * by, shape->height_px * by, shape->step_px * by,
                                scaled_extent(&shape->ink, by), shape->n_lines},
                               g_array_copy(layout->clusters),
                               g_ptr_array_ref(layout->runs),
                               layout->scale * by};
    for (guint i = 0; i < scaled->clusters->len; i++) {
        ik_layout_cluster *cluster = &g_array_index(scaled->clusters, ik_layout_cluster, i);
        cluster->left *= by;
        cluster->width *= by;
        cluster->baseline *= by;
        cluster->ink = scaled_extent(&cluster->ink, by);
    }
    return scaled;
}
