/* photo_jpeg.c — JPEG read and written with libjpeg-turbo.   [photo]
 *
 * The library reports errors by a jump, so what a function owns lives in a struct that the frame with setjmp clears. A
 * file that is cut off is only a warning to it and the rest of the picture grey: here it is an error. Progressive files
 * may repeat the picture any number of times in a few bytes each; MAX_SCANS bounds the work.
 */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

#include "photo_parts.h"

#define MAX_SCANS 100
#define QUALITY   82

typedef struct {
    struct jpeg_error_mgr manager; /* first: the library hands out a pointer to it */
    jmp_buf jump;
    char reason[JMSG_LENGTH_MAX];
    bool is_cut;
} jpeg_errors;

typedef struct {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_progress_mgr progress;
    jpeg_errors errors;
    ik_photo *photo;
    JSAMPLE *row;            /* of what is no RGB: CMYK, grey with a profile */
    JOCTET *icc;             /* the profile, put together */
    ik_photo_colors *colors; /* NULL: none */
    guint orientation;
} jpeg_reader;

/* --- errors ----------------------------------------------------------------------------------- */

static void leave(j_common_ptr jpeg)
{
    jpeg_errors *errors = (jpeg_errors *)(void *)jpeg->err;
    errors->manager.format_message(jpeg, errors->reason);
    longjmp(errors->jump, 1);
}

static void take_message(j_common_ptr jpeg, int level)
{
    jpeg_errors *errors = (jpeg_errors *)(void *)jpeg->err;
    const int code = errors->manager.msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER))
        errors->is_cut = true;
}

static void print_nothing(j_common_ptr jpeg)
{
    (void)jpeg;
}

static struct jpeg_error_mgr *set_errors(jpeg_errors *errors)
{
    jpeg_std_error(&errors->manager);
    errors->manager.error_exit = leave;
    errors->manager.emit_message = take_message;
    errors->manager.output_message = print_nothing;
    return &errors->manager;
}

static void count_scans(j_common_ptr jpeg)
{
    jpeg_errors *errors = (jpeg_errors *)(void *)jpeg->err;
    if (!jpeg->is_decompressor || ((j_decompress_ptr)(void *)jpeg)->input_scan_number <= MAX_SCANS)
        return;
    g_strlcpy(errors->reason, "more than 100 scans", sizeof errors->reason);
    longjmp(errors->jump, 1);
}

/* --- reading ---------------------------------------------------------------------------------- */

static guint orientation_of(const struct jpeg_decompress_struct *jpeg)
{
    for (jpeg_saved_marker_ptr marker = jpeg->marker_list; marker != NULL; marker = marker->next)
        if (marker->data_length > 6 && memcmp(marker->data, "Exif\0\0", 6) == 0)
            return ik_exif_orientation(marker->data, marker->data_length);
    return 1;
}

/* The least of 8/8, 4/8, 2/8, 1/8 that leaves `side` pixels on the longer side. */
static void choose_scale(struct jpeg_decompress_struct *jpeg, guint side)
{
    const guint longer = MAX(jpeg->image_width, jpeg->image_height);
    guint eighths = 8;
    while (eighths > 1 && (guint64)longer * (eighths / 2) >= (guint64)side * 8)
        eighths /= 2;
    jpeg->scale_num = eighths;
    jpeg->scale_denom = 8;
}

static bool check_size(const struct jpeg_decompress_struct *jpeg, GError **error)
{
    ik_photo *whole = NULL;
    const guint64 pixels = (guint64)jpeg->image_width * jpeg->image_height;
    if (jpeg->image_width <= IK_PHOTO_MAX_SIDE && jpeg->image_height <= IK_PHOTO_MAX_SIDE &&
        pixels > 0 && pixels <= IK_PHOTO_MAX_PIXELS)
        return true;
    whole = ik_photo_new(jpeg->image_width, jpeg->image_height, error);
    g_assert(whole == NULL);
    return false;
}

/* Programs that write CMYK write it inverted, as Adobe's does: 255 is no ink. Without a profile, as browsers do. */
static void take_cmyk(const JSAMPLE *from, guint8 *to, guint width)
{
    for (guint i = 0; i < width; i++, from += 4, to += 3)
        for (guint c = 0; c < 3; c++)
            to[c] = (guint8)((guint)from[c] * from[3] / 255);
}

static void read_rows(jpeg_reader *reader)
{
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    const guint width = reader->photo->width;
    while (jpeg->output_scanline < jpeg->output_height) {
        guint8 *to = reader->photo->rgb + (gsize)jpeg->output_scanline * width * 3;
        JSAMPROW row = jpeg->out_color_space == JCS_RGB ? to : reader->row;
        jpeg_read_scanlines(jpeg, &row, 1);
        if (reader->colors != NULL)
            ik_photo_colors_apply(reader->colors, row, to, width);
        else if (jpeg->out_color_space == JCS_CMYK)
            take_cmyk(row, to, width);
    }
    jpeg_finish_decompress(jpeg);
}

/* How the library is to hand out pixels: RGB where it can, CMYK as it is, grey as it is where a profile says how dark. */
static void choose_colors(jpeg_reader *reader)
{
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    const bool is_cmyk = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    const bool is_gray = jpeg->jpeg_color_space == JCS_GRAYSCALE;
    unsigned int size = 0;
    if (jpeg_read_icc_profile(jpeg, &reader->icc, &size))
        reader->colors = ik_photo_colors_open(reader->icc, size, is_cmyk ? 4 : is_gray ? 1 : 3);
    jpeg->out_color_space = is_cmyk                             ? JCS_CMYK
                            : is_gray && reader->colors != NULL ? JCS_GRAYSCALE
                                                                : JCS_RGB;
}

static void start(jpeg_reader *reader, const ik_photo_source *source)
{
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    jpeg_create_decompress(jpeg);
    reader->progress.progress_monitor = count_scans;
    jpeg->progress = &reader->progress;
    jpeg_mem_src(jpeg, source->bytes, source->size);
    jpeg_save_markers(jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_save_markers(jpeg, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(jpeg, TRUE);
}

/* False with `error` set; jumps where the library fails. */
static bool read_picture(jpeg_reader *reader, guint side, GError **error)
{
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    if (!check_size(jpeg, error))
        return false;
    reader->orientation = orientation_of(jpeg); /* the library forgets markers at the end */
    choose_scale(jpeg, side);
    choose_colors(reader);
    jpeg->dct_method = JDCT_ISLOW;
    jpeg_start_decompress(jpeg);
    reader->photo = ik_photo_new(jpeg->output_width, jpeg->output_height, error);
    reader->row = g_malloc((gsize)jpeg->output_width * 4);
    if (reader->photo == NULL)
        return false;
    read_rows(reader);
    return !reader->errors.is_cut || ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, "cut off");
}

ik_photo *ik_photo_read_jpeg(const ik_photo_source *source, guint side, GError **error)
{
    jpeg_reader *reader = g_new0(jpeg_reader, 1);
    reader->jpeg.err = set_errors(&reader->errors);
    ik_photo *photo = NULL;
    if (setjmp(reader->errors.jump) != 0) {
        ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, reader->errors.reason);
    } else {
        start(reader, source);
        if (read_picture(reader, side, error))
            photo = ik_photo_turn(g_steal_pointer(&reader->photo), reader->orientation);
    }
    jpeg_destroy_decompress(&reader->jpeg);
    ik_photo_free(reader->photo);
    ik_photo_colors_close(reader->colors);
    free(reader->icc);
    g_free(reader->row);
    g_free(reader);
    return photo;
}

/* --- writing ---------------------------------------------------------------------------------- */

/* Nothing here comes from strangers: an error would be a bug or the end of memory. */
static void give_up(j_common_ptr jpeg)
{
    char reason[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, reason);
    g_error("JPEG cannot be written: %s", reason);
}

static void set_up(struct jpeg_compress_struct *jpeg, const ik_photo *photo)
{
    jpeg->image_width = photo->width;
    jpeg->image_height = photo->height;
    jpeg->input_components = 3;
    jpeg->in_color_space = JCS_RGB;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, QUALITY, TRUE);
    jpeg->dct_method = JDCT_ISLOW;
    jpeg->optimize_coding = TRUE;
    jpeg_simple_progression(jpeg);
}

GBytes *ik_photo_to_jpeg(const ik_photo *photo)
{
    struct jpeg_compress_struct jpeg = {0};
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = give_up;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    set_up(&jpeg, photo);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = photo->rgb + (gsize)jpeg.next_scanline * photo->width * 3;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    GBytes *copy = g_bytes_new(bytes, size);
    free(bytes);
    return copy;
}
