"""rules_tree — what may be in the repository: unique names, no machine's paths, no binaries."""

import re

RULES = ("layer-order", "unique-name", "machine-path", "lock-address", "binary-file",
         "unfinished")

MACHINE = re.compile(r"(?<![\w.:/~$}-])/(?:work|root|home)/\w")
TEMPORARY = re.compile(r"(?<![\w.:/~$}-])/tmp/\w")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
CODE = (".c", ".h", ".cmake", ".txt", ".sh", ".py", ".mjs", ".sql", ".html")
BINARY_ALLOWED = ("tests/golden/", "tests/data/", "tests/fuzz/")


def _names(files):
    seen = {}
    for file in files:
        if not file.is_c or not file.path.startswith(("src/", "include/", "tests/unit/")):
            continue
        if file.name in seen:
            yield file.path, 1, "unique-name", f"{seen[file.name]} has the same name"
        seen.setdefault(file.name, file.path)


def _lines(file):
    for number, line in enumerate(file.text.split("\n"), 1):
        if MACHINE.search(line):
            yield file.path, number, "machine-path", "a path of one machine"
        if TEMPORARY.search(line) and not file.is_test:
            yield file.path, number, "machine-path", "a fixed path below /tmp"
        if file.path.endswith(CODE) and UNFINISHED.search(line):
            yield file.path, number, "unfinished", "a mark of unfinished work"
        if file.name == "package-lock.json" and '"resolved"' in line:
            yield file.path, number, "lock-address", "a lock file that records a download address"


def check(files, order):
    for fault in order.faults():
        yield "src/CMakeLists.txt", 1, "layer-order", fault
    yield from _names(files)
    for file in files:
        if b"\0" in file.bytes[:8192]:
            if not file.path.startswith(BINARY_ALLOWED):
                yield file.path, 1, "binary-file", "a binary file"
            continue
        if not file.path.startswith("tests/arch/"):
            yield from _lines(file)
