/* sneaky_program.c — a program that wants more than the public headers.   [sneaky_program] */
#include "lower.h"
