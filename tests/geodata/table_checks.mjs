/* table_checks.mjs — what must hold for the tables of the built-in geodata.
 *
 * Expected figures come from the official directory of municipalities and from the
 * description of the labour-market regions, not from the files under test.
 */
import assert from 'node:assert/strict';

const MUNICIPALITIES_OF_REGION = {
  'ostwestfalen-lippe': 70, muensterland: 66, 'region-aachen': 46, 'region-koeln': 33, niederrhein: 30,
  'hellweg-hochsauerland': 26, 'maerkische-region': 23, 'bonn-rhein-sieg': 20, 'mittlerer-niederrhein': 19,
  'siegen-wittgenstein-olpe': 18, 'westfaelisches-ruhrgebiet': 12, 'emscher-lippe': 12, 'duesseldorf-kreis-mettmann': 11,
  'mittleres-ruhrgebiet': 4, 'bergisches-staedtedreieck': 3, meo: 3,
};

/* Destatis, 31 December 2011. */
const POPULATION_2011 = {
  'Bedburg-Hau': 13231, Kerken: 12675, 'Neukirchen-Vluyn': 27689, Hürtgenwald: 8640, Merzenich: 9743, Selfkant: 10208,
  Reichshof: 19365, 'Neunkirchen-Seelscheid': 20578, Swisttal: 18201, Windeck: 20293, Rosendahl: 10815, Hopsten: 7522,
  'Herzebrock-Clarholz': 16025, 'Schloß Holte-Stukenbrock': 26150, Marienmünster: 5213, Extertal: 11980, Kalletal: 14228,
  Stemwede: 13628, Borchen: 13353, Ense: 12584, Lippetal: 12227, Aldenhoven: 13914, 'Horn-Bad Meinberg': 17616, Altena: 17996,
};

const POSTCODES = {
  44359: ['05913000'], // Dortmund-Mengede
  58706: ['05962040'], // Menden (Sauerland)
  59969: ['05958020'], // Hallenberg, and Bromskirchen in Hesse
  40472: ['05111000', '05158028'], // Düsseldorf and Ratingen
  33824: ['05754052'], // Werther (Westf.)
};

function assert_sorted(keys, file) {
  keys.forEach((key, i) => assert.ok(i === 0 || keys[i - 1] < key, `${file}: ${key} after ${keys[i - 1]}`));
}

function count_by(rows, column) {
  const counts = {};
  for (const row of rows) counts[row[column]] = (counts[row[column]] ?? 0) + 1;
  return counts;
}

function regions_of(ags, members) {
  return members.filter((member) => ags.startsWith(member.ags_prefix)).map((member) => member.region);
}

export const TABLE_CHECKS = {
  'every file is UTF-8 without BOM, with LF and one final line end'({ texts }) {
    for (const [name, text] of Object.entries(texts)) {
      assert.doesNotMatch(text, /\uFEFF|\uFFFD|\r/, name);
      assert.match(text, /[^\n]\n$/, name);
      assert.equal(text, text.normalize('NFC'), `${name}: decomposed letters`);
    }
  },

  'tables have the agreed columns and a value in every cell'({ texts, ...data }) {
    const columns = {
      municipalities: 'ags,name,kind,district,region,population,population_source,lon,lat,point_source',
      districts: 'code,name,kind',
      regions: 'id,number,name,agency',
      region_members: 'region,ags_prefix',
      postcodes: 'postcode,ags',
      attribution: 'source,text_de,text_en,licence,url',
    };
    for (const [table, header] of Object.entries(columns)) {
      assert.equal(texts[`${table}.csv`].split('\n')[0], header);
      for (const row of data[table]) for (const name of header.split(',')) assert.ok(row[name], `${table}.csv: ${name} empty`);
    }
  },

  'tables are sorted by their key and no key occurs twice'(data) {
    assert_sorted(data.municipalities.map((m) => m.ags), 'municipalities.csv');
    assert_sorted(data.districts.map((d) => d.code), 'districts.csv');
    assert_sorted(data.regions.map((r) => r.id), 'regions.csv');
    assert_sorted(data.region_members.map((m) => `${m.region},${m.ags_prefix}`), 'region_members.csv');
    assert_sorted(data.postcodes.map((p) => p.postcode), 'postcodes.csv');
  },

  'there are 396 municipalities'({ municipalities }) {
    assert.equal(municipalities.length, 396);
    for (const { ags } of municipalities) assert.match(ags, /^05\d{6}$/);
  },

  'there are 53 districts, 22 of them district-free cities'({ districts }) {
    assert.equal(districts.length, 53);
    assert.deepEqual(count_by(districts, 'kind'), { 'Kreisfreie Stadt': 22, Kreis: 31 });
  },

  'every municipality lies in the district its AGS names and no district is empty'({ municipalities, districts }) {
    for (const { ags, district } of municipalities) assert.equal(district, ags.slice(0, 5), ags);
    assert.deepEqual([...new Set(municipalities.map((m) => m.district))], districts.map((d) => d.code));
  },

  'the 16 regions are numbered 1 to 16'({ regions }) {
    const numbers = regions.map((region) => Number(region.number)).sort((a, b) => a - b);
    assert.deepEqual(numbers, Array.from({ length: 16 }, (_, i) => i + 1));
  },

  'every municipality lies in exactly one region, the one its row names'({ municipalities, region_members }) {
    for (const { ags, region } of municipalities) assert.deepEqual(regions_of(ags, region_members), [region], ags);
  },

  'every region has its number of municipalities'({ municipalities }) {
    assert.deepEqual(count_by(municipalities, 'region'), MUNICIPALITIES_OF_REGION);
  },

  'the Ennepe-Ruhr-Kreis is split between two regions'({ municipalities }) {
    const of_name = Object.fromEntries(municipalities.map((m) => [m.name, m.region]));
    for (const name of ['Witten', 'Hattingen']) assert.equal(of_name[name], 'mittleres-ruhrgebiet', name);
    for (const name of ['Breckerfeld', 'Ennepetal', 'Gevelsberg', 'Herdecke', 'Schwelm', 'Sprockhövel', 'Wetter (Ruhr)']) {
      assert.equal(of_name[name], 'maerkische-region', name);
    }
  },

  'members name known regions and districts or municipalities that exist'({ regions, region_members, municipalities }) {
    const ids = new Set(regions.map((region) => region.id));
    for (const { region, ags_prefix } of region_members) {
      assert.ok(ids.has(region), `unknown region ${region}`);
      assert.match(ags_prefix, /^(\d{5}|\d{8})$/);
      assert.ok(municipalities.some((m) => m.ags.startsWith(ags_prefix)), `${ags_prefix}: no such municipality`);
    }
  },

  'populations are whole numbers from known sources and make 17 to 19 million'({ municipalities }) {
    for (const { ags, population, population_source } of municipalities) {
      assert.match(population, /^[1-9]\d*$/, ags);
      assert.ok(['geonames', 'destatis-2011'].includes(population_source), ags);
    }
    const total = municipalities.reduce((sum, m) => sum + Number(m.population), 0);
    assert.ok(total > 17e6 && total < 19e6, `${total} inhabitants`);
  },

  'the 24 figures of Destatis are used and marked'({ municipalities }) {
    const marked = municipalities.filter((m) => m.population_source === 'destatis-2011');
    assert.deepEqual(Object.fromEntries(marked.map((m) => [m.name, Number(m.population)])), POPULATION_2011);
  },

  'there are 865 postcodes of 5 digits'({ postcodes }) {
    assert.equal(postcodes.length, 865);
    for (const { postcode } of postcodes) assert.match(postcode, /^\d{5}$/);
  },

  'every postcode has municipalities that exist and every municipality has a postcode'({ postcodes, municipalities }) {
    const without = new Set(municipalities.map((m) => m.ags));
    const known = new Set(without);
    for (const { postcode, ags } of postcodes) {
      const list = ags.split(' ');
      assert_sorted(list, `postcode ${postcode}`);
      for (const one of list) {
        assert.ok(known.has(one), `${postcode}: unknown municipality ${one}`);
        without.delete(one);
      }
    }
    assert.deepEqual([...without], []);
  },

  'postcodes with a place of another form or outside NRW are right'({ postcodes }) {
    const of_postcode = Object.fromEntries(postcodes.map((p) => [p.postcode, p.ags.split(' ')]));
    for (const [postcode, list] of Object.entries(POSTCODES)) assert.deepEqual(of_postcode[postcode], list, postcode);
    for (const namesake of ['34582', '49448', '49586', '49828', '49838', '57518']) assert.equal(of_postcode[namesake], undefined);
  },

  'every source has an attribution with its licence and address'({ attribution }) {
    assert.deepEqual(attribution.map((row) => row.source), ['bkg', 'geonames', 'osm', 'destatis']);
    for (const { source, url } of attribution) assert.match(url, /^https:\/\//, source);
    assert.equal(attribution[0].text_de, '© GeoBasis-DE / BKG 2017 (Daten verändert)');
    assert.equal(attribution[2].text_en, '© OpenStreetMap contributors');
  },
};
