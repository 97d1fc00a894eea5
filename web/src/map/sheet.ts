// sheet.ts — the style sheet as the browser draws it: the sheet of the raster tiles, with the
// addresses of this site and with layers for projects that can be grouped, filtered and chosen.

import type {
    CircleLayerSpecification,
    ExpressionSpecification,
    FilterSpecification,
    LayerSpecification,
    StyleSpecification,
    VectorSourceSpecification,
} from 'maplibre-gl';

import {VAGUE_LEVELS} from '../data/project_index.ts';
import {darken} from './dark_colors.ts';

export const TILES = 'ideenkarte';
/** Projects that pass a filter. */
export const HITS = 'hits';
export const SELECTED = 'selected';
export const MARK = 'mark';
/** Layers: over the projects from afar, below them where these have icons. */
export const EVENTS = ['events', 'events-near'];
/** Names of regions: tiles hold pieces of a region, each of which would get one. */
export const REGION_NAMES = 'region-names';

const STRONG = '#d6004f';
const EVENT = '#0b5d7a';

const isGroup: ExpressionSpecification = ['has', 'point_count'];
const isAlone: ExpressionSpecification = ['!', ['has', 'point_count']];
/** From here on a project shows the icon of its theme. */
export const ICONS_FROM = 10;

const isVague: ExpressionSpecification = ['in', ['get', 'match'], ['literal', [...VAGUE_LEVELS]]];

/** What MapLibre is built with here (vite.config.ts); our tiles are drawn from no other. */
const DRAWN: readonly string[] = ['background', 'fill', 'line', 'circle', 'symbol'];

/** The whole style. `tiles` says where the vector tiles are. */
export function styleFrom(sheet: StyleSpecification, tiles: Omit<VectorSourceSpecification, 'type'>, dark: boolean): StyleSpecification {
    const empty = {type: 'FeatureCollection' as const, features: []};
    const {sprite, ...rest} = sheet;
    const ground = groundLayers(sheet, dark);
    return {
        ...rest,
        ...(sprite && usesImages(ground) && {sprite}),
        sources: {
            [TILES]: {type: 'vector', ...tiles},
            [HITS]: {type: 'geojson', data: empty, cluster: true, clusterRadius: 46, clusterMaxZoom: 13},
            [SELECTED]: {type: 'geojson', data: empty},
            [MARK]: {type: 'geojson', data: empty},
            [REGION_NAMES]: {type: 'geojson', data: empty},
        },
        layers: [...ground, ...overlays(dark)],
    };
}

/** A sheet without icons and patterns needs none of the pictures at once. */
function usesImages(layers: LayerSpecification[]): boolean {
    return layers.some((layer) =>
        Object.keys({...layer.layout, ...layer.paint}).some((name) => /(^icon-image|-pattern)$/.test(name)),
    );
}

/** What is drawn of the tiles alone: nothing else has to be there for the first picture. */
export function beginningOf(style: StyleSpecification): StyleSpecification {
    return {
        ...style,
        sources: Object.fromEntries(Object.entries(style.sources).filter(([id]) => id === TILES)),
        layers: style.layers.filter((layer) => !('source' in layer) || layer.source === TILES),
    };
}

/** Layers of the sheet without points, which the page draws itself. */
function groundLayers(sheet: StyleSpecification, dark: boolean): LayerSpecification[] {
    const layers = sheet.layers.filter(
        (layer) => DRAWN.includes(layer.type) && !('source-layer' in layer && ['projects', 'events'].includes(layer['source-layer'] ?? '')),
    );
    return layers.map((layer) => {
        const own = withSource(layer);
        return (dark && 'paint' in own ? {...own, paint: darken(own.paint)} : own) as LayerSpecification;
    });
}

function withSource(layer: LayerSpecification): LayerSpecification {
    if (!('source' in layer)) return layer;
    if (layer.type !== 'symbol' || layer['source-layer'] !== 'regions') return {...layer, source: TILES} as LayerSpecification;
    const {'source-layer': _, ...named} = layer;
    return {...named, source: REGION_NAMES};
}

function overlays(dark: boolean): LayerSpecification[] {
    const rim = dark ? '#12191e' : '#ffffff';
    return [
        chosenArea(),
        ...markLayers(),
        {...eventLayer(EVENTS[1]!, dark, 15.5), minzoom: ICONS_FROM},
        ...pointLayers(TILES, rim, dark, {'source-layer': 'projects'}),
        ...pointLayers(HITS, rim, dark, {}),
        {...eventLayer(EVENTS[0]!, dark, ['interpolate', ['linear'], ['zoom'], 5, 5, 8, 8]), maxzoom: ICONS_FROM},
        ...chosenLayers(rim, dark),
    ];
}

/** The municipality of a project that is known to its municipality alone. */
function chosenArea(): LayerSpecification {
    return {
        id: 'chosen-area',
        type: 'line',
        source: TILES,
        'source-layer': 'municipalities',
        filter: ['==', ['get', 'ags'], ''],
        paint: {'line-color': STRONG, 'line-width': 2.5, 'line-dasharray': [2, 1.5]},
    };
}

/** A ring; round a project in the same place where that has its icon, so that both are seen. */
function eventLayer(id: string, dark: boolean, radius: number | ExpressionSpecification): CircleLayerSpecification {
    return {
        id,
        type: 'circle',
        source: TILES,
        'source-layer': 'events',
        paint: {
            'circle-radius': radius,
            'circle-color': dark ? '#12191e' : '#ffffff',
            'circle-stroke-color': dark ? '#7fcbe6' : EVENT,
            'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 5, 2, 8, 3],
        },
    };
}

function pointLayers(source: string, rim: string, dark: boolean, from: {'source-layer'?: string}): LayerSpecification[] {
    return [
        {
            id: `${source}-points`,
            type: 'circle',
            source,
            ...from,
            filter: isAlone as FilterSpecification,
            paint: {
                'circle-radius': ['interpolate', ['linear'], ['zoom'], 5, 3.5, 7, 5.5, 9, 7, ICONS_FROM - 0.5, 8, ICONS_FROM, 12],
                'circle-color': ['case', isVague, rim, STRONG],
                'circle-stroke-color': ['case', isVague, STRONG, rim],
                'circle-stroke-width': ['case', isVague, 3, 1.8],
            },
        },
        iconLayer(`${source}-icons`, source, dark, from),
        {
            id: `${source}-groups`,
            type: 'circle',
            source,
            ...from,
            filter: isGroup as FilterSpecification,
            paint: {
                'circle-radius': groupRadius,
                'circle-color': STRONG,
                'circle-stroke-color': rim,
                'circle-stroke-width': 2.5,
            },
        },
        {
            id: `${source}-counts`,
            type: 'symbol',
            source,
            ...from,
            filter: isGroup as FilterSpecification,
            layout: {
                'text-field': ['to-string', ['get', 'point_count']],
                'text-font': ['Noto Sans Regular'],
                'text-size': ['step', ['get', 'point_count'], 14, 100, 15, 1000, 16],
                'text-allow-overlap': true,
                // Names of places make room for them.
                'text-padding': 10,
            },
            // The halo in the same colour makes them bolder, without the glyphs of a second font.
            paint: {'text-color': '#ffffff', 'text-halo-color': '#ffffff', 'text-halo-width': 0.4},
        },
    ];
}

/** The icon of the theme inside of a dot or a ring, of which dark ones have it in white; names of places keep clear of both. */
function iconLayer(id: string, source: string, dark: boolean, from: {'source-layer'?: string}): LayerSpecification {
    return {
        id,
        type: 'symbol',
        source,
        ...from,
        minzoom: ICONS_FROM,
        filter: ['has', 'icon'],
        layout: {
            'icon-image': ['concat', dark ? 'sign-' : ['case', isVague, 'ink-', 'sign-'], ['get', 'icon']],
            'icon-allow-overlap': true,
            'icon-padding': 6,
        },
    };
}

const groupRadius: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['log10', ['get', 'point_count']],
    0.3,
    13,
    1,
    16,
    2,
    22,
    3,
    28,
    4.5,
    36,
];

function chosenLayers(rim: string, dark: boolean): LayerSpecification[] {
    return [
        {
            id: 'chosen',
            type: 'circle',
            source: SELECTED,
            paint: {
                'circle-radius': 13,
                'circle-color': ['case', isVague, rim, STRONG],
                'circle-opacity': ['case', isVague, 0.6, 1],
                'circle-stroke-color': ['case', isVague, STRONG, rim],
                'circle-stroke-width': 4,
            },
        },
        iconLayer('chosen-icon', SELECTED, dark, {}),
    ];
}

/** Below the projects, which may stand in the same place. */
function markLayers(): LayerSpecification[] {
    const paint = {'circle-color': '#1b6ae0', 'circle-stroke-color': '#ffffff'};
    return [
        {id: 'mark-halo', type: 'circle', source: MARK, paint: {...paint, 'circle-radius': 22, 'circle-opacity': 0.25, 'circle-stroke-width': 0}},
        {id: 'mark', type: 'circle', source: MARK, paint: {...paint, 'circle-radius': 6, 'circle-stroke-width': 3}},
    ];
}
