/* toy_territory.h — five towns and two districts made by hand, so that each rule can be seen.   [tests]
 *
 *   postcode   towns                              inhabitants
 *   10001      Adorf                              500
 *   10002      Adorf, Bestadt am See              500, 9000
 *   10003      Cheim-Dheim                        2000
 *   10004      Adorf (a second one, in Kreis Y)   700
 *   20001      Ydorf                              300
 */
#ifndef IK_TOY_TERRITORY_H
#define IK_TOY_TERRITORY_H

#include "topology.h"

#include <ideenkarte/territory.h>

enum { TOY_ADORF, TOY_BESTADT, TOY_CHEIM, TOY_ADORF_Y, TOY_YDORF };

static const ik_municipality TOY_MUNICIPALITIES[] = {
    {"05001001", "Adorf", "Gemeinde", 0, 0, 500, "", {7.0, 51.0}},
    {"05001002", "Bestadt am See", "Stadt", 0, 0, 9000, "", {7.1, 51.0}},
    {"05001003", "Cheim-Dheim", "Stadt", 0, 0, 2000, "", {7.2, 51.0}},
    {"05002001", "Adorf", "Gemeinde", 1, 0, 700, "", {8.0, 51.0}},
    {"05002002", "Ydorf", "Gemeinde", 1, 0, 300, "", {8.1, 51.0}},
};
static const ik_district TOY_DISTRICTS[] = {{"05001", "Xland", "Kreis"},
                                            {"05002", "Ydorf", "Kreis"}};
static const guint32 TOY_MEMBERS[] = {TOY_ADORF, TOY_ADORF,   TOY_BESTADT,
                                      TOY_CHEIM, TOY_ADORF_Y, TOY_YDORF};
static const ik_postcode TOY_POSTCODES[] = {
    {"10001", 0, 1}, {"10002", 1, 2}, {"10003", 3, 1}, {"10004", 4, 1}, {"20001", 5, 1}};

/* The border of Adorf alone: a square of 0.02 degrees, its label in the middle. */
static const ik_fixed_lonlat TOY_POINTS[] = {{6990000, 50990000},
                                             {7010000, 50990000},
                                             {7010000, 51010000},
                                             {6990000, 51010000},
                                             {6990000, 50990000}};
static const ik_arc TOY_ARCS[] = {{0, 5, TOY_ADORF, IK_NONE}};
static const ik_topology TOY_BORDERS = {
    .points = TOY_POINTS, .arcs = TOY_ARCS, .n_points = 5, .n_arcs = 1};

static const ik_territory TOY = {
    .municipalities = TOY_MUNICIPALITIES,
    .districts = TOY_DISTRICTS,
    .postcodes = TOY_POSTCODES,
    .postcode_municipalities = TOY_MEMBERS,
    .borders = &TOY_BORDERS,
    .n_municipalities = G_N_ELEMENTS(TOY_MUNICIPALITIES),
    .n_districts = G_N_ELEMENTS(TOY_DISTRICTS),
    .n_postcodes = G_N_ELEMENTS(TOY_POSTCODES),
};

#endif
