/* two_threads.c — two threads count, under a GMutex or, with the argument "bare", without.   [tests]
 *
 * The thread sanitizer must be content with the first and report the second.
 */
#include <glib.h>

static GMutex mutex;
static int counter;

static gpointer count(gpointer is_bare)
{
    for (int i = 0; i < 10000; i++) {
        if (is_bare == NULL)
            g_mutex_lock(&mutex);
        counter++;
        if (is_bare == NULL)
            g_mutex_unlock(&mutex);
    }
    return NULL;
}

int main(int argc, char **argv)
{
    gpointer is_bare = argc > 1 ? argv[1] : NULL;
    GThread *first = g_thread_new("first", count, is_bare);
    GThread *second = g_thread_new("second", count, is_bare);
    g_thread_join(first);
    g_thread_join(second);
    return counter == 20000 ? 0 : 1;
}
