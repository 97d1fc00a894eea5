/* error.c — the quark of the one error domain.   [base] */
#include <ideenkarte/error.h>

G_DEFINE_QUARK(ik - error, ik_error)
