/* population_sources.h — where the numbers of inhabitants come from.   [site] */
#ifndef IK_POPULATION_SOURCES_H
#define IK_POPULATION_SOURCES_H

#include <ideenkarte/territory.h>

typedef struct {
    const char *name; /* "geonames", "destatis-2011"; borrowed from the territory */
    const char *date; /* "2011-12-31"; NULL where the source does not say. Static */
    guint32 municipalities;
    guint64 population;
} ik_population_source;

/* Of ik_population_source, sorted by name. Caller frees. */
GArray *ik_population_sources(const ik_territory *territory);

/* "Numbers of inhabitants: GeoNames, various years, for 394 municipalities; …" Caller frees. */
char *ik_population_sentence(const ik_territory *territory, const char *language);

#endif
