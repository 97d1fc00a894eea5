/* match.c — scores, states and names of an answer.   [geo] */
#include <ideenkarte/match.h>

/* One grave fault asks for a person, and so do several light ones together. */
#define GRAVE_FAULT   10
#define GRAVE_PENALTY 15

static const struct {
    const char *name;
    int points;
} LEVELS[] = {
    [IK_MATCH_NONE] = {"none", 0},          [IK_MATCH_MUNICIPALITY] = {"municipality", 60},
    [IK_MATCH_LOCALITY] = {"locality", 65}, [IK_MATCH_POSTCODE] = {"postcode", 70},
    [IK_MATCH_STREET] = {"street", 80},     [IK_MATCH_HOUSE_NEAR] = {"house_near", 90},
    [IK_MATCH_HOUSE] = {"house", 100},      [IK_MATCH_GIVEN] = {"given", 100},
};

int ik_match_level_points(ik_match_level level)
{
    g_assert((gsize)level < G_N_ELEMENTS(LEVELS));
    return LEVELS[level].points;
}

const char *ik_match_level_name(ik_match_level level)
{
    g_assert((gsize)level < G_N_ELEMENTS(LEVELS));
    return LEVELS[level].name;
}

const char *ik_status_name(ik_status status)
{
    switch (status) {
    case IK_STATUS_AUTO: return "auto";
    case IK_STATUS_CHECK: return "check";
    case IK_STATUS_REJECT: return "reject";
    }
    g_assert_not_reached();
}

static bool has_grave_fault(const ik_faults *faults)
{
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        if (ik_faults_get(faults, i)->penalty >= GRAVE_FAULT) {
            return true;
        }
    }
    return false;
}

void ik_match_settle(ik_match *match)
{
    int penalty = ik_faults_penalty(&match->faults);
    match->score = CLAMP(ik_match_level_points(match->level) - penalty, 0, 100);
    if (match->level == IK_MATCH_NONE) {
        match->status = IK_STATUS_REJECT;
    } else if (penalty >= GRAVE_PENALTY || has_grave_fault(&match->faults)) {
        match->status = IK_STATUS_CHECK;
    } else {
        match->status = IK_STATUS_AUTO;
    }
}

void ik_match_clear(ik_match *match)
{
    g_free(match->street);
    g_free(match->house_number);
    g_free(match->postcode);
    g_free(match->locality);
    ik_faults_clear(&match->faults);
    *match =
        (ik_match){.level = IK_MATCH_NONE, .status = IK_STATUS_REJECT, .municipality = IK_NONE};
}
