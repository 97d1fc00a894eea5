/* expression_node.h — the inside of an expression, for the files that implement operators.   [style]
 *
 * An operator is a row of a table: how its arguments are compiled and how it is evaluated.
 */
#ifndef IK_EXPRESSION_NODE_H
#define IK_EXPRESSION_NODE_H

#include "expression.h"

enum { IK_DEPENDS_ON_ZOOM = 1, IK_DEPENDS_ON_FEATURE = 2 };

#define IK_NO_ARGUMENTS G_MAXUINT

typedef bool (*ik_evaluate_fn)(const ik_expression *node, ik_evaluation *evaluation,
                               ik_value *value);

struct ik_expression {
    ik_evaluate_fn evaluate; /* NULL: `constant` */
    ik_value_type type;
    guint depends; /* IK_DEPENDS_ON_… */
    guint n;
    const ik_expression **args;
    ik_value constant;
    const void *data; /* the operator's own */
};

typedef struct ik_operator ik_operator;

/* Fills args, type and data of `node` from json[1..]; false with the compiler's error. */
typedef bool (*ik_compile_fn)(ik_compiler *compiler, const ik_operator *operator,
                              ik_json_value json, ik_value_type expected, ik_expression *node);

struct ik_operator {
    const char *name;
    ik_evaluate_fn evaluate;
    ik_value_type result;
    ik_value_type argument; /* of every argument */
    guint min, max;         /* number of arguments; max 0: any, IK_NO_ARGUMENTS: none */
    guint depends;
    ik_compile_fn compile; /* NULL: all arguments alike */
    const void *data;
};

/* One table a file, each ends with a row without a name. */
extern const ik_operator IK_OPERATORS_DECISION[];
extern const ik_operator IK_OPERATORS_LOOKUP[];
extern const ik_operator IK_OPERATORS_MATH[];
extern const ik_operator IK_OPERATORS_RAMP[];
extern const ik_operator IK_OPERATORS_TEXT[];
extern const ik_operator IK_OPERATORS_TYPE[];

/* The row of an operator; NULL when it is not here. */
const ik_operator *ik_operator_find(const char *name);

/* Sets the compiler's error with file and path in front; returns false. */
bool ik_compiler_fail(ik_compiler *compiler, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Compiles json[index] as argument `slot` of `node`, with the path of that item. */
bool ik_compile_argument(ik_compiler *compiler, ik_json_value json, guint index,
                         ik_value_type expected, ik_expression *node);

/* Makes room for `n` arguments; node->n counts those that are compiled. */
void ik_compile_reserve(ik_compiler *compiler, ik_expression *node, guint n);

/* Compiles json[first..] as arguments of one type. */
bool ik_compile_arguments(ik_compiler *compiler, ik_json_value json, guint first,
                          ik_value_type expected, ik_expression *node);

/* The plain value of `json` as it stands, arrays included; false with an error for objects. */
bool ik_compile_literal(ik_compiler *compiler, ik_json_value json, ik_value *value);

/* Appends "[index]" to the path; returns the length to go back to with ik_compiler_leave. */
gsize ik_compiler_enter(ik_compiler *compiler, guint index);
void ik_compiler_leave(ik_compiler *compiler, gsize length);

bool ik_evaluate_argument(const ik_expression *node, guint index, ik_evaluation *evaluation,
                          ik_value *value);

/* Sets the fault; returns false. */
bool ik_evaluation_fail(ik_evaluation *evaluation, const char *fault);

#endif
