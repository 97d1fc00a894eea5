// link_state.ts — what a shared link says. It stands behind '#', which browsers keep to themselves:
// no server learns what somebody looked for.
//
//   #z=9.2&c=51.4812,7.2162&q=sprache&t=language,work&r=region-aachen&v=1&o=Witten&p=project-id

import {NO_FILTER, type Filter} from './filter.ts';

export interface LinkState {
    view?: {lon: number; lat: number; zoom: number};
    filter: Filter;
    /** Name of a town or a postcode that projects are ordered around; empty: none. */
    place: string;
    /** Id of the project that is open; empty: none. */
    project: string;
}

/** Nothing of `hash` is trusted; what makes no sense is left out. Undefined for a plain anchor. */
export function parseLink(hash: string): LinkState | undefined {
    const text = hash.replace(/^#/, '');
    if (!text.includes('=')) return text === '' ? emptyState() : undefined;
    const fields = new URLSearchParams(text);
    const state = emptyState();
    const view = parseView(fields.get('z'), fields.get('c'));
    if (view) state.view = view;
    state.filter = {
        text: short(fields.get('q')),
        themes: short(fields.get('t')).split(',').filter(Boolean),
        region: short(fields.get('r')),
        video: fields.get('v') === '1',
    };
    state.place = short(fields.get('o'));
    state.project = short(fields.get('p'));
    return state;
}

export function formatLink(state: LinkState): string {
    const fields: [string, string][] = [];
    if (state.view) {
        fields.push(['z', String(round(state.view.zoom, 2))]);
        fields.push(['c', `${round(state.view.lat, 4)},${round(state.view.lon, 4)}`]);
    }
    fields.push(['q', state.filter.text], ['t', state.filter.themes.join(',')], ['r', state.filter.region]);
    fields.push(['v', state.filter.video ? '1' : ''], ['o', state.place], ['p', state.project]);
    const text = fields
        .filter(([, value]) => value !== '')
        .map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2C/g, ',')}`)
        .join('&');
    return text === '' ? '' : `#${text}`;
}

export function emptyState(): LinkState {
    return {filter: {...NO_FILTER}, place: '', project: ''};
}

function parseView(zoom: string | null, centre: string | null): LinkState['view'] | undefined {
    const parts = (centre ?? '').split(',');
    if (!zoom || parts.length !== 2 || parts.some((part) => part.trim() === '')) return undefined;
    const z = Number(zoom);
    const [lat, lon] = parts.map(Number) as [number, number];
    const sound = z >= 0 && z <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
    return sound ? {lon, lat, zoom: z} : undefined;
}

const LONGEST = 200;

function short(text: string | null): string {
    return (text ?? '').slice(0, LONGEST);
}

function round(value: number, digits: number): number {
    return Number(value.toFixed(digits));
}
