"""layers — the order of the layers, read from src/CMakeLists.txt, and who may name what."""

import re

# Header of a foreign library -> layer, or layer/file, that may name it. What matches nothing here
# and is neither C, POSIX nor GLib fails: a new library needs a door first.
DOORS = [
    (r"jansson\.h", "base"),
    (r"csv\.h", "base"),
    (r"xxhash\.h", "base"),
    (r"proj(_\w+)?\.h", "geo/projection"),
    (r"geos_c\.h", "geo/geos"),
    (r"sqlite3(ext)?\.h", "db"),
    (r"spatialite(/.*|\.h)", "db"),
    (r"zip\.h", "geodata"),
    (r"cairo(-\w+)*\.h", "raster icon"),
    (r"librsvg/.*", "icon/icon_painter"),
    (r"pango/.*", "raster"),
    (r"fontconfig/.*", "glyphs"),
    (r"(ft2build|freetype/\w+)\.h", "glyphs"),
    (r"png\.h", "raster photo"),
    (r"(jpeglib|jerror)\.h", "photo"),
    (r"lcms2(_plugin)?\.h", "photo"),
    (r"webp/.*", "photo raster"),
    (r"cmark\.h", "site/story"),
    (r"hb(-\w+)?\.h", "raster"),
    (r"protobuf-c/.*", "vector"),
    (r"libdeflate\.h", "raster archive photo"),
    (r"microhttpd\.h", "server"),
    (r"(sanitizer|linux)/.*", "tests"),
]

STANDARD = set(
    "complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign "
    "stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time "
    "uchar wchar wctype "
    "dirent dlfcn fcntl glob grp langinfo netdb poll pthread pwd regex sched semaphore spawn strings "
    "syslog termios unistd "
    "arpa/inet netinet/in".split()
)
FOLDERS = re.compile(r"(sys|glib|gio)/[\w-]+\.h|(glib|glib-unix|glib-object|gmodule)\.h")


def is_system(name):
    return name.removesuffix(".h") in STANDARD or bool(FOLDERS.fullmatch(name))


def doors_of(name):
    """The doors of a foreign header, or None for one that no door is made for."""
    for pattern, doors in DOORS:
        if re.fullmatch(pattern, name):
            return doors.split()
    return None


class Order:
    """Which layer uses which."""

    def __init__(self, cmake_text):
        self.uses, self.on_public = {}, set()
        text = re.sub(r"#[^\n]*", "", cmake_text)
        for call in re.findall(r"ik_layer\(([^)]*)\)", text):
            name, *words = call.split()
            self.uses[name] = []
            group = None
            for word in words:
                if word in ("USES", "FOREIGN"):
                    group = word
                elif word == "ON_PUBLIC":
                    self.on_public.add(name)
                elif group == "USES":
                    self.uses[name].append(word)

    def sees(self, layer):
        return [layer, *self.uses.get(layer, [])]

    def faults(self):
        """Layers that use one that stands below them in the list, or that is not in it."""
        known = set()
        for layer, used in self.uses.items():
            for name in used:
                if name not in known:
                    yield f"{layer} uses {name}, which does not stand above it"
            known.add(layer)
