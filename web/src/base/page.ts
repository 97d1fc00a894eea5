// page.ts — what the page says about itself: its root, language and kind.

const root = document.documentElement;

/** Address of the published folder, with '/' at the end. */
export const rootUrl = new URL(root.dataset.root || './', document.baseURI);

/** Key of the page's texts: "de", "en", "ar", "leicht". */
export const language = root.dataset.language || root.lang || 'de';

/** For numbers and dates. Digits are those of the pages, Latin ones in Arabic too. */
export const locale = {de: 'de-DE', leicht: 'de-DE', en: 'en-GB', ar: 'ar-u-nu-latn'}[language] ?? language;

const query = new URLSearchParams(location.search);

/** Shown inside somebody else's page. */
export const isEmbedded = query.get('embed') === '1';

/** What a link from another page, or the page around a frame, asks for; empty: nothing. */
export const askedRegion = query.get('region') ?? '';
export const askedProject = query.get('project') ?? '';

/** A file of the published folder. */
export function fileUrl(path: string): string {
    return new URL(path, rootUrl).href;
}

/** A page in the language of this one: "projekt/a.html" → ".../en/projekt/a.html". */
export function pageUrl(path: string): string {
    return new URL(path, homeUrl).href;
}

/** Folder of the pages in this language, seen from its first page. */
export const homeUrl = new URL('.', document.baseURI);

/** Folder of the projects in full; undefined when the build left them and their pages out. */
export const records = document.querySelector<HTMLElement>('.map[data-records]')?.dataset.records;

/** Where a project stands in full: on its own page, else in the list of its region, which may have several sheets. */
export function projectUrl({page, region, sheet}: {page: string; region: string; sheet: number}): string {
    const list = sheet > 1 ? `${region}-${sheet}` : region;
    return pageUrl(records ? `projekt/${page}.html` : `region/${list}.html#p-${page}`);
}

/** Whether visitors asked for little movement. */
export function movesLittle(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export async function fetchJson<T>(path: string): Promise<T> {
    const response = await fetch(fileUrl(path));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
}
