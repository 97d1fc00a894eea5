/* register_csv.c — unpacking for the CSV reader, columns by name.   [geodata] */
#include "register_csv.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <unistd.h>

#include "byte_source.h"
#include "io_error.h"
#include "register_reader.h"

static bool write_all(int file, const char *bytes, gssize size, GError **error)
{
    while (size > 0) {
        ssize_t n = write(file, bytes, (gsize)size);
        if (n < 0 && errno != EINTR)
            return ik_io_error_set(error, errno, g_get_tmp_dir(), "write a temporary file");
        if (n > 0) {
            bytes += n;
            size -= n;
        }
    }
    return true;
}

static bool unpack(ik_byte_source *source, int file, GError **error)
{
    char buffer[65536];
    gssize n;
    while ((n = ik_byte_source_read(source, buffer, sizeof buffer, error)) > 0)
        if (!write_all(file, buffer, n, error))
            return false;
    return n == 0;
}

/* The unpacked bytes, mapped from a file that has no name any more. */
static GBytes *unpack_to_file(ik_byte_source *source, GError **error)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("ideenkarte-XXXXXX", &path, error);
    if (file < 0)
        return NULL;
    g_unlink(path);
    g_autoptr(GMappedFile) mapped = NULL;
    if (unpack(source, file, error))
        mapped = g_mapped_file_new_from_fd(file, FALSE, error);
    close(file);
    return mapped != NULL ? g_mapped_file_get_bytes(mapped) : NULL;
}

ik_csv_reader *ik_register_csv_open(const char *path, GError **error)
{
    g_autoptr(ik_byte_source) source = ik_byte_source_open(path, error);
    if (source == NULL)
        return NULL;
    if (!ik_byte_source_is_packed(source))
        return ik_csv_reader_open(path, NULL, error);
    g_autoptr(GBytes) bytes = unpack_to_file(source, error);
    return bytes != NULL ? ik_csv_reader_new(bytes, ik_register_name(path), NULL, error) : NULL;
}

guint ik_register_csv_find(const ik_csv_record *header, const char *name)
{
    for (guint i = 0; i < header->n_fields; i++)
        if (g_ascii_strcasecmp(header->fields[i], name) == 0)
            return i;
    return IK_NO_COLUMN;
}

const char *ik_register_csv_field(const ik_csv_record *record, guint column)
{
    return column < record->n_fields ? record->fields[column] : "";
}
