/* quad_map.c — four corners as the view of a unit square.   [pipeline] */
#include "quad_map.h"

/* Transposed cofactors: the inverse but for its size, which the weight takes away. */
static void invert(double m[3][3], double inverse[3][3])
{
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 3; column++) {
            const int a = (column + 1) % 3, b = (column + 2) % 3;
            const int c = (row + 1) % 3, d = (row + 2) % 3;
            inverse[row][column] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
        }
}

bool ik_quad_map_init(ik_quad_map *map, const ik_grid_position corners[4])
{
    double p[4][2], across[2], down[2], sum[2];
    map->origin[0] = corners[0].x;
    map->origin[1] = corners[0].y;
    for (int i = 0; i < 4; i++) {
        p[i][0] = corners[i].x - corners[0].x;
        p[i][1] = corners[i].y - corners[0].y;
    }
    for (int axis = 0; axis < 2; axis++) {
        across[axis] = p[1][axis] - p[2][axis];
        down[axis] = p[3][axis] - p[2][axis];
        sum[axis] = p[2][axis] - p[1][axis] - p[3][axis];
    }
    const double det = across[0] * down[1] - down[0] * across[1];
    const double g = (sum[0] * down[1] - down[0] * sum[1]) / det;
    const double h = (across[0] * sum[1] - sum[0] * across[1]) / det;
    /* The weights of the other corners: one that is not positive lies behind whoever looks. */
    if (det == 0 || !(1 + g > 0 && 1 + h > 0 && 1 + g + h > 0))
        return false;
    double square_to_quad[3][3] = {{p[1][0] * (1 + g), p[3][0] * (1 + h), 0},
                                   {p[1][1] * (1 + g), p[3][1] * (1 + h), 0},
                                   {g, h, 1}};
    invert(square_to_quad, map->rows);
    return true;
}

bool ik_quad_map_place(const ik_quad_map *map, double x, double y, double *u, double *v)
{
    const double dx = x - map->origin[0], dy = y - map->origin[1];
    double at[3];
    for (int row = 0; row < 3; row++)
        at[row] = map->rows[row][0] * dx + map->rows[row][1] * dy + map->rows[row][2];
    *u = at[0] / at[2];
    *v = at[1] / at[2];
    return *u >= 0 && *u <= 1 && *v >= 0 && *v <= 1;
}
