/* number_format.c — numbers as people write them.   [style]
 *
 * Patterns, symbols and names of units: Unicode CLDR, locales de and en, width "short".
 */
#include "number_format.h"

#include "value_text.h"

#include <math.h>
#include <string.h>

#define MAX_DIGITS 100
#define NO_BREAK   "\u00a0"

typedef struct {
    bool is_german;
    const char *point, *group;
} language;

static const language GERMAN = {true, ",", "."}, ENGLISH = {false, ".", ","},
                      AUSTRIAN = {true, ",", NO_BREAK}, SWISS = {true, ".", "\u2019"};

typedef struct {
    const char *code, *symbol;
    int digits;
} currency;

static const currency CURRENCIES[] = {
    {"AUD", "A$", 2}, {"BRL", "R$", 2}, {"CAD", "CA$", 2}, {"EUR", "€", 2},   {"GBP", "£", 2},
    {"INR", "₹", 2},  {"JPY", "¥", 0},  {"KRW", "₩", 0},   {"MXN", "MX$", 2}, {"NZD", "NZ$", 2},
    {"USD", "$", 2},  {"KWD", NULL, 3}, {"ISK", NULL, 0}};

typedef struct {
    const char *name;
    const char *german, *english; /* behind the number, with the space between */
    const char *one;              /* English, behind 1; NULL: the same */
} unit;

static const unit UNITS[] = {
    {"acre", " ac", " ac", NULL},       {"celsius", " °C", "°C", NULL},
    {"centimeter", " cm", " cm", NULL}, {"day", " Tg.", " days", " day"},
    {"degree", "°", " deg", NULL},      {"foot", " ft", " ft", NULL},
    {"gram", " g", " g", NULL},         {"hectare", " ha", " ha", NULL},
    {"hour", " Std.", " hr", NULL},     {"kilogram", " kg", " kg", NULL},
    {"kilometer", " km", " km", NULL},  {"kilometer-per-hour", " km/h", " km/h", NULL},
    {"liter", " l", " L", NULL},        {"meter", " m", " m", NULL},
    {"mile", " mi", " mi", NULL},       {"millimeter", " mm", " mm", NULL},
    {"minute", " Min.", " min", NULL},  {"percent", NO_BREAK "%", "%", NULL},
    {"second", " Sek.", " sec", NULL},
};

static const language *language_of(const char *locale)
{
    if (locale == NULL || g_ascii_strncasecmp(locale, "de", 2) != 0 || g_ascii_isalpha(locale[2]))
        return &ENGLISH;
    if (g_ascii_strcasecmp(locale, "de-AT") == 0)
        return &AUSTRIAN;
    return g_ascii_strcasecmp(locale, "de-CH") == 0 ? &SWISS : &GERMAN;
}

/* ---- digits ---- */

/* Adds one to the decimal number in `digits`, which has room for one digit in front. */
static void round_up(GString *digits, int *exponent)
{
    gsize i = digits->len;
    while (i > 0 && digits->str[i - 1] == '9')
        digits->str[--i] = '0';
    if (i > 0)
        digits->str[i - 1]++;
    else {
        g_string_prepend_c(digits, '1');
        (*exponent)++;
    }
}

/* The digits of `number` with at most `decimals` behind the point; "" is 0. */
static GString *rounded_digits(double number, int decimals, int *exponent)
{
    char shortest[20];
    guint n = ik_shortest_digits(number, shortest, exponent);
    GString *digits = g_string_new_len(shortest, n);
    int kept = *exponent + 1 + decimals;
    if (kept >= (int)n)
        return digits;
    bool is_up = kept >= 0 && shortest[kept] >= '5';
    g_string_truncate(digits, (gsize)MAX(kept, 0));
    if (is_up)
        round_up(digits, exponent);
    return digits;
}

/* The digit that stands for 10^place. */
static char digit_at(const GString *digits, int exponent, int place)
{
    int index = exponent - place;
    return index >= 0 && index < (int)digits->len ? digits->str[index] : '0';
}

static void append_fraction(GString *out, const GString *digits, int exponent, int min,
                            const language *lang)
{
    int last = MAX((int)digits->len - 1 - exponent, 0);
    while (last > 0 && digit_at(digits, exponent, -last) == '0')
        last--;
    last = MAX(last, min);
    if (last > 0)
        g_string_append(out, lang->point);
    for (int place = 1; place <= last; place++)
        g_string_append_c(out, digit_at(digits, exponent, -place));
}

/* Austria groups numbers of four digits, too; so does everybody here. */
static GString *plain_number(double number, int min, int max, const language *lang)
{
    int exponent = 0;
    GString *out = g_string_new(NULL);
    if (isnan(number) || isinf(number)) {
        g_string_append(out, isnan(number) ? "NaN" : "∞");
        return out;
    }
    g_autoptr(GString) digits = rounded_digits(number, max, &exponent);
    for (int place = MAX(exponent, 0); place >= 0; place--) {
        g_string_append_c(out, digit_at(digits, exponent, place));
        if (place > 0 && place % 3 == 0)
            g_string_append(out, lang->group);
    }
    append_fraction(out, digits, exponent, min, lang);
    return out;
}

/* ---- what stands around them ---- */

static bool is_currency(const char *code)
{
    for (int i = 0; i < 3; i++)
        if (!g_ascii_isalpha(code[i]))
            return false;
    return code[3] == '\0';
}

static const currency *find_currency(const char *code)
{
    for (gsize i = 0; i < G_N_ELEMENTS(CURRENCIES); i++)
        if (g_ascii_strcasecmp(CURRENCIES[i].code, code) == 0)
            return &CURRENCIES[i];
    return NULL;
}

static void add_currency(GString *out, const char *code, const language *lang)
{
    const currency *known = find_currency(code);
    g_autofree char *capitals = g_ascii_strup(code, -1);
    const char *symbol = known != NULL && known->symbol != NULL ? known->symbol : capitals;
    if (lang->is_german && lang != &GERMAN) { /* Austria and Switzerland put it in front */
        g_string_prepend(out, NO_BREAK);
        g_string_prepend(out, symbol);
    } else if (lang->is_german)
        g_string_append_printf(out, NO_BREAK "%s", symbol);
    else {
        if (symbol == capitals)
            g_string_prepend(out, NO_BREAK);
        g_string_prepend(out, symbol);
    }
}

static bool add_unit(GString *out, const char *name, const language *lang)
{
    for (gsize i = 0; i < G_N_ELEMENTS(UNITS); i++) {
        const unit *found = &UNITS[i];
        if (strcmp(found->name, name) != 0)
            continue;
        bool is_one = found->one != NULL && strcmp(out->str, "1") == 0;
        g_string_append(out, lang->is_german ? found->german
                             : is_one        ? found->one
                                             : found->english);
        return true;
    }
    return false;
}

/* ---- options ---- */

static bool is_outside(double digits)
{
    return !isnan(digits) && !(digits >= 0 && digits <= MAX_DIGITS);
}

/* What is not given follows what is; false when the two contradict each other. */
static bool resolve_digits(const ik_number_format *format, int *min, int *max)
{
    bool is_money = format->currency != NULL;
    const currency *known = is_money ? find_currency(format->currency) : NULL;
    int standard_max = !is_money ? 3 : known != NULL ? known->digits : 2;
    int standard_min = is_money ? standard_max : 0;
    if (is_outside(format->min_digits) || is_outside(format->max_digits))
        return false;
    bool has_min = !isnan(format->min_digits), has_max = !isnan(format->max_digits);
    *min = has_min ? (int)format->min_digits : standard_min;
    *max = has_max ? (int)format->max_digits : standard_max;
    if (has_min && has_max)
        return *min <= *max;
    if (has_min)
        *max = MAX(*max, *min);
    else
        *min = MIN(*min, *max);
    return true;
}

char *ik_format_number(double number, const ik_number_format *format)
{
    const language *lang = language_of(format->locale);
    int min = 0, max = 0;
    if (!resolve_digits(format, &min, &max) ||
        (format->currency != NULL && !is_currency(format->currency)))
        return NULL;
    g_autoptr(GString) out = plain_number(fabs(number), min, max, lang);
    if (format->currency != NULL)
        add_currency(out, format->currency, lang);
    if (format->unit != NULL && !add_unit(out, format->unit, lang))
        return NULL;
    if (signbit(number) && !isnan(number))
        g_string_prepend_c(out, '-');
    return g_string_free(g_steal_pointer(&out), FALSE);
}
