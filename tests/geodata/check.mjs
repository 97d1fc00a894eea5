/* check.mjs — tests the built-in geodata: the committed files alone, no npm package.
 *
 *   node tests/geodata/check.mjs           the committed files, then the checks themselves
 *   node tests/geodata/check.mjs FOLDER    only the files of that folder
 *
 * The last line is "N passed, N failed"; the exit code is 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROKEN, copy_of } from './broken.mjs';
import { read_texts, to_data } from './load.mjs';
import { SHAPE_CHECKS } from './shape_checks.mjs';
import { TABLE_CHECKS } from './table_checks.mjs';

const CHECKS = { ...TABLE_CHECKS, ...SHAPE_CHECKS };
const GEODATA = fileURLToPath(new URL('../../geodata/', import.meta.url));
const count = { passed: 0, failed: 0 };

function run(name, test) {
  try {
    test();
    count.passed++;
    console.log(`ok: ${name}`);
  } catch (error) {
    count.failed++;
    console.log(`FAILED: ${name}\n  ${error.message.split('\n').slice(0, 8).join('\n  ')}`);
  }
}

function does_fail(check, data) {
  try {
    check(data);
  } catch (error) {
    if (error.code === 'ERR_ASSERTION') return true;
    throw error;
  }
  return false;
}

function check_the_checks(data) {
  for (const [name, break_it] of BROKEN) {
    run(`a broken copy fails: ${name}`, () => {
      const copy = copy_of(data);
      break_it(copy);
      if (!does_fail(CHECKS[name], copy)) throw new Error('the check accepts it');
    });
  }
  run('every check has a broken copy', () => {
    const without = Object.keys(CHECKS).filter((name) => !BROKEN.some(([broken]) => broken === name));
    if (without.length > 0) throw new Error(without.join('\n'));
  });
}

function expect_end({ status, stdout, stderr }, expected_status, pattern) {
  if (status === expected_status && pattern.test(stdout)) return;
  throw new Error(`exit code ${status}, expected ${expected_status}\n${stdout.slice(-400)}${stderr}`);
}

/* The whole program on an intact folder, on one in which one vertex is off by a millionth of a degree,
 * and on one that lacks a file. */
function check_exit_code(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'ideenkarte-geodata-'));
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const intact = spawnSync(process.execPath, [process.argv[1], folder], { encoding: 'utf8' });
    expect_end(intact, 0, / 0 failed\n$/);
    const moved = texts['municipalities.geojson'].replace(
      /^(\[[^\]]*\],\[\d\.\d{5})(\d)/m,
      (_, head, digit) => `${head}${digit === '9' ? 8 : Number(digit) + 1}`,
    );
    writeFileSync(join(folder, 'municipalities.geojson'), moved);
    const broken = spawnSync(process.execPath, [process.argv[1], folder], { encoding: 'utf8' });
    expect_end(broken, 1, / [1-9]\d* failed\n$/);
    rmSync(join(folder, 'regions.csv'));
    const incomplete = spawnSync(process.execPath, [process.argv[1], folder], { encoding: 'utf8' });
    expect_end(incomplete, 1, /^0 passed, 1 failed\n$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function check_folder(folder) {
  let texts, data;
  run('the files can be read', () => {
    texts = read_texts(folder);
    data = to_data(texts);
  });
  if (data === undefined) return;
  for (const [name, check] of Object.entries(CHECKS)) run(name, () => check(data));
  if (folder !== GEODATA) return;
  check_the_checks(data);
  run('a broken folder ends with exit code 1, an intact one with 0', () => check_exit_code(texts));
}

check_folder(process.argv[2] ?? GEODATA);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
