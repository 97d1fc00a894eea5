/* test_upper.c — the honest toy works. */
#include "lower.h"
#include "upper.h"

int main(void)
{
    return ik_upper_value() == ik_lower_value() + 1 ? 0 : 1;
}
