/* builtin_tables.h — the constant tables that geodata/compile writes.   [geodata] */
#ifndef IK_BUILTIN_TABLES_H
#define IK_BUILTIN_TABLES_H

#include "topology.h"

extern const ik_territory ik_builtin_territory;

#endif
