/* compile_builtin.c — the program that turns geodata/ into C at build time.   [geodata]
 *
 * Usage: ik_compile_builtin GEODATA_DIR OUTPUT.c
 *
 * Reads and checks the folder as any territory is read, so a mistake in the data fails the build.
 */
#include "table_writer.h"
#include "territory_data.h"

#include <stdio.h>
#include <stdlib.h>

static bool compile(const char *folder, const char *output, GError **error)
{
    g_autoptr(ik_territory_data) data = ik_territory_data_load(folder, error);
    if (data == NULL) {
        return false;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    ik_table_writer_append(text, ik_territory_data_get(data));
    return g_file_set_contents(output, text->str, (gssize)text->len, error);
}

int main(int n_arguments, char **arguments)
{
    if (n_arguments != 3) {
        fputs("usage: ik_compile_builtin GEODATA_DIR OUTPUT.c\n", stderr);
        return 2;
    }
    g_autoptr(GError) error = NULL;
    if (!compile(arguments[1], arguments[2], &error)) {
        fprintf(stderr, "ik_compile_builtin: %s\n", error->message);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
