/* atlas.c — the built-in territory with everything that places addresses in it.   [pipeline] */
#include "atlas.h"

ik_atlas *ik_atlas_new(void)
{
    ik_atlas *atlas = g_new0(ik_atlas, 1);
    const ik_territory *territory = ik_territory_builtin();
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
