// face.ts — the picture of a project in the list: its photo, or the icon of its theme.

import {h} from '../base/dom.ts';
import {fileUrl} from '../base/page.ts';
import {IMAGE, type Project} from '../data/project_index.ts';
import {themeIcon} from './theme_icon.ts';

const TINTS = 6;

export function face(project: Project): HTMLElement {
    if (project.flags & IMAGE)
        return h('img', {class: 'face', src: photoUrl(project), alt: '', loading: 'lazy', decoding: 'async', width: 96, height: 96});
    const tint = tintOf(project.themes[0] ?? project.region);
    return h('span', {class: `face tint-${tint}`, 'aria-hidden': 'true'}, themeIcon(project.icon));
}

/** The small photo. */
export function photoUrl(project: Project): string {
    return fileUrl(`images/project/${project.page}-320.jpg`);
}

function tintOf(key: string): number {
    let sum = 0;
    for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
    return sum % TINTS;
}
