/* places.mjs — population and label point of each municipality.
 *
 * Both come from the GeoNames place that is the municipality's main place: the one that
 * bears its name, else the largest. Where GeoNames has none, has the figure of a part
 * only, or puts the place outside, the tables and the computation below step in.
 */
import { to_degrees } from './boundaries.mjs';
import { contains, interior_point } from './interior.mjs';
import { fold, short_name } from './text.mjs';

/* Destatis, 31 December 2011: 21 municipalities without a place in GeoNames, then
 * three whose figure there is wrong. */
const POPULATION_2011 = new Map([
  ['05154004', 13231], // Bedburg-Hau
  ['05154028', 12675], // Kerken
  ['05170028', 27689], // Neukirchen-Vluyn
  ['05358016', 8640], // Hürtgenwald
  ['05358040', 9743], // Merzenich
  ['05370024', 10208], // Selfkant
  ['05374040', 19365], // Reichshof
  ['05382040', 20578], // Neunkirchen-Seelscheid
  ['05382064', 18201], // Swisttal
  ['05382076', 20293], // Windeck
  ['05558040', 10815], // Rosendahl
  ['05566020', 7522], // Hopsten
  ['05754020', 16025], // Herzebrock-Clarholz
  ['05754036', 26150], // Schloß Holte-Stukenbrock
  ['05762024', 5213], // Marienmünster
  ['05766028', 11980], // Extertal
  ['05766036', 14228], // Kalletal
  ['05770044', 13628], // Stemwede
  ['05774012', 13353], // Borchen
  ['05974012', 12584], // Ense
  ['05974024', 12227], // Lippetal
  ['05358004', 13914], // Aldenhoven: GeoNames has the figure of the village
  ['05766032', 17616], // Horn-Bad Meinberg: GeoNames has the two parts apart
  ['05962004', 17996], // Altena: GeoNames has an old figure
]);

function find_main_place(name, places) {
  const names = new Set([fold(name), fold(short_name(name))]);
  const namesakes = places.filter((place) => names.has(fold(place.name)));
  if (namesakes.length > 1) throw new Error(`${name}: ${namesakes.length} places of this name`);
  const by_size = [...places].sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  return namesakes[0] ?? by_size[0];
}

function set_population(municipality, place) {
  const figure = POPULATION_2011.get(municipality.ags);
  municipality.population = figure ?? place?.population;
  municipality.population_source = figure === undefined ? 'geonames' : 'destatis-2011';
}

function set_point(municipality, place) {
  const given = place?.loc.coordinates.map((degrees) => Math.round(degrees * 1e6));
  const is_inside = given !== undefined && contains(municipality.polygons, given);
  const point = is_inside ? given : interior_point(municipality.polygons);
  municipality.lon = to_degrees(point[0]);
  municipality.lat = to_degrees(point[1]);
  municipality.point_source = is_inside ? 'geonames' : 'interior';
}

function group_by_ags(places) {
  const groups = new Map();
  for (const place of places) groups.set(place.muniSub, [...(groups.get(place.muniSub) ?? []), place]);
  return groups;
}

/* Sets population, population_source, lon, lat, point_source of every municipality. */
export function place_municipalities(municipalities, places) {
  const by_ags = group_by_ags(places);
  for (const municipality of municipalities) {
    const own = by_ags.get(municipality.ags);
    const place = own === undefined ? undefined : find_main_place(municipality.name, own);
    set_population(municipality, place);
    set_point(municipality, place);
  }
}
