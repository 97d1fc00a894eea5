// project_panel.ts — one project or event in full, in the place of the list.

import {button, h, icon, icons, replace} from '../base/dom.ts';
import {fetchJson, fileUrl, language, projectUrl, records} from '../base/page.ts';
import {safeHtml, webAddress} from '../base/safe_html.ts';
import {spokenDate, t} from '../base/texts.ts';
import {CHECK, VIDEO, isVague, type Project} from '../data/project_index.ts';
import {themeIcon} from './theme_icon.ts';

/** data/project/PAGE.json (src/site/project_record.c). */
export interface Detail {
    organisation: string | null;
    summary: string | null;
    /** A small part of HTML, made from Markdown by the build. */
    html: string | null;
    /** The smaller one first; addresses from the root. */
    images: {src: string; width: number; height: number}[];
    video: string | null;
    website: string | null;
    address: string | null;
    /** How exactly the place is known: a sentence by language. */
    position: Record<string, string>;
    start: string | null;
    end: string | null;
}

export interface EventRecord {
    id: string;
    title: string;
    date: string | null;
    date_note?: string | null;
    place?: string | null;
    description?: string | null;
}

export interface PanelOptions {
    closed(): void;
    showOnMap(project: Project): void;
    share(): void;
    themeChosen(theme: string): void;
    /** The name of the icon that stands for a theme. */
    iconOf(theme: string): string;
}

export class ProjectPanel {
    private current = '';

    constructor(
        private readonly container: HTMLElement,
        private readonly options: PanelOptions,
    ) {
        container.addEventListener('keydown', (event) => {
            if (event.key === 'Escape') this.options.closed();
        });
    }

    get isOpen(): boolean {
        return !this.container.hidden;
    }

    hide(): void {
        this.current = '';
        this.container.hidden = true;
        this.container.replaceChildren();
    }

    /** What the index knows is there at once, the rest when it has come. */
    async showProject(project: Project, focus: boolean): Promise<void> {
        this.current = project.id;
        const body = h('div', {class: 'panel-body'});
        const heading = this.open(project.title, body);
        fillKnown(body, project, this.options);
        if (focus) heading.focus();
        if (!records) return body.append(fact(icons.pin, project.municipality), pageLink(project));
        try {
            const detail = await fetchJson<Detail>(`${records}${project.page}.json`);
            if (this.current === project.id) this.fill(body, project, detail);
        } catch {
            if (this.current !== project.id) return;
            body.append(h('p', {}, t('web.detail_missing')), pageLink(project));
        }
    }

    showEvent(event: EventRecord, focus: boolean): void {
        this.current = `event:${event.id}`;
        const date = event.date ? spokenDate(event.date) : t('web.date_open');
        const heading = this.open(
            event.title,
            h(
                'div',
                {class: 'panel-body'},
                h('p', {class: 'panel-kind'}, t('web.event')),
                fact(icons.date, [date, event.date_note].filter(Boolean).join(' · ')),
                event.place ? fact(icons.pin, event.place) : null,
                event.description ? h('p', {dir: 'auto'}, event.description) : null,
            ),
        );
        if (focus) heading.focus();
    }

    private open(title: string, body: HTMLElement): HTMLElement {
        const back = button(icons.back, t('web.back_to_list'));
        back.className = 'panel-back';
        back.addEventListener('click', () => this.options.closed());
        const heading = h('h2', {class: 'panel-title', tabindex: -1, dir: 'auto'}, title);
        const head = h('div', {class: 'panel-head'}, back);
        replace(this.container, head, h('article', {}, heading, body));
        this.container.hidden = false;
        return heading;
    }

    private fill(body: HTMLElement, project: Project, detail: Detail): void {
        replace(body);
        const photo = photoOf(project, detail);
        const old = this.container.querySelector('.photo');
        old?.remove();
        if (photo) this.container.querySelector('.panel-title')?.before(photo);
        fillKnown(body, project, this.options, detail.organisation ?? undefined);
        if (detail.summary) body.append(h('p', {class: 'panel-summary', dir: 'auto'}, detail.summary));
        if (detail.html) {
            const story = h('div', {class: 'story', dir: 'auto'});
            story.append(safeHtml(detail.html));
            body.append(story);
        }
        body.append(facts(project, detail));
        const video = videoOf(project, detail);
        if (video) body.append(video);
        body.append(this.actions(project));
    }

    private actions(project: Project): HTMLElement {
        const show = button(icons.map, t('web.show_on_map'));
        show.addEventListener('click', () => this.options.showOnMap(project));
        const share = button(icons.share, t('web.share'));
        share.addEventListener('click', () => this.options.share());
        return h('div', {class: 'panel-actions'}, show, share, pageLink(project));
    }
}

function fillKnown(body: HTMLElement, project: Project, options: PanelOptions, organisation?: string): void {
    const name = organisation ?? project.organisation;
    if (name) body.append(h('p', {class: 'panel-organisation', dir: 'auto'}, name));
    if (project.themes.length === 0) return;
    const chips = project.themes.map((theme) => {
        const chip = h('button', {type: 'button', class: 'chip'}, themeIcon(options.iconOf(theme)), t(`theme.${theme}`));
        chip.addEventListener('click', () => options.themeChosen(theme));
        return h('li', {}, chip);
    });
    body.append(h('ul', {class: 'chips', 'aria-label': t('web.themes')}, ...chips));
}

function facts(project: Project, detail: Detail): HTMLElement {
    const list = h('div', {class: 'facts'});
    list.append(fact(icons.pin, detail.address || project.municipality));
    list.append(accuracy(project, detail));
    const period = periodOf(detail);
    if (period) list.append(fact(icons.date, period));
    const website = webAddress(detail.website);
    if (website) {
        const link = h('a', {href: website, rel: 'noopener noreferrer', class: 'website'}, new URL(website).hostname.replace(/^www\./, ''));
        list.append(h('p', {class: 'fact'}, icon(icons.share), h('span', {}, `${t('web.website')}: `, link)));
    }
    return list;
}

/** Drawn like the marker of the map: a dot for a place, a ring for an area. */
function accuracy(project: Project, detail: Detail): HTMLElement {
    const sign = h('span', {class: isVague(project) ? 'ring' : 'dot', 'aria-hidden': 'true'});
    const known = detail.position[language] ?? t(isVague(project) ? 'web.vague' : 'web.exact');
    const meaning = isVague(project) ? ` ${t('web.vague_place', {place: project.municipality})}` : '';
    const check = project.flags & CHECK ? ` ${t('web.to_check')}` : '';
    return h('p', {class: 'fact'}, sign, h('span', {}, known + meaning + check));
}

function fact(path: string, text: string): HTMLElement {
    return h('p', {class: 'fact'}, icon(path), h('span', {dir: 'auto'}, text));
}

function periodOf({start, end}: Detail): string {
    const values = {start: start ? spokenDate(start) : '', end: end ? spokenDate(end) : ''};
    if (start) return t(end ? 'date.period' : 'date.since', values);
    return end ? t('date.until', values) : '';
}

function photoOf(project: Project, detail: Detail): HTMLElement | undefined {
    const large = detail.images[detail.images.length - 1];
    if (!large) return undefined;
    return h('img', {
        class: 'photo',
        src: fileUrl(large.src),
        srcset: detail.images.map(({src, width}) => `${fileUrl(src)} ${width}w`).join(', '),
        sizes: '(min-width: 56rem) 27rem, 100vw',
        alt: t('web.photo', {title: project.title}),
        width: large.width,
        height: large.height,
    });
}

/** Two clicks: the first tells what the second would do. Nothing of the other site is loaded into this page: the
 * video opens in a tab of its own, so that the policy of this page needs to trust nobody. */
function videoOf(project: Project, detail: Detail): HTMLElement | undefined {
    const address = webAddress(detail.video);
    if (!(project.flags & VIDEO) || !address) return undefined;
    const host = new URL(address).hostname.replace(/^www\./, '');
    const box = h('div', {class: 'video'});
    const ask = button(icons.video, t('web.video_watch'));
    ask.addEventListener('click', () => {
        const link = h('a', {class: 'button', href: address, target: '_blank', rel: 'noopener noreferrer'}, t('web.video_open', {host}));
        replace(box, h('p', {}, t('web.video_consent', {host})), link);
        link.focus();
    });
    box.append(ask);
    return box;
}

function pageLink(project: Project): HTMLElement {
    return h('a', {class: 'own-page', href: projectUrl(project)}, t('web.own_page'));
}
