/* sneaky_include.c — includes a header of a layer above.   [sneaky_include] */
#include "upper.h"
