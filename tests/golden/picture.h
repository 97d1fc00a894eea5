/* picture.h — PNG bytes → pixels, by libpng.   [tests] */
#ifndef IK_TEST_PICTURE_H
#define IK_TEST_PICTURE_H

#include <glib.h>
#include <stdint.h>

typedef struct {
    guint width, height;
    guint8 *rgba; /* 4 bytes a pixel, alpha not multiplied */
} test_picture;

/* Fails the test when `png` is none. */
void test_picture_init(test_picture *picture, GBytes *png);
void test_picture_clear(test_picture *picture);

/* 0xRRGGBBAA */
uint32_t test_picture_pixel(const test_picture *picture, guint x, guint y);

#endif
