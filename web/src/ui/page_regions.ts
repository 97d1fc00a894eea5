// page_regions.ts — names of the regions, which the page's own list has in its language.

import type {RegionName} from './filter_bar.ts';

export function regionsOfPage(): RegionName[] {
    const regions: RegionName[] = [];
    for (const section of document.querySelectorAll<HTMLElement>('section[id^="region-"]')) {
        const name = section.querySelector('h3')?.textContent?.trim();
        if (name) regions.push({id: section.dataset.region ?? section.id.replace(/^region-/, ''), name});
    }
    return regions;
}
