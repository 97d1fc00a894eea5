// finder.ts — holds what the visitor asks for and keeps list, map, panel, bar and link in step.

import {afterPaint} from './base/dom.ts';
import {askedProject, askedRegion, fetchJson, fileUrl, isEmbedded} from './base/page.ts';
import {boxAround, contains, parseBox, type Box, type LonLat} from './base/sphere.ts';
import {counted, t} from './base/texts.ts';
import {Catalogue} from './data/catalogue.ts';
import {applyFilter, byDistance, isActive, type Filter} from './data/filter.ts';
import {emptyState, formatLink, parseLink, type LinkState} from './data/link_state.ts';
import {placeNamed} from './data/places.ts';
import type {Project} from './data/project_index.ts';
import {MapPoints} from './map/map_points.ts';
import {openMap} from './map/open.ts';
import {isBox, type Camera, type MapView} from './map/view.ts';
import {announce} from './ui/announce.ts';
import {isDark, onThemeChange} from './ui/color_theme.ts';
import {FilterBar, type RegionName} from './ui/filter_bar.ts';
import {mapControls} from './ui/map_controls.ts';
import {askForPosition} from './ui/near_me.ts';
import {printPage} from './ui/print.ts';
import {ProjectList, type ListedProject} from './ui/project_list.ts';
import {ProjectPanel, type EventRecord} from './ui/project_panel.ts';
import {SearchBox} from './ui/search_box.ts';
import {share} from './ui/share.ts';
import type {Shell} from './ui/shell.ts';
import {suggestionsFor} from './ui/suggestions.ts';

/** How near a town is looked at. */
const TOWN_ZOOM = 10;
const PROJECT_ZOOM = 11.5;

export class Finder {
    private readonly catalogue = new Catalogue();
    private readonly list: ProjectList;
    private readonly panel: ProjectPanel;
    private readonly filters: FilterBar;
    private readonly search: SearchBox;
    private state: LinkState;
    private view: MapView | undefined;
    private hits: Project[] = [];
    /** Where the visitor stands or asked for. */
    private around: {position: LonLat; name: string} | undefined;
    private readonly bounds: Box;
    private listed: Promise<void> = Promise.resolve();
    /** That of a frame in another page, which shows no other. */
    private readonly ownRegion = isEmbedded ? askedRegion : '';

    constructor(
        private readonly shell: Shell,
        regions: RegionName[],
    ) {
        this.bounds = parseBox(shell.map.dataset.bounds) ?? [5.84, 50.31, 9.48, 52.54];
        this.state = parseLink(location.hash) ?? emptyState();
        this.state.filter.region ||= askedRegion;
        this.state.project ||= askedProject;
        this.list = new ProjectList(shell.results, {
            open: (project) => this.openProject(project.id),
            pointed: (project) => this.view?.select(project ?? this.catalogue.get(this.state.project)),
            followChanged: () => this.showList(),
        });
        this.panel = new ProjectPanel(shell.panel, {
            closed: () => this.closePanel(),
            showOnMap: (project) => this.lookAt(project),
            share: () => this.shareLink(),
            iconOf: (theme) => this.catalogue.iconOf(theme),
            themeChosen: (theme) => {
                this.closePanel();
                this.setFilter({...this.state.filter, themes: [theme]});
            },
        });
        this.filters = new FilterBar(regions, (filter) => this.setFilter(filter), this.ownRegion !== '');
        this.search = new SearchBox(
            (text) => this.suggest(text),
            (text) => this.setText(text),
        );
        shell.bar.replaceChildren(this.search.element, this.filters.element);
        this.filters.show(this.state.filter);
        this.search.show(this.state.filter.text || this.state.place);
        this.list.showLoading();
    }

    /** The list does not wait for the map. */
    start(): void {
        this.listed = this.startList();
        void this.startMap();
        addEventListener('popstate', () => this.followLink());
        addEventListener('hashchange', () => this.followLink());
        onThemeChange((dark) => this.view?.setDark(dark));
    }

    // --- beginning -------------------------------------------------------------------------------

    private async startList(): Promise<void> {
        await this.catalogue.load(() => this.indexArrived());
        performance.mark('list-ready');
        if (this.state.place) await this.restorePlace();
        this.frameRegion();
        document.documentElement.dataset.list = 'ready';
    }

    private indexArrived(): void {
        this.filters.setThemes(this.catalogue.themes, (theme) => this.catalogue.iconOf(theme), this.catalogue.hasVideo);
        this.apply(false);
        if (this.state.project && !this.panel.isOpen && this.catalogue.get(this.state.project)) this.showPanel(false);
    }

    /** A region that was asked for is what the map shows, unless the link says where to look. */
    private frameRegion(): void {
        if (this.state.filter.region !== '' && !this.state.view && !this.around) this.bringIntoView();
    }

    private async restorePlace(): Promise<void> {
        const place = placeNamed(await this.catalogue.places(), this.state.place);
        if (!place) return;
        this.around = {position: place, name: place.name};
        this.view?.mark(place);
        this.showList();
    }

    private async startMap(): Promise<void> {
        const {map} = this.shell;
        const zooms = (map.dataset.rasterZoom ?? '5-12').split('-').map(Number);
        const container = document.createElement('div');
        container.className = 'map-canvas';
        map.append(container);
        const opened = await openMap({
            container,
            raster: new URL(map.dataset.raster ?? 'tiles/regions/{z}/{x}/{y}.png', fileUrl('.')).href
                .replace(/%7B/g, '{')
                .replace(/%7D/g, '}'),
            rasterZoom: [zooms[0] ?? 5, zooms[1] ?? 12],
            start: this.startOfMap(),
            bounds: this.bounds,
            picture: parseBox(map.dataset.pictureBounds) ?? this.bounds,
            dark: isDark(),
            embedded: isEmbedded,
            projects: () => this.catalogue.projects,
            points: new MapPoints(),
            listener: {
                moved: () => this.mapMoved(),
                projectChosen: (id) => this.openProject(id),
                eventChosen: (id) => void this.openEvent(id),
                groupOpened: (count) => announce(t('web.group_opened', {count})),
            },
        });
        this.view = opened.view;
        map.append(...this.controls());
        map.classList.add('is-live', `is-${opened.kind}`);
        new ResizeObserver(() => this.view?.resized()).observe(container);
        this.apply(false);
        this.view.select(this.catalogue.get(this.state.project));
        this.view.mark(this.around?.position);
        performance.mark('map-ready');
        if (this.catalogue.complete) this.frameRegion();
        void this.nameRegions();
        void this.listed.then(() => afterPaint(() => this.catalogue.prepareSearch()));
        document.documentElement.dataset.map = opened.kind;
    }

    /** Not before the map stands: names of regions begin to show when it is nearer. */
    private async nameRegions(): Promise<void> {
        const places = await this.catalogue.places();
        this.view?.nameRegions(places.filter(({kind}) => kind === 'region'));
    }

    private startOfMap(): Camera | Box {
        return this.state.view ?? this.bounds;
    }

    private controls(): HTMLElement[] {
        return mapControls({
            zoomBy: (steps) => this.view?.zoomBy(steps),
            whole: () => this.view?.showBox(this.bounds),
            near: () => void this.nearMe(),
            share: () => this.shareLink(),
            print: () => void printPage(this.view, this.shell.map, () => this.list.showAll()),
            showEvents: (shown) => this.view?.showEvents(shown),
        });
    }

    // --- filter ----------------------------------------------------------------------------------

    private setFilter(filter: Filter): void {
        const isNarrower = filter.region !== this.state.filter.region || filter.text !== this.state.filter.text;
        this.state.filter = {...filter, region: filter.region || this.ownRegion};
        if (this.panel.isOpen) this.closePanel();
        this.apply(true);
        if (isNarrower && this.hits.length > 0) this.bringIntoView();
        this.writeLink();
    }

    /** Words to look for; a town that was asked for before is forgotten. */
    private setText(text: string): void {
        this.forgetPlace();
        this.setFilter({...this.state.filter, text: text.trim()});
    }

    private forgetPlace(): void {
        this.state.place = '';
        this.around = undefined;
        this.view?.mark(undefined);
    }

    private apply(tell: boolean): void {
        performance.mark('filter-start');
        this.hits = applyFilter(this.catalogue.projects, this.state.filter);
        this.filters.show(this.state.filter);
        this.search.show(this.state.filter.text || this.state.place);
        this.showList();
        afterPaint(() => this.view?.showProjects(isActive(this.state.filter) ? this.hits : undefined));
        performance.measure('filter', 'filter-start');
        if (tell) announce(counted('web.found', this.hits.length));
    }

    private bringIntoView(): void {
        const box = boxAround(this.hits);
        if (box) this.view?.showBox(box);
    }

    private showList(): void {
        const box = this.list.follows ? this.view?.visibleBox() : undefined;
        const seen = box ? this.hits.filter(({lon, lat}) => contains(box, lon, lat)) : this.hits;
        const listed: ListedProject[] = this.around
            ? byDistance(seen, this.around.position)
            : seen.map((project) => ({project}));
        this.list.show(listed, this.hits.length, this.around?.name ?? '');
    }

    private mapMoved(): void {
        if (!this.view) return;
        this.state.view = this.view.camera();
        if (this.list.follows && this.catalogue.projects.length > 0) this.showList();
        this.writeLink();
    }

    // --- search ----------------------------------------------------------------------------------

    private suggest(text: string) {
        void this.catalogue.places();
        return suggestionsFor(text, this.catalogue, {
            place: (place) => {
                this.state.place = place.name;
                this.state.filter = {...this.state.filter, text: ''};
                this.lookAround(place, place.name);
            },
            region: (region) => {
                this.forgetPlace();
                this.setFilter({...this.state.filter, text: '', region});
            },
            project: (project) => this.openProject(project.id),
            words: (words) => this.setText(words),
        });
    }

    private lookAround(position: LonLat, name: string): void {
        this.around = {position: {lon: position.lon, lat: position.lat}, name};
        this.closePanel();
        this.apply(false);
        this.view?.mark(position);
        this.view?.moveTo({...this.around.position, zoom: TOWN_ZOOM});
        this.showList();
        this.writeLink();
        announce(t('web.ordered_near', {place: name}));
    }

    private async nearMe(): Promise<void> {
        const position = await askForPosition();
        if (!position) return;
        this.state.place = '';
        this.lookAround(position, t('web.my_position'));
    }

    // --- panel -----------------------------------------------------------------------------------

    private openProject(id: string): void {
        const project = this.catalogue.get(id);
        if (!project) return;
        const wasOpen = this.panel.isOpen;
        this.state.project = id;
        history[wasOpen ? 'replaceState' : 'pushState'](null, '', this.link());
        this.showPanel(true);
        const box = this.view?.visibleBox();
        if (box && !contains(box, project.lon, project.lat)) this.lookAt(project);
    }

    private showPanel(focus: boolean): void {
        const project = this.catalogue.get(this.state.project);
        if (!project) return;
        this.shell.results.hidden = true;
        this.shell.setSheet(this.shell.finder.dataset.sheet === 'full' ? 2 : 1);
        this.view?.select(project);
        void this.panel.showProject(project, focus);
    }

    private async openEvent(id: string): Promise<void> {
        const file = await fetchJson<{features: {properties: EventRecord}[]}>('data/events.geojson');
        const event = file.features.find(({properties}) => properties.id === id)?.properties;
        if (!event) return;
        this.state.project = '';
        this.shell.results.hidden = true;
        this.view?.select(undefined);
        this.panel.showEvent(event, true);
    }

    private closePanel(): void {
        if (!this.panel.isOpen) return;
        const id = this.state.project;
        this.state.project = '';
        this.hidePanel();
        this.writeLink();
        this.list.focusProject(id);
    }

    private hidePanel(): void {
        this.panel.hide();
        this.shell.results.hidden = false;
        this.view?.select(undefined);
    }

    private lookAt(project: Project): void {
        const zoom = Math.max(this.view?.camera().zoom ?? 0, PROJECT_ZOOM);
        this.view?.moveTo({lon: project.lon, lat: project.lat, zoom});
        if (this.shell.finder.dataset.sheet === 'full') this.shell.setSheet(1);
    }

    // --- link ------------------------------------------------------------------------------------

    private link(): string {
        return location.pathname + (isEmbedded ? location.search : '') + formatLink(this.state);
    }

    private writeLink(): void {
        history.replaceState(null, '', this.link());
        for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) link.hash = location.hash;
    }

    private shareLink(): void {
        this.writeLink();
        void share(location.href, document.title);
    }

    /** Back and forth in the history, or another link into this page. */
    private followLink(): void {
        const state = parseLink(location.hash);
        if (!state || formatLink(state) === formatLink(this.state)) return;
        const moves = state.view && !isBox(this.startOfMap());
        this.state = state;
        this.state.filter.region ||= this.ownRegion;
        this.apply(false);
        if (state.project) this.showPanel(false);
        else if (this.panel.isOpen) this.hidePanel();
        if (moves && state.view) this.view?.moveTo(state.view);
    }
}
