/* projection.c — PROJ behind two calls.   [geo]
 *
 * Every projection has a context of its own, which is what PROJ asks of threads, and its log is
 * off: a library does not print.
 */
#include "projection.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <proj.h>

struct ik_projection {
    guint epsg;
    PJ_CONTEXT *context;
    PJ *operation;
};

/* PROJ orders axes as each system's authority does; normalised, east always comes first. */
static PJ *create_operation(PJ_CONTEXT *context, guint epsg)
{
    g_autofree char *source = g_strdup_printf("EPSG:%u", epsg);
    PJ *plain = proj_create_crs_to_crs(context, source, "EPSG:4326", NULL);
    if (plain == NULL) {
        return NULL;
    }
    PJ *normalised = proj_normalize_for_visualization(context, plain);
    proj_destroy(plain);
    return normalised;
}

ik_projection *ik_projection_new(guint epsg, GError **error)
{
    g_autoptr(ik_projection) projection = g_new0(ik_projection, 1);
    projection->epsg = epsg;
    projection->context = proj_context_create();
    proj_log_level(projection->context, PJ_LOG_NONE);
    proj_context_set_enable_network(projection->context, 0);
    projection->operation = create_operation(projection->context, epsg);
    if (projection->operation == NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED, "reference system EPSG:%u is not known",
                    epsg);
        return NULL;
    }
    return g_steal_pointer(&projection);
}

void ik_projection_free(ik_projection *projection)
{
    if (projection == NULL) {
        return;
    }
    proj_destroy(projection->operation);
    proj_context_destroy(projection->context);
    g_free(projection);
}

static void set_range_error(GError **error, guint epsg, double easting, double northing)
{
    char east[G_ASCII_DTOSTR_BUF_SIZE], north[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(east, sizeof east, "%.3f", easting);
    g_ascii_formatd(north, sizeof north, "%.3f", northing);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "position %s %s lies outside EPSG:%u", east, north,
                epsg);
}

bool ik_projection_to_lonlat(const ik_projection *projection, double easting, double northing,
                             ik_lonlat *position, GError **error)
{
    proj_errno_reset(projection->operation);
    PJ_COORD result =
        proj_trans(projection->operation, PJ_FWD, proj_coord(easting, northing, 0.0, 0.0));
    bool is_on_earth = fabs(result.xy.x) <= 180.0 && fabs(result.xy.y) <= 90.0;
    if (proj_errno(projection->operation) != 0 || !is_on_earth) {
        set_range_error(error, projection->epsg, easting, northing);
        return false;
    }
    *position = (ik_lonlat){.lon = result.xy.x, .lat = result.xy.y};
    return true;
}

bool ik_projection_from_lonlat(const ik_projection *projection, ik_lonlat position, double *easting,
                               double *northing, GError **error)
{
    proj_errno_reset(projection->operation);
    PJ_COORD result =
        proj_trans(projection->operation, PJ_INV, proj_coord(position.lon, position.lat, 0.0, 0.0));
    if (proj_errno(projection->operation) != 0 || !isfinite(result.xy.x) ||
        !isfinite(result.xy.y)) {
        set_range_error(error, projection->epsg, position.lon, position.lat);
        return false;
    }
    *easting = result.xy.x;
    *northing = result.xy.y;
    return true;
}
