/* error.c — the quark of the one error domain.   [base] */
#include <ideenkarte/error.h>

GQuark ik_error_quark(void)
{
    return g_quark_from_static_string("ik-error-quark");
}
