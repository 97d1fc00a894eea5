/* style.c — how many expressions a second one thread evaluates.   [tests]
 *
 * bench_style: a few kinds of expression that styles are made of, over a hundred features, as they
 * are and with the zoom put in beforehand; the regions style in whole. tests/bench/style.mjs does
 * the same expressions with the package of the specification.
 */
#include <stdio.h>
#include <string.h>

#include "json.h"
#include "style.h"

#define FEATURES    100
#define EVALUATIONS 2000000

static const struct {
    const char *name, *json;
    ik_value_type type;
} EXPRESSIONS[] = {
    {"constant", "4", IK_VALUE_NUMBER},
    {"get", "[\"get\", \"population\"]", IK_VALUE_NUMBER},
    {"zoom ramp", "[\"interpolate\", [\"linear\"], [\"zoom\"], 5, 1, 8, 2, 12, 6]",
     IK_VALUE_NUMBER},
    {"match of 6",
     "[\"match\", [\"get\", \"tint\"], 0, \"#b9cfe8\", 1, \"#f8e6c8\", 2, \"#dfeedd\", 3, "
     "\"#dbc2b6\", 4, \"#dccbdc\", \"#c6eef0\"]",
     IK_VALUE_COLOR},
    {"filter",
     "[\"all\", [\"<\", [\"get\", \"population\"], 300000], [\">=\", [\"get\", \"population\"], "
     "[\"step\", [\"zoom\"], 150000, 7.6, 75000, 8, 30000, 9, 0]]]",
     IK_VALUE_BOOL},
    {"size by both",
     "[\"interpolate\", [\"linear\"], [\"zoom\"], 7, 10, 9, [\"step\", [\"get\", \"population\"], "
     "10.5, 50000, 12, 150000, 14], 11, [\"step\", [\"get\", \"population\"], 13, 50000, 16, "
     "150000, 18]]",
     IK_VALUE_NUMBER},
    {"text", "[\"concat\", [\"get\", \"name\"], \" (\", [\"get\", \"population\"], \")\"]",
     IK_VALUE_STRING},
};

static const double ZOOM = 8.5;

static double measure(const ik_expression *expression, const ik_feature *features)
{
    g_autoptr(ik_arena) arena = ik_arena_new();
    gint64 began = g_get_monotonic_time();
    for (guint i = 0; i < EVALUATIONS; i++) {
        ik_evaluation evaluation = {
            .zoom = ZOOM, .feature = &features[i % FEATURES], .arena = arena};
        ik_value value;
        if (!ik_expression_evaluate(expression, &evaluation, &value))
            g_error("%s", evaluation.fault);
        if (i % FEATURES == 0)
            ik_arena_clear(arena);
    }
    return EVALUATIONS / ((double)(g_get_monotonic_time() - began) / 1e6) / 1e6;
}

static const ik_expression *compile(const char *text, ik_value_type type, ik_arena *arena)
{
    GError *error = NULL;
    g_autoptr(GString) path = g_string_new(NULL);
    g_autoptr(ik_json) json = ik_json_parse(text, strlen(text), "bench", &error);
    ik_compiler compiler = {.file = "bench", .path = path, .arena = arena, .error = &error};
    const ik_expression *expression =
        ik_expression_compile(&compiler, ik_json_root(json), IK_TYPE(type));
    if (expression == NULL)
        g_error("%s", error->message);
    return expression;
}

int main(void)
{
    static ik_attribute attributes[FEATURES][4];
    static ik_feature features[FEATURES];
    g_autoptr(ik_arena) arena = ik_arena_new();
    for (guint i = 0; i < FEATURES; i++) {
        attributes[i][0] = (ik_attribute){"ags", ik_value_string("05111000")};
        attributes[i][1] = (ik_attribute){"name", ik_value_string("Recklinghausen")};
        attributes[i][2] = (ik_attribute){"population", ik_value_number(i * 2500)};
        attributes[i][3] = (ik_attribute){"tint", ik_value_number(i % 6)};
        features[i] = (ik_feature){.id = ik_value_number(i),
                                   .geometry = "Point",
                                   .attributes = attributes[i],
                                   .n_attributes = 4};
    }
    for (gsize i = 0; i < G_N_ELEMENTS(EXPRESSIONS); i++) {
        const ik_expression *whole = compile(EXPRESSIONS[i].json, EXPRESSIONS[i].type, arena);
        const ik_expression *zoomed = ik_expression_at_zoom(whole, ZOOM, arena);
        printf("%-14s %7.1f million/s, with the zoom put in %7.1f\n", EXPRESSIONS[i].name,
               measure(whole, features), measure(zoomed, features));
    }
    return 0;
}
