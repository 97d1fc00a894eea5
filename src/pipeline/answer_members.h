/* answer_members.h — the fields of an answer as members of JSON.   [pipeline] */
#ifndef IK_ANSWER_MEMBERS_H
#define IK_ANSWER_MEMBERS_H

#include <ideenkarte/batch.h>

#include "json_writer.h"

typedef enum {
    IK_ANSWER_INPUT,
    IK_ANSWER_MATCH,
    IK_ANSWER_SCORE,
    IK_ANSWER_STATUS,
    IK_ANSWER_FAULTS,
    IK_ANSWER_STREET,
    IK_ANSWER_HOUSE_NUMBER,
    IK_ANSWER_POSTCODE,
    IK_ANSWER_LOCALITY,
    IK_ANSWER_MUNICIPALITY,
    IK_ANSWER_AGS,
    IK_ANSWER_REGION,
    IK_ANSWER_LON,
    IK_ANSWER_LAT,
    IK_ANSWER_ACCURACY,
    IK_ANSWER_CANDIDATES,
    IK_ANSWER_N_MEMBERS
} ik_answer_member;

/* "input", "match", … Static. */
const char *ik_answer_member_name(ik_answer_member member);

/* Appends the value of a member; `input` may be NULL. */
void ik_answer_put_member(ik_json_writer *json, ik_answer_member member,
                          const ik_territory *territory, const char *input, const ik_match *match);

#endif
