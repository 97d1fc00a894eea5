// face.ts — the picture of a project in the list: its photo, or the initials of who stands behind it.

import {h} from '../base/dom.ts';
import {fileUrl} from '../base/page.ts';
import {IMAGE, type Project} from '../data/project_index.ts';

const TINTS = 6;

export function face(project: Project): HTMLElement {
    if (project.flags & IMAGE)
        return h('img', {class: 'face', src: photoUrl(project), alt: '', loading: 'lazy', decoding: 'async', width: 96, height: 96});
    const tint = tintOf(project.themes[0] ?? project.region);
    return h('span', {class: `face tint-${tint}`, 'aria-hidden': 'true'}, initials(project.organisation || project.title));
}

/** The small photo. */
export function photoUrl(project: Project): string {
    return fileUrl(`images/project/${project.page}-320.jpg`);
}

/** "Handwerkskammer zu Köln" → "HK": first letters of the words that are names. */
function initials(name: string): string {
    const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^[\p{Lu}\p{N}]/u.test(word) || /^\p{Lo}/u.test(word));
    const letters = (words.length > 0 ? words : [name]).slice(0, 2).map((word) => [...word][0] ?? '');
    return letters.join('');
}

function tintOf(key: string): number {
    let sum = 0;
    for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
    return sum % TINTS;
}
