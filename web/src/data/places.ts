// places.ts — towns and postcodes by name: the search of the map, without asking anybody.

import {fold, rank} from '../base/fold.ts';
import type {LonLat} from '../base/sphere.ts';

export interface Place extends LonLat {
    name: string;
    /** "municipality", "postcode", "region". */
    kind: string;
    /** Id of the region. */
    region: string;
    /** Folded name. */
    folded: string;
}

/** data/places.index.json */
export interface PlacesFile {
    columns: string[];
    kinds?: string[];
    rows: unknown[][];
}

export function readPlaces(file: PlacesFile): Place[] {
    const at = (name: string) => file.columns.indexOf(name);
    const column = {name: at('name'), kind: at('kind'), lon: at('lon'), lat: at('lat'), region: at('region')};
    return file.rows.map((row) => {
        const name = String(row[column.name] ?? '');
        const kind = row[column.kind];
        return {
            name,
            kind: typeof kind === 'number' ? (file.kinds?.[kind] ?? '') : String(kind ?? ''),
            lon: Number(row[column.lon]),
            lat: Number(row[column.lat]),
            region: String(row[column.region] ?? ''),
            folded: fold(name),
        };
    });
}

/** Best first, `limit` at most. A postcode has to begin with what was typed. */
export function findPlaces(places: readonly Place[], query: string, limit: number): Place[] {
    const wanted = fold(query);
    if (wanted === '') return [];
    return places
        .map((place) => ({place, rank: rank(place.folded, wanted)}))
        .filter(({place, rank: r}) => r >= 0 && (place.kind !== 'postcode' || r === 0))
        .sort((a, b) => a.rank - b.rank || a.place.name.length - b.place.name.length || compare(a.place, b.place))
        .slice(0, limit)
        .map(({place}) => place);
}

function compare(a: Place, b: Place): number {
    return a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0;
}

/** The place that a link names. */
export function placeNamed(places: readonly Place[], name: string): Place | undefined {
    const wanted = fold(name);
    return places.find((place) => place.folded === wanted);
}
