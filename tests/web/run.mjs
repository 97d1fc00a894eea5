// run.mjs [PROGRAM] [--only WORD] — the published pages in a browser: journeys, access,
// policy, attacks, figures. Builds the maps it needs with PROGRAM (build/ci/ideenkarte) below
// build/browser, where pictures of every page are kept. The last line: N passed, N failed.

import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {missing, launch} from './browser.mjs';
import {serve} from './static_server.mjs';
import {unitCases} from './unit.mjs';
import {writeLarge, writeSmall} from './workspace.mjs';
import {journeys} from './journeys.mjs';
import {accessCases} from './access.mjs';
import {policyCases} from './policy.mjs';
import {speedCases} from './speed.mjs';

const source = fileURLToPath(new URL('../..', import.meta.url));
const work = path.join(source, 'build/browser');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const program = path.resolve(words.find((word) => word !== only) ?? firstThere('build/ci/ideenkarte', 'build/dev/ideenkarte'));

function firstThere(...names) {
    return names.map((name) => path.join(source, name)).find(existsSync) ?? names[0];
}

/** Publishes `workspace` to build/browser/NAME. */
function publish(name, workspace) {
    const folder = path.join(work, name);
    rmSync(folder, {recursive: true, force: true});
    const run = spawnSync(program, ['build', workspace, '-o', folder, '--allow-rejects'], {encoding: 'utf8', maxBuffer: 1 << 28});
    if (run.status !== 0) throw new Error(`${program} build ${workspace}: ${run.stderr}`);
    return folder;
}

function attackWorkspace() {
    const folder = path.join(work, 'workspace-attacks');
    const made = spawnSync('node', [path.join(source, 'tests/web/attacks/workspace.mjs'), folder], {encoding: 'utf8'});
    if (made.status !== 0) throw new Error(made.stderr);
    return folder;
}

/** Folders by name, published when first asked for. */
function maps() {
    const made = new Map();
    const makers = {
        example: () => publish('example', path.join(source, 'examples/das-machen-wir')),
        small: () => (writeSmall(path.join(work, 'workspace-small')), publish('small', path.join(work, 'workspace-small'))),
        attacks: () => publish('attacks', attackWorkspace()),
        many: () => publishLarge('many', 2000),
        crowd: () => publishLarge('crowd', 50_000),
    };
    const publishLarge = (name, count) => {
        const places = JSON.parse(readFileSync(path.join(folderOf('small'), 'data/places.index.json'), 'utf8'));
        const towns = places.rows.filter(([, kind]) => kind === 'municipality').map(([town, , lon, lat]) => ({name: town, lon, lat}));
        writeLarge(path.join(work, `workspace-${name}`), count, towns);
        return publish(name, path.join(work, `workspace-${name}`));
    };
    const folderOf = (name) => {
        if (!made.has(name)) made.set(name, makers[name]());
        return made.get(name);
    };
    return folderOf;
}

const reason = missing() ?? (existsSync(path.join(source, 'web/node_modules/esbuild')) ? undefined : 'no web/node_modules');
if (reason) {
    console.log(`skipped: ${reason}`);
    console.log('0 passed, 0 failed, 1 skipped');
    process.exit(0);
}

mkdirSync(path.join(work, 'pictures'), {recursive: true});
const folderOf = maps();
const surroundings = {source, program, folderOf, serve, launch, pictures: path.join(work, 'pictures')};
const cases = [...unitCases(surroundings), ...policyCases(), ...journeys(), ...accessCases(), ...speedCases()];
let passed = 0;
let failed = 0;
for (const {name, run} of cases) {
    if (only && !name.includes(only)) continue;
    const began = Date.now();
    try {
        await run(surroundings);
        passed++;
        console.log(`ok       ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
        failed++;
        console.log(`FAILED   ${name}\n         ${String(error.message ?? error).split('\n').slice(0, 12).join('\n         ')}`);
    }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
