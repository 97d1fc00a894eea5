/* broken.mjs — one broken copy of the geodata for every check.
 *
 * Each entry: the check that must fail, and how the copy is broken. A check that no
 * entry can make fail is a defect, and so is one without an entry.
 */

/* A copy of what was read that may be changed; shapes are copied when `shape` asks for one. */
export function copy_of({ texts, collection, shapes, ...tables }) {
  return {
    texts: { ...texts },
    collection: { features: collection.features.map((feature) => ({ ...feature })) },
    shapes: new Map(shapes),
    ...structuredClone(tables),
  };
}

function shape(data, ags) {
  data.shapes.set(ags, structuredClone(data.shapes.get(ags)));
  return data.shapes.get(ags);
}

function row(data, name) {
  return data.municipalities.find((m) => m.name === name);
}

function replace_text(data, file, from, to) {
  data.texts[file] = data.texts[file].replace(from, to);
}

/* Moves vertex `i` of a ring; the closing vertex 0 is not for this. */
function move(ring, i, dx, dy) {
  ring[i] = [ring[i][0] + dx, ring[i][1] + dy];
}

function scale(polygons, factor) {
  for (const ring of polygons.flat()) ring.forEach(([x, y], i) => (ring[i] = [x * factor, y]));
}

/* A small square within Dortmund, as a second polygon of Aachen. */
function put_upon(data) {
  const [x, y] = [7465000, 51514000];
  const square = [[x, y], [x + 100, y], [x + 100, y + 100], [x, y + 100], [x, y]];
  shape(data, '05334002').push([square]);
}

/* A new vertex halfway along a border that the neighbour does not have. */
function put_vertex_on_one_side(data) {
  const ring = shape(data, '05913000')[0][0];
  const is_even = ([x, y], [u, v]) => (x + u) % 2 === 0 && (y + v) % 2 === 0;
  const i = ring.findIndex((vertex, j) => j > 0 && is_even(vertex, ring[j - 1]));
  ring.splice(i, 0, [(ring[i][0] + ring[i - 1][0]) / 2, (ring[i][1] + ring[i - 1][1]) / 2]);
}

export const BROKEN = [
  ['every file is UTF-8 without BOM, with LF and one final line end', (d) => replace_text(d, 'regions.csv', '\n', '\r\n')],
  ['tables have the agreed columns and a value in every cell', (d) => (d.municipalities[7].name = '')],
  ['tables have the agreed columns and a value in every cell', (d) => replace_text(d, 'postcodes.csv', 'postcode', 'plz')],
  ['tables are sorted by their key and no key occurs twice', (d) => d.postcodes.reverse()],
  ['tables are sorted by their key and no key occurs twice', (d) => d.municipalities.splice(3, 0, d.municipalities[3])],
  ['there are 396 municipalities', (d) => d.municipalities.pop()],
  ['there are 53 districts, 22 of them district-free cities', (d) => (d.districts[0].kind = 'Kreis')],
  ['every municipality lies in the district its AGS names and no district is empty',
    (d) => (row(d, 'Witten').district = '05911')],
  ['every municipality lies in the district its AGS names and no district is empty', (d) => d.districts.pop()],
  ['the 16 regions are numbered 1 to 16', (d) => (d.regions[2].number = '16')],
  ['every municipality lies in exactly one region, the one its row names', (d) => d.region_members.pop()],
  ['every municipality lies in exactly one region, the one its row names',
    (d) => d.region_members.push({ region: 'meo', ags_prefix: '05954036' })],
  ['every region has its number of municipalities', (d) => (row(d, 'Hagen').region = 'meo')],
  ['the Ennepe-Ruhr-Kreis is split between two regions', (d) => (row(d, 'Witten').region = 'maerkische-region')],
  ['members name known regions and districts or municipalities that exist',
    (d) => (d.region_members[0].ags_prefix = '05999')],
  ['members name known regions and districts or municipalities that exist', (d) => (d.region_members[0].region = 'ruhr')],
  ['populations are whole numbers from known sources and make 17 to 19 million', (d) => (row(d, 'Unna').population = '0')],
  ['the 24 figures of Destatis are used and marked', (d) => (row(d, 'Altena').population = '20862')],
  ['there are 865 postcodes of 5 digits', (d) => (d.postcodes[0].postcode = '3205')],
  ['every postcode has municipalities that exist and every municipality has a postcode',
    (d) => (d.postcodes[0].ags = '05999999')],
  ['every postcode has municipalities that exist and every municipality has a postcode',
    (d) => (d.postcodes = d.postcodes.filter((p) => p.ags !== '05958020'))],
  ['postcodes with a place of another form or outside NRW are right',
    (d) => d.postcodes.push({ postcode: '57518', ags: '05334004' })],
  ['every source has an attribution with its licence and address', (d) => d.attribution.shift()],
  ['features and rows agree in order, AGS, name and kind', (d) => (d.collection.features[5].id = '05999999')],
  ['lines hold at most 8 positions, each with 6 decimals',
    (d) => replace_text(d, 'municipalities.geojson', /^(\[\d\.\d{5})\d/m, '$1')],
  ['rings are closed, have at least 4 positions and no vertex twice', (d) => shape(d, '05113000')[0][0].pop()],
  ['rings are closed, have at least 4 positions and no vertex twice', (d) => {
    const ring = shape(d, '05113000')[0][0];
    ring.splice(5, 0, ring[5]);
  }],
  ['exteriors run counter-clockwise and holes clockwise', (d) => shape(d, '05113000')[0][0].reverse()],
  ['no directed segment occurs twice', (d) => shape(d, '05113000').push(shape(d, '05913000')[0])],
  ['segments without their reverse are the border of NRW and of its four exclaves',
    (d) => move(shape(d, '05913000')[0][0], 9, 1, 0)],
  ['segments without their reverse are the border of NRW and of its four exclaves', (d) => d.shapes.delete('05913000')],
  ['no loop of the border lies within another', put_upon],
  ['two segments meet in nothing but a common vertex', (d) => move(shape(d, '05913000')[0][0], 9, 20000, 20000)],
  ['two segments meet in nothing but a common vertex', put_vertex_on_one_side],
  ['every region is one piece, Region Aachen with its four exclaves five', (d) => (row(d, 'Bielefeld').region = 'meo')],
  ['areas are those of the official directory', (d) => scale(shape(d, '05913000'), 1.02)],
  ['label points lie inside their municipality', (d) => (row(d, 'Unna').lon = '7.000000')],
  ['computed label points keep a distance of at least 1 km from the border', (d) => {
    const kerken = row(d, 'Kerken');
    [kerken.lon, kerken.lat] = shape(d, kerken.ags)[0][0][40].map((micro) => String((micro + 50) / 1e6));
  }],
];
