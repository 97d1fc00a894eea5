/* test_icon.c — what is taken of an SVG, what is refused, and that its colour is that of the place.   [icon] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "icon_painter.h"

#define RED 0xffff0000u

static ik_icon *icon_of(const char *text)
{
    GError *error = NULL;
    g_autoptr(GBytes) svg = g_bytes_new(text, strlen(text));
    ik_icon *icon = ik_icon_parse(svg, "a.svg", &error);
    ik_assert_no_error(error);
    return icon;
}

/* Painted red over all of `side` x `side` pixels, which the caller frees. */
static uint32_t *pixels_of(const ik_icon *icon, int side)
{
    GError *error = NULL;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 0, 0);
    assert_true(ik_icon_paint(icon, cairo, 0, 0, side, &error));
    ik_assert_no_error(error);
    cairo_surface_flush(surface);
    assert_int_equal(cairo_image_surface_get_stride(surface), side * 4);
    uint32_t *pixels =
        g_memdup2(cairo_image_surface_get_data(surface), (gsize)side * (gsize)side * 4);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return pixels;
}

/* '#' is red and opaque, '.' nothing; rows without gaps. */
static void assert_picture(const char *svg, int side, const char *expected)
{
    g_autoptr(ik_icon) icon = icon_of(svg);
    g_autofree uint32_t *pixels = pixels_of(icon, side);
    for (int i = 0; i < side * side; i++)
        assert_int_equal(pixels[i], expected[i] == '#' ? RED : 0);
}

static void a_shape_takes_the_colour_of_its_place(void **state)
{
    (void)state;
    assert_picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'>"
                   "<rect x='1' y='1' width='2' height='2'/></svg>",
                   4,
                   "...."
                   ".##."
                   ".##."
                   "....");
    assert_picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'>"
                   "<path d='M0 0h4v1H0z' fill='#FFFFFF'/>"
                   "<path d='M0 3.5h4' stroke='blue' fill='none'/></svg>",
                   4,
                   "####"
                   "...."
                   "...."
                   "####");
}

static void what_is_wider_than_high_is_centred(void **state)
{
    (void)state;
    assert_picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='10 20 4 2'>"
                   "<rect x='10' y='20' width='4' height='2'/></svg>",
                   4,
                   "...."
                   "####"
                   "####"
                   "....");
}

static void width_and_height_stand_in_for_a_view_box(void **state)
{
    (void)state;
    assert_picture("<svg xmlns='http://www.w3.org/2000/svg' width='2px' height='2'>"
                   "<rect x='0' y='0' width='1' height='2'/></svg>",
                   2,
                   "#."
                   "#.");
}

static void what_the_root_and_groups_say_holds_for_their_shapes(void **state)
{
    (void)state;
    assert_picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4' fill='none'>"
                   "<rect width='4' height='4'/>"
                   "<g fill='black' transform='translate(2 0)'><rect width='2' height='1'/></g>"
                   "</svg>",
                   4,
                   "..##"
                   "...."
                   "...."
                   "....");
}

/* As CSS has it: a declaration goes before the attribute of its name. */
static void a_style_goes_before_an_attribute(void **state)
{
    (void)state;
    assert_picture(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'>"
        "<rect width='2' height='1' fill='black' style='fill:none'/>"
        "<rect y='1' width='2' height='1' fill='none' style=' fill : #123456 ; -x-y: 1'/>"
        "</svg>",
        2,
        ".."
        "##");
}

/* Inkscape's files, for example. */
static void what_drawing_programs_add_is_passed_over(void **state)
{
    (void)state;
    g_autoptr(ik_icon) icon = icon_of(
        "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n"
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'>\n"
        "<!-- Created with Inkscape -->\n"
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg' viewBox='0,0 2,2' id='a' version='1.1'\n"
        "  inkscape:version='1.2' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'>\n"
        "<title>Tom &amp; Anna</title>\n"
        "<sodipodi:namedview pagecolor='#fff'><inkscape:grid type='xygrid'/></sodipodi:namedview>\n"
        "<metadata><rdf:RDF><cc:Work rdf:about=''/></rdf:RDF></metadata>\n"
        "<defs id='d'><linearGradient id='g' xlink:href='#h'/></defs>\n"
        "<svg:g class='x' inkscape:label='Layer 1'><svg:path d='M0 0\n h1' fill='Red'/></svg:g>\n"
        "</svg:svg>");
    assert_string_equal(ik_icon_view_box(icon), "0 0 2 2");
    assert_string_equal(ik_icon_shapes(icon),
                        "<g><g><path d=\"M0 0  h1\" fill=\"currentColor\"></path></g></g>");
}

typedef struct {
    const char *svg, *message;
} refusal;

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'>"
#define DOT "<rect width='1' height='1'/>"

static void what_could_do_more_than_draw_is_refused(void **state)
{
    static const refusal REFUSALS[] = {
        {SVG "\n\n<script>alert(1)</script>" DOT "</svg>", "a.svg:3: <script> is not taken"},
        {SVG "<image href='x.png'/></svg>", "<image> is not taken"},
        {SVG "<use href='other.svg#a'/></svg>", "<use> is not taken"},
        {SVG "<style>rect{fill:url(http://x)}</style></svg>", "<style> is not taken"},
        {SVG "<foreignObject/></svg>", "<foreignObject> is not taken"},
        {SVG "<a href='https://x'>" DOT "</a></svg>", "<a> is not taken"},
        {SVG "<text>A</text></svg>", "<text> is not taken"},
        {SVG "<animate/></svg>", "<animate> is not taken"},
        {SVG "<metadata><script/></metadata>" DOT "</svg>", "<script> is not taken"},
        {SVG "<defs><svg:script/></defs>" DOT "</svg>", "<script> is not taken"},
        {SVG "<rect onclick='alert(1)' width='1' height='1'/></svg>", "event handlers"},
        {SVG "<rect ONLOAD='alert(1)'/></svg>", "event handlers"},
        {SVG "<g xlink:href='x.svg'>" DOT "</g></svg>", "href"},
        {SVG "<rect fill='URL(http://x/y.svg#a)'/></svg>", "url()"},
        {SVG "<rect style='fill:url(#a)'/></svg>", "url()"},
        {SVG "<rect style='fill:\\75rl(x)'/></svg>", "style"},
        {SVG "<rect clip-path='url(x)'/></svg>", "url()"},
        {SVG "<path d='M0 0&quot;/&gt;&lt;script&gt;'/></svg>", "d of <path> cannot be read"},
        {SVG "<path d='M0 0 really'/></svg>", "d of <path> cannot be read"},
        {SVG "<rect width='1href9'/></svg>", "width of <rect> cannot be read"},
        {"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" SVG "&a;</svg>",
         "declarations"},
        {"<?xml-stylesheet href='x.css'?>" SVG DOT "</svg>", "processing instructions"},
        {SVG "<title>&a;</title>" DOT "</svg>", "a.svg:1: this is no SVG"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(REFUSALS); i++) {
        GError *error = NULL;
        g_autoptr(GBytes) svg = g_bytes_new_static(REFUSALS[i].svg, strlen(REFUSALS[i].svg));
        assert_null(ik_icon_parse(svg, "a.svg", &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, REFUSALS[i].message);
        g_clear_error(&error);
    }
}

static void what_is_no_icon_is_refused(void **state)
{
    static const refusal REFUSALS[] = {
        {"", "this is no SVG in UTF-8"},
        {"\x89PNG\r\n\x1a\n", "this is no SVG in UTF-8"},
        {"a letter", "this is no SVG"},
        {"<html></html>", "a.svg:1: this is no SVG"},
        {SVG DOT, "this is no SVG"},
        {SVG "</svg>", "a.svg: there is nothing to draw"},
        {SVG "<title>A</title></svg>", "there is nothing to draw"},
        {SVG DOT "</svg>" SVG DOT "</svg>", "an icon is one <svg>"},
        {SVG "<svg>" DOT "</svg></svg>", "<svg> is not taken"},
        {"<svg>" DOT "</svg>", "neither a viewBox nor"},
        {"<svg viewBox='0 0 0 24'>" DOT "</svg>", "neither a viewBox nor"},
        {"<svg viewBox='0 0 nan 24'>" DOT "</svg>", "neither a viewBox nor"},
        {"<svg viewBox='0 0 1e300 24'>" DOT "</svg>", "neither a viewBox nor"},
        {"<svg viewBox='0 0 24'>" DOT "</svg>", "neither a viewBox nor"},
        {"<svg width='100%' height='100%'>" DOT "</svg>", "neither a viewBox nor"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(REFUSALS); i++) {
        GError *error = NULL;
        g_autoptr(GBytes) svg = g_bytes_new_static(REFUSALS[i].svg, strlen(REFUSALS[i].svg));
        assert_null(ik_icon_parse(svg, "a.svg", &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, REFUSALS[i].message);
        g_clear_error(&error);
    }
}

static GBytes *with_padding(gsize size)
{
    static const char TEXT[] = SVG DOT "</svg>";
    g_autoptr(GString) text = g_string_new(TEXT);
    while (text->len < size)
        g_string_append_c(text, '\n');
    return g_bytes_new(text->str, text->len);
}

static void a_file_may_have_64_kib(void **state)
{
    GError *error = NULL;
    g_autoptr(GBytes) fits = with_padding(65536), is_larger = with_padding(65537);
    g_autoptr(ik_icon) icon = ik_icon_parse(fits, "a.svg", &error);
    (void)state;
    ik_assert_no_error(error);
    assert_non_null(icon);
    assert_null(ik_icon_parse(is_larger, "a.svg", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "a.svg: 65537 bytes");
    g_clear_error(&error);
}

static void groups_may_lie_in_each_other_to_a_limit(void **state)
{
    g_autoptr(GString) text = g_string_new(SVG);
    GError *error = NULL;
    (void)state;
    for (guint i = 0; i < 1000; i++)
        g_string_append(text, "<g>");
    g_autoptr(GBytes) svg = g_bytes_new(text->str, text->len);
    assert_null(ik_icon_parse(svg, "a.svg", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "too deep");
    g_clear_error(&error);
}

/* ---- those of the program ---- */

/* One grid and one weight; ink keeps off the edge, so that nothing is cut and icons look alike in size. */
static void icons_of_the_program_lie_on_one_grid(void **state)
{
    enum { SIDE = 240, EDGE = 4 };
    g_auto(GStrv) names = ik_icon_builtin_names();
    (void)state;
    assert_true(g_strv_length(names) >= 20);
    assert_true(g_strv_contains((const char *const *)names, IK_ICON_OTHER));
    for (guint n = 0; names[n] != NULL; n++) {
        g_autoptr(ik_icon) icon = ik_icon_builtin(names[n]);
        g_autofree uint32_t *pixels = pixels_of(icon, SIDE);
        guint ink = 0, at_edge = 0;
        for (guint i = 0; i < SIDE * SIDE; i++) {
            guint x = i % SIDE, y = i / SIDE;
            ink += pixels[i] != 0;
            at_edge +=
                pixels[i] != 0 && (x < EDGE || y < EDGE || x >= SIDE - EDGE || y >= SIDE - EDGE);
        }
        if (at_edge > 0)
            print_message("%s\n", names[n]);
        assert_string_equal(ik_icon_view_box(icon), "0 0 24 24");
        assert_true(g_str_has_prefix(
            ik_icon_shapes(icon), "<g fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "));
        assert_null(strstr(strstr(ik_icon_shapes(icon), "stroke-width") + 1, "stroke-width"));
        assert_int_equal(at_edge, 0);
        assert_true(ink > SIDE * SIDE / 12);
    }
}

static void another_name_has_no_icon(void **state)
{
    (void)state;
    assert_null(ik_icon_builtin("no_such_icon"));
    assert_null(ik_icon_builtin("../regions"));
}

/* A symbol inherits from its page: without these a filled icon would be hollow where lines are drawn. */
#define BEGINNING                                                                       \
    "fill=\"currentColor\" stroke=\"none\" stroke-width=\"1\" stroke-linecap=\"butt\" " \
    "stroke-linejoin=\"miter\""

static void icons_become_symbols(void **state)
{
    g_autoptr(ik_icon) a = icon_of(SVG DOT "</svg>");
    g_autoptr(ik_icon) b = icon_of("<svg viewBox='-1 0 2.5 2'><circle r='1' fill='none'/></svg>");
    static const char *const NAMES[] = {"a", "b_c", NULL};
    const ik_icon *const icons[] = {a, b};
    g_autofree char *symbols = ik_icon_symbols(NAMES, icons);
    (void)state;
    assert_string_equal(symbols, "<svg xmlns=\"http://www.w3.org/2000/svg\">\n"
                                 "<symbol id=\"a\" viewBox=\"0 0 2 2\" " BEGINNING
                                 "><g><rect width=\"1\" height=\"1\"></rect></g>"
                                 "</symbol>\n"
                                 "<symbol id=\"b_c\" viewBox=\"-1 0 2.5 2\" " BEGINNING
                                 "><g><circle r=\"1\" fill=\"none\">"
                                 "</circle></g></symbol>\n"
                                 "</svg>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shape_takes_the_colour_of_its_place),
        cmocka_unit_test(what_is_wider_than_high_is_centred),
        cmocka_unit_test(width_and_height_stand_in_for_a_view_box),
        cmocka_unit_test(what_the_root_and_groups_say_holds_for_their_shapes),
        cmocka_unit_test(a_style_goes_before_an_attribute),
        cmocka_unit_test(what_drawing_programs_add_is_passed_over),
        cmocka_unit_test(what_could_do_more_than_draw_is_refused),
        cmocka_unit_test(what_is_no_icon_is_refused),
        cmocka_unit_test(a_file_may_have_64_kib),
        cmocka_unit_test(groups_may_lie_in_each_other_to_a_limit),
        cmocka_unit_test(icons_of_the_program_lie_on_one_grid),
        cmocka_unit_test(another_name_has_no_icon),
        cmocka_unit_test(icons_become_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
