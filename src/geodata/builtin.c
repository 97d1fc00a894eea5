/* builtin.c — North Rhine-Westphalia as compiled in.   [geodata] */
#include "builtin_tables.h"

const ik_territory *ik_territory_builtin(void)
{
    return &ik_builtin_territory;
}
