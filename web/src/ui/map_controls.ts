// map_controls.ts — buttons on the map, the key to its signs, and whom it comes from.

import {button, h, icons} from '../base/dom.ts';
import {t} from '../base/texts.ts';

export interface MapControls {
    zoomBy(steps: number): void;
    whole(): void;
    near(): void;
    share(): void;
    print(): void;
    showEvents(shown: boolean): void;
}

export function mapControls(actions: MapControls): HTMLElement[] {
    const group = (className: string, ...buttons: HTMLElement[]) => h('div', {class: `controls ${className}`}, ...buttons);
    const act = (path: string, name: string, action: () => void) => {
        const element = button(path, name, false);
        element.addEventListener('click', action);
        return element;
    };
    return [
        group(
            'controls-zoom',
            act(icons.plus, t('web.zoom_in'), () => actions.zoomBy(1)),
            act(icons.minus, t('web.zoom_out'), () => actions.zoomBy(-1)),
            act(icons.whole, t('web.whole_map'), actions.whole),
            act(icons.near, t('web.near'), actions.near),
        ),
        group(
            'controls-page',
            act(icons.share, t('web.share_view'), actions.share),
            act(icons.print, t('web.print'), actions.print),
        ),
        legend(actions),
    ];
}

function legend(actions: MapControls): HTMLElement {
    const entry = (sign: string, text: string) => h('li', {}, h('span', {class: sign, 'aria-hidden': 'true'}), text);
    const events = h('input', {type: 'checkbox', id: 'events-shown', checked: true});
    events.addEventListener('change', () => actions.showEvents(events.checked));
    return h(
        'details',
        {class: 'legend-box'},
        h('summary', {}, t('web.legend')),
        h(
            'ul',
            {},
            entry('dot', t('web.legend_project')),
            entry('ring', t('web.legend_vague')),
            entry('group-sign', t('web.legend_group')),
            h('li', {}, h('label', {for: 'events-shown'}, events, h('span', {class: 'event-sign', 'aria-hidden': 'true'}), t('web.legend_events'))),
        ),
        attribution(),
    );
}

/** As the page has it below, each source in its own language and direction. */
function attribution(): HTMLElement | null {
    const sources = [...document.querySelectorAll('footer .attributions li')].map((item) =>
        h('bdi', {lang: item.getAttribute('lang'), dir: item.getAttribute('dir')}, item.textContent?.trim() ?? ''),
    );
    return sources.length > 0 ? h('p', {class: 'attribution'}, ...sources.flatMap((source, i) => (i > 0 ? [', ', source] : [source]))) : null;
}
