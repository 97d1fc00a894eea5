/* regions.mjs — gives each municipality its labour-market region.
 *
 * A region is a set of municipalities, named by AGS prefixes of 5 digits (a district)
 * or 8 (one municipality). Exactly one prefix must fit each municipality.
 */

/* Sets `region` of every municipality; throws if none or two fit or a prefix fits nothing. */
export function assign_regions(municipalities, regions, members) {
  const ids = new Set(regions.map((region) => region.id));
  const unused = new Set(members);
  for (const municipality of municipalities) {
    const fitting = members.filter((member) => municipality.ags.startsWith(member.ags_prefix));
    if (fitting.length !== 1) throw new Error(`${municipality.ags} ${municipality.name}: in ${fitting.length} regions`);
    if (!ids.has(fitting[0].region)) throw new Error(`region_members.csv: unknown region "${fitting[0].region}"`);
    municipality.region = fitting[0].region;
    unused.delete(fitting[0]);
  }
  for (const { region, ags_prefix } of unused) throw new Error(`${region}: no municipality begins with ${ags_prefix}`);
}
