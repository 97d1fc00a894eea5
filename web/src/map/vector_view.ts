// vector_view.ts — the map drawn by MapLibre from the vector tiles. This file and what it imports
// are loaded after the page stands.

import {
    Map as MapLibre,
    addProtocol,
    prewarm,
    type GeoJSONSource,
    type MapGeoJSONFeature,
    type MapMouseEvent,
    type StyleSpecification,
} from 'maplibre-gl';

import {afterPaint, h} from '../base/dom.ts';
import {movesLittle} from '../base/page.ts';
import type {Box, LonLat} from '../base/sphere.ts';
import {t} from '../base/texts.ts';
import {isVague, type Project} from '../data/project_index.ts';
import {glyphsAt} from './glyphs.ts';
import type {MapPoint} from './map_points.ts';
import {EVENTS, HITS, ICONS_FROM, MARK, REGION_NAMES, SELECTED, TILES, beginningOf, styleFrom} from './sheet.ts';
import type {TileRange, TileReader} from './tile_reader.ts';
import {firstCamera, isBox, type Camera, type MapOptions, type MapView, type NamedPoint} from './view.ts';

const CLICKABLE = [...EVENTS, 'chosen', `${TILES}-groups`, `${HITS}-groups`, `${TILES}-points`, `${HITS}-points`];
const POINTS = ['points', 'icons', 'groups', 'counts'];
const POINTS_OF = {[TILES]: POINTS, [HITS]: POINTS};
/** Addresses that begin with it are read by glyphs.ts. */
const GLYPHS = 'glyphs';
/** "tiles://6/33/21" is read by tile_reader.ts. */
const ARCHIVE = 'tiles';
/** Beyond the state, so that its neighbours' edge can be seen. */
const MARGIN_DEGREES = 2;
const NEAREST = 15;

// The worker starts while the style is on its way.
prewarm();

export class VectorView implements MapView {
    private readonly map: MapLibre;
    private readonly label = h('div', {class: 'map-label', hidden: true});
    /** Nobody has moved the map: it still shows what the picture did. */
    private untouched: boolean;
    private fitting = false;
    private isComplete = false;
    private readonly waiting: (() => void)[] = [];
    private hits: Project[] | undefined;
    private chosen: Project | undefined;
    private marked: LonLat | undefined;
    private eventsShown = true;
    private names: readonly NamedPoint[] = [];

    constructor(
        private readonly options: MapOptions,
        private readonly sheet: StyleSpecification,
        tiles: TileReader,
        private readonly range: TileRange,
        private dark = options.dark,
    ) {
        addProtocol(ARCHIVE, async ({url}, {signal}) => {
            const [z = 0, x = 0, y = 0] = url.slice(ARCHIVE.length + 3).split('/').map(Number);
            return {data: await tiles.tile({z, x, y}, signal)};
        });
        addProtocol(GLYPHS, async ({url}, {signal}) => ({data: await glyphsAt(url.slice(GLYPHS.length + 3), signal)}));
        this.map = new MapLibre({
            container: options.container,
            style: beginningOf(this.style()),
            ...cameraOf(options),
            minZoom: 5,
            maxZoom: NEAREST,
            maxBounds: widened(options.bounds),
            dragRotate: false,
            pitchWithRotate: false,
            touchPitch: false,
            attributionControl: false,
            refreshExpiredTiles: false,
            validateStyle: false,
            cooperativeGestures: options.embedded,
            fadeDuration: movesLittle() ? 0 : 200,
            locale: {
                'Map.Title': t('web.map_label'),
                'CooperativeGesturesHandler.WindowsHelpText': t('web.gesture_wheel'),
                'CooperativeGesturesHandler.MacHelpText': t('web.gesture_wheel'),
                'CooperativeGesturesHandler.MobileHelpText': t('web.gesture_touch'),
            },
        });
        this.untouched = isBox(options.start);
        this.map.touchZoomRotate.disableRotation();
        this.map.keyboard.disableRotation();
        this.map.getCanvasContainer().append(this.options.points.element);
        options.container.append(this.label);
        this.listen();
    }

    /** When everything that is visible has been drawn. */
    ready(): Promise<void> {
        return new Promise((resolve, reject) => {
            this.map.once('load', () => {
                resolve();
                afterPaint(() => this.complete());
            });
            this.map.once('error', (event) => {
                if (!this.map.loaded()) reject(event.error);
            });
        });
    }

    camera(): Camera {
        const {lng, lat} = this.map.getCenter();
        return {lon: lng, lat, zoom: this.map.getZoom()};
    }

    visibleBox(): Box {
        const box = this.map.getBounds();
        return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    }

    moveTo(camera: Camera): void {
        this.untouched = false;
        this.map.flyTo({center: [camera.lon, camera.lat], zoom: camera.zoom, speed: 2.2});
    }

    showBox(box: Box): void {
        this.untouched = false;
        this.map.fitBounds(box, {padding: 60, maxZoom: 10.5});
    }

    showProjects(projects: Project[] | undefined): void {
        this.hits = projects;
        this.whenStyled(() => {
            this.source(HITS).setData(collection(projects ?? []));
            for (const [source, layers] of Object.entries(POINTS_OF)) {
                const shown = (source === HITS) === (projects !== undefined);
                for (const layer of layers) this.setShown(`${source}-${layer}`, shown);
            }
        });
    }

    showEvents(shown: boolean): void {
        this.eventsShown = shown;
        this.whenStyled(() => EVENTS.forEach((layer) => this.setShown(layer, shown)));
    }

    select(project: Project | undefined): void {
        this.chosen = project;
        this.whenStyled(() => {
            this.source(SELECTED).setData(collection(project ? [project] : []));
            this.map.setFilter('chosen-area', [
                'all',
                ['==', ['get', 'name'], project && isVague(project) ? project.municipality : ''],
                ['==', ['get', 'region'], project?.region ?? ''],
            ]);
        });
    }

    mark(position: LonLat | undefined): void {
        this.marked = position;
        const features = position
            ? [{type: 'Feature' as const, properties: {}, geometry: point(position)}]
            : [];
        this.whenStyled(() => this.source(MARK).setData({type: 'FeatureCollection', features}));
    }

    nameRegions(names: readonly NamedPoint[]): void {
        this.names = names;
        const features = names.map((named) => ({type: 'Feature' as const, properties: {name: named.name}, geometry: point(named)}));
        this.whenStyled(() => this.source(REGION_NAMES).setData({type: 'FeatureCollection', features}));
    }

    setDark(dark: boolean): void {
        if (dark === this.dark) return;
        this.dark = dark;
        this.whenStyled(() => {
            this.map.setStyle(this.style(), {diff: false});
            this.map.once('style.load', () => {
                this.showProjects(this.hits);
                this.showEvents(this.eventsShown);
                this.select(this.chosen);
                this.mark(this.marked);
                this.nameRegions(this.names);
            });
        });
    }

    zoomBy(steps: number): void {
        this.untouched = false;
        this.map.easeTo({zoom: this.map.getZoom() + steps});
    }

    /** Filters that come after the map take some of its room. */
    resized(): void {
        this.fitting = this.untouched;
        this.map.resize();
        const camera = this.untouched && this.map.cameraForBounds(this.options.picture, {padding: 0});
        if (camera) this.map.jumpTo(camera);
        this.fitting = false;
    }

    /** Drawn once more, because the browser does not keep what it has shown. */
    picture(): Promise<string | undefined> {
        return new Promise((resolve) => {
            this.map.once('render', () => resolve(this.map.getCanvas().toDataURL('image/png')));
            this.map.triggerRepaint();
        });
    }

    /** What the first picture can do without. */
    private complete(): void {
        const style = this.style();
        for (const [id, source] of Object.entries(style.sources)) if (!this.map.getSource(id)) this.map.addSource(id, source);
        let above: string | undefined;
        for (const layer of [...style.layers].reverse()) {
            if (!this.map.getLayer(layer.id)) this.map.addLayer(layer, above);
            above = layer.id;
        }
        this.isComplete = true;
        for (const act of this.waiting.splice(0)) act();
    }

    private style(): StyleSpecification {
        const style = styleFrom(this.sheet, {tiles: [`${ARCHIVE}://{z}/{x}/{y}`], ...this.range}, this.dark);
        return style.glyphs ? {...style, glyphs: `${GLYPHS}://${style.glyphs}`} : style;
    }

    private whenStyled(act: () => void): void {
        if (!this.isComplete) this.waiting.push(act);
        else if (this.map.style?._loaded) act();
        else this.map.once('style.load', act);
    }

    /** Pictures of icons come shortly before the map is near enough to show them. */
    private loadIcons(): void {
        const {sprite} = this.sheet;
        if (typeof sprite !== 'string' || this.map.getZoom() < ICONS_FROM - 1 || this.map.getSprite().length > 0) return;
        this.map.addSprite('default', sprite);
    }

    private source(id: string): GeoJSONSource {
        return this.map.getSource(id) as GeoJSONSource;
    }

    private setShown(layer: string, shown: boolean): void {
        this.map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none');
    }

    private listen(): void {
        this.map.on('moveend', () => this.fitting || this.options.listener.moved());
        this.map.on('movestart', ({originalEvent}) => {
            if (originalEvent) this.untouched = false;
        });
        for (const kind of ['style.load', 'zoom'] as const) this.map.on(kind, () => this.loadIcons());
        this.map.on('click', (event) => void this.clicked(event));
        this.map.on('mousemove', (event) => this.pointed(event));
        this.map.on('mouseout', () => (this.label.hidden = true));
        this.map.on('movestart', () => {
            this.label.hidden = true;
            this.options.points.hide();
        });
        this.map.on('idle', () => this.showPoints());
    }

    /** What lies below the pointer, as large as a finger. */
    private featureAt(event: MapMouseEvent, reach: number): MapGeoJSONFeature | undefined {
        const {x, y} = event.point;
        const layers = this.layersThere(CLICKABLE);
        return this.map.queryRenderedFeatures(
            [
                [x - reach, y - reach],
                [x + reach, y + reach],
            ],
            {layers},
        )[0];
    }

    private async clicked(event: MapMouseEvent): Promise<void> {
        const feature = this.featureAt(event, 8);
        if (feature) await this.open(feature);
    }

    private async open(feature: MapGeoJSONFeature): Promise<void> {
        if (EVENTS.includes(feature.layer.id)) return this.options.listener.eventChosen(String(feature.properties.id));
        if (!feature.properties.point_count) return this.options.listener.projectChosen(String(feature.properties.id));
        await this.openGroup(feature);
    }

    private async openGroup(group: MapGeoJSONFeature): Promise<void> {
        const [lon, lat] = placeOf(group);
        const zoom =
            group.source === HITS
                ? await this.source(HITS).getClusterExpansionZoom(Number(group.properties.cluster_id))
                : Math.floor(this.map.getZoom()) + 2;
        this.options.listener.groupOpened(Number(group.properties.point_count));
        this.moveTo({lon, lat, zoom: Math.min(NEAREST, zoom)});
    }

    private layersThere(ids: string[]): string[] {
        return ids.filter((id) => this.map.getLayer(id));
    }

    private pointed(event: MapMouseEvent): void {
        const feature = this.featureAt(event, 3);
        this.map.getCanvas().style.cursor = feature ? 'pointer' : '';
        this.label.hidden = feature === undefined;
        if (!feature) return;
        this.label.textContent = nameOf(feature);
        this.label.style.insetInlineStart = 'auto';
        this.label.style.left = `${event.point.x}px`;
        this.label.style.top = `${event.point.y}px`;
    }

    /** What is seen, once: tiles repeat what lies near their edge. */
    private showPoints(): void {
        const {clientWidth: width, clientHeight: height} = this.map.getCanvas();
        const points = new Map<string, MapPoint>();
        for (const feature of this.map.queryRenderedFeatures({layers: this.layersThere(CLICKABLE).filter((id) => id !== 'chosen')})) {
            const [lon, lat] = placeOf(feature);
            const {x, y} = this.map.project([lon, lat]);
            if (x < 0 || y < 0 || x > width || y > height) continue;
            const key = String(feature.properties.id ?? `${lon.toFixed(3)} ${lat.toFixed(3)}`);
            if (points.has(key)) continue;
            points.set(key, {x, y, radius: radiusOf(feature), name: this.spokenName(feature), open: () => void this.open(feature)});
        }
        this.options.points.show([...points.values()], {width, height});
    }

    /** That of a group says where it is, which those who see the map know. */
    private spokenName(feature: MapGeoJSONFeature): string {
        const count = Number(feature.properties.point_count ?? 0);
        if (!count) return nameOf(feature);
        const areas = this.sheet.layers.filter((layer) => layer.type === 'fill' && layer['source-layer'] === 'regions').map(({id}) => id);
        const [area] = this.map.queryRenderedFeatures(this.map.project(placeOf(feature)), {layers: this.layersThere(areas)});
        return area ? t('web.group_at', {count, place: String(area.properties.name)}) : nameOf(feature);
    }
}

function placeOf(feature: MapGeoJSONFeature): [number, number] {
    return (feature.geometry as unknown as {coordinates: [number, number]}).coordinates;
}

function nameOf({properties}: MapGeoJSONFeature): string {
    const count = Number(properties.point_count ?? 0);
    return count ? t('web.group', {count}) : String(properties.title ?? '');
}

/** Of the ring around it: a little more than the sheet draws. */
function radiusOf({properties}: MapGeoJSONFeature): number {
    const count = Number(properties.point_count ?? 0);
    return count ? 14 + 5.4 * Math.log10(count) : 12;
}

/** Without a box to fit, which would cost the first picture a moment. */
function cameraOf(options: MapOptions): {center: [number, number]; zoom: number} {
    const {lon, lat, zoom} = firstCamera(options);
    return {center: [lon, lat], zoom};
}

function widened([west, south, east, north]: Box): Box {
    return [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES];
}

function point({lon, lat}: LonLat): {type: 'Point'; coordinates: [number, number]} {
    return {type: 'Point', coordinates: [lon, lat]};
}

function collection(projects: Project[]): GeoJSON.FeatureCollection {
    return {
        type: 'FeatureCollection',
        features: projects.map((project) => ({
            type: 'Feature',
            properties: {id: project.id, title: project.title, match: project.level, icon: project.icon},
            geometry: point(project),
        })),
    };
}
