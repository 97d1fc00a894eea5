/* small_land.h — a folder of tables of three municipalities, sound until a test breaks it.   [tests]
 *
 * Three squares of one degree side by side: 05111000 and 05111004 in district 05111, 05112000 in
 * district 05112. Region b (number 1) holds the first two, region a (number 2) the third.
 */
#ifndef IK_TEST_SMALL_LAND_H
#define IK_TEST_SMALL_LAND_H

#include <string.h>

#include "test_support.h"

#define SMALL_SQUARE(ags, west, east)                                                             \
    "{\"type\":\"Feature\",\"properties\":{\"ags\":\"" ags                                        \
    "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" west ",51],[" east ",51],[" east \
    ",52],[" west ",52],[" west ",51]]]}}"

typedef struct {
    const char *name, *text;
} land_file;

static const land_file LAND_FILES[] = {
    {"districts.csv", "code,name,kind\n"
                      "05111,Aburg,Kreis\n"
                      "05112,Bstadt,Kreisfreie Stadt\n"},
    {"regions.csv", "id,number,name,agency\n"
                    "a,2,Region A,Agentur A\n"
                    "b,1,Region B,Agentur B\n"},
    {"region_members.csv", "region,ags_prefix\n"
                           "a,05112\n"
                           "b,05111000\n"
                           "b,05111004\n"},
    {"municipalities.csv",
     "ags,name,kind,district,region,population,population_source,lon,lat,"
     "point_source\n"
     "05111000,Adorf,Gemeinde,05111,b,1000,geonames,6.500000,51.500000,x\n"
     "05111004,\"Aweiler \"\"am See\"\"\",Stadt,05111,b,2000,geonames,7.5,51.5,x\n"
     "05112000,Bstadt,Stadt,05112,a,300000,destatis-2011,8.25,51.75,x\n"},
    {"postcodes.csv", "postcode,ags\n"
                      "40001,05111000 05111004\n"
                      "40002,05112000\n"},
    {"attribution.csv", "source,text_de,text_en,licence,url\n"
                        "bkg,© Amt,© office,dl-de/by-2-0,https://example.org/\n"},
    {"municipalities.geojson",
     "{\"type\":\"FeatureCollection\",\"features\":[" SMALL_SQUARE(
         "05111000", "6", "7") "," SMALL_SQUARE("05111004", "7",
                                                "8") "," SMALL_SQUARE("05112000", "8", "9") "]}"},
};

static inline void write_land(const char *folder)
{
    for (gsize i = 0; i < G_N_ELEMENTS(LAND_FILES); i++) {
        g_free(ik_test_file_write(folder, LAND_FILES[i].name, LAND_FILES[i].text, -1));
    }
}

/* Writes the file anew with the first `from` replaced by `to`; `from` must be there. */
static inline void break_land(const char *folder, const char *name, const char *from,
                              const char *to)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = ik_test_file_read(path, NULL);
    const char *at = strstr(text, from);
    assert_non_null(at);
    g_autoptr(GString) broken = g_string_new_len(text, at - text);
    g_string_append(broken, to);
    g_string_append(broken, at + strlen(from));
    g_free(ik_test_file_write(folder, name, broken->str, -1));
}

#endif
