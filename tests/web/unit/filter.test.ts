// filter.test.ts — which projects pass a filter, and their order by distance.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {distance} from '../../../web/src/base/sphere.ts';
import {NO_FILTER, applyFilter, byDistance, isActive} from '../../../web/src/data/filter.ts';
import {isVague, readRows} from '../../../web/src/data/project_index.ts';

const head = {
    version: 1,
    columns: ['id', 'title', 'organisation', 'lon', 'lat', 'region', 'municipality', 'themes', 'flags', 'level', 'page', 'date'],
    themes: ['language', 'work'],
    icons: ['language', 'briefcase'],
    levels: ['none', 'municipality', 'locality', 'postcode', 'street', 'house_near', 'house', 'given'],
    sheet: 1,
    rows: [
        ['a', 'Deutsch für alle', 'Verein Brücke', 7.0, 51.0, 'r1', 'Köln', [0], 1, 6, 'a', null],
        ['b', 'Lehrstelle', 'Handwerkskammer', 7.1, 51.0, 'r1', 'Köln', [1], 0, 1, 'bb', '2016'],
        ['c', 'Sprache und Arbeit', 'Stadt Münster', 7.6, 51.9, 'r2', 'Münster', [0, 1], 4, 4, null, null],
    ],
};
const projects = readRows(head, head, (key) => ({language: 'Sprache', work: 'Arbeit'})[key] ?? key);
const ids = (filter: Partial<typeof NO_FILTER>) => applyFilter(projects, {...NO_FILTER, ...filter}).map(({id}) => id);

test('without a filter all pass', () => {
    assert.deepEqual(ids({}), ['a', 'b', 'c']);
    assert.equal(isActive({...NO_FILTER, text: ' - '}), false);
});

test('the sheet of a project is told by its place among those of its region', () => {
    assert.deepEqual(projects.map(({sheet}) => sheet), [1, 2, 1]);
});

test('one of the themes is enough', () => {
    assert.deepEqual(ids({themes: ['language']}), ['a', 'c']);
    assert.deepEqual(ids({themes: ['language', 'work']}), ['a', 'b', 'c']);
});

test('region, theme and video narrow one another', () => {
    assert.deepEqual(ids({region: 'r1', themes: ['language'], video: true}), ['a']);
    assert.deepEqual(ids({region: 'r2', video: true}), []);
});

test('every word of the text has to be there, in title, organisation, town or theme', () => {
    assert.deepEqual(ids({text: 'koln brucke'}), ['a']);
    assert.deepEqual(ids({text: 'koeln'}), ['a', 'b']);
    assert.deepEqual(ids({text: 'sprache'}), ['a', 'c']);
    assert.deepEqual(ids({text: 'sprache koln lehrstelle'}), []);
});

test('a place known to its town alone is vague, a street is not', () => {
    assert.deepEqual(projects.map(isVague), [false, true, false]);
});

test('without a name of its own the page of a project is named by its id', () => {
    assert.deepEqual(projects.map(({page}) => page), ['a', 'bb', 'c']);
});

test('the distance of Köln and Münster cathedral is that of the great circle', () => {
    // geod of PROJ: 122780 m on the ellipsoid, from which a sphere differs by half a percent at most.
    const metres = distance({lon: 6.9583, lat: 50.9413}, {lon: 7.6256, lat: 51.9631});
    assert.ok(Math.abs(metres - 122_780) < 614, String(metres));
});

test('projects are ordered from near to far', () => {
    assert.deepEqual(byDistance(projects, {lon: 7.6, lat: 51.9}).map(({project}) => project.id), ['c', 'b', 'a']);
});

test('the first theme of a row gives the icon, and none the one of all others', () => {
    assert.deepEqual(projects.map(({icon}) => icon), ['language', 'briefcase', 'language']);
    const [plain] = readRows({...head, rows: [['d', 'D', '', 7, 51, 'r1', 'Köln', [], 0, 1, 'd', null]]}, head, (key) => key);
    assert.equal(plain?.icon, 'other');
});
