// dom.ts — elements from text. Nothing here parses markup: what strangers wrote stays text.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined>;

/** An element; `true` sets an empty attribute, `false` and null none. Listeners are added by the caller. */
export function h<K extends keyof HTMLElementTagNameMap>(
    name: K,
    attributes: Attributes = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        element.setAttribute(key, value === true ? '' : String(value));
    }
    append(element, children);
    return element;
}

export function append(parent: Node, children: Child[]): void {
    for (const child of children) {
        if (child !== null && child !== undefined && child !== false) parent.appendChild(node(child));
    }
}

export function replace(parent: Element, ...children: Child[]): void {
    parent.replaceChildren();
    append(parent, children);
}

function node(child: Node | string): Node {
    return typeof child === 'string' ? document.createTextNode(child) : child;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A picture of one path in a box of 24 x 24, in the colour of the text; hidden from screen readers. */
export function icon(path: string): SVGSVGElement {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
}

/** Pictures of the controls, drawn as lines. */
export const icons = {
    search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13zm4.7-1.8L20 20',
    close: 'M6 6l12 12M18 6L6 18',
    back: 'M14.5 5l-7 7 7 7',
    near: 'M12 3v3m0 12v3M3 12h3m12 0h3m-9-5a5 5 0 1 1 0 10 5 5 0 0 1 0-10zm0 4v2',
    share: 'M14 5h5v5m0-5l-8 8M10 6H5v13h13v-5',
    print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
    plus: 'M12 5v14M5 12h14',
    minus: 'M5 12h14',
    whole: 'M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5',
    moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
    sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6L7 7m10 10l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4',
    video: 'M4 6h11v12H4zm11 4l5-3v10l-5-3',
    list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
    map: 'M9 4L3.5 6.5v13L9 17l6 2.5 5.5-2.5V4L15 6.5zm0 0v13m6-10.5v13',
    pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zm0-9a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
    date: 'M5 6h14v14H5zm0 4h14M9 3v4m6-4v4',
    sliders: 'M4 7h9m5 0h2M4 17h3m5 0h8M15.5 4.5v5m-6 5v5',
};

/** A button with a picture and a name; the name is hidden unless `shown`. */
export function button(path: string, name: string, shown = true): HTMLButtonElement {
    const label = h('span', shown ? {} : {class: 'visually-hidden'}, name);
    const element = h('button', {type: 'button', title: shown ? null : name}, label);
    element.prepend(icon(path));
    return element;
}

/** Once what has changed so far can be seen. */
export function afterPaint(act: () => void): void {
    requestAnimationFrame(() => setTimeout(act));
}
