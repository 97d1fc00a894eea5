/* address_header.c — addresses, localities or postcodes, by the names of columns.   [geodata] */
#include "address_header.h"

#include <string.h>

#include "register_csv.h"

/* With one of these a row is an address, also where the column still needs a mapping. */
static const char *const address_names[] = {"street",     "strasse",      "straße",      "str",
                                            "strname",    "strassenname", "straßenname", "adresse",
                                            "address",    "anschrift",    "number",      "hsnr",
                                            "hausnummer", "hausnr",       NULL};
static const char *const essen_names[] = {"strname", "hsnr", "hsnrzu",       "strschl",
                                          "lon",     "lat",  "utm32_e_4647", NULL};
static const char *const part_names[] = {"locality", "ortsteil", "stadtteil", NULL};
static const char *const place_names[] = {"place", "ort", NULL};
static const char *const postcode_names[] = {"postcode", "plz", "postleitzahl", NULL};

static guint find_any(const ik_csv_record *header, const char *const *names)
{
    guint column = IK_NO_COLUMN;
    for (; *names != NULL && column == IK_NO_COLUMN; names++)
        column = ik_register_csv_find(header, *names);
    return column;
}

static bool has_any(const ik_csv_record *header, const char *const *names)
{
    return find_any(header, names) != IK_NO_COLUMN;
}

static bool has_all(const ik_csv_record *header, const char *const *names)
{
    while (*names != NULL && ik_register_csv_find(header, *names) != IK_NO_COLUMN)
        names++;
    return *names == NULL;
}

static bool has_mapped(const ik_csv_record *header, const char *const *mapping, const char *key)
{
    gsize length = strlen(key);
    for (; mapping != NULL && *mapping != NULL; mapping++)
        if (strncmp(*mapping, key, length) == 0 && (*mapping)[length] == '=' &&
            ik_register_csv_find(header, *mapping + length + 1) != IK_NO_COLUMN)
            return true;
    return false;
}

static bool has_key(const ik_csv_record *header, const char *const *mapping, const char *key)
{
    return ik_register_csv_find(header, key) != IK_NO_COLUMN || has_mapped(header, mapping, key);
}

static bool has_positions(const ik_csv_record *header, const char *const *mapping)
{
    return (has_key(header, mapping, "lon") && has_key(header, mapping, "lat")) ||
           (has_key(header, mapping, "easting") && has_key(header, mapping, "northing"));
}

ik_csv_kind ik_address_header_kind(const ik_csv_record *header, const char *const *mapping)
{
    if (has_all(header, essen_names))
        return IK_CSV_ESSEN;
    if (has_any(header, address_names) || has_mapped(header, mapping, "street") ||
        has_mapped(header, mapping, "number"))
        return IK_CSV_ADDRESSES;
    bool has_postcode = has_any(header, postcode_names) || has_mapped(header, mapping, "postcode");
    bool has_part = has_any(header, part_names) || has_mapped(header, mapping, "locality");
    bool has_place = has_any(header, place_names);
    if (!has_positions(header, mapping)) {
        bool has_town = has_part || has_place || has_key(header, mapping, "ags");
        return has_postcode && has_town ? IK_CSV_POSTCODES : IK_CSV_ADDRESSES;
    }
    /* Beside a postcode "ort" is the town that the postcode belongs to. */
    if (has_part || (has_place && !has_postcode))
        return IK_CSV_LOCALITIES;
    return has_postcode ? IK_CSV_POSTCODE_CENTRES : IK_CSV_ADDRESSES;
}

guint ik_address_header_locality(const ik_csv_record *header)
{
    guint part = find_any(header, part_names);
    return part != IK_NO_COLUMN ? part : find_any(header, place_names);
}
