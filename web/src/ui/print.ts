// print.ts — the map as it stands and every project of the list on paper.

import {h} from '../base/dom.ts';
import {t} from '../base/texts.ts';
import type {MapView} from '../map/view.ts';

/** `expand` puts all of the list into the page. */
export async function printPage(view: MapView | undefined, map: HTMLElement, expand: () => void): Promise<void> {
    expand();
    const address = await view?.picture();
    const picture = address ? h('img', {class: 'map-print', alt: t('web.map_label'), src: address}) : undefined;
    if (picture) {
        await picture.decode();
        map.append(picture);
    }
    addEventListener('afterprint', () => picture?.remove(), {once: true});
    print();
}
