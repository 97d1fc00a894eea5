/* atlas.c — the built-in territory with everything that places addresses in it.   [pipeline] */
#include "atlas.h"

ik_atlas *ik_atlas_new(void)
{
    ik_atlas *atlas = g_new0(ik_atlas, 1);
    atlas->territory = *ik_territory_builtin();
    const ik_territory *territory = &atlas->territory;
    atlas->regions = ik_region_set_new(territory);
    atlas->geocoder = ik_geocoder_new(territory);
    atlas->placer = (ik_placer){territory, atlas->regions, atlas->geocoder};
    return atlas;
}

void ik_atlas_free(ik_atlas *atlas)
{
    if (!atlas)
        return;
    ik_geocoder_free(atlas->geocoder);
    ik_region_set_free(atlas->regions);
    if (atlas->attributions)
        g_array_unref(atlas->attributions);
    g_free(atlas);
}

const ik_territory *ik_atlas_territory(const ik_atlas *atlas)
{
    return atlas->placer.territory;
}

const ik_region_set *ik_atlas_regions(const ik_atlas *atlas)
{
    return atlas->regions;
}

ik_geocoder *ik_atlas_geocoder(ik_atlas *atlas)
{
    return atlas->geocoder;
}

bool ik_atlas_open_gazetteer(ik_atlas *atlas, const char *path, GError **error)
{
    if (!ik_geocoder_open_gazetteer(atlas->geocoder, path, error))
        return false;
    guint n;
    const ik_attribution *credits = ik_geocoder_attributions(atlas->geocoder, &n);
    atlas->attributions = g_array_new(FALSE, FALSE, sizeof(ik_attribution));
    g_array_append_vals(atlas->attributions, atlas->territory.attributions,
                        atlas->territory.n_attributions);
    if (n > 0)
        g_array_append_vals(atlas->attributions, credits, n);
    atlas->territory.attributions = (const ik_attribution *)(gpointer)atlas->attributions->data;
    atlas->territory.n_attributions = atlas->attributions->len;
    return true;
}
