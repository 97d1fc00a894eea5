// theme_icon.ts — the icon of a theme, from the one file that holds all of them (sprites/icons.svg).

import {icon} from '../base/dom.ts';
import {fileUrl} from '../base/page.ts';

/** In the colour of the text around it; hidden from screen readers, because the theme's name stands beside it. */
export function themeIcon(name: string): SVGSVGElement {
    const svg = icon('');
    const use = document.createElementNS(svg.namespaceURI, 'use');
    use.setAttribute('href', fileUrl(`sprites/icons.svg#${name}`));
    svg.replaceChildren(use);
    return svg;
}
