/* script_data.h — what the script of the first page reads.   [site]
 *
 *   data/projects.index.json  {"version":1,"count":N,"sheet":N,"columns":[…],"themes":[…],"icons":[…],"levels":[…],
 *                              "rows":[[…],…]}
 *     columns  id, title, organisation, lon, lat, region, municipality, themes, flags, level, page, date
 *              lon, lat    where the project is drawn, degrees, 6 decimals
 *              region      id; municipality: name
 *              themes      indexes into "themes", which holds keys, the main theme first; "icons" has the symbol of
 *                          sprites/icons.svg that stands for each of them
 *              flags       sum of ik_project_flags
 *              level       index into "levels": how exactly the place is known
 *              page        name of its files: projekt/PAGE.html, data/project/PAGE.json, images/project/PAGE-320.jpg;
 *                          null when that is its id
 *              date        day, month or year on which it begins; null
 *     sheet    so many projects stand on one page of a region: the rows of a region are in the order of its pages
 *     rows     by region, place and title. Of more than IK_SITE_LARGE_SITE projects "rows" is empty and "parts" lists
 *              {"region":ID,"file":"projects.index.1.json","count":N}: files {"rows":[…]}, one for each region that has any
 *   data/places.index.json    {"version":1,"columns":["name","kind","lon","lat","region"],"rows":[…]}
 *              kind "municipality", "postcode" or "region"; a postcode lies where its largest municipality is, a region in the
 *              middle of its municipalities
 *   data/project/PAGE.json    what is shown when a project is opened
 *   assets/texts.LANGUAGE.json  texts of the script, of themes, positions and the legend
 *
 * Text is text, never HTML, but for "html" of a project, which ik_story_append made. Callers free the results.
 */
#ifndef IK_SCRIPT_DATA_H
#define IK_SCRIPT_DATA_H

#include "site_plan.h"

char *ik_project_index(const ik_site_plan *plan);
/* Whether the index is cut into parts; the part of a region, NULL where it has no project. */
bool ik_project_index_has_parts(const ik_site_plan *plan);
char *ik_project_index_part(const ik_site_plan *plan, guint32 region);

char *ik_place_index(const ik_territory *territory);

char *ik_project_record(const ik_site_plan *plan, guint32 index);

char *ik_script_texts(const char *language);

#endif
