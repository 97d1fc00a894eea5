// link.test.ts — what a shared link keeps, and what it does not take.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {emptyState, formatLink, parseLink, type LinkState} from '../../../web/src/data/link_state.ts';

const full: LinkState = {
    view: {lon: 7.2162, lat: 51.4812, zoom: 9.25},
    filter: {text: 'Köln & "mehr"', themes: ['language', 'work'], region: 'region-aachen', video: true},
    place: 'Mülheim an der Ruhr',
    project: 'a=b#c',
};

test('a link comes back as it was', () => {
    assert.deepEqual(parseLink(formatLink(full)), full);
});

test('nothing asked for needs no link', () => {
    assert.equal(formatLink(emptyState()), '');
    assert.deepEqual(parseLink(''), emptyState());
});

test('an anchor of the page is no state', () => {
    assert.equal(parseLink('#main'), undefined);
});

test('numbers that make no sense are left out', () => {
    for (const hash of ['#z=x&c=51,7', '#z=9&c=51', '#z=9&c=,', '#z=9&c=99,7', '#z=-1&c=51,7', '#z=1e9&c=51,7'])
        assert.equal(parseLink(hash)?.view, undefined, hash);
});

test('very long text is cut', () => {
    assert.equal(parseLink(`#q=${'a'.repeat(10_000)}`)?.filter.text.length, 200);
});
