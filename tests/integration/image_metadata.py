"""image_metadata — says what stands beside the pixels in every picture below a folder.   [tests]

    image_metadata.py FOLDER

JPEG, PNG and WebP, told apart by their first bytes, are walked part by part as their specifications have them. A part
that is not needed to show the picture (EXIF, XMP, comments, texts, times, thumbnails, whatever is not known here) is
printed with the file's name. Exits with 1 when there is one, or no picture at all; prints the number of pictures last.
"""

import os
import struct
import sys

PNG = b"\x89PNG\r\n\x1a\n"
PNG_NEEDED = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"sBIT", b"bKGD"}
WEBP_NEEDED = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
JPEG_NEEDED = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA, 0xE0, 0xEE}  # frames, tables, scans, JFIF, Adobe's colours


def png_parts(data):
    at = len(PNG)
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at:at + 8])
        if name not in PNG_NEEDED:
            yield f"chunk {name.decode('latin-1')}"
        at += 12 + size


def webp_parts(data):
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack("<4sI", data[at:at + 8])
        if name not in WEBP_NEEDED:
            yield f"chunk {name.decode('latin-1')}"
        at += 8 + size + size % 2


def jpeg_parts(data):
    at = 2
    while at + 4 <= len(data):
        marker, size = data[at + 1], struct.unpack(">H", data[at + 2:at + 4])[0]
        if data[at] != 0xFF:
            yield f"no marker at byte {at}"
            return
        if marker not in JPEG_NEEDED or (marker == 0xE0 and data[at + 4:at + 9] != b"JFIF\0"):
            yield f"segment {marker:02X}"
        at += 2 + size
        if marker == 0xDA:  # entropy-coded data: up to a marker that is neither stuffed nor a restart
            while at + 1 < len(data) and (data[at] != 0xFF or data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7):
                at += 1
        if data[at:at + 2] == b"\xff\xd9":
            if len(data) > at + 2:
                yield f"{len(data) - at - 2} bytes behind the end"
            return
    yield "no end"


def parts(data):
    if data.startswith(PNG):
        return png_parts(data)
    if data.startswith(b"\xff\xd8\xff"):
        return jpeg_parts(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return webp_parts(data)
    return None


pictures = faults = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in sorted(names):
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            found = parts(file.read())
        if found is None:
            if name.lower().rsplit(".", 1)[-1] in ("png", "jpg", "jpeg", "webp"):
                print(f"{path}: is no picture")
                faults += 1
            continue
        pictures += 1
        for part in found:
            print(f"{path}: {part}")
            faults += 1
print(pictures)
sys.exit(1 if faults or not pictures else 0)
