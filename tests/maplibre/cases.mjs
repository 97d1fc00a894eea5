// cases.mjs — the styles that are drawn by both.   [tests]
//
// Every layer reads the source "tiles"; those with images have the sprite of the published map. Widths, offsets and opacities are such that a mistake shows: a line on the
// wrong side, a join of another kind, a stroke inside instead of outside of a circle.

import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function layer(id, type, sourceLayer, paint, more = {}) {
    return {id, type, source: 'tiles', 'source-layer': sourceLayer, paint, ...more};
}

const ground = {id: 'ground', type: 'background', paint: {'background-color': '#f4f1ea'}};

const fills = [
    ground,
    layer('regions', 'fill', 'regions', {'fill-color': ['match', ['get', 'tint'], 0, '#b9cfe8', 1, '#f8e6c8', 2, '#dfeedd', 3, '#dbc2b6', 4, '#dccbdc', '#c6eef0']}),
    layer('large', 'fill', 'municipalities', {'fill-color': 'rgba(200, 40, 40, 0.4)', 'fill-outline-color': '#402020', 'fill-opacity': 0.8}, {filter: ['>', ['get', 'population'], 100000]}),
    layer('shifted', 'fill', 'municipalities', {'fill-color': '#3060a0', 'fill-opacity': 0.3, 'fill-translate': [6, 4]}, {filter: ['>', ['get', 'population'], 300000]}),
];

const lines = [
    ground,
    layer('municipalities', 'line', 'borders', {'line-color': '#999999', 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.6, 12, 2]}, {filter: ['==', 'rank', 3]}),
    layer('districts', 'line', 'borders', {'line-color': '#4080a0', 'line-width': 3, 'line-opacity': 0.6}, {filter: ['==', 'rank', 2], layout: {'line-join': 'round', 'line-cap': 'round'}}),
    layer('regions', 'line', 'borders', {'line-color': '#a02060', 'line-width': 5}, {filter: ['==', 'rank', 1], layout: {'line-join': 'bevel'}}),
    layer('frame', 'line', 'borders', {'line-color': '#202020', 'line-width': 2.5}, {filter: ['==', 'rank', 0], maxzoom: 8}),
    // Not where vertices lie closer than the gap is wide: MapLibre crosses the gap with the joins of each of them.
    layer('state', 'line', 'borders', {'line-color': '#202020', 'line-width': 2, 'line-gap-width': 4}, {filter: ['==', 'rank', 0], minzoom: 8}),
    layer('dashes', 'line', 'borders', {'line-color': '#c06000', 'line-width': 2, 'line-dasharray': [3, 2], 'line-offset': 3}, {filter: ['==', 'rank', 1], minzoom: 11}),
];

const circles = [
    ground,
    layer('places', 'circle', 'places', {
        'circle-radius': ['interpolate', ['linear'], ['get', 'population'], 0, 3, 1000000, 24], 'circle-color': '#d0a020',
        'circle-opacity': 0.7, 'circle-stroke-color': '#302000', 'circle-stroke-width': 1.5, 'circle-stroke-opacity': 0.9,
    }),
    layer('projects', 'circle', 'projects', {'circle-radius': 6, 'circle-color': '#d6004f', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2}),
    layer('events', 'circle', 'events', {'circle-radius': 9, 'circle-color': 'rgba(255, 255, 255, 0.85)', 'circle-stroke-color': '#0b5d7a', 'circle-stroke-width': 3, 'circle-translate': [5, -5]}),
];

function layersOf(name) {
    const style = JSON.parse(readFileSync(path.join(root, 'styles', `${name}.json`), 'utf8'));
    return style.layers.map((each) => (each.source ? {...each, source: 'tiles'} : each));
}

/** The layers of a style of ours that are no labels and no patterns. */
function shapesOf(name) {
    return layersOf(name).filter(({type, paint}) => type !== 'symbol' && !paint['fill-pattern']);
}

/** With the icons of projects, which lie over circles. */
function iconsOf(name) {
    return layersOf(name).filter(({type, layout}) => type !== 'symbol' || (layout['icon-image'] && !layout['text-field']));
}

export const STYLES = {fills, lines, circles, regions: shapesOf('regions'), icons: iconsOf('regions'), light: shapesOf('light'), print: shapesOf('print')};
export const VIEWS = [{zoom: 6, center: [7.55, 51.48]}, {zoom: 9, center: [7.2, 51.47]}, {zoom: 12, center: [7.0, 51.45]}];
