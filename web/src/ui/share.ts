// share.ts — the address of what is seen, by the means of the device or into the clipboard.

import {t} from '../base/texts.ts';
import {announce} from './announce.ts';
import {h} from '../base/dom.ts';

export async function share(address: string, title: string): Promise<void> {
    if (matchMedia('(pointer: coarse)').matches && 'share' in navigator) {
        try {
            await navigator.share({title, url: address});
            return;
        } catch (error) {
            if ((error as Error).name === 'AbortError') return;
        }
    }
    await copy(address);
}

async function copy(address: string): Promise<void> {
    try {
        await navigator.clipboard.writeText(address);
        say(t('web.link_copied'));
    } catch {
        showForCopying(address);
    }
}

let note: HTMLElement | undefined;

/** A line that goes away by itself; screen readers hear it. */
export function say(text: string): void {
    note?.remove();
    note = h('p', {class: 'toast'}, text);
    document.body.append(note);
    announce(text);
    const own = note;
    setTimeout(() => own.remove(), 5000);
}

/** Where a page may not write to the clipboard. */
function showForCopying(address: string): void {
    const field = h('input', {type: 'text', readonly: true, value: address, 'aria-label': t('web.link')});
    const close = h('button', {type: 'button', class: 'primary'}, t('web.close'));
    const dialog = h('dialog', {class: 'dialog', 'aria-label': t('web.share')}, field, h('div', {class: 'dialog-answers'}, close));
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    field.select();
}
