// project_index.ts — all projects in columns: what filter, list and search work on.

import {fold} from '../base/fold.ts';
import type {LonLat} from '../base/sphere.ts';

export const VIDEO = 1;
export const IMAGE = 2;
export const TEXT = 4;
export const CHECK = 8;

/** The icon of what has no other. */
export const OTHER = 'other';

/** Levels of a match, as the build names them, of places that are known to an area only. */
export const VAGUE_LEVELS: readonly string[] = ['municipality', 'locality', 'postcode', 'none'];

/** data/projects.index.json (src/site/script_data.h); its parts hold rows alone. */
export interface IndexFile {
    version: number;
    columns: string[];
    themes: string[];
    /** What stands for each theme: the name of an icon. */
    icons: string[];
    levels: string[];
    /** By region, in the order of its pages. */
    rows?: unknown[][];
    /** So many projects stand on one page of a region. */
    sheet: number;
    /** Of large maps: files beside this one that hold the rows, one a region. */
    parts?: {region: string; file: string; count: number}[];
    count?: number;
}

export interface Project extends LonLat {
    id: string;
    title: string;
    organisation: string;
    region: string;
    municipality: string;
    /** Keys, the main one first. */
    themes: string[];
    icon: string;
    flags: number;
    level: string;
    /** What it is called in the names of its files. */
    page: string;
    date: string;
    /** On which page of its region it is listed: 1, 2… */
    sheet: number;
    /** What text is looked for in; folded when it is first asked for. */
    readonly haystack: string;
}

/** Whether the place is known to an area only, and is drawn as a ring. */
export function isVague(project: Project): boolean {
    return VAGUE_LEVELS.includes(project.level);
}

/** `themeName` turns a key into the words by which visitors look for it. */
export function readRows(file: IndexFile, head: IndexFile, themeName: (key: string) => string): Project[] {
    const columns = file.columns ?? head.columns;
    const at = (name: string) => columns.indexOf(name);
    const column = {
        id: at('id'),
        title: at('title'),
        organisation: at('organisation'),
        lon: at('lon'),
        lat: at('lat'),
        region: at('region'),
        municipality: at('municipality'),
        themes: at('themes'),
        flags: at('flags'),
        level: at('level'),
        page: at('page'),
        date: at('date'),
    };
    const themeKeys = file.themes ?? head.themes;
    const icons = file.icons ?? head.icons;
    const levels = file.levels ?? head.levels;
    const seen = new Map<string, number>();
    return (file.rows ?? []).map((row) => {
        const text = (index: number) => (typeof row[index] === 'string' ? (row[index] as string) : '');
        const indexes = (row[column.themes] as number[] | null) ?? [];
        const themes = indexes.map((index) => themeKeys[index] ?? '');
        const title = text(column.title);
        const organisation = text(column.organisation);
        const municipality = text(column.municipality);
        const place = seen.get(text(column.region)) ?? 0;
        seen.set(text(column.region), place + 1);
        let folded: string | undefined;
        return {
            id: text(column.id),
            title,
            organisation,
            lon: Number(row[column.lon]),
            lat: Number(row[column.lat]),
            region: text(column.region),
            sheet: Math.floor(place / head.sheet) + 1,
            municipality,
            themes,
            icon: icons[indexes[0] ?? -1] ?? OTHER,
            flags: Number(row[column.flags] ?? 0),
            level: levels[Number(row[column.level])] ?? '',
            page: text(column.page) || text(column.id),
            date: text(column.date),
            get haystack() {
                return (folded ??= fold([title, organisation, municipality, ...themes.map(themeName)].join(' ')));
            },
        };
    });
}
