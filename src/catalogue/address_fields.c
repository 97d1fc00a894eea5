/* address_fields.c — the address of a record in the parts that its file has.   [catalogue] */
#include "address_fields.h"

#include "clean_text.h"

#include <string.h>

static char *read_part(const ik_columns *columns, const ik_csv_record *record, ik_field field)
{
    char *text = ik_columns_read(columns, record, field);
    if (text == NULL)
        return NULL;
    if (!ik_text_has_word(text))
        g_clear_pointer(&text, g_free);
    return text;
}

/* Bytes of a leading "D-" or "DE-", which belongs to the postcode. */
static gsize country_length(const char *text)
{
    if (g_ascii_strncasecmp(text, "DE-", 3) == 0)
        return 3;
    return g_ascii_strncasecmp(text, "D-", 2) == 0 ? 2 : 0;
}

/* Digits in front, whatever their number, are the postcode: that there are four is said later. */
static void split_postcode_city(const char *text, ik_address_fields *fields)
{
    const char *digits = text + country_length(text);
    const char *rest = digits + strspn(digits, "0123456789");
    if (rest == digits || (*rest != ' ' && *rest != '\0')) {
        if (fields->city == NULL)
            fields->city = g_strdup(text);
        return;
    }
    if (fields->postcode == NULL)
        fields->postcode = g_strndup(digits, (gsize)(rest - digits));
    if (fields->city == NULL && *rest == ' ')
        fields->city = g_strdup(rest + 1);
}

ik_address_fields ik_address_fields_read(const ik_columns *columns, const ik_csv_record *record)
{
    ik_address_fields fields = {
        .street = read_part(columns, record, IK_FIELD_STREET),
        .house_number = read_part(columns, record, IK_FIELD_HOUSE_NUMBER),
        .postcode = read_part(columns, record, IK_FIELD_POSTCODE),
        .city = read_part(columns, record, IK_FIELD_CITY),
        .address = read_part(columns, record, IK_FIELD_ADDRESS),
    };
    g_autofree char *postcode_city = read_part(columns, record, IK_FIELD_POSTCODE_CITY);
    if (postcode_city != NULL)
        split_postcode_city(postcode_city, &fields);
    return fields;
}

bool ik_address_fields_name_town(const ik_address_fields *fields)
{
    return fields->postcode != NULL || fields->city != NULL || fields->address != NULL;
}

static void append_part(GString *out, const char *separator, const char *part)
{
    if (part != NULL)
        g_string_append_printf(out, "%s%s", out->len > 0 ? separator : "", part);
}

char *ik_address_fields_line(const ik_address_fields *fields)
{
    GString *out = g_string_new(NULL);
    append_part(out, "", fields->street);
    append_part(out, " ", fields->house_number);
    append_part(out, ", ", fields->postcode);
    append_part(out, fields->postcode != NULL ? " " : ", ", fields->city);
    append_part(out, ", ", fields->address);
    return g_string_free(out, FALSE);
}

void ik_address_fields_clear(ik_address_fields *fields)
{
    g_clear_pointer(&fields->street, g_free);
    g_clear_pointer(&fields->house_number, g_free);
    g_clear_pointer(&fields->postcode, g_free);
    g_clear_pointer(&fields->city, g_free);
    g_clear_pointer(&fields->address, g_free);
}
