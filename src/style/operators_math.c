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

typedef struct {
    double (*combine)(double, double);
    double neutral; /* what no arguments give */
} binary;

static bool evaluate_binary(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const binary *operation = node->data;
    ik_value next;
    double result = operation->neutral;
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, &next))
            return false;
        result = i == 0 ? next.number : operation->combine(result, next.number);
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

/* C has 1 for 1^NaN and 1^infinity, ECMAScript has NaN. */
static double power(double base, double exponent)
{
    bool is_unclear = isnan(exponent) || (fabs(base) == 1 && isinf(exponent));
    return is_unclear ? NAN : pow(base, exponent);
}

static bool evaluate_minus(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    if (node->n == 2)
        return evaluate_binary(node, evaluation, value);
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
                   ABS = {fabs}, CEIL = {ceil}, FLOOR = {floor}, ROUND = {round};
static const binary PLUS = {plus, 0}, MINUS = {minus, 0}, TIMES = {times, 1}, DIVIDE = {divide, 0},
                    MODULO = {fmod, 0}, POWER = {power, 0}, MIN_OF = {smaller, INFINITY},
                    MAX_OF = {larger, -INFINITY};

#define UNARY(name, data)                                                                         \
    {                                                                                             \
        name, evaluate_unary, IK_VALUE_NUMBER, IK_VALUE_NUMBER, 1, 1, 0, NULL, data, IK_ROLE_NONE \
    }
#define BINARY(name, min, max, data)                                                      \
    {                                                                                     \
        name, evaluate_binary, IK_VALUE_NUMBER, IK_VALUE_NUMBER, min, max, 0, NULL, data, \
            IK_ROLE_NONE                                                                  \
    }
#define CONSTANT(name, data)                                                                  \
    {                                                                                         \
        name, evaluate_constant, IK_VALUE_NUMBER, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS, 0, NULL, \
            data, IK_ROLE_NONE                                                                \
    }

const ik_operator IK_OPERATORS_MATH[] = {
    BINARY("+", 0, 0, &PLUS),
    BINARY("*", 0, 0, &TIMES),
    BINARY("/", 2, 2, &DIVIDE),
    BINARY("%", 2, 2, &MODULO),
    BINARY("^", 2, 2, &POWER),
    BINARY("min", 0, 0, &MIN_OF),
    BINARY("max", 0, 0, &MAX_OF),
    {"-", evaluate_minus, IK_VALUE_NUMBER, IK_VALUE_NUMBER, 1, 2, 0, NULL, &MINUS, IK_ROLE_NONE},
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
