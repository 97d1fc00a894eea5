/* upper.c — a toy that uses the one below it, and a library of its own.   [upper] */
#include "upper.h"

#include "lower.h"

#include <cairo.h>

int ik_upper_value(void)
{
    return ik_lower_value() + (cairo_version() > 0);
}
