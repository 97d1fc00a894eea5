/* sneaky_foreign.c — names a library of another layer.   [sneaky_foreign] */
#include <cairo.h>
