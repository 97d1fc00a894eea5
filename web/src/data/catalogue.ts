// catalogue.ts — the projects and places of the page, as they arrive.

import {fetchJson} from '../base/page.ts';
import {hasText, t} from '../base/texts.ts';
import {readPlaces, type Place, type PlacesFile} from './places.ts';
import {OTHER, VIDEO, readRows, type IndexFile, type Project} from './project_index.ts';

const FOLDED_AT_ONCE = 200;

let asked: Promise<IndexFile> | undefined;

/** Asks for the projects, or for their parts, before anything can show them. */
export function askForProjects(): Promise<IndexFile> {
    if (!asked) {
        asked = fetchJson<IndexFile>('data/projects.index.json');
        asked.catch(() => undefined);
    }
    return asked;
}

export class Catalogue {
    projects: Project[] = [];
    themes: string[] = [];
    private icons: string[] = [];
    /** Whether everything has come. */
    complete = false;
    private readonly byId = new Map<string, Project>();
    private placesAsked: Promise<Place[]> | undefined;
    private placesThere: Place[] = [];

    /** Reads all parts; `arrived` is called after each. */
    async load(arrived: () => void): Promise<void> {
        const head = await askForProjects();
        this.themes = head.themes;
        this.icons = head.icons;
        this.take(head, head);
        for (const part of head.parts ?? []) {
            this.take(await fetchJson<IndexFile>(`data/${part.file}`), head);
            arrived();
        }
        this.complete = true;
        arrived();
    }

    /** Folds the projects' words before somebody types, a few at a time. */
    prepareSearch(from = 0): void {
        const end = from + FOLDED_AT_ONCE;
        for (const project of this.projects.slice(from, end)) void project.haystack;
        if (end < this.projects.length) setTimeout(() => this.prepareSearch(end));
    }

    get(id: string): Project | undefined {
        return this.byId.get(id);
    }

    /** The name of the icon that stands for a theme. */
    iconOf(theme: string): string {
        return this.icons[this.themes.indexOf(theme)] ?? OTHER;
    }

    get hasVideo(): boolean {
        return this.projects.some((project) => project.flags & VIDEO);
    }

    /** Towns and postcodes; asked for when somebody begins to search. */
    places(): Promise<Place[]> {
        this.placesAsked ??= fetchJson<PlacesFile>('data/places.index.json').then((file) => {
            this.placesThere = readPlaces(file);
            return this.placesThere;
        });
        return this.placesAsked;
    }

    /** Those that have come. */
    get knownPlaces(): readonly Place[] {
        return this.placesThere;
    }

    private take(file: IndexFile, head: IndexFile): void {
        const projects = readRows(file, head, (key) => (hasText(`theme.${key}`) ? t(`theme.${key}`) : key));
        for (const project of projects) this.byId.set(project.id, project);
        this.projects = this.projects.concat(projects);
    }
}
