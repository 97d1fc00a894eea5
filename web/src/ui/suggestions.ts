// suggestions.ts — what the search offers for what has been typed: places, then projects, then the words.

import {fold, rank} from '../base/fold.ts';
import {icons} from '../base/dom.ts';
import {t} from '../base/texts.ts';
import type {Catalogue} from '../data/catalogue.ts';
import {findPlaces, type Place} from '../data/places.ts';
import type {Project} from '../data/project_index.ts';
import type {Suggestion} from './search_box.ts';

export interface Choices {
    place(place: Place): void;
    region(id: string): void;
    project(project: Project): void;
    words(text: string): void;
}

const PLACES = 4;
const PROJECTS = 4;

export function suggestionsFor(text: string, catalogue: Catalogue, choices: Choices): Suggestion[] {
    if (fold(text).length < 2) return [];
    const places = findPlaces(catalogue.knownPlaces, text, PLACES).map((place) => ({
        name: place.name,
        note: t(`web.kind_${place.kind}`),
        icon: place.kind === 'region' ? icons.map : icons.pin,
        choose: () => (place.kind === 'region' ? choices.region(place.region) : choices.place(place)),
    }));
    const projects = findProjects(catalogue.projects, text).map((project) => ({
        name: project.title,
        note: project.municipality,
        icon: icons.list,
        choose: () => choices.project(project),
    }));
    const words = {name: text.trim(), note: t('web.kind_words'), icon: icons.search, choose: () => choices.words(text)};
    return [...places, ...projects, words];
}

function findProjects(projects: readonly Project[], text: string): Project[] {
    const wanted = fold(text);
    const found: {project: Project; rank: number}[] = [];
    for (const project of projects) {
        const best = rank(project.haystack, wanted);
        if (best >= 0 && best < 2) found.push({project, rank: best});
    }
    return found
        .sort((a, b) => a.rank - b.rank)
        .slice(0, PROJECTS)
        .map(({project}) => project);
}
