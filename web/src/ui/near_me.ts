// near_me.ts — projects around the visitor, after asking: first this page says what happens with the
// position (nothing leaves the browser), then the browser asks for itself.

import {h} from '../base/dom.ts';
import type {LonLat} from '../base/sphere.ts';
import {t} from '../base/texts.ts';
import {announce} from './announce.ts';

/** Resolves with the position, or undefined when the visitor declines or none is to be had. */
export async function askForPosition(): Promise<LonLat | undefined> {
    if (!(await hasConsent())) return undefined;
    try {
        return await position();
    } catch {
        await tell(t('web.near_failed'));
        return undefined;
    }
}

function position(): Promise<LonLat> {
    announce(t('web.near_waiting'));
    return new Promise((resolve, reject) => {
        navigator.geolocation.getCurrentPosition(
            ({coords}) => resolve({lon: coords.longitude, lat: coords.latitude}),
            reject,
            {maximumAge: 300_000, timeout: 15_000},
        );
    });
}

function hasConsent(): Promise<boolean> {
    const yes = h('button', {type: 'button', class: 'primary'}, t('web.near_agree'));
    const no = h('button', {type: 'button'}, t('web.cancel'));
    return ask(t('web.near'), t('web.near_consent'), [
        [no, false],
        [yes, true],
    ]);
}

async function tell(text: string): Promise<void> {
    await ask(t('web.near'), text, [[h('button', {type: 'button', class: 'primary'}, t('web.close')), false]]);
}

function ask(title: string, text: string, answers: [HTMLButtonElement, boolean][]): Promise<boolean> {
    const dialog = h(
        'dialog',
        {class: 'dialog', 'aria-labelledby': 'dialog-title'},
        h('h2', {id: 'dialog-title'}, title),
        h('p', {}, text),
        h('div', {class: 'dialog-answers'}, ...answers.map(([element]) => element)),
    );
    document.body.append(dialog);
    return new Promise((resolve) => {
        let answer = false;
        for (const [element, meaning] of answers)
            element.addEventListener('click', () => {
                answer = meaning;
                dialog.close();
            });
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(answer);
        });
        dialog.showModal();
    });
}
