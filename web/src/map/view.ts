// view.ts — what the page asks of a map, whoever draws it.

import type {Project} from '../data/project_index.ts';
import type {Box, LonLat} from '../base/sphere.ts';
import type {MapPoints} from './map_points.ts';
import {fitted} from './mercator.ts';

export interface Camera extends LonLat {
    zoom: number;
}

export interface NamedPoint extends LonLat {
    name: string;
}

export interface MapListener {
    /** The visible part changed; called when the movement has ended. */
    moved(): void;
    projectChosen(id: string): void;
    eventChosen(id: string): void;
    /** Where a group of `count` was opened. */
    groupOpened(count: number): void;
}

export interface MapView {
    camera(): Camera;
    visibleBox(): Box;
    moveTo(camera: Camera): void;
    showBox(box: Box): void;
    /** Undefined: all there are. */
    showProjects(projects: Project[] | undefined): void;
    showEvents(shown: boolean): void;
    select(project: Project | undefined): void;
    /** A pin where the visitor asked for; undefined: none. */
    mark(position: LonLat | undefined): void;
    /** Names of regions and where they stand. */
    nameRegions(names: readonly NamedPoint[]): void;
    setDark(dark: boolean): void;
    zoomBy(steps: number): void;
    resized(): void;
    /** The map as it stands, for paper; undefined when it prints as it is. */
    picture(): Promise<string | undefined>;
}

export interface MapOptions {
    container: HTMLElement;
    /** Addresses of the folder tiles, with {z} {x} {y}, and their zooms. */
    raster: string;
    rasterZoom: [number, number];
    /** What is shown at first. */
    start: Camera | Box;
    bounds: Box;
    /** What the picture shows that stands there until the map does. */
    picture: Box;
    dark: boolean;
    /** Inside another page: scrolling belongs to that page. */
    embedded: boolean;
    listener: MapListener;
    /** Buttons for what can be opened: the map puts them above itself. */
    points: MapPoints;
    /** All projects once they are known: for a map whose tiles are pictures. */
    projects: () => readonly Project[];
}

export function isBox(start: Camera | Box): start is Box {
    return Array.isArray(start);
}

/** Where the picture was that the map takes the place of, unless the link says otherwise. */
export function firstCamera({start, picture, container}: MapOptions): Camera {
    return isBox(start) ? fitted(picture, {width: container.clientWidth, height: container.clientHeight}) : start;
}
