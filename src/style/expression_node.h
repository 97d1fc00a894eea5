/* expression_node.h — the inside of an expression, for the files that implement operators.   [style]
 *
 * An operator is a row of a table: how its arguments are compiled and how it is evaluated.
 */
#ifndef IK_EXPRESSION_NODE_H
#define IK_EXPRESSION_NODE_H

#include "expression.h"

enum {
    IK_DEPENDS_ON_ZOOM = 1,
    IK_DEPENDS_ON_FEATURE = 2,
    IK_DEPENDS_ON_PLACE = 4,  /* line-progress, heatmap-density */
    IK_DEPENDS_ON_IMAGES = 8, /* which images there are */
    IK_DEPENDS_ON_CALL = 16   /* fails on purpose, or would hide something: never computed early */
};

#define IK_NO_ARGUMENTS G_MAXUINT

/* What the rules about zoom and literal results must know of a node. */
typedef enum {
    IK_ROLE_NONE,
    IK_ROLE_ZOOM,
    IK_ROLE_LET,      /* args: result, then what is bound */
    IK_ROLE_VARIABLE, /* args: what is bound, which the "let" has too */
    IK_ROLE_COALESCE,
    IK_ROLE_STEP,        /* args: input, then results */
    IK_ROLE_INTERPOLATE, /* the same */
    IK_ROLE_CASE,        /* args: condition, result, ..., fallback */
    IK_ROLE_MATCH,       /* args: input, results, fallback */
    IK_ROLE_ASSERTION
} ik_role;

typedef bool (*ik_evaluate_fn)(const ik_expression *node, ik_evaluation *evaluation,
                               ik_value *value);

struct ik_expression {
    ik_evaluate_fn evaluate; /* NULL: `constant` */
    ik_type type;
    guint depends; /* IK_DEPENDS_ON_… */
    ik_role role;
    guint n;
    const ik_expression **args;
    ik_value constant;
    const void *data; /* the operator's own */
};

typedef struct ik_operator ik_operator;

/* Fills args, type and data of `node` from json[1..]; false with the compiler's error. */
typedef bool (*ik_compile_fn)(ik_compiler *compiler, const ik_operator *operator,
                              ik_json_value json, ik_type expected, ik_expression *node);

/* NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): the columns of the tables in their order */
struct ik_operator {
    const char *name;
    ik_evaluate_fn evaluate;
    ik_value_type result;
    ik_value_type argument; /* of every argument */
    guint min, max;         /* number of arguments; max 0: any, IK_NO_ARGUMENTS: none */
    guint depends;
    ik_compile_fn compile; /* NULL: all arguments alike */
    const void *data;
    ik_role role;
};

/* One table a file, each ends with a row without a name. */
extern const ik_operator IK_OPERATORS_ARRAY[];
extern const ik_operator IK_OPERATORS_COMPARE[];
extern const ik_operator IK_OPERATORS_DECISION[];
extern const ik_operator IK_OPERATORS_FORMAT[];
extern const ik_operator IK_OPERATORS_GEOMETRY[];
extern const ik_operator IK_OPERATORS_LOOKUP[];
extern const ik_operator IK_OPERATORS_MATH[];
extern const ik_operator IK_OPERATORS_RAMP[];
extern const ik_operator IK_OPERATORS_TEXT[];
extern const ik_operator IK_OPERATORS_TYPE[];
extern const ik_operator IK_OPERATORS_VARIABLE[];

/* The row of an operator; NULL when it is not here. */
const ik_operator *ik_operator_find(const char *name);

/* The name of an operator that `name` may have been meant to be; NULL when none is near. */
const char *ik_operator_suggestion(const char *name);

/* ---- compiling ---- */

/* What stands in front of messages: the file and, but at the root, the path. Caller frees. */
char *ik_compiler_place(const ik_compiler *compiler);

/* Sets the compiler's error with file and path in front; returns false. */
bool ik_compiler_fail(ik_compiler *compiler, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Warns once of `topic`, with file and path in front. */
void ik_compiler_warn(ik_compiler *compiler, const char *topic, const char *sentence);

/* Appends "[index]" to the path; returns the length to go back to with ik_compiler_leave. */
gsize ik_compiler_enter(ik_compiler *compiler, guint index);
void ik_compiler_leave(ik_compiler *compiler, gsize length);

/* Fails with "expected … but found …" unless the type fits. */
bool ik_compiler_check_fit(ik_compiler *compiler, ik_type expected, ik_type found);

/* Makes room for `n` arguments; node->n counts those that are compiled. */
void ik_compile_reserve(ik_compiler *compiler, ik_expression *node, guint n);

/* Compiles `json` as the next argument of `node`; the path is that of `json` already. */
bool ik_compile_value(ik_compiler *compiler, ik_json_value json, ik_type expected,
                      ik_expression *node);

/* The same for json[index], with the path of that item. */
bool ik_compile_argument(ik_compiler *compiler, ik_json_value json, guint index, ik_type expected,
                         ik_expression *node);

/* The same without the assertion or conversion that would make it fit. */
bool ik_compile_bare_argument(ik_compiler *compiler, ik_json_value json, guint index,
                              ik_type expected, ik_expression *node);

/* Compiles json[first..] as arguments of one type. */
bool ik_compile_arguments(ik_compiler *compiler, ik_json_value json, guint first, ik_type expected,
                          ik_expression *node);

/* The plain value of `json` as it stands, arrays and objects included. */
void ik_compile_literal(ik_compiler *compiler, ik_json_value json, ik_value *value);

ik_expression *ik_compile_constant(ik_compiler *compiler, ik_value value);

/* A finished node: collects what it depends on and computes it when that is nothing. NULL with an
 * error when it fails.
 */
const ik_expression *ik_compile_finish(ik_compiler *compiler, ik_expression *node);

/* `node` made to fit `expected` by assertion or conversion; NULL with an error. */
const ik_expression *ik_compile_fit(ik_compiler *compiler, const ik_expression *node,
                                    ik_type expected);

/* `node` asserted to be of that type. */
const ik_expression *ik_compile_assertion(ik_compiler *compiler, const ik_expression *node,
                                          ik_type type);

/* Whether the caller of an operator asks for a type of its own, which results then have. */
bool ik_type_is_asked(ik_type expected);

/* ---- evaluating ---- */

bool ik_evaluate_argument(const ik_expression *node, guint index, ik_evaluation *evaluation,
                          ik_value *value);

/* Sets the fault; returns false. The first form takes a text that lives on. */
bool ik_evaluation_fail(ik_evaluation *evaluation, const char *fault);
bool ik_evaluation_fail_with(ik_evaluation *evaluation, const char *format, ...)
    G_GNUC_PRINTF(2, 3);
/* "expected `what` but found …" */
bool ik_evaluation_fail_type(ik_evaluation *evaluation, const char *what, const ik_value *found);

/* Evaluations that others need: they make what they are named after of argument 0. */
bool ik_evaluate_assertion(const ik_expression *node, ik_evaluation *evaluation, ik_value *value);
bool ik_evaluate_conversion(const ik_expression *node, ik_evaluation *evaluation, ik_value *value);

#endif
