/* glib_sync.c — tells the thread sanitizer what GLib's locks do.   [tests]
 *
 * GMutex, GCond and g_once are made of futexes and atomics inside libglib, which is not built with
 * the sanitizer: it sees no order between two threads that take turns under a GMutex and calls
 * every such pair a race. The functions here stand in front of libglib's, do what those do, and say
 * so through the sanitizer's interface. They are linked into programs of the preset tsan alone.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <glib.h>
#include <sanitizer/tsan_interface.h>
#include <string.h>

/* Sets `function`, a pointer to a function, to libglib's function of that name. Looked up at each
 * call: a pointer kept would need the very locks that are being described. */
static void find_real(const char *name, void *function)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    g_assert(symbol != NULL);
    memcpy(function, &symbol, sizeof symbol);
}

static void call_on_mutex(const char *name, GMutex *mutex)
{
    void (*real)(GMutex *);
    find_real(name, &real);
    real(mutex);
}

void(g_mutex_lock)(GMutex *mutex)
{
    __tsan_mutex_pre_lock(mutex, 0);
    call_on_mutex("g_mutex_lock", mutex);
    __tsan_mutex_post_lock(mutex, 0, 0);
}

void(g_mutex_unlock)(GMutex *mutex)
{
    __tsan_mutex_pre_unlock(mutex, 0);
    call_on_mutex("g_mutex_unlock", mutex);
    __tsan_mutex_post_unlock(mutex, 0);
}

gboolean(g_mutex_trylock)(GMutex *mutex)
{
    gboolean (*real)(GMutex *);
    find_real("g_mutex_trylock", &real);
    __tsan_mutex_pre_lock(mutex, __tsan_mutex_try_lock);
    gboolean is_locked = real(mutex);
    __tsan_mutex_post_lock(
        mutex, __tsan_mutex_try_lock | (is_locked ? 0U : __tsan_mutex_try_lock_failed), 0);
    return is_locked;
}

void(g_mutex_clear)(GMutex *mutex)
{
    call_on_mutex("g_mutex_clear", mutex);
    __tsan_mutex_destroy(mutex, 0);
}

/* A wait gives the mutex back and takes it again. */
void(g_cond_wait)(GCond *cond, GMutex *mutex)
{
    void (*real)(GCond *, GMutex *);
    find_real("g_cond_wait", &real);
    __tsan_mutex_pre_unlock(mutex, 0);
    __tsan_mutex_post_unlock(mutex, 0);
    __tsan_mutex_pre_lock(mutex, 0);
    real(cond, mutex);
    __tsan_mutex_post_lock(mutex, 0, 0);
}

gboolean(g_cond_wait_until)(GCond *cond, GMutex *mutex, gint64 end_time)
{
    gboolean (*real)(GCond *, GMutex *, gint64);
    find_real("g_cond_wait_until", &real);
    __tsan_mutex_pre_unlock(mutex, 0);
    __tsan_mutex_post_unlock(mutex, 0);
    __tsan_mutex_pre_lock(mutex, 0);
    gboolean is_signalled = real(cond, mutex, end_time);
    __tsan_mutex_post_lock(mutex, 0, 0);
    return is_signalled;
}

/* Who waited for another thread's value sees what was made before it. */
gboolean(g_once_init_enter)(volatile void *location)
{
    gboolean (*real)(volatile void *);
    find_real("g_once_init_enter", &real);
    gboolean is_first = real(location);
    if (!is_first)
        __tsan_acquire((void *)(guintptr)location);
    return is_first;
}

/* What was made before the value is set is seen by all who see the value. */
void(g_once_init_leave)(volatile void *location, gsize value)
{
    void (*real)(volatile void *, gsize);
    find_real("g_once_init_leave", &real);
    __tsan_release((void *)(guintptr)location);
    real(location, value);
}

/* The last holder frees what the others have read. */
void(g_bytes_unref)(GBytes *bytes)
{
    void (*real)(GBytes *);
    find_real("g_bytes_unref", &real);
    if (bytes != NULL) {
        __tsan_release(bytes);
        __tsan_acquire(bytes);
    }
    real(bytes);
}
