// raster_view.ts — the map from picture tiles, for browsers without WebGL and servers without range
// requests: whole zooms, pan and zoom by pointer, wheel and keyboard.
//
// Zooms outside are MapLibre's (the world is 512 px at 0); tiles here have 256 px, one zoom more.

import {h} from '../base/dom.ts';
import {movesLittle} from '../base/page.ts';
import {boxAround, type Box, type LonLat} from '../base/sphere.ts';
import {t} from '../base/texts.ts';
import {isVague, type Project} from '../data/project_index.ts';
import {toLonLat, toPixel, type Pixel} from './mercator.ts';
import {isBox, type Camera, type MapOptions, type MapView} from './view.ts';

const TILE = 256;
const KEY_STEP = 90;
const REACH = 14;
const STRONG = '#d6004f';

export class RasterView implements MapView {
    private readonly tiles = h('div', {class: 'raster-tiles'});
    private readonly canvas = h('canvas', {class: 'raster-points'});
    private readonly frame: HTMLElement;
    private readonly loaded = new Map<string, HTMLImageElement>();
    private zoom = 0;
    /** Pixels of the world in the middle. */
    private centre: Pixel = {x: 0, y: 0};
    private hits: Project[] | undefined;
    private chosen: Project | undefined;
    private marked: LonLat | undefined;

    constructor(private readonly options: MapOptions) {
        this.frame = h(
            'div',
            {class: 'raster', role: 'application', tabindex: 0, 'aria-label': t('web.map_label')},
            this.tiles,
            this.canvas,
            this.options.points.element,
        );
        options.container.append(this.frame);
        if (isBox(options.start)) this.showBox(options.start);
        else this.moveTo(options.start);
        this.listenToPointers();
        this.listenToKeys();
    }

    camera(): Camera {
        return {...toLonLat(this.centre, this.zoom), zoom: this.zoom - 1};
    }

    visibleBox(): Box {
        const {width, height} = this.size();
        const a = toLonLat({x: this.centre.x - width / 2, y: this.centre.y + height / 2}, this.zoom);
        const b = toLonLat({x: this.centre.x + width / 2, y: this.centre.y - height / 2}, this.zoom);
        return [a.lon, a.lat, b.lon, b.lat];
    }

    moveTo(camera: Camera): void {
        this.place(camera, Math.round(camera.zoom + 1));
    }

    showBox(box: Box): void {
        const {width, height} = this.size();
        const [min, max] = this.options.rasterZoom;
        let zoom = max;
        for (; zoom > min; zoom--) {
            const a = toPixel({lon: box[0], lat: box[3]}, zoom);
            const b = toPixel({lon: box[2], lat: box[1]}, zoom);
            if (b.x - a.x <= width && b.y - a.y <= height) break;
        }
        this.place({lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2}, zoom);
    }

    showProjects(projects: Project[] | undefined): void {
        this.hits = projects;
        this.drawPoints();
        this.showPoints();
    }

    /** The tiles hold them. */
    showEvents(): void {}

    select(project: Project | undefined): void {
        this.chosen = project;
        this.drawPoints();
    }

    mark(position: LonLat | undefined): void {
        this.marked = position;
        this.drawPoints();
    }

    /** The tiles hold them. */
    nameRegions(): void {}

    /** Pictures are what they are; the stylesheet dims them. */
    setDark(): void {}

    zoomBy(steps: number): void {
        this.place(this.camera(), this.zoom + steps);
    }

    resized(): void {
        this.draw();
    }

    picture(): Promise<undefined> {
        return Promise.resolve(undefined);
    }

    private size(): {width: number; height: number} {
        return {width: this.frame.clientWidth || 600, height: this.frame.clientHeight || 400};
    }

    private place(middle: LonLat, zoom: number): void {
        const [min, max] = this.options.rasterZoom;
        this.zoom = Math.max(min, Math.min(max, zoom));
        const [west, south, east, north] = this.options.bounds;
        this.centre = toPixel(
            {lon: Math.max(west, Math.min(east, middle.lon)), lat: Math.max(south, Math.min(north, middle.lat))},
            this.zoom,
        );
        this.draw();
        this.ended();
    }

    /** A movement has. */
    private ended(): void {
        this.showPoints();
        this.options.listener.moved();
    }

    private showPoints(): void {
        const size = this.size();
        const seen = (this.hits ?? this.options.projects())
            .map((project) => ({project, ...this.onScreen(toPixel(project, this.zoom))}))
            .filter(({x, y}) => x >= 0 && y >= 0 && x <= size.width && y <= size.height);
        const open = (id: string) => () => this.options.listener.projectChosen(id);
        this.options.points.show(
            seen.map(({project, x, y}) => ({x, y, radius: REACH, name: project.title, open: open(project.id)})),
            size,
        );
    }

    private panBy(dx: number, dy: number): void {
        this.options.points.hide();
        this.centre = {x: this.centre.x + dx, y: this.centre.y + dy};
        this.draw();
    }

    /** Where a pixel of the world lies in the frame. */
    private onScreen(pixel: Pixel): Pixel {
        const {width, height} = this.size();
        return {x: pixel.x - this.centre.x + width / 2, y: pixel.y - this.centre.y + height / 2};
    }

    private draw(): void {
        const {width, height} = this.size();
        const first = {x: Math.floor((this.centre.x - width / 2) / TILE), y: Math.floor((this.centre.y - height / 2) / TILE)};
        const last = {x: Math.floor((this.centre.x + width / 2) / TILE), y: Math.floor((this.centre.y + height / 2) / TILE)};
        const wanted = new Set<string>();
        for (let y = first.y; y <= last.y; y++) {
            for (let x = first.x; x <= last.x; x++) wanted.add(this.drawTile(x, y));
        }
        for (const [key, image] of this.loaded) {
            if (wanted.has(key)) continue;
            image.remove();
            this.loaded.delete(key);
        }
        this.drawPoints();
    }

    private drawTile(x: number, y: number): string {
        const key = `${this.zoom}/${x}/${y}`;
        const image = this.loaded.get(key) ?? this.loadTile(key, x, y);
        const at = this.onScreen({x: x * TILE, y: y * TILE});
        image.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
        return key;
    }

    private loadTile(key: string, x: number, y: number): HTMLImageElement {
        const image = h('img', {alt: '', draggable: 'false', width: TILE, height: TILE});
        const fill: Record<string, string> = {z: String(this.zoom), x: String(x), y: String(y)};
        image.addEventListener('error', () => (image.hidden = true));
        if (this.hasTile(x, y)) image.src = this.options.raster.replace(/\{([zxy])\}/g, (_, name: string) => fill[name] ?? '');
        else image.hidden = true;
        this.tiles.append(image);
        this.loaded.set(key, image);
        return image;
    }

    /** Outside of the map there are no files to ask for. */
    private hasTile(x: number, y: number): boolean {
        const [west, south, east, north] = this.options.bounds;
        const a = toPixel({lon: west, lat: north}, this.zoom);
        const b = toPixel({lon: east, lat: south}, this.zoom);
        return (x + 1) * TILE > a.x && x * TILE < b.x && (y + 1) * TILE > a.y && y * TILE < b.y;
    }

    private drawPoints(): void {
        const {width, height} = this.size();
        const ratio = devicePixelRatio || 1;
        this.canvas.width = width * ratio;
        this.canvas.height = height * ratio;
        const context = this.canvas.getContext('2d');
        if (!context) return;
        context.scale(ratio, ratio);
        for (const project of this.hits ?? []) this.drawDot(context, project, 7, isVague(project));
        if (this.chosen) this.drawDot(context, this.chosen, 12, isVague(this.chosen));
        if (this.marked) this.drawDot(context, this.marked, 8, false, '#1b6ae0');
    }

    private drawDot(context: CanvasRenderingContext2D, position: LonLat, radius: number, ring: boolean, color = STRONG): void {
        const at = this.onScreen(toPixel(position, this.zoom));
        context.beginPath();
        context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
        context.fillStyle = ring ? 'rgba(255, 255, 255, 0.7)' : color;
        context.strokeStyle = ring ? color : '#ffffff';
        context.lineWidth = 3;
        context.fill();
        context.stroke();
    }

    private listenToPointers(): void {
        let from: Pixel | undefined;
        let moved = 0;
        this.frame.addEventListener('pointerdown', (event) => {
            from = {x: event.clientX, y: event.clientY};
            moved = 0;
            this.frame.setPointerCapture(event.pointerId);
        });
        this.frame.addEventListener('pointermove', (event) => {
            if (!from) return;
            const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
            moved += Math.abs(dx) + Math.abs(dy);
            from = {x: event.clientX, y: event.clientY};
            this.panBy(-dx, -dy);
        });
        this.frame.addEventListener('pointerup', (event) => {
            from = undefined;
            if (moved < 6) this.clicked(event);
            else this.ended();
        });
        this.frame.addEventListener('pointercancel', () => (from = undefined));
        if (!this.options.embedded) this.listenToWheel();
    }

    private listenToWheel(): void {
        let waiting = false;
        this.frame.addEventListener(
            'wheel',
            (event) => {
                event.preventDefault();
                if (waiting || event.deltaY === 0) return;
                waiting = true;
                setTimeout(() => (waiting = false), movesLittle() ? 400 : 200);
                this.zoomBy(event.deltaY < 0 ? 1 : -1);
            },
            {passive: false},
        );
    }

    private listenToKeys(): void {
        const steps: Record<string, [number, number]> = {
            ArrowLeft: [-KEY_STEP, 0],
            ArrowRight: [KEY_STEP, 0],
            ArrowUp: [0, -KEY_STEP],
            ArrowDown: [0, KEY_STEP],
        };
        this.frame.addEventListener('keydown', (event) => {
            const step = steps[event.key];
            if (step) this.panBy(...step);
            else if (event.key === '+' || event.key === '=') this.zoomBy(1);
            else if (event.key === '-') this.zoomBy(-1);
            else return;
            event.preventDefault();
            if (step) this.ended();
        });
    }

    /** The nearest project below the pointer; where several lie, the map comes nearer. */
    private clicked(event: PointerEvent): void {
        const frame = this.frame.getBoundingClientRect();
        const at = {x: event.clientX - frame.left, y: event.clientY - frame.top};
        const near = (this.hits ?? this.options.projects())
            .map((project) => {
                const pixel = this.onScreen(toPixel(project, this.zoom));
                return {project, reach: Math.hypot(pixel.x - at.x, pixel.y - at.y)};
            })
            .filter(({reach}) => reach <= REACH)
            .sort((a, b) => a.reach - b.reach);
        const nearest = near[0];
        if (!nearest) return;
        if (near.length === 1 || this.zoom === this.options.rasterZoom[1])
            return this.options.listener.projectChosen(nearest.project.id);
        this.options.listener.groupOpened(near.length);
        const box = boxAround(near.map(({project}) => project));
        if (box) this.place({lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2}, this.zoom + 2);
    }
}
