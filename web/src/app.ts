// app.ts — makes the page interactive. The page is complete without it: whatever fails here leaves it
// as the build wrote it.

import './app.css';
import {h} from './base/dom.ts';
import {isEmbedded, homeUrl} from './base/page.ts';
import {loadTexts, t} from './base/texts.ts';
import {askForProjects} from './data/catalogue.ts';
import {mountAnnouncer} from './ui/announce.ts';
import {restoreTheme, themeButton} from './ui/color_theme.ts';
import {buildShell} from './ui/shell.ts';
import {Finder} from './finder.ts';
import {prepareMap} from './map/open.ts';
import {regionsOfPage} from './ui/page_regions.ts';

restoreTheme();
const mapOfPage = document.querySelector<HTMLElement>('.map[data-bounds]');
if (mapOfPage) {
    void askForProjects();
    prepareMap(mapOfPage);
}
void start();

async function start(): Promise<void> {
    try {
        await loadTexts();
        mountAnnouncer();
        addToHeader();
        startFinder();
    } catch (error) {
        document.documentElement.classList.add('script-failed');
        console.warn('the page stays without its interactive map:', error);
    }
}

function addToHeader(): void {
    document.querySelector('header.site .bar')?.append(themeButton());
    if (isEmbedded) document.body.append(h('p', {class: 'open-whole'}, h('a', {href: homeUrl.href, target: '_blank', rel: 'noopener'}, t('web.open_whole'))));
}

function startFinder(): void {
    const bar = document.querySelector<HTMLElement>('#filters');
    const main = document.querySelector<HTMLElement>('main');
    if (!mapOfPage || !bar || !main) return;
    new Finder(buildShell(mapOfPage, bar, main), regionsOfPage()).start();
}
