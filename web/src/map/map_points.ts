// map_points.ts — what can be opened on the map, as buttons above it: one stop of the Tab key, arrow keys go from one to
// the next, a screen reader finds them all. Pointers go through them to the map.

import {h} from '../base/dom.ts';
import {t} from '../base/texts.ts';

export interface MapPoint {
    /** Pixels of the map. */
    x: number;
    y: number;
    radius: number;
    name: string;
    open(): void;
}

/** The nearest to the middle; more are to be zoomed to. */
const MOST = 150;
const STEPS: Record<string, number> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

export class MapPoints {
    readonly element = h('div', {class: 'map-points', role: 'group', 'aria-label': t('web.points_label'), hidden: true});
    /** The name of the one that has the focus, for those who see. */
    private readonly label = h('div', {class: 'map-label', 'aria-hidden': 'true', hidden: true});
    private points: MapPoint[] = [];
    private buttons: HTMLButtonElement[] = [];
    private shown = '';

    constructor() {
        this.element.addEventListener('keydown', (event) => this.pressed(event));
        this.element.addEventListener('focusin', (event) => this.focused(this.buttons.indexOf(event.target as HTMLButtonElement)));
        this.element.addEventListener('focusout', () => (this.label.hidden = true));
    }

    /** `size` is that of the map. Whoever was on one of them is then on the one nearest to it, in pixels. */
    show(points: MapPoint[], size: {width: number; height: number}): void {
        const near = points
            .map((point) => ({point, away: Math.hypot(point.x - size.width / 2, point.y - size.height / 2)}))
            .sort((a, b) => a.away - b.away)
            .slice(0, MOST)
            .map(({point}) => point)
            .sort((a, b) => a.y - b.y || a.x - b.x);
        this.element.classList.remove('is-moving');
        const shown = near.map(({x, y, name}) => `${Math.round(x)} ${Math.round(y)} ${name}`).join('\n');
        if (shown === this.shown) return;
        this.shown = shown;
        const last = this.points[this.buttons.indexOf(document.activeElement as HTMLButtonElement)];
        this.points = near;
        this.buttons = near.map(buttonOf);
        this.element.hidden = near.length === 0;
        this.element.replaceChildren(...this.buttons, this.label);
        if (last) this.buttons[nearest(near, last)]?.focus();
        else this.makeStop(0);
    }

    /** The map moves below them. */
    hide(): void {
        this.element.classList.add('is-moving');
    }

    private makeStop(index: number): void {
        this.buttons.forEach((button, i) => (button.tabIndex = i === index ? 0 : -1));
    }

    private focused(index: number): void {
        const point = this.points[index];
        if (!point) return;
        this.makeStop(index);
        this.label.hidden = false;
        this.label.textContent = point.name;
        this.label.style.left = `${point.x}px`;
        this.label.style.top = `${point.y - point.radius}px`;
    }

    private pressed(event: KeyboardEvent): void {
        const at = this.buttons.indexOf(document.activeElement as HTMLButtonElement);
        const last = this.buttons.length - 1;
        const step = STEPS[event.key];
        const next = step ? Math.max(0, Math.min(last, at + step)) : event.key === 'Home' ? 0 : event.key === 'End' ? last : undefined;
        if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        // The map would move.
        event.stopPropagation();
        this.buttons[next]?.focus();
    }
}

function nearest(points: readonly MapPoint[], to: {x: number; y: number}): number {
    const away = points.map(({x, y}) => Math.hypot(x - to.x, y - to.y));
    return away.indexOf(Math.min(...away));
}

function buttonOf(point: MapPoint): HTMLButtonElement {
    const button = h('button', {type: 'button', 'aria-label': point.name, tabindex: -1});
    Object.assign(button.style, {
        left: `${point.x}px`,
        top: `${point.y}px`,
        width: `${2 * point.radius}px`,
        height: `${2 * point.radius}px`,
    });
    button.addEventListener('click', (event) => {
        event.stopPropagation();
        point.open();
    });
    return button;
}
