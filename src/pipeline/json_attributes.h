/* json_attributes.h — members of a JSON object as attributes of a feature.   [pipeline] */
#ifndef IK_JSON_ATTRIBUTES_H
#define IK_JSON_ATTRIBUTES_H

#include "json.h"
#include "value.h"

/* A JSON value as expressions see it; texts are borrowed from the document, the rest from the arena. */
ik_value ik_value_from_json(ik_json_value json, ik_arena *arena);

#endif
