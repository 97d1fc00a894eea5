// shell.ts — where things stand: bar with search and filters, list beside the map on a wide screen,
// list as a sheet over the map on a phone. Built around the map that the page holds already.

import {button, h, icons} from '../base/dom.ts';
import {isEmbedded} from '../base/page.ts';
import {t} from '../base/texts.ts';

export interface Shell {
    finder: HTMLElement;
    bar: HTMLElement;
    results: HTMLElement;
    panel: HTMLElement;
    stage: HTMLElement;
    map: HTMLElement;
    /** Shows so much of the sheet on a phone: 0 its edge, 1 half, 2 all. */
    setSheet(height: 0 | 1 | 2): void;
}

const HEIGHTS = ['low', 'half', 'full'] as const;

/** `map` is the page's own; what stood around it stays where it is. */
export function buildShell(map: HTMLElement, bar: HTMLElement, main: HTMLElement): Shell {
    const results = h('div', {class: 'results'});
    const panel = h('div', {class: 'panel', hidden: true});
    const handle = button(icons.list, t('web.sheet_more'));
    handle.className = 'sheet-handle';
    const side = h('div', {class: 'finder-side'}, handle, results, panel);
    const stage = h('div', {class: 'finder-stage'});
    const body = h('div', {class: 'finder-body'}, side, stage);
    const finder = h('section', {class: 'finder', id: 'finder', 'aria-label': t('web.finder')}, bar, body);
    bar.hidden = false;
    const before = main.querySelector(':scope > aside.notice');
    if (before) before.after(finder);
    else main.prepend(finder);
    stage.append(map);
    takeOver(main);
    document.documentElement.classList.add('with-map');
    document.documentElement.classList.toggle('embedded', isEmbedded);

    keepInScreen(finder, body);

    let height: 0 | 1 | 2 = 1;
    const setSheet = (next: 0 | 1 | 2) => {
        height = next;
        finder.dataset.sheet = HEIGHTS[next];
        const name = t(height === 2 ? 'web.sheet_less' : 'web.sheet_more');
        handle.setAttribute('aria-expanded', String(height === 2));
        handle.querySelector('span')!.textContent = name;
    };
    setSheet(1);
    handle.addEventListener('click', () => setSheet(height === 2 ? 0 : height === 1 ? 2 : 1));
    dragSheet(handle, () => height, setSheet);
    return {finder, bar, results, panel, stage, map, setSheet};
}

/** So high that the map ends where the screen does, as long as nobody scrolls. */
function keepInScreen(finder: HTMLElement, body: HTMLElement): void {
    const measure = () => finder.style.setProperty('--above', `${Math.round(body.getBoundingClientRect().top + scrollY)}px`);
    new ResizeObserver(measure).observe(document.body);
    measure();
}

/** What the finder shows stands in the page once; links to it lead there. */
function takeOver(main: HTMLElement): void {
    const list = main.querySelector<HTMLElement>('#list');
    if (list) list.hidden = true;
    main.querySelector('#map-section')?.classList.add('figures-only');
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
        if (link.hash === '#map-section') link.hash = '#finder';
        if (link.hash === '#list') link.parentElement?.remove();
    }
}

/** The handle may be dragged too; a short way is enough. */
function dragSheet(handle: HTMLElement, height: () => number, set: (next: 0 | 1 | 2) => void): void {
    let from: number | undefined;
    handle.addEventListener('pointerdown', (event) => (from = event.clientY));
    handle.addEventListener('touchmove', (event) => event.preventDefault(), {passive: false});
    addEventListener('pointerup', (event) => {
        if (from === undefined) return;
        const way = event.clientY - from;
        from = undefined;
        if (Math.abs(way) < 24) return;
        handle.addEventListener('click', (click) => click.stopImmediatePropagation(), {once: true, capture: true});
        set(Math.max(0, Math.min(2, height() + (way < 0 ? 1 : -1))) as 0 | 1 | 2);
    });
}
