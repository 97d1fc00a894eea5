/* render_poster.c — ideenkarte render as a page: PDF, SVG, or PNG with title and legend.   [cli] */
#include "render_arguments.h"

#define DEFAULT_WIDTH_PX 1588 /* A3 across: 420 mm at 96 pixels an inch */

bool ik_render_is_poster(const ik_render_arguments *arguments, bool is_last_argument)
{
    return g_str_has_suffix(arguments->output, ".pdf") ||
           g_str_has_suffix(arguments->output, ".svg") || arguments->crs || arguments->title ||
           arguments->subtitle || arguments->no_legend || (is_last_argument && arguments->box);
}

static int draw(const ik_render_arguments *arguments, const ik_cli *cli, ik_poster_options *options)
{
    GError *error = NULL;
    g_autoptr(ik_workspace) workspace = NULL;
    g_autoptr(ik_records) records = NULL;
    int exit_code;
    if (!ik_render_records(arguments, cli, &workspace, &records, &exit_code))
        return exit_code;
    if (!options->title && workspace)
        options->title = ik_workspace_title(workspace, cli->language);
    return ik_render_poster(options, records, arguments->output, &error) ? IK_EXIT_DONE
                                                                         : ik_cli_fail(error);
}

int ik_render_poster_command(const ik_render_arguments *arguments, const ik_cli *cli)
{
    const int width_px = arguments->width_px != 0 ? arguments->width_px : DEFAULT_WIDTH_PX;
    ik_poster_options options = {.style = arguments->style,
                                 .width_px = (guint)width_px,
                                 .pixel_ratio = arguments->pixel_ratio,
                                 .title = arguments->title,
                                 .subtitle = arguments->subtitle,
                                 .has_legend = !arguments->no_legend,
                                 .language = cli->language,
                                 .note = ik_render_print_note,
                                 .note_data = (gpointer)(guintptr)cli};
    if (arguments->center || arguments->zoom || arguments->size)
        return ik_cli_misuse("%s: a page shows a box; --center, --zoom and --size do not go with "
                             "it, --bbox and --width do",
                             arguments->output);
    if (width_px < 400 || width_px > 19200)
        return ik_cli_misuse("--width %d: expected 400 to 19200 pixels for a page", width_px);
    if (arguments->crs && !ik_poster_crs_parse(arguments->crs, &options.crs))
        return ik_cli_misuse("--crs %s: expected EPSG:3857 (Web Mercator) or EPSG:25832 (UTM)",
                             arguments->crs);
    if (!ik_render_box(arguments, &options.box))
        return IK_EXIT_USAGE;
    return draw(arguments, cli, &options);
}
