/* operators_math.c — sums, powers, roots, angles.   [style]
 *
 * Style Specification, "Math". A row names the C function it stands on.
 */
#include "expression_node.h"

#include <math.h>

typedef double (*unary_fn)(double);

typedef struct {
    unary_fn apply;
} unary;

static bool evaluate_unary(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const unary *operation = node->data;
    ik_value a;
    if (!ik_evaluate_argument(node, 0, evaluation, &a))
        return false;
    *value = ik_value_number(operation->apply(a.number));
    return true;
}

/* Halves go away from zero, as the specification's examples have it. */
static double round_half_away(double x)
{
    return x < 0 ? -floor(0.5 - x) : floor(x + 0.5);
}

static bool fold_numbers(const ik_expression *node, ik_evaluation *evaluation, ik_value *value,
                         double (*combine)(double, double))
{
    ik_value next;
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    double result = value->number;
    for (guint i = 1; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, &next))
            return false;
        result = combine(result, next.number);
    }
    *value = ik_value_number(result);
    return true;
}

static double plus(double a, double b)
{
    return a + b;
}

static double times(double a, double b)
{
    return a * b;
}

static double minus(double a, double b)
{
    return a - b;
}

static double divide(double a, double b)
{
    return a / b;
}

/* fmin and fmax hide NaN; the specification does not. */
static double smaller(double a, double b)
{
    return isnan(a) || a < b ? a : b;
}

static double larger(double a, double b)
{
    return isnan(a) || a > b ? a : b;
}

typedef struct {
    double (*combine)(double, double);
} binary;

static bool evaluate_binary(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const binary *operation = node->data;
    return fold_numbers(node, evaluation, value, operation->combine);
}

static bool evaluate_minus(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    if (node->n == 2)
        return fold_numbers(node, evaluation, value, minus);
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    value->number = -value->number;
    return true;
}

static bool evaluate_constant(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)evaluation;
    const double *number = node->data;
    *value = ik_value_number(*number);
    return true;
}

static const double E = 2.718281828459045, PI = 3.141592653589793, LN2 = 0.6931471805599453;

static const unary SQRT = {sqrt}, LOG10 = {log10}, LN = {log}, LOG2 = {log2}, SIN = {sin},
                   COS = {cos}, TAN = {tan}, ASIN = {asin}, ACOS = {acos}, ATAN = {atan},
                   ABS = {fabs}, CEIL = {ceil}, FLOOR = {floor}, ROUND = {round_half_away};
static const binary PLUS = {plus}, TIMES = {times}, DIVIDE = {divide}, MODULO = {fmod},
                    POWER = {pow}, MIN_OF = {smaller}, MAX_OF = {larger};

#define UNARY(name, data)                                                           \
    {                                                                               \
        name, evaluate_unary, IK_VALUE_NUMBER, IK_VALUE_NUMBER, 1, 1, 0, NULL, data \
    }
#define BINARY(name, min, max, data)                                                     \
    {                                                                                    \
        name, evaluate_binary, IK_VALUE_NUMBER, IK_VALUE_NUMBER, min, max, 0, NULL, data \
    }
#define CONSTANT(name, data)                                                                       \
    {                                                                                              \
        name, evaluate_constant, IK_VALUE_NUMBER, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS, 0, NULL, data \
    }

const ik_operator IK_OPERATORS_MATH[] = {
    BINARY("+", 1, 0, &PLUS),
    BINARY("*", 1, 0, &TIMES),
    BINARY("/", 2, 2, &DIVIDE),
    BINARY("%", 2, 2, &MODULO),
    BINARY("^", 2, 2, &POWER),
    BINARY("min", 1, 0, &MIN_OF),
    BINARY("max", 1, 0, &MAX_OF),
    {"-", evaluate_minus, IK_VALUE_NUMBER, IK_VALUE_NUMBER, 1, 2, 0, NULL, NULL},
    UNARY("sqrt", &SQRT),
    UNARY("log10", &LOG10),
    UNARY("ln", &LN),
    UNARY("log2", &LOG2),
    UNARY("sin", &SIN),
    UNARY("cos", &COS),
    UNARY("tan", &TAN),
    UNARY("asin", &ASIN),
    UNARY("acos", &ACOS),
    UNARY("atan", &ATAN),
    UNARY("abs", &ABS),
    UNARY("ceil", &CEIL),
    UNARY("floor", &FLOOR),
    UNARY("round", &ROUND),
    CONSTANT("e", &E),
    CONSTANT("pi", &PI),
    CONSTANT("ln2", &LN2),
    {0}};
