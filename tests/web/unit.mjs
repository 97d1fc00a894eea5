// unit.mjs — the logic of the page without a browser: each file of unit/ is bundled and run by node's
// own test runner.

import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('unit', import.meta.url));

export function unitCases() {
    return readdirSync(folder)
        .filter((file) => file.endsWith('.test.ts'))
        .sort()
        .map((file) => ({name: `unit: ${file}`, run: (surroundings) => runFile(surroundings, file)}));
}

function runFile({source}, file) {
    const esbuild = createRequire(path.join(source, 'web/package.json'))('esbuild');
    const out = path.join(source, 'build/browser/unit', file.replace(/\.ts$/, '.mjs'));
    mkdirSync(path.dirname(out), {recursive: true});
    esbuild.buildSync({
        entryPoints: [path.join(folder, file)],
        outfile: out,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node18',
        logLevel: 'error',
    });
    const run = spawnSync(process.execPath, ['--test', '--test-reporter=spec', out], {encoding: 'utf8', env: {...process.env, IK_SOURCE_DIR: source}});
    if (run.status !== 0) throw new Error(run.stdout.split('\n').filter((line) => /✖|expected|actual|Error/.test(line)).join('\n') || run.stderr);
}
