// announce.ts — what changes without being looked at is said to screen readers.

import {h} from '../base/dom.ts';

const region = h('div', {class: 'visually-hidden', 'aria-live': 'polite', role: 'status'});
let timer = 0;

export function mountAnnouncer(): void {
    document.body.append(region);
}

/** Says `text` when nothing else has come for a moment, so that typing is not answered letter by letter. */
export function announce(text: string): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
        region.textContent = text;
    }, 400);
}
