// texts.test.ts — every text that the script names is in the table, and none of the script's is there in vain.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';

const source = process.env.IK_SOURCE_DIR ?? '.';
const keys = new Set(
    readFileSync(`${source}/src/base/texts.csv`, 'utf8')
        .split('\n')
        .map((line) => line.split(',')[0] ?? ''),
);
const files = readdirSync(`${source}/web/src`, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts'));
const code = files.map((file) => readFileSync(`${source}/web/src/${file}`, 'utf8')).join('\n');
const named = new Set([...code.matchAll(/'((?:web|date|page|theme)\.[a-z_]+)'/g)].map((match) => match[1] ?? ''));

test('what the script names is there', () => {
    assert.ok(named.size > 50);
    assert.deepEqual([...named].filter((key) => !keys.has(key)), []);
});

test('what the script names is sent to it', () => {
    // Prefixes of src/site/script_texts.c.
    const sent = /^(date|legend|position|theme|web)\.|^page\.(on_map|region|video)/;
    assert.deepEqual([...named].filter((key) => !sent.test(key)), []);
});

test('what is there for the script is used', () => {
    const built = /^web\.(kind_(municipality|postcode|region)|.*_one)$/;
    assert.deepEqual([...keys].filter((key) => key.startsWith('web.') && !named.has(key) && !built.test(key)), []);
});
