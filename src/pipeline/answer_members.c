/* answer_members.c — the fields of an answer as members of JSON.   [pipeline] */
#include "answer_members.h"

const char *ik_answer_member_name(ik_answer_member member)
{
    static const char *const names[IK_ANSWER_N_MEMBERS] = {
        "input",        "match",    "score",      "status",       "faults", "street",
        "house_number", "postcode", "locality",   "municipality", "ags",    "region",
        "lon",          "lat",      "accuracy_m", "candidates"};
    return names[member];
}

static void put_faults(ik_json_writer *json, const ik_faults *faults)
{
    ik_json_begin_array(json);
    for (guint i = 0; i < ik_faults_count(faults); i++)
        ik_json_put_string(json, ik_faults_get(faults, i)->code);
    ik_json_end_array(json);
}

static void put_candidates(ik_json_writer *json, const ik_territory *territory,
                           const ik_match *match)
{
    ik_json_begin_array(json);
    for (guint i = 0; i < match->n_candidates; i++) {
        const ik_municipality *municipality =
            &territory->municipalities[match->candidates[i].municipality];
        ik_json_begin_object(json);
        ik_json_key(json, "ags");
        ik_json_put_string(json, municipality->ags);
        ik_json_key(json, "municipality");
        ik_json_put_string(json, municipality->name);
        ik_json_key(json, "score");
        ik_json_put_integer(json, match->candidates[i].score);
        ik_json_end_object(json);
    }
    ik_json_end_array(json);
}

/* What belongs to a municipality. */
static void put_place(ik_json_writer *json, ik_answer_member member, const ik_territory *territory,
                      const ik_match *match)
{
    if (match->municipality == IK_NONE) {
        ik_json_put_null(json);
        return;
    }
    const ik_municipality *municipality = &territory->municipalities[match->municipality];
    switch (member) {
    case IK_ANSWER_MUNICIPALITY: ik_json_put_string(json, municipality->name); break;
    case IK_ANSWER_AGS: ik_json_put_string(json, municipality->ags); break;
    case IK_ANSWER_REGION:
        ik_json_put_string(json, territory->regions[municipality->region].id);
        break;
    case IK_ANSWER_LON: ik_json_put_rounded(json, match->position.lon, 6); break;
    case IK_ANSWER_LAT: ik_json_put_rounded(json, match->position.lat, 6); break;
    default: ik_json_put_rounded(json, match->accuracy_m, 0);
    }
}

void ik_answer_put_member(ik_json_writer *json, ik_answer_member member,
                          const ik_territory *territory, const char *input, const ik_match *match)
{
    switch (member) {
    case IK_ANSWER_INPUT: ik_json_put_string(json, input); break;
    case IK_ANSWER_MATCH: ik_json_put_string(json, ik_match_level_name(match->level)); break;
    case IK_ANSWER_SCORE: ik_json_put_integer(json, match->score); break;
    case IK_ANSWER_STATUS: ik_json_put_string(json, ik_status_name(match->status)); break;
    case IK_ANSWER_FAULTS: put_faults(json, &match->faults); break;
    case IK_ANSWER_STREET: ik_json_put_string(json, match->street); break;
    case IK_ANSWER_HOUSE_NUMBER: ik_json_put_string(json, match->house_number); break;
    case IK_ANSWER_POSTCODE: ik_json_put_string(json, match->postcode); break;
    case IK_ANSWER_LOCALITY: ik_json_put_string(json, match->locality); break;
    case IK_ANSWER_CANDIDATES: put_candidates(json, territory, match); break;
    default: put_place(json, member, territory, match);
    }
}
