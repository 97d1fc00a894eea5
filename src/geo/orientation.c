/* orientation.c — the sign of a determinant, filtered, then exact.   [geo] */
#include "orientation.h"

#include <float.h>
#include <math.h>

/* Shewchuk's bound for the error of the plain determinant, relative to the sum of its terms. */
#define HALF_ULP    (DBL_EPSILON / 2.0)
#define ERROR_BOUND ((3.0 + 16.0 * HALF_ULP) * HALF_ULP)

/* Six products of two parts each. */
#define MAX_PARTS 12

static int sign_of(double value)
{
    return (value > 0.0) - (value < 0.0);
}

/* Adds a number to a sum kept as parts of growing size that do not overlap; returns their number. */
static unsigned add_exactly(double *parts, unsigned n, double addend)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < n; i++) {
        double sum = addend + parts[i];
        double from_part = sum - addend;
        double lost = (addend - (sum - from_part)) + (parts[i] - from_part);
        if (lost != 0.0) {
            parts[kept++] = lost;
        }
        addend = sum;
    }
    if (addend != 0.0) {
        parts[kept++] = addend;
    }
    return kept;
}

static unsigned add_product(double *parts, unsigned n, double a, double b)
{
    double product = a * b;
    n = add_exactly(parts, n, fma(a, b, -product));
    return add_exactly(parts, n, product);
}

static int orientation_exactly(ik_lonlat a, ik_lonlat b, ik_lonlat c)
{
    double parts[MAX_PARTS];
    unsigned n = 0;
    n = add_product(parts, n, a.lon, b.lat);
    n = add_product(parts, n, -a.lat, b.lon);
    n = add_product(parts, n, b.lon, c.lat);
    n = add_product(parts, n, -b.lat, c.lon);
    n = add_product(parts, n, c.lon, a.lat);
    n = add_product(parts, n, -c.lat, a.lon);
    return n == 0 ? 0 : sign_of(parts[n - 1]);
}

int ik_lonlat_orientation(ik_lonlat a, ik_lonlat b, ik_lonlat c)
{
    double left = (a.lon - c.lon) * (b.lat - c.lat);
    double right = (a.lat - c.lat) * (b.lon - c.lon);
    double determinant = left - right;
    if (fabs(determinant) > ERROR_BOUND * (fabs(left) + fabs(right))) {
        return sign_of(determinant);
    }
    return orientation_exactly(a, b, c);
}

bool ik_lonlat_is_between(ik_lonlat a, ik_lonlat b, ik_lonlat p)
{
    return p.lon >= fmin(a.lon, b.lon) && p.lon <= fmax(a.lon, b.lon) &&
           p.lat >= fmin(a.lat, b.lat) && p.lat <= fmax(a.lat, b.lat) &&
           ik_lonlat_orientation(a, b, p) == 0;
}
