/* edit_distance.c — Damerau-Levenshtein distance, optimal string alignment.   [geocoder] */
#include "edit_distance.h"

#include <string.h>

typedef guint8 distance_row[IK_EDIT_MAX_LENGTH + 1];

static guint8 cell(const char *a, const char *b, gsize i, gsize j, distance_row *rows)
{
    const guint8 *two_up = rows[(i + 2) % 3], *up = rows[i % 3], *row = rows[(i + 1) % 3];
    guint best = up[j - 1] + (a[i - 1] != b[j - 1] ? 1u : 0u);
    best = MIN(best, up[j] + 1u);
    best = MIN(best, row[j - 1] + 1u);
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN(best, two_up[j - 2] + 1u);
    return (guint8)best;
}

guint ik_edit_distance(const char *a, const char *b, guint limit)
{
    gsize n = strlen(a), m = strlen(b);
    if (n > IK_EDIT_MAX_LENGTH || m > IK_EDIT_MAX_LENGTH || MAX(n, m) - MIN(n, m) > limit)
        return limit + 1;
    /* Row i of the matrix lies in rows[(i + 1) % 3]: three are alive at a time. */
    distance_row rows[3] = {{0}};
    for (gsize j = 0; j <= m; j++)
        rows[1][j] = (guint8)j;
    for (gsize i = 1; i <= n; i++) {
        guint8 *row = rows[(i + 1) % 3];
        guint least = row[0] = (guint8)i;
        for (gsize j = 1; j <= m; j++) {
            row[j] = cell(a, b, i, j, rows);
            least = MIN(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
    }
    return MIN(rows[(n + 1) % 3][m], limit + 1);
}
