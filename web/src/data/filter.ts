// filter.ts — which projects a visitor asks for, and in what order.

import {fold, squeeze} from '../base/fold.ts';
import {distance, type LonLat} from '../base/sphere.ts';
import {VIDEO, type Project} from './project_index.ts';

export interface Filter {
    /** As typed. */
    text: string;
    /** Keys; a project has to have one of them. Empty: any. */
    themes: string[];
    /** Id; empty: any. */
    region: string;
    /** With video alone. */
    video: boolean;
}

export const NO_FILTER: Filter = {text: '', themes: [], region: '', video: false};

export function isActive(filter: Filter): boolean {
    return fold(filter.text) !== '' || filter.themes.length > 0 || filter.region !== '' || filter.video;
}

/** Every word of the text has to be somewhere in the project. */
export function applyFilter(projects: readonly Project[], filter: Filter): Project[] {
    const words = fold(filter.text).split(' ').filter(Boolean);
    const themes = new Set(filter.themes);
    return projects.filter(
        (project) =>
            (filter.region === '' || project.region === filter.region) &&
            (!filter.video || (project.flags & VIDEO) !== 0) &&
            (themes.size === 0 || project.themes.some((theme) => themes.has(theme))) &&
            words.every((word) => hasWord(project.haystack, word)),
    );
}

function hasWord(haystack: string, word: string): boolean {
    if (haystack.includes(word)) return true;
    const squeezed = squeeze(word);
    return squeezed !== word && haystack.includes(squeezed);
}

/** Nearest first, with metres. */
export function byDistance(projects: readonly Project[], from: LonLat): {project: Project; metres: number}[] {
    return projects
        .map((project) => ({project, metres: distance(from, project)}))
        .sort((a, b) => a.metres - b.metres || (a.project.id < b.project.id ? -1 : 1));
}
