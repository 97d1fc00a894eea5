/* coverage_format.c — coverage and white spots in each format.   [site]
 *
 * Table, Markdown and HTML are made of the same parts: title, sentences, grids, base, sources.
 */
#include <ideenkarte/report.h>

#include <ideenkarte/text.h>
#include <string.h>

#include "attribution.h"
#include "coverage_base.h"
#include "coverage_grid.h"
#include "html.h"
#include "white_spot_report.h"

typedef struct {
    GString *out;
    ik_report_format format;
    const char *language;
} paper;

static const char style[] =
    "body{margin:2rem auto;max-width:75rem;padding:0 1rem;font:1rem/1.5 system-ui,\"Noto "
    "Sans\",sans-serif;"
    "color:#1b2830;background:#fff}"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
    ".scroll{overflow-x:auto}"
    "th,td{padding:.3rem .7rem;text-align:right;border-bottom:1px solid #cfd8de}"
    "th:first-child,.text{text-align:left}tbody th{font-weight:400}"
    "thead th{border-bottom:2px solid #0b4a5e}tfoot th,tfoot td{font-weight:700;border-top:2px "
    "solid #0b4a5e}"
    ".visually-hidden{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}"
    "ul{padding-left:1.2rem}";

bool ik_report_format_parse(const char *name, ik_report_format *format)
{
    static const char *const names[IK_N_REPORT_FORMATS] = {"table", "csv", "json", "md", "html"};
    for (guint i = 0; i < IK_N_REPORT_FORMATS; i++) {
        if (strcmp(name, names[i]) == 0) {
            *format = (ik_report_format)i;
            return true;
        }
    }
    return false;
}

/* --- parts ------------------------------------------------------------------------------------- */

static void begin(const paper *p, const char *title)
{
    if (p->format != IK_REPORT_HTML)
        return;
    g_string_append(p->out, "<!DOCTYPE html>\n<html");
    ik_html_attribute(p->out, "lang", p->language);
    g_string_append(p->out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width, "
                            "initial-scale=1\">\n");
    ik_html_element(p->out, "title", NULL, title);
    g_string_append_printf(p->out, "<style>%s</style>\n</head>\n<body>\n", style);
}

static void end(const paper *p)
{
    if (p->format == IK_REPORT_HTML)
        g_string_append(p->out, "</body>\n</html>\n");
}

/* Headings of two ranks; a terminal shows the second one only. */
static void put_heading(const paper *p, guint rank, const char *text)
{
    if (p->format == IK_REPORT_HTML) {
        ik_html_element(p->out, rank == 1 ? "h1" : "h2", NULL, text);
    } else if (p->format == IK_REPORT_MARKDOWN) {
        g_string_append(p->out, rank == 1 ? "# " : "\n## ");
        ik_markdown_append(p->out, text);
        g_string_append(p->out, "\n\n");
    } else if (rank > 1) {
        g_string_append_printf(p->out, "\n%s:\n", text);
    }
}

static void put_paragraph(const paper *p, const char *text)
{
    if (p->format == IK_REPORT_HTML) {
        ik_html_element(p->out, "p", NULL, text);
    } else if (p->format == IK_REPORT_MARKDOWN) {
        ik_markdown_append(p->out, text);
        g_string_append(p->out, "\n\n");
    } else {
        g_string_append_printf(p->out, "%s\n", text);
    }
}

static void put_item(const paper *p, const char *text)
{
    if (p->format == IK_REPORT_HTML) {
        ik_html_element(p->out, "li", NULL, text);
    } else if (p->format == IK_REPORT_MARKDOWN) {
        g_string_append(p->out, "- ");
        ik_markdown_append(p->out, text);
        g_string_append_c(p->out, '\n');
    } else {
        g_string_append_printf(p->out, "  %s\n", text);
    }
}

static void put_list(const paper *p, const GPtrArray *items)
{
    g_string_append(p->out, p->format == IK_REPORT_HTML ? "<ul>\n" : "");
    for (guint i = 0; i < items->len; i++)
        put_item(p, items->pdata[i]);
    g_string_append(p->out, p->format == IK_REPORT_HTML ? "</ul>\n" : "");
}

/* Takes the grid over. */
static void put_grid(const paper *p, ik_grid *grid, const char *caption)
{
    if (p->format == IK_REPORT_HTML)
        ik_grid_append_html(p->out, grid, caption);
    else if (p->format == IK_REPORT_MARKDOWN)
        ik_grid_append_markdown(p->out, grid);
    else
        ik_grid_append_table(p->out, grid);
    ik_grid_free(grid);
}

static void put_base(const paper *p, const ik_coverage *coverage, const ik_territory *territory)
{
    g_autoptr(GPtrArray) base =
        ik_coverage_base(coverage, territory, p->language, IK_COVERAGE_BASE_ALL);
    g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func(g_free);
    for (guint32 i = 0; i < territory->n_attributions; i++)
        g_ptr_array_add(sources,
                        g_strdup(ik_attribution_text(&territory->attributions[i], p->language)));
    put_heading(p, 2, ik_text(p->language, "coverage.base"));
    put_list(p, base);
    put_heading(p, 2, ik_text(p->language, "coverage.sources"));
    put_list(p, sources);
}

/* --- the whole --------------------------------------------------------------------------------- */

char *ik_coverage_format(const ik_coverage *coverage, const ik_territory *territory,
                         ik_report_format format, const char *language)
{
    static const char *const titles[] = {"coverage.title.region", "coverage.title.district",
                                         "coverage.title.municipality"};
    const char *title = ik_text(language, titles[coverage->by]);
    if (format == IK_REPORT_CSV)
        return ik_coverage_to_csv(coverage, territory);
    if (format == IK_REPORT_JSON)
        return ik_coverage_to_json(coverage, territory);
    const paper p = {g_string_new(NULL), format, language};
    begin(&p, title);
    put_heading(&p, 1, title);
    put_grid(&p, ik_coverage_grid(coverage, language), title);
    put_base(&p, coverage, territory);
    end(&p);
    return g_string_free(p.out, FALSE);
}

static void put_spots(const paper *p, const ik_white_spots *spots, const ik_territory *territory,
                      guint limit)
{
    g_autoptr(GPtrArray) sentences = ik_white_spots_explained(spots, p->language);
    put_heading(p, 1, ik_text(p->language, "spots.title"));
    put_paragraph(p, sentences->pdata[0]);
    if (spots->spots->len > limit) {
        g_autofree char *shown = ik_text_integer(p->language, limit);
        g_autofree char *sentence =
            ik_text_format(p->language, "spots.shown", "shown", shown, NULL);
        put_paragraph(p, sentence);
    }
    if (spots->spots->len > 0)
        put_grid(p, ik_white_spot_grid(spots, territory, p->language, limit),
                 ik_text(p->language, "spots.title"));
    put_heading(p, 2, ik_text(p->language, "gains.title"));
    for (guint i = 1; i < sentences->len; i++)
        put_paragraph(p, sentences->pdata[i]);
    if (spots->gains->len > 0)
        put_grid(p, ik_gain_grid(spots, territory, p->language),
                 ik_text(p->language, "gains.title"));
}

char *ik_white_spots_format(const ik_white_spots *spots, const ik_coverage *coverage,
                            const ik_territory *territory, ik_report_format format,
                            const char *language, guint limit)
{
    if (format == IK_REPORT_CSV)
        return ik_white_spots_to_csv(spots, coverage, territory, limit);
    if (format == IK_REPORT_JSON)
        return ik_white_spots_to_json(spots, coverage, territory, limit);
    const paper p = {g_string_new(NULL), format, language};
    begin(&p, ik_text(language, "spots.title"));
    put_spots(&p, spots, territory, limit);
    put_base(&p, coverage, territory);
    end(&p);
    return g_string_free(p.out, FALSE);
}
