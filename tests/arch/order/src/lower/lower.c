/* lower.c — a toy that uses nothing.   [lower] */
#include "lower.h"

int ik_lower_value(void)
{
    return 1;
}
