// search.test.ts — folding, ranking and finding of places.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fold, rank, squeeze} from '../../../web/src/base/fold.ts';
import {findPlaces, placeNamed, readPlaces} from '../../../web/src/data/places.ts';

const places = readPlaces({
    columns: ['name', 'kind', 'lon', 'lat', 'region'],
    rows: [
        ['Köln', 'municipality', 6.96, 50.94, 'region-koeln'],
        ['Düsseldorf', 'municipality', 6.78, 51.22, 'duesseldorf'],
        ['Mülheim an der Ruhr', 'municipality', 6.88, 51.43, 'meo'],
        ['Neuss', 'municipality', 6.69, 51.2, 'mittlerer-niederrhein'],
        ['Soest', 'municipality', 8.1, 51.57, 'hellweg-hochsauerland'],
        ['Witten', 'municipality', 7.34, 51.44, 'mittleres-ruhrgebiet'],
        ['58452', 'postcode', 7.34, 51.44, 'mittleres-ruhrgebiet'],
        ['45858', 'postcode', 7.1, 51.5, 'emscher-lippe'],
    ],
});
const names = (query: string) => findPlaces(places, query, 5).map((place) => place.name);

test('umlauts, accents, case, sharp s and punctuation make no difference', () => {
    assert.equal(fold('  STRAẞE am Köln-Deutzer  Tor '), 'strasse am koln deutzer tor');
    assert.equal(fold('Straße'), fold('STRASSE'));
    assert.equal(fold('Café Zuflucht'), 'cafe zuflucht');
    assert.equal(fold('İstanbul'), 'istanbul');
});

test('Arabic is compared without vowel signs and stretching', () => {
    assert.equal(fold('مُحَمَّد'), fold('محمد'));
    assert.equal(fold('محـــمد'), fold('محمد'));
});

test('a town is found by its name without umlauts, written either way', () => {
    assert.deepEqual(names('dusseldorf'), ['Düsseldorf']);
    assert.deepEqual(names('Duesseldorf'), ['Düsseldorf']);
    assert.deepEqual(names('koeln'), ['Köln']);
});

test('an e after a vowel that is no umlaut does no harm', () => {
    assert.equal(squeeze('soest'), 'sost');
    assert.deepEqual(names('soest'), ['Soest']);
    assert.deepEqual(names('neuss'), ['Neuss']);
});

test('the beginning of a name counts more than that of a word, that more than its middle', () => {
    assert.equal(rank('mulheim an der ruhr', 'mul'), 0);
    assert.equal(rank('mulheim an der ruhr', 'ruhr'), 1);
    assert.equal(rank('mulheim an der ruhr', 'heim'), 2);
    assert.equal(rank('mulheim an der ruhr', 'bonn'), -1);
});

test('a postcode is found by its beginning alone', () => {
    assert.deepEqual(names('58'), ['58452']);
    assert.deepEqual(names('8452'), []);
});

test('nothing typed finds nothing', () => {
    assert.deepEqual(names(' - '), []);
});

test('the place of a link is found by its whole name', () => {
    assert.equal(placeNamed(places, 'WITTEN')?.lon, 7.34);
    assert.equal(placeNamed(places, 'Witt'), undefined);
});
