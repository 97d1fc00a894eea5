/* pool.c — many threads work, results are handed over in order.   [base]
 *
 * The results wait in a ring of `jobs * 4` slots. A worker takes the next item as soon as that item's
 * slot is free; the calling thread empties the slots in order. One mutex guards all of it: an item is
 * milliseconds of work, a slot is nanoseconds.
 */
#include "pool.h"

#include <ideenkarte/error.h>

enum { SLOTS_PER_JOB = 4, MOST_JOBS = 1024 };

typedef struct {
    bool is_done;
    gpointer result;
    GError *error;
} pool_slot;

typedef struct {
    const ik_pool_task *task;
    const ik_pool_stream *stream; /* NULL: the items are known */
    guint n_slots;
    pool_slot *slots; /* of item i: i % n_slots */

    GMutex taking;     /* held by the worker that takes a piece of a stream; never inside `mutex` */
    GMutex mutex;      /* guards what follows, and the slots that are not done */
    GCond slot_done;   /* for the calling thread */
    GCond slot_free;   /* for the workers */
    guint n_items;     /* of a stream: once its end is seen */
    guint next;        /* first item that no worker has taken */
    guint n_delivered; /* items below are delivered, their slots free */
    bool is_stopped;
} pool_run;

typedef struct {
    pool_run *run;
    guint number;
    GThread *thread;
} pool_worker;

/* Waits for a free slot; false: there is nothing left to do. */
static bool take_item(pool_run *run, guint *item)
{
    g_mutex_lock(&run->mutex);
    while (!run->is_stopped && run->next < run->n_items &&
           run->next - run->n_delivered >= run->n_slots)
        g_cond_wait(&run->slot_free, &run->mutex);
    bool is_taken = !run->is_stopped && run->next < run->n_items;
    if (is_taken)
        *item = run->next++;
    g_mutex_unlock(&run->mutex);
    return is_taken;
}

static void put_result(pool_run *run, guint item, pool_slot slot)
{
    g_mutex_lock(&run->mutex);
    run->slots[item % run->n_slots] = slot;
    g_cond_signal(&run->slot_done);
    g_mutex_unlock(&run->mutex);
}

static gpointer work(gpointer data)
{
    const pool_worker *worker = data;
    pool_run *run = worker->run;
    guint item;
    while (take_item(run, &item)) {
        pool_slot slot = {.is_done = true};
        slot.result = run->task->work(worker->number, item, run->task->data, &slot.error);
        put_result(run, item, slot);
    }
    return NULL;
}

static void end_stream(pool_run *run, guint n_items)
{
    g_mutex_lock(&run->mutex);
    run->n_items = n_items;
    g_cond_signal(&run->slot_done);
    g_mutex_unlock(&run->mutex);
}

/* Takes the next piece; false: there is none. One that cannot be taken is the last item, with its error. */
static bool take_piece(pool_run *run, guint *item, gpointer *piece)
{
    GError *error = NULL;
    *piece = NULL;
    g_mutex_lock(&run->taking);
    if (take_item(run, item)) {
        *piece = run->stream->take(*item, run->stream->data, &error);
        if (*piece == NULL)
            end_stream(run, error != NULL ? *item + 1 : *item);
        if (error != NULL)
            put_result(run, *item, (pool_slot){.is_done = true, .error = error});
    }
    g_mutex_unlock(&run->taking);
    return *piece != NULL;
}

static gpointer work_on_stream(gpointer data)
{
    const pool_worker *worker = data;
    pool_run *run = worker->run;
    guint item;
    gpointer piece;
    while (take_piece(run, &item, &piece)) {
        pool_slot slot = {.is_done = true, .result = piece};
        run->stream->work(worker->number, piece, run->stream->data, &slot.error);
        put_result(run, item, slot);
    }
    return NULL;
}

static void discard(const ik_pool_task *task, gpointer result)
{
    if (result != NULL && task->free_result != NULL)
        task->free_result(result);
}

/* Hands one finished item over; takes all of `slot`. */
static bool settle(const ik_pool_task *task, guint item, pool_slot slot, GError **error)
{
    if (slot.error == NULL)
        return task->deliver(item, slot.result, task->data, error);
    discard(task, slot.result);
    g_propagate_error(error, slot.error);
    return false;
}

/* Empties the item's slot as soon as it is done; false: there is no such item. */
static bool await_item(pool_run *run, guint item, pool_slot *finished)
{
    pool_slot *slot = &run->slots[item % run->n_slots];
    g_mutex_lock(&run->mutex);
    while (!slot->is_done && item < run->n_items)
        g_cond_wait(&run->slot_done, &run->mutex);
    bool is_there = slot->is_done;
    if (is_there) {
        *finished = *slot;
        *slot = (pool_slot){0};
        run->n_delivered = item + 1;
        g_cond_signal(&run->slot_free);
    }
    g_mutex_unlock(&run->mutex);
    return is_there;
}

static bool deliver_all(pool_run *run, GError **error)
{
    pool_slot finished;
    for (guint item = 0; await_item(run, item, &finished); item++)
        if (!settle(run->task, item, finished, error))
            return false;
    return true;
}

static void stop(pool_run *run)
{
    g_mutex_lock(&run->mutex);
    run->is_stopped = true;
    g_cond_broadcast(&run->slot_free);
    g_mutex_unlock(&run->mutex);
}

static bool start_workers(pool_run *run, pool_worker *workers, guint n, GError **error)
{
    GThreadFunc begin = run->stream != NULL ? work_on_stream : work;
    for (guint i = 0; i < n; i++) {
        g_autoptr(GError) cause = NULL;
        workers[i] = (pool_worker){.run = run, .number = i};
        workers[i].thread = g_thread_try_new("worker", begin, &workers[i], &cause);
        /* With fewer threads it only takes longer. */
        if (workers[i].thread == NULL && i == 0) {
            g_set_error(error, IK_ERROR, IK_ERROR_IO, "cannot start a thread: %s", cause->message);
            return false;
        }
        if (workers[i].thread == NULL)
            break;
    }
    return true;
}

static bool run_in_threads(const ik_pool_task *task, const ik_pool_stream *stream, guint jobs,
                           GError **error)
{
    pool_run run = {
        .task = task, .stream = stream, .n_slots = jobs * SLOTS_PER_JOB, .n_items = task->items};
    g_mutex_init(&run.taking);
    g_mutex_init(&run.mutex);
    g_cond_init(&run.slot_done);
    g_cond_init(&run.slot_free);
    run.slots = g_new0(pool_slot, run.n_slots);
    pool_worker *workers = g_new0(pool_worker, jobs);

    bool ok = start_workers(&run, workers, jobs, error) && deliver_all(&run, error);
    stop(&run);
    for (guint i = 0; i < jobs && workers[i].thread != NULL; i++)
        g_thread_join(workers[i].thread);
    for (guint i = 0; i < run.n_slots; i++) {
        discard(task, run.slots[i].result);
        g_clear_error(&run.slots[i].error);
    }
    g_free(workers);
    g_free(run.slots);
    g_cond_clear(&run.slot_free);
    g_cond_clear(&run.slot_done);
    g_mutex_clear(&run.mutex);
    g_mutex_clear(&run.taking);
    return ok;
}

static bool run_here(const ik_pool_task *task, GError **error)
{
    for (guint item = 0; item < task->items; item++) {
        pool_slot slot = {.is_done = true};
        slot.result = task->work(0, item, task->data, &slot.error);
        if (!settle(task, item, slot, error))
            return false;
    }
    return true;
}

bool ik_pool_run(const ik_pool_task *task, GError **error)
{
    guint jobs = task->jobs != 0 ? task->jobs : ik_pool_default_jobs();
    jobs = MIN(MIN(jobs, task->items), MOST_JOBS);
    return jobs <= 1 ? run_here(task, error) : run_in_threads(task, NULL, jobs, error);
}

static bool run_stream_here(const ik_pool_stream *stream, const ik_pool_task *task, GError **error)
{
    for (guint item = 0;; item++) {
        pool_slot slot = {.is_done = true};
        slot.result = stream->take(item, stream->data, &slot.error);
        if (slot.result == NULL && slot.error == NULL)
            return true;
        if (slot.error == NULL)
            stream->work(0, slot.result, stream->data, &slot.error);
        if (!settle(task, item, slot, error))
            return false;
    }
}

bool ik_pool_run_stream(const ik_pool_stream *stream, GError **error)
{
    const ik_pool_task task = {.items = G_MAXUINT,
                               .deliver = stream->deliver,
                               .free_result = stream->free_piece,
                               .data = stream->data};
    guint jobs = MIN(stream->jobs != 0 ? stream->jobs : ik_pool_default_jobs(), MOST_JOBS);
    return jobs <= 1 ? run_stream_here(stream, &task, error)
                     : run_in_threads(&task, stream, jobs, error);
}

guint ik_pool_default_jobs(void)
{
    return g_get_num_processors();
}
