/* test_pool.c — many threads work, results are handed over in order.   [tests]
 *
 * labels: parallel
 */
#include "pool.h"

#include <ideenkarte/error.h>

#include "test_support.h"

enum { MOST_WORKERS = 64, NEVER = 1 << 30 };

/* A run, and what is watched in it. */
typedef struct {
    guint work_fails, work_fails_too, deliver_fails; /* items */
    guint sleep_item;                                /* takes long */
    gint busy[MOST_WORKERS];                         /* is the worker's number in use? */
    gint has_slept;                                  /* `sleep_item` is done */
    guint most_ahead;                                /* last item begun before */
    guint next;
    GThread *caller;
} watch;

static void note_begun(watch *w, guint item)
{
    static GMutex mutex;
    g_mutex_lock(&mutex);
    if (!g_atomic_int_get(&w->has_slept))
        w->most_ahead = MAX(w->most_ahead, item);
    g_mutex_unlock(&mutex);
}

static gpointer work(guint worker, guint item, gpointer data, GError **error)
{
    watch *w = data;
    /* cmocka's assertions would jump out of the wrong thread. */
    g_assert(worker < MOST_WORKERS);
    g_assert(g_atomic_int_compare_and_exchange(&w->busy[worker], 0, 1));
    if (item == w->sleep_item) {
        g_usleep(50000);
        g_atomic_int_set(&w->has_slept, 1);
    } else if (item % 7 == 0)
        g_usleep((gulong)(item % 5) * 100);
    note_begun(w, item);
    g_atomic_int_set(&w->busy[worker], 0);
    if (item == w->work_fails || item == w->work_fails_too) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "item %u", item);
        return NULL;
    }
    guint *result = g_new(guint, 1);
    *result = item * 3;
    return result;
}

static bool deliver(guint item, gpointer result, gpointer data, GError **error)
{
    watch *w = data;
    guint *number = result;
    assert_ptr_equal(g_thread_self(), w->caller);
    assert_int_equal(item, w->next++);
    assert_int_equal(*number, item * 3);
    g_free(number);
    if (item != w->deliver_fails)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped at %u", item);
    return false;
}

static watch fresh_watch(void)
{
    return (watch){.work_fails = NEVER,
                   .work_fails_too = NEVER,
                   .deliver_fails = NEVER,
                   .sleep_item = NEVER,
                   .caller = g_thread_self()};
}

static bool run(watch *w, guint jobs, guint items, GError **error)
{
    const ik_pool_task task = {.jobs = jobs,
                               .items = items,
                               .work = work,
                               .deliver = deliver,
                               .free_result = g_free,
                               .data = w};
    return ik_pool_run(&task, error);
}

static const guint JOBS[] = {1, 2, 8, 33};

static void results_arrive_in_order_in_the_calling_thread(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(JOBS); i++) {
        static const guint items[] = {0, 1, 2, 31, 32, 33, 1000};
        for (guint k = 0; k < G_N_ELEMENTS(items); k++) {
            GError *error = NULL;
            watch w = fresh_watch();
            assert_true(run(&w, JOBS[i], items[k], &error));
            ik_assert_no_error(error);
            assert_int_equal(w.next, items[k]);
        }
    }
}

static void finished_results_wait_within_bounds(void **state)
{
    (void)state;
    watch w = fresh_watch();
    w.sleep_item = 0; /* the others get no further than 15 */
    assert_true(run(&w, 4, 500, NULL));
    assert_true(w.most_ahead < 4 * 4);
    assert_true(w.most_ahead >= 4);
}

static void the_first_failed_item_is_the_error_whoever_failed_earlier(void **state)
{
    (void)state;
    static const guint failing[] = {0, 1, 57, 199};
    for (guint i = 0; i < G_N_ELEMENTS(JOBS); i++) {
        for (guint k = 0; k < G_N_ELEMENTS(failing); k++) {
            GError *error = NULL;
            g_autofree char *message = g_strdup_printf("item %u", failing[k]);
            watch w = fresh_watch();
            w.work_fails = failing[k];
            w.work_fails_too = failing[k] + 1;
            w.sleep_item = failing[k];
            assert_false(run(&w, JOBS[i], 200, &error));
            ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, message);
            assert_string_equal(error->message, message);
            assert_int_equal(w.next, failing[k]);
            g_clear_error(&error);
        }
    }
}

static void delivery_may_end_the_run(void **state)
{
    (void)state;
    static const guint stopping[] = {0, 100, 199};
    for (guint i = 0; i < G_N_ELEMENTS(JOBS); i++) {
        for (guint k = 0; k < G_N_ELEMENTS(stopping); k++) {
            GError *error = NULL;
            watch w = fresh_watch();
            w.deliver_fails = stopping[k];
            assert_false(run(&w, JOBS[i], 200, &error));
            ik_assert_error(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped at");
            assert_int_equal(w.next, stopping[k] + 1);
            g_clear_error(&error);
        }
    }
}

static gpointer work_without_result(guint worker, guint item, gpointer data, GError **error)
{
    (void)worker, (void)item, (void)error;
    g_atomic_int_inc((gint *)data);
    return NULL;
}

static bool deliver_nothing(guint item, gpointer result, gpointer data, GError **error)
{
    (void)item, (void)data, (void)error;
    return result == NULL;
}

static void a_result_may_be_null_and_jobs_may_be_chosen(void **state)
{
    (void)state;
    gint n = 0;
    const ik_pool_task task = {
        .items = 300, .work = work_without_result, .deliver = deliver_nothing, .data = &n};
    assert_true(ik_pool_run(&task, NULL));
    assert_int_equal(n, 300);
    assert_true(ik_pool_default_jobs() >= 1);
}

/* --- streams --------------------------------------------------------------------------------- */

/* A stream of numbers. */
typedef struct {
    guint n_pieces;
    guint take_fails, work_fails, deliver_fails; /* items */
    guint next;                                  /* to be delivered */
    gint taking;                                 /* is a piece being taken? */
    gint alive;                                  /* pieces that are not freed */
    gint most_alive;
    GThread *caller;
} stream_watch;

static stream_watch *watched; /* by free_piece, which is told nothing else */

static gpointer take(guint item, gpointer data, GError **error)
{
    stream_watch *w = data;
    g_assert(g_atomic_int_compare_and_exchange(&w->taking, 0, 1));
    guint *piece = NULL;
    if (item == w->take_fails) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "cannot take %u", item);
    } else if (item < w->n_pieces) {
        piece = g_new(guint, 1);
        *piece = item;
        const gint alive = g_atomic_int_add(&w->alive, 1) + 1;
        w->most_alive = MAX(w->most_alive, alive);
    }
    g_atomic_int_set(&w->taking, 0);
    return piece;
}

static bool triple(guint worker, gpointer piece, gpointer data, GError **error)
{
    const stream_watch *w = data;
    guint *number = piece;
    g_assert(worker < MOST_WORKERS);
    if (*number % 7 == 0)
        g_usleep(300);
    if (*number == w->work_fails) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "item %u", *number);
        return false;
    }
    *number *= 3;
    return true;
}

static void free_piece(gpointer piece)
{
    g_atomic_int_add(&watched->alive, -1);
    g_free(piece);
}

static bool deliver_piece(guint item, gpointer piece, gpointer data, GError **error)
{
    stream_watch *w = data;
    assert_ptr_equal(g_thread_self(), w->caller);
    assert_int_equal(item, w->next++);
    assert_int_equal(*(guint *)piece, item * 3);
    free_piece(piece);
    if (item != w->deliver_fails)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_CANCELLED, "stopped at %u", item);
    return false;
}

static bool run_stream(stream_watch *w, guint jobs, GError **error)
{
    const ik_pool_stream stream = {.jobs = jobs,
                                   .take = take,
                                   .work = triple,
                                   .deliver = deliver_piece,
                                   .free_piece = free_piece,
                                   .data = w};
    watched = w;
    w->caller = g_thread_self();
    return ik_pool_run_stream(&stream, error);
}

static void pieces_of_a_stream_arrive_in_order_and_few_are_in_hand(void **state)
{
    (void)state;
    static const guint pieces[] = {0, 1, 3, 32, 1000};
    for (guint i = 0; i < G_N_ELEMENTS(JOBS); i++) {
        for (guint k = 0; k < G_N_ELEMENTS(pieces); k++) {
            GError *error = NULL;
            stream_watch w = {pieces[k], NEVER, NEVER, NEVER, .next = 0};
            assert_true(run_stream(&w, JOBS[i], &error));
            ik_assert_no_error(error);
            assert_int_equal(w.next, pieces[k]);
            assert_int_equal(w.alive, 0);
            assert_true(w.most_alive <= (gint)JOBS[i] * 4 + 1); /* and the one delivered */
        }
    }
}

static void the_first_failure_ends_a_stream_and_nothing_is_lost(void **state)
{
    (void)state;
    static const guint failing[] = {0, 1, 57, 199};
    for (guint i = 0; i < G_N_ELEMENTS(JOBS); i++) {
        for (guint k = 0; k < G_N_ELEMENTS(failing); k++) {
            const guint at = failing[k];
            g_autoptr(GError) taking = NULL, working = NULL, delivering = NULL;
            stream_watch w = {200, at, at + 1, NEVER, .next = 0};
            assert_false(run_stream(&w, JOBS[i], &taking));
            ik_assert_error(taking, IK_ERROR, IK_ERROR_INPUT, "cannot take");
            assert_true(w.next == at && w.alive == 0);
            w = (stream_watch){200, at + 1, at, NEVER, .next = 0};
            assert_false(run_stream(&w, JOBS[i], &working));
            ik_assert_error(working, IK_ERROR, IK_ERROR_INPUT, "item");
            assert_true(w.next == at && w.alive == 0);
            w = (stream_watch){200, NEVER, NEVER, at, .next = 0};
            assert_false(run_stream(&w, JOBS[i], &delivering));
            ik_assert_error(delivering, IK_ERROR, IK_ERROR_CANCELLED, "stopped at");
            assert_true(w.next == at + 1 && w.alive == 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_a_stream_arrive_in_order_and_few_are_in_hand),
        cmocka_unit_test(the_first_failure_ends_a_stream_and_nothing_is_lost),
        cmocka_unit_test(results_arrive_in_order_in_the_calling_thread),
        cmocka_unit_test(finished_results_wait_within_bounds),
        cmocka_unit_test(the_first_failed_item_is_the_error_whoever_failed_earlier),
        cmocka_unit_test(delivery_may_end_the_run),
        cmocka_unit_test(a_result_may_be_null_and_jobs_may_be_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
