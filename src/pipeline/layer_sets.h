/* layer_sets.h — the features of a source, layer by layer.   [pipeline] */
#ifndef IK_LAYER_SETS_H
#define IK_LAYER_SETS_H

#include "feature_set.h"

typedef struct {
    char *name;      /* NULL: the source has no layers */
    GPtrArray *sets; /* ik_feature_set, owned */
} ik_layer_sets_entry;

typedef struct {
    GArray *layers;  /* ik_layer_sets_entry, in the order they were first met */
    GPtrArray *seen; /* char *: all layers that the source has, drawn or not */
} ik_layer_sets;

ik_layer_sets *ik_layer_sets_new(void);
void ik_layer_sets_free(ik_layer_sets *sets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_layer_sets, ik_layer_sets_free)

/* Takes over a sealed set. */
void ik_layer_sets_add(ik_layer_sets *sets, const char *layer, ik_feature_set *set);
/* Notes that there is a layer. */
void ik_layer_sets_see(ik_layer_sets *sets, const char *layer);

#endif
