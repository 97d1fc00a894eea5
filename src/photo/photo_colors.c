/* photo_colors.c — colours of an ICC profile turned into sRGB, with Little CMS.   [photo]
 *
 * Profiles are bytes of strangers. MAX_PROFILE bounds what is read, MAX_BLOCK what a table in them may claim. Only
 * profiles of devices and colour spaces are used, and none with "multi process elements" (tags D2Bx): a list of them may
 * name one piece of the file any number of times. What is left costs at most a table of some 300,000 colours.
 */
#include <lcms2.h>
#include <lcms2_plugin.h>
#include <stdlib.h>
#include <string.h>

#include "photo_parts.h"

#define MAX_PROFILE (4u << 20)
#define MAX_BLOCK   (32u << 20)
#define GRID        9 /* colours a side that are looked at to see whether a profile changes any */
#define NEAR        1 /* a step that rounding alone may make */

struct ik_photo_colors {
    cmsContext context;
    cmsHTRANSFORM transform;
    guint channels;
};

/* --- memory ----------------------------------------------------------------------------------- */

static void *take_block(cmsContext context, cmsUInt32Number size)
{
    (void)context;
    return size > 0 && size <= MAX_BLOCK ? malloc(size) : NULL;
}

static void give_block(cmsContext context, void *block)
{
    (void)context;
    free(block);
}

static void *resize_block(cmsContext context, void *block, cmsUInt32Number size)
{
    (void)context;
    return size > 0 && size <= MAX_BLOCK ? realloc(block, size) : NULL;
}

static cmsPluginMemHandler bounded_memory = {.base = {.Magic = cmsPluginMagicNumber,
                                                      .ExpectedVersion = 2060,
                                                      .Type = cmsPluginMemHandlerSig},
                                             .MallocPtr = take_block,
                                             .FreePtr = give_block,
                                             .ReallocPtr = resize_block};

/* --- profiles --------------------------------------------------------------------------------- */

static bool has_elements(cmsHPROFILE profile)
{
    static const cmsTagSignature tags[] = {cmsSigDToB0Tag, cmsSigDToB1Tag, cmsSigDToB2Tag,
                                           cmsSigDToB3Tag};
    for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
        if (cmsIsTag(profile, tags[i]))
            return true;
    return false;
}

static bool is_of_colors(cmsHPROFILE profile, guint channels)
{
    const cmsProfileClassSignature kind = cmsGetDeviceClass(profile);
    const cmsColorSpaceSignature space = channels == 1   ? cmsSigGrayData
                                         : channels == 3 ? cmsSigRgbData
                                                         : cmsSigCmykData;
    return (kind == cmsSigInputClass || kind == cmsSigDisplayClass || kind == cmsSigOutputClass ||
            kind == cmsSigColorSpaceClass) &&
           cmsGetColorSpace(profile) == space && !has_elements(profile);
}

static cmsUInt32Number format_of(guint channels)
{
    return channels == 1 ? TYPE_GRAY_8 : channels == 3 ? TYPE_RGB_8 : TYPE_CMYK_8_REV;
}

static void open_transform(ik_photo_colors *colors, const void *icc, guint32 size)
{
    cmsHPROFILE from = cmsOpenProfileFromMemTHR(colors->context, icc, size);
    cmsHPROFILE to = cmsCreate_sRGBProfileTHR(colors->context);
    if (from != NULL && to != NULL && is_of_colors(from, colors->channels))
        colors->transform =
            cmsCreateTransformTHR(colors->context, from, format_of(colors->channels), to,
                                  TYPE_RGB_8, INTENT_PERCEPTUAL, 0);
    if (from != NULL)
        cmsCloseProfile(from);
    if (to != NULL)
        cmsCloseProfile(to);
}

/* Most profiles are those of sRGB: pixels stay as they are then, without what rounding would change. */
static bool changes_anything(const ik_photo_colors *colors)
{
    guint8 pixel[3], changed[3];
    for (guint i = 0; i < GRID * GRID * GRID; i++) {
        pixel[0] = (guint8)(i % GRID * 255 / (GRID - 1));
        pixel[1] = (guint8)(i / GRID % GRID * 255 / (GRID - 1));
        pixel[2] = (guint8)(i / (GRID * GRID) * 255 / (GRID - 1));
        ik_photo_colors_apply(colors, pixel, changed, 1);
        for (guint c = 0; c < 3; c++)
            if (ABS(pixel[c] - changed[c]) > NEAR)
                return true;
    }
    return false;
}

ik_photo_colors *ik_photo_colors_open(const void *icc, gsize size, guint channels)
{
    if (icc == NULL || size > MAX_PROFILE)
        return NULL;
    ik_photo_colors *colors = g_new0(ik_photo_colors, 1);
    colors->channels = channels;
    colors->context = cmsCreateContext(&bounded_memory, NULL);
    if (colors->context != NULL)
        open_transform(colors, icc, (guint32)size);
    if (colors->transform == NULL || (channels == 3 && !changes_anything(colors)))
        g_clear_pointer(&colors, ik_photo_colors_close);
    return colors;
}

void ik_photo_colors_close(ik_photo_colors *colors)
{
    if (colors == NULL)
        return;
    if (colors->transform != NULL)
        cmsDeleteTransform(colors->transform);
    if (colors->context != NULL)
        cmsDeleteContext(colors->context);
    g_free(colors);
}

/* --- pixels ----------------------------------------------------------------------------------- */

void ik_photo_colors_apply(const ik_photo_colors *colors, const guint8 *from, guint8 *to,
                           guint pixels)
{
    cmsDoTransform(colors->transform, from, to, pixels);
}

void ik_photo_colors_apply_all(const ik_photo_colors *colors, ik_photo *photo)
{
    g_autofree guint8 *gray = colors->channels == 1 ? g_malloc(photo->width) : NULL;
    g_assert(colors->channels != 4);
    for (guint y = 0; y < photo->height; y++) {
        guint8 *row = photo->rgb + (gsize)y * photo->width * 3;
        for (guint x = 0; gray != NULL && x < photo->width; x++)
            gray[x] = row[(gsize)x * 3];
        ik_photo_colors_apply(colors, gray != NULL ? gray : row, row, photo->width);
    }
}
