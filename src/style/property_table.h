/* property_table.h — the rows behind property.h.   [style] */
#ifndef IK_PROPERTY_TABLE_H
#define IK_PROPERTY_TABLE_H

#include "property.h"

extern const ik_property_spec IK_PROPERTIES[IK_N_PROPERTIES];

#endif
