// load_sheet.ts — the style sheet of this site, with addresses that hold wherever it is used.

import type {StyleSpecification} from 'maplibre-gl';

import {rootUrl} from '../base/page.ts';

/** Reads the sheet and resolves what it names against the root of the site. */
export async function loadSheet(address: string): Promise<StyleSpecification> {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const sheet = (await response.json()) as StyleSpecification;
    const absolute = (path: string) => new URL(path, rootUrl).href.replace(/%7B/g, '{').replace(/%7D/g, '}');
    if (sheet.glyphs) sheet.glyphs = absolute(sheet.glyphs);
    if (typeof sheet.sprite === 'string') sheet.sprite = absolute(sheet.sprite);
    return sheet;
}
