/* postcodes.mjs — postcode to municipalities of NRW, out of place names.
 *
 * The source knows names only. Within the postal areas that reach into NRW a name is a
 * municipality of NRW unless the tables below say otherwise.
 */

/* First two digits of the postal areas that NRW has a part of. */
const AREAS = new Set(['32', '33', '34', '37', '40', '41', '42', '44', '45', '46', '47', '48', '49',
                       '50', '51', '52', '53', '57', '58', '59']);

/* Names of the source that VG250 writes differently. */
const OTHER_FORMS = new Map([
  ['Eslohe', 'Eslohe (Sauerland)'],
  ['Gronau', 'Gronau (Westf.)'],
  ['Langenfeld (Rheinland)', 'Langenfeld (Rhld.)'],
  ['Leichlingen', 'Leichlingen (Rhld.)'],
  ['Menden', 'Menden (Sauerland)'],
  ['Stolberg', 'Stolberg (Rhld.)'],
  ['Sundern', 'Sundern (Sauerland)'],
  ['Werther', 'Werther (Westf.)'],
]);

/* Postcodes in those areas whose place only shares its name with a municipality of NRW. */
const NAMESAKES = new Map([
  ['34582', 'Borken'], // Hesse; the one of NRW has 46325
  ['49448', 'Marl'], // Lower Saxony, at the Dümmer; NRW 45768 to 45772
  ['49586', 'Neuenkirchen'], // Lower Saxony, near Bramsche; NRW 48485
  ['49828', 'Lage'], // Lower Saxony, Grafschaft Bentheim; NRW 32791
  ['49838', 'Lengerich'], // Lower Saxony, Emsland; NRW 49525
  ['57518', 'Alsdorf'], // Rhineland-Palatinate, Westerwald; NRW 52477
]);

function to_ags(postcode, place, by_name) {
  if (NAMESAKES.get(postcode) === place) return undefined;
  return by_name.get(OTHER_FORMS.get(place) ?? place);
}

/* Rows of postcode and AGS (several separated by a blank), both sorted. A place outside NRW
 * that shares a postcode, such as Bromskirchen under 59969, is left out. Throws if a
 * municipality has no postcode, or an entry of the tables above no longer applies. */
export function assign_postcodes(municipalities, places_by_postcode) {
  const by_name = new Map(municipalities.map(({ name, ags }) => [name, ags]));
  if (by_name.size !== municipalities.length) throw new Error('two municipalities share a name');
  const without_postcode = new Set(by_name.values());
  const rows = [];
  for (const postcode of Object.keys(places_by_postcode).sort()) {
    if (!AREAS.has(postcode.slice(0, 2))) continue;
    const found = places_by_postcode[postcode].map((place) => to_ags(postcode, place, by_name)).filter((ags) => ags);
    if (found.length === 0) continue;
    found.forEach((ags) => without_postcode.delete(ags));
    rows.push({ postcode, ags: [...new Set(found)].sort().join(' ') });
  }
  if (without_postcode.size > 0) throw new Error(`no postcode: ${[...without_postcode].join(' ')}`);
  for (const [postcode, place] of NAMESAKES) {
    if (!places_by_postcode[postcode].includes(place)) throw new Error(`postcode ${postcode}: no ${place} any more`);
  }
  return rows;
}
