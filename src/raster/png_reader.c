/* png_reader.c — PNG → pixels, from bytes that nobody vouches for.   [raster] */
#include "png_reader.h"

#include <ideenkarte/error.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

#define BEST_DEFLATE 1032u /* bytes out of one, the limit of the format */
#define MESSAGE_SIZE 128

/* One file being read; libpng comes back by longjmp, so nothing of it lies on the stack. */
typedef struct {
    const guint8 *data;
    gsize length, at;
    guint max_pixels;
    png_structp png;
    png_infop info;
    guint8 *rows;          /* owned; RGBA */
    png_bytep *row_starts; /* owned */
    ik_png_image image;
    char message[MESSAGE_SIZE];
} reader;

void ik_png_image_clear(ik_png_image *image)
{
    g_free(image->pixels);
    *image = (ik_png_image){0};
}

static void on_error(png_structp png, png_const_charp message)
{
    reader *r = png_get_error_ptr(png);
    g_strlcpy(r->message, message, sizeof r->message);
    longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void read_bytes(png_structp png, png_bytep to, size_t n)
{
    reader *r = png_get_io_ptr(png);
    if (n > r->length - r->at)
        png_error(png, "the file ends too early");
    memcpy(to, r->data + r->at, n);
    r->at += n;
}

/* ---- inside libpng's jump ---- */

static void check_size(reader *r)
{
    guint64 pixels = (guint64)r->image.width * r->image.height;
    guint64 bits = (guint64)png_get_bit_depth(r->png, r->info) * png_get_channels(r->png, r->info);
    if (pixels > r->max_pixels)
        png_error(r->png, "there are too many pixels");
    if (pixels * bits / 8 > (guint64)r->length * BEST_DEFLATE)
        png_error(r->png, "the file is too short for its size");
}

static void read_header(reader *r)
{
    png_set_read_fn(r->png, r, read_bytes);
    png_set_user_limits(r->png, r->max_pixels, r->max_pixels);
    png_set_chunk_malloc_max(r->png, (png_alloc_size_t)1 << 20);
    png_read_info(r->png, r->info);
    r->image.width = png_get_image_width(r->png, r->info);
    r->image.height = png_get_image_height(r->png, r->info);
    check_size(r);
    png_set_expand(r->png);
    png_set_scale_16(r->png);
    png_set_gray_to_rgb(r->png);
    png_set_add_alpha(r->png, 0xff, PNG_FILLER_AFTER);
    (void)png_set_interlace_handling(r->png);
    png_read_update_info(r->png, r->info);
    if (png_get_rowbytes(r->png, r->info) != (size_t)r->image.width * 4)
        png_error(r->png, "its pixels are of no known kind");
}

static void read_rows(reader *r)
{
    gsize row = (gsize)r->image.width * 4;
    r->rows = g_malloc0_n(r->image.height, row);
    r->row_starts = g_new(png_bytep, r->image.height);
    for (guint y = 0; y < r->image.height; y++)
        r->row_starts[y] = r->rows + y * row;
    png_read_image(r->png, r->row_starts);
    png_read_end(r->png, NULL);
}

static bool run(reader *r)
{
    if (setjmp(png_jmpbuf(r->png)) != 0)
        return false;
    read_header(r);
    read_rows(r);
    return true;
}

/* ---- the whole ---- */

static uint32_t multiplied(const guint8 *rgba)
{
    uint32_t alpha = rgba[3], pixel = alpha;
    for (int i = 0; i < 3; i++)
        pixel = pixel << 8 | (rgba[i] * alpha + 127) / 255;
    return pixel;
}

static void make_pixels(reader *r)
{
    gsize n = (gsize)r->image.width * r->image.height;
    r->image.pixels = g_new(uint32_t, n);
    for (gsize i = 0; i < n; i++)
        r->image.pixels[i] = multiplied(r->rows + 4 * i);
}

bool ik_png_read(GBytes *png, guint max_pixels, const char *name, ik_png_image *image,
                 GError **error)
{
    reader r = {.max_pixels = max_pixels};
    r.data = g_bytes_get_data(png, &r.length);
    *image = (ik_png_image){0};
    r.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &r, on_error, on_warning);
    r.info = r.png != NULL ? png_create_info_struct(r.png) : NULL;
    bool is_read = r.info != NULL && run(&r);
    if (is_read) {
        make_pixels(&r);
        *image = r.image;
    } else {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: cannot be read as PNG: %s", name,
                    r.message[0] != '\0' ? r.message : "out of memory");
    }
    png_destroy_read_struct(&r.png, &r.info, NULL);
    g_free(r.rows);
    g_free(r.row_starts);
    return is_read;
}
