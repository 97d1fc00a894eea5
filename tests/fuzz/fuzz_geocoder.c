/* fuzz_geocoder.c — any address: an answer with its reasons, the same every time it is asked.   [tests]
 *
 * The lines of the input are: the address in one line, street, house number, postcode, city. The first line
 * is asked as city and as street besides.
 */
#include "fuzz_match.h"

#include <ideenkarte/geocoder.h>
#include <string.h>

#include "address_parser.h"
#include "normalise.h"

static const ik_geocoder *geocoder_of_nrw(void)
{
    static ik_geocoder *geocoder; /* kept for the life of the process */
    if (geocoder == NULL)
        geocoder = ik_geocoder_new(ik_territory_builtin());
    return geocoder;
}

static char *told(const ik_match *match)
{
    g_autofree char *codes = ik_faults_codes(&match->faults, " ");
    return g_strdup_printf("%d %d %u %s|%s|%s|%s|%s", match->level, match->score,
                           match->municipality, match->street, match->house_number, match->postcode,
                           match->locality, codes);
}

static void check(const ik_address *address)
{
    ik_match match = {0}, again = {0};
    ik_geocoder_match(geocoder_of_nrw(), address, &match);
    ik_geocoder_match(geocoder_of_nrw(), address, &again);
    fuzz_require_match(ik_territory_builtin(), &match);
    g_assert(match.level == IK_MATCH_NONE || match.level == IK_MATCH_MUNICIPALITY);
    g_autofree char *first = told(&match), *second = told(&again);
    g_assert_cmpstr(first, ==, second);
    ik_match_clear(&match);
    ik_match_clear(&again);
}

/* Every word stands where it says, in the order of the text. */
static void check_words(const char *text)
{
    ik_words words;
    ik_words_init(&words, text);
    fuzz_require_utf8(words.text);
    guint32 end = 0;
    for (guint i = 0; i < ik_words_count(&words); i++) {
        const ik_word *word = ik_words_get(&words, i);
        g_assert(word->start >= end && word->end > word->start);
        g_assert(word->end <= strlen(words.text));
        fuzz_require_utf8(ik_words_fold(&words, i));
        g_assert(strlen(ik_words_fold(&words, i)) == word->fold_length);
        end = word->end;
    }
    g_autofree char *copy = ik_words_copy(&words, 0, ik_words_count(&words));
    if (copy != NULL)
        fuzz_require_utf8(copy);
    ik_words_clear(&words);
}

/* Composed or not, it is the same text. */
static void check_composition(const char *text)
{
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
    if (composed == NULL || strlen(apart) > IK_WORDS_BYTES)
        return;
    ik_match match = {0}, other = {0};
    ik_geocoder_match(geocoder_of_nrw(), &(ik_address){.text = composed}, &match);
    ik_geocoder_match(geocoder_of_nrw(), &(ik_address){.text = apart}, &other);
    g_autofree char *first = told(&match), *second = told(&other);
    g_assert_cmpstr(first, ==, second);
    ik_match_clear(&match);
    ik_match_clear(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_auto(GStrv) lines = g_strsplit(text, "\n", 5);
    const char *parts[5] = {NULL};
    for (guint i = 0; lines[i] != NULL; i++)
        parts[i] = lines[i];
    check(&(ik_address){parts[1], parts[2], parts[3], parts[4], parts[0]});
    check(&(ik_address){parts[1], parts[2], parts[3], parts[4], NULL});
    check(&(ik_address){.text = text});
    check(&(ik_address){.city = text});
    check(&(ik_address){.street = text, .city = parts[0]});
    check(&(ik_address){.postcode = parts[0]});
    check_words(text);
    check_composition(text);
    return 0;
}
