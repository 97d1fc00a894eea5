/* value_classes.h — values put into a few classes for a map or a chart.   [catalogue]
 *
 * Equal values are always in one class, classes are never empty, and there are never more than different values.
 */
#ifndef IK_VALUE_CLASSES_H
#define IK_VALUE_CLASSES_H

#include <ideenkarte/coverage.h>

typedef struct {
    double low, high; /* smallest and largest value in it */
    guint count;
} ik_value_class;

typedef struct {
    ik_value_class classes[IK_MAX_CLASSES]; /* rising */
    guint n;
} ik_value_classes;

/* Classes of `n` finite values (n may be 0) in any order; `wanted` 1..IK_MAX_CLASSES.
 *
 * Jenks is the exact optimum by dynamic programming: W. D. Fisher, On Grouping for Maximum Homogeneity, JASA 53 (1958)
 * 789–798; O(wanted × n²) in different values.
 */
ik_value_classes ik_value_classes_make(const double *values, guint n, ik_class_method method,
                                       guint wanted);

/* The class of one of the values. */
guint ik_value_classes_find(const ik_value_classes *classes, double value);

#endif
