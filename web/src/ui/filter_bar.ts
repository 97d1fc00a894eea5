// filter_bar.ts — themes as buttons that stay pressed, region as a list, video as a switch.

import {button, h, icons} from '../base/dom.ts';
import {t} from '../base/texts.ts';
import {NO_FILTER, isActive, type Filter} from '../data/filter.ts';
import {themeIcon} from './theme_icon.ts';

export interface RegionName {
    id: string;
    name: string;
}

export class FilterBar {
    readonly element = h('div', {class: 'filters'});
    private readonly themes = h('div', {class: 'chips', role: 'group', 'aria-label': t('web.themes')});
    private readonly region = h('select', {id: 'filter-region'});
    private readonly video = chip(t('web.with_video'));
    private readonly reset = button(icons.close, t('web.reset'));
    private filter: Filter = {...NO_FILTER};

    constructor(
        regions: RegionName[],
        private readonly changed: (filter: Filter) => void,
        private readonly fixedRegion: boolean,
    ) {
        const choice = h('div', {class: 'choice', hidden: fixedRegion}, h('label', {for: 'filter-region'}, t('web.region')), this.region);
        this.region.append(h('option', {value: ''}, t('web.all_regions')));
        for (const {id, name} of regions) this.region.append(h('option', {value: id}, name));
        this.reset.className = 'reset';
        this.element.append(choice, this.themes);
        this.region.addEventListener('change', () => this.change({region: this.region.value}));
        this.video.addEventListener('click', () => this.change({video: !this.filter.video}));
        this.reset.addEventListener('click', () => {
            this.change({...NO_FILTER, ...(fixedRegion && {region: this.filter.region})});
            this.themes.querySelector('button')?.focus();
        });
    }

    /** The themes that there are; known when the index has come. */
    setThemes(keys: readonly string[], iconOf: (theme: string) => string, hasVideo: boolean): void {
        const chips = keys.map((key) => {
            const element = chip(t(`theme.${key}`));
            element.prepend(themeIcon(iconOf(key)));
            element.dataset.theme = key;
            element.addEventListener('click', () => this.toggleTheme(key));
            return element;
        });
        this.themes.replaceChildren(...chips, ...(hasVideo ? [this.video] : []), this.reset);
        this.show(this.filter);
    }

    show(filter: Filter): void {
        this.filter = filter;
        this.region.value = filter.region;
        press(this.video, filter.video);
        for (const element of this.themes.querySelectorAll<HTMLElement>('[data-theme]'))
            press(element, filter.themes.includes(element.dataset.theme ?? ''));
        this.reset.hidden = !isActive(this.fixedRegion ? {...filter, region: ''} : filter);
    }

    private toggleTheme(key: string): void {
        const themes = this.filter.themes;
        this.change({themes: themes.includes(key) ? themes.filter((other) => other !== key) : [...themes, key]});
    }

    private change(part: Partial<Filter>): void {
        this.changed({...this.filter, ...part});
    }
}

function chip(name: string): HTMLButtonElement {
    return h('button', {type: 'button', class: 'chip', 'aria-pressed': 'false'}, name);
}

function press(element: Element, pressed: boolean): void {
    element.setAttribute('aria-pressed', String(pressed));
}
