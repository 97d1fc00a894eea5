// color_theme.ts — light or dark: as the system has it, until the visitor chooses. Only the choice
// is kept, in this browser.

import {button, icons, replace, icon, h} from '../base/dom.ts';
import {t} from '../base/texts.ts';

const KEY = 'ideenkarte.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
type Listener = (dark: boolean) => void;
const listeners: Listener[] = [];

export function isDark(): boolean {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : system.matches;
}

export function onThemeChange(listener: Listener): void {
    listeners.push(listener);
}

/** Takes up what was chosen earlier: as early as possible, before anything is drawn. */
export function restoreTheme(): void {
    const chosen = stored();
    if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
    system.addEventListener('change', tell);
    mark();
}

/** The button that changes it. */
export function themeButton(): HTMLButtonElement {
    const toggle = button(icons.moon, '', true);
    toggle.className = 'theme-button';
    const show = () => {
        const name = t(isDark() ? 'web.theme_light' : 'web.theme_dark');
        replace(toggle, icon(isDark() ? icons.sun : icons.moon), h('span', {}, name));
    };
    toggle.addEventListener('click', () => {
        const next = isDark() ? 'light' : 'dark';
        document.documentElement.dataset.theme = next;
        store(next);
        tell();
    });
    onThemeChange(show);
    show();
    return toggle;
}

function tell(): void {
    mark();
    for (const listener of listeners) listener(isDark());
}

/** One name for the stylesheet, whoever chose. */
function mark(): void {
    document.documentElement.classList.toggle('dark', isDark());
}

function stored(): string | null {
    try {
        return localStorage.getItem(KEY);
    } catch {
        return null;
    }
}

/** Browsers that keep nothing lose the choice with the page. */
function store(value: string): void {
    try {
        localStorage.setItem(KEY, value);
    } catch {
        return;
    }
}
