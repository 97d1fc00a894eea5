/* territory.h — the administrative division as plain tables.   [geo]
 *
 * Municipalities, districts, labour-market regions and postcodes with their official keys, plus the
 * shared borders. Keys are text. Tables refer to each other by index. Everything is immutable and
 * may be read by many threads.
 */
#ifndef IDEENKARTE_TERRITORY_H
#define IDEENKARTE_TERRITORY_H

#include <ideenkarte/geo.h>

G_BEGIN_DECLS

/* "no municipality / district / region" wherever an index is expected */
#define IK_NONE G_MAXUINT32

typedef struct {
    const char *ags;               /* 8 digits, amtlicher Gemeindeschlüssel */
    const char *name;              /* official, "Mülheim an der Ruhr" */
    const char *kind;              /* "Stadt", "Gemeinde", "Kreisfreie Stadt" */
    guint32 district;              /* index */
    guint32 region;                /* index */
    guint32 population;            /* inhabitants */
    const char *population_source; /* "geonames", "destatis-2011" */
    ik_lonlat label; /* where a record known only by its municipality is put; inside it */
} ik_municipality;

typedef struct {
    const char *code; /* first 5 digits of the AGS */
    const char *name;
    const char *kind; /* "Kreis", "Kreisfreie Stadt" */
} ik_district;

typedef struct {
    const char *id;     /* "westfaelisches-ruhrgebiet" */
    guint32 number;     /* 1.. */
    const char *name;   /* "Westfälisches Ruhrgebiet" */
    const char *agency; /* "Regionalagentur Westfälisches Ruhrgebiet" */
} ik_region;

typedef struct {
    const char *code; /* 5 digits */
    guint32 first;    /* into postcode_municipalities */
    guint32 count;    /* at least 1 */
} ik_postcode;

typedef struct {
    const char *source, *text_de, *text_en, *licence, *url;
} ik_attribution;

/* Borders as shared arcs; faces are the municipalities in table order. geo/topology.h. */
typedef struct ik_topology ik_topology;

typedef struct {
    const ik_municipality *municipalities; /* sorted by AGS */
    const ik_district *districts;          /* sorted by code */
    const ik_region *regions;              /* sorted by number */
    const ik_postcode *postcodes;          /* sorted by code */
    const guint32 *postcode_municipalities;
    const ik_attribution *attributions;
    const ik_topology *borders;
    guint32 n_municipalities, n_districts, n_regions, n_postcodes, n_attributions;
} ik_territory;

/* North Rhine-Westphalia as compiled in. Static, never freed, no start-up cost. [geodata] */
const ik_territory *ik_territory_builtin(void);

/* Index of the municipality with that AGS, of the postcode; IK_NONE if unknown. O(log n). */
guint32 ik_territory_find_municipality(const ik_territory *territory, const char *ags);
guint32 ik_territory_find_postcode(const ik_territory *territory, const char *code);

/* Index of the region with that id; IK_NONE if unknown. Linear: regions are few and stand by number. */
guint32 ik_territory_find_region(const ik_territory *territory, const char *id);

/* Smallest box around all borders. Linear in their points. */
ik_lonlat_box ik_territory_box(const ik_territory *territory);

G_END_DECLS

#endif
