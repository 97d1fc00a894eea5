/* map_sources.c — the sources that a style names, as a scene takes them.   [scene] */
#include "map_sources.h"

#include <string.h>

bool ik_map_sources_know(const ik_map_sources *sources, const char *id)
{
    return sources != NULL && sources->ids != NULL && id != NULL &&
           g_strv_contains(sources->ids, id);
}

const ik_layer_features *ik_map_sources_features(const ik_map_sources *sources, const char *source,
                                                 const char *layer)
{
    for (guint i = 0; i < sources->n_features; i++) {
        const ik_layer_features *f = &sources->features[i];
        if (strcmp(f->source, source) == 0 &&
            (f->layer == NULL || (layer != NULL && strcmp(f->layer, layer) == 0)))
            return f;
    }
    return NULL;
}

const ik_layer_pictures *ik_map_sources_pictures(const ik_map_sources *sources, const char *source)
{
    for (guint i = 0; i < sources->n_pictures; i++)
        if (strcmp(sources->pictures[i].source, source) == 0)
            return &sources->pictures[i];
    return NULL;
}
