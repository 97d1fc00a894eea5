/* table_writer.h — a territory as constant tables in C.   [geodata] */
#ifndef IK_TABLE_WRITER_H
#define IK_TABLE_WRITER_H

#include "topology.h"

/* Appends a C file that defines `ik_builtin_territory` of builtin_tables.h. */
void ik_table_writer_append(GString *out, const ik_territory *territory);

#endif
