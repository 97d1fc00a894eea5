/* region.c — positions a second, against GEOS on the same data in the same run.   [tests]
 *
 * Random positions in the box of North Rhine-Westphalia are located by ik_region_set_locate and by GEOS
 * (prepared polygons in an STR tree, which are prepared as they are first asked), each on one thread; the first of them by
 * SpatiaLite too. The answers must
 * be the same. Ours are found in several rounds, of which the best counts, because machines are noisy; GEOS is given
 * so many slices that noise evens out.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "geos.h"
#include "region_set.h"
#include "spatialite_peer.h"

enum { POSITIONS = 10000000, SLICE = 100000, ROUNDS = 5, SQL_POSITIONS = 20000 };

typedef struct {
    const ik_territory *territory;
    ik_lonlat positions[SLICE];
    guint32 ours[SLICE], theirs[SLICE];
    guint32 first[SLICE]; /* what we found for the first slice */
    double our_seconds, their_seconds, sql_seconds;
    guint64 different;
} bench;

/* Of this thread alone: what else the machine does matters less. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Of the whole process. */
static double resident_megabytes(void)
{
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &pages, &resident) != 2) {
        resident = 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return (double)resident * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

/* Seconds for making the set, the best of several. */
static double measure_building(const ik_territory *territory)
{
    double best = G_MAXDOUBLE;
    for (int i = 0; i < ROUNDS; i++) {
        double began = now();
        ik_region_set *set = ik_region_set_new(territory);
        best = MIN(best, now() - began);
        ik_region_set_free(set);
    }
    return best;
}

static void draw_slice(bench *b, GRand *random, const ik_lonlat_box *box)
{
    for (int i = 0; i < SLICE; i++) {
        b->positions[i].lon = g_rand_double_range(random, box->west, box->east);
        b->positions[i].lat = g_rand_double_range(random, box->south, box->north);
    }
}

static void locate_ours(bench *b, const ik_region_set *set)
{
    double best = G_MAXDOUBLE;
    for (int round = 0; round < ROUNDS; round++) {
        double began = now();
        for (int i = 0; i < SLICE; i++) {
            b->ours[i] = ik_region_set_locate(set, b->positions[i]);
        }
        best = MIN(best, now() - began);
    }
    b->our_seconds += best;
}

static void locate_theirs(bench *b, ik_geos_locator *geos)
{
    double began = now();
    for (int i = 0; i < SLICE; i++) {
        b->theirs[i] = ik_geos_locator_locate(geos, b->positions[i]);
    }
    b->their_seconds += now() - began;
    for (int i = 0; i < SLICE; i++) {
        b->different += b->ours[i] != b->theirs[i];
    }
}

static void locate_all(bench *b, const ik_region_set *set, ik_geos_locator *geos)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20);
    ik_lonlat_box box = ik_territory_box(b->territory);
    for (int done = 0; done < POSITIONS; done += SLICE) {
        draw_slice(b, random, &box);
        locate_ours(b, set);
        if (done == 0) {
            memcpy(b->first, b->ours, sizeof b->first);
        }
        locate_theirs(b, geos);
    }
}

/* SQL is so much slower that one slice must do. */
static void locate_by_sql(bench *b, spatialite_peer *sql)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20);
    ik_lonlat_box box = ik_territory_box(b->territory);
    draw_slice(b, random, &box);
    double began = now();
    for (int i = 0; i < SQL_POSITIONS; i++) {
        b->theirs[i] = spatialite_peer_locate(sql, b->positions[i]);
    }
    b->sql_seconds = (now() - began) * POSITIONS / SQL_POSITIONS;
    for (int i = 0; i < SQL_POSITIONS; i++) {
        b->different += b->theirs[i] != b->first[i];
    }
}

static void print_line(const char *name, double seconds, double building)
{
    printf("%-11s %8.3f million positions/s  built in %7.2f ms", name, POSITIONS / seconds / 1e6,
           building * 1e3);
}

int main(void)
{
    const ik_territory *territory = ik_territory_builtin();
    g_autofree bench *b = g_new0(bench, 1);
    b->territory = territory;
    double building = measure_building(territory);
    g_autoptr(ik_region_set) set = ik_region_set_new(territory);

    double before_mb = resident_megabytes(), began = now();
    g_autoptr(ik_geos_locator) geos = ik_geos_locator_new(territory->borders);
    double geos_building = now() - began;
    locate_all(b, set, geos);
    double geos_mb = resident_megabytes() - before_mb;
    began = now();
    g_autoptr(spatialite_peer) sql = spatialite_peer_new(territory);
    double sql_building = now() - began;
    locate_by_sql(b, sql);

    print_line("ideenkarte", b->our_seconds, building);
    printf("  %5.1f MB\n", (double)ik_border_grid_bytes(&set->grid) / 1e6);
    print_line("GEOS", b->their_seconds, geos_building);
    printf("  %5.1f MB\n", geos_mb);
    print_line("SpatiaLite", b->sql_seconds, sql_building);
    printf("\nratio to GEOS %.1f, to SpatiaLite %.0f; of %d positions %d asked by SQL, answered "
           "differently: %" PRIu64 "\n",
           b->their_seconds / b->our_seconds, b->sql_seconds / b->our_seconds, POSITIONS,
           SQL_POSITIONS, b->different);
    return b->different == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
