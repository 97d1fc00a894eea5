/* fuzz_match.c — what must hold of every answer, whatever was asked.   [tests] */
#include "fuzz_match.h"

#include <math.h>
#include <string.h>

#include "topology.h"

static void require_candidates(const ik_territory *territory, const ik_match *match)
{
    g_assert(match->n_candidates <= IK_MAX_CANDIDATES);
    for (guint i = 0; i < match->n_candidates; i++) {
        g_assert(match->candidates[i].municipality < territory->n_municipalities);
        g_assert(match->candidates[i].score >= 0 && match->candidates[i].score <= 100);
        g_assert(i == 0 || match->candidates[i].score <= match->candidates[i - 1].score);
        for (guint k = 0; k < i; k++)
            g_assert(match->candidates[k].municipality != match->candidates[i].municipality);
    }
}

static void require_texts(const ik_match *match)
{
    const char *const texts[] = {match->street, match->house_number, match->postcode,
                                 match->locality};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        if (texts[i] != NULL) {
            fuzz_require_printable(texts[i]);
            g_assert(*texts[i] != '\0' && *texts[i] != ' ');
        }
    g_assert(match->postcode == NULL ||
             (strlen(match->postcode) == 5 && strspn(match->postcode, "0123456789") == 5));
}

static void require_faults(const ik_faults *faults)
{
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        const ik_fault *fault = ik_faults_get(faults, i);
        fuzz_require_fault_code(fault->code);
        g_autofree char *sentence = ik_fault_sentence(fault, "de");
        fuzz_require_printable(sentence);
    }
}

/* An answer lies in the municipality that it names. */
static void require_place(const ik_territory *territory, const ik_match *match)
{
    g_assert(match->municipality < territory->n_municipalities);
    g_assert(match->accuracy_m > 0 && isfinite(match->accuracy_m));
    g_assert(ik_topology_face_contains(territory->borders, match->municipality, match->position));
    g_assert(match->n_candidates == 0 || match->candidates[0].municipality == match->municipality);
}

void fuzz_require_match(const ik_territory *territory, const ik_match *match)
{
    g_assert(match->level <= IK_MATCH_GIVEN && match->status <= IK_STATUS_REJECT);
    g_assert(match->score >= 0 && match->score <= 100);
    g_assert((match->level == IK_MATCH_NONE) == (match->municipality == IK_NONE));
    g_assert((match->level == IK_MATCH_NONE) == (match->status == IK_STATUS_REJECT));
    g_assert(match->level != IK_MATCH_NONE || ik_faults_count(&match->faults) > 0);
    if (match->level != IK_MATCH_NONE)
        require_place(territory, match);
    require_candidates(territory, match);
    require_texts(match);
    require_faults(&match->faults);
}
