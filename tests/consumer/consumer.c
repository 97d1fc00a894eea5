/* consumer.c — a program outside the project that uses the installed library.   [tests]
 *
 * Compiled as C17 and, the very same file, as C++17. It calls the library, so that a symbol that
 * the library does not show fails here.
 */
#include <ideenkarte.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *domain = g_quark_to_string(IK_ERROR);
    printf("libideenkarte %s, errors of %s\n", IK_VERSION, domain);
    return strstr(domain, "ik") == NULL;
}
