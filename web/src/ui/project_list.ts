// project_list.ts — the projects that are asked for, as cards: the equal of the map for all who do
// not see or use it.

import {h, icon, icons} from '../base/dom.ts';
import {projectUrl} from '../base/page.ts';
import {counted, spokenDistance, t} from '../base/texts.ts';
import {VIDEO, isVague, type Project} from '../data/project_index.ts';
import {face} from './face.ts';

export interface ListedProject {
    project: Project;
    /** From where the visitor asked; undefined: nowhere. */
    metres?: number;
}

export interface ListOptions {
    open(project: Project): void;
    /** Pointed at or given the focus; undefined: left. */
    pointed(project: Project | undefined): void;
    followChanged(follows: boolean): void;
}

const STEP = 30;
/** Nearer than this is here. */
const NEAR_M = 100;

export class ProjectList {
    private readonly heading = h('h2', {class: 'results-heading', tabindex: -1});
    private readonly note = h('p', {class: 'results-note'});
    private readonly list = h('ol', {class: 'cards'});
    private readonly more = h('button', {type: 'button', class: 'more'}, t('web.more_projects'));
    private readonly follow = h('input', {type: 'checkbox', id: 'follow'});
    private listed: ListedProject[] = [];
    private shown = 0;

    constructor(
        container: HTMLElement,
        private readonly options: ListOptions,
    ) {
        this.follow.checked = true;
        const follow = h('label', {class: 'follow', for: 'follow'}, this.follow, h('span', {}, t('web.follow_map')));
        container.append(h('div', {class: 'results-head'}, this.heading, this.note, follow), this.list, this.more);
        this.follow.addEventListener('change', () => options.followChanged(this.follow.checked));
        this.more.addEventListener('click', () => this.showMore());
        this.list.addEventListener('click', (event) => this.clicked(event));
        for (const kind of ['pointerover', 'focusin']) this.list.addEventListener(kind, (event) => this.point(event));
        for (const kind of ['pointerleave', 'focusout'])
            this.list.addEventListener(kind, () => this.options.pointed(undefined));
    }

    get follows(): boolean {
        return this.follow.checked;
    }

    /** `total` is how many there are in all, on the map or beside it. */
    show(listed: ListedProject[], total: number, near: string): void {
        this.listed = listed;
        this.shown = 0;
        this.heading.textContent = counted('web.projects', listed.length);
        this.note.textContent = this.noteOn(listed.length, total, near);
        this.list.replaceChildren();
        this.showMore(false);
    }

    /** Before the index has come. */
    showLoading(): void {
        this.heading.textContent = t('web.loading');
    }

    /** All of them, for paper. */
    showAll(): void {
        while (this.shown < this.listed.length) this.showMore(false);
    }

    focus(): void {
        this.heading.focus();
    }

    focusProject(id: string): void {
        const card = [...this.list.querySelectorAll<HTMLElement>('a[data-id]')].find((one) => one.dataset.id === id);
        (card ?? this.heading).focus();
    }

    private noteOn(shown: number, total: number, near: string): string {
        if (total === 0) return t('web.none_found');
        if (shown === 0) return t('web.none_here', {total});
        if (near !== '') return t('web.ordered_near', {place: near});
        return shown < total ? t('web.shown_of', {total}) : '';
    }

    private showMore(focus = true): void {
        const next = this.listed.slice(this.shown, this.shown + STEP);
        const cards = next.map(card);
        this.list.append(...cards);
        this.shown += next.length;
        this.more.hidden = this.shown >= this.listed.length;
        if (focus) cards[0]?.querySelector('a')?.focus();
    }

    private projectAt(event: Event): Project | undefined {
        const id = (event.target as Element).closest<HTMLElement>('a[data-id]')?.dataset.id;
        return this.listed.find(({project}) => project.id === id)?.project;
    }

    /** Opened beside the map, unless a new tab or window is wanted. */
    private clicked(event: MouseEvent): void {
        const project = this.projectAt(event);
        if (!project || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        this.options.open(project);
    }

    private point(event: Event): void {
        const project = this.projectAt(event);
        if (project) this.options.pointed(project);
    }
}

function card({project, metres}: ListedProject): HTMLElement {
    const where = h('span', {class: 'card-where'}, project.municipality);
    if (metres !== undefined && metres >= NEAR_M) where.append(' · ', spokenDistance(metres));
    const body = h(
        'span',
        {class: 'card-body'},
        h('span', {class: 'card-title', dir: 'auto'}, project.title),
        h('span', {class: 'card-organisation', dir: 'auto'}, project.organisation),
        where,
    );
    if (project.flags & VIDEO) where.append(h('span', {class: 'badge'}, icon(icons.video), t('web.video')));
    if (isVague(project)) where.append(h('span', {class: 'ring', title: t('web.vague')}));
    return h('li', {}, h('a', {class: 'card', href: projectUrl(project), 'data-id': project.id}, face(project), body));
}

