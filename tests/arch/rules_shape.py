"""rules_shape — how long, wide and deep the code may be, and how a file begins."""

import re
import statistics

from source import functions

RULES = ("function-length", "parameters", "nesting", "file-length", "median-length", "head-comment", "unreadable")

MOST_LINES, MOST_PARAMETERS, MOST_DEPTH = 70, 6, 4
MEDIAN_LINES, MEDIAN_FROM = 15, 20
FILE_LINES, FILE_LINES_WANTED = 600, 400

# Functions that a foreign library calls, whose parameters are not ours to choose.
FOREIGN_SIGNATURES = {"src/server/server.c": {"handle_request"}}  # MHD_AccessHandlerCallback

HEAD = re.compile(r"/\* (\S+) — (.+)", re.S)
TAG = re.compile(r"\[(\w+)\]")


def _function(file, function):
    if function.lines > MOST_LINES:
        yield "function-length", f"{function.name} has {function.lines} lines, at most {MOST_LINES}"
    is_foreign = function.name in FOREIGN_SIGNATURES.get(file.path, ())
    if function.parameters > MOST_PARAMETERS and not is_foreign:
        yield "parameters", f"{function.name} has {function.parameters} parameters, at most {MOST_PARAMETERS}"
    if function.depth > MOST_DEPTH:
        yield "nesting", f"{function.name} nests {function.depth} deep, at most {MOST_DEPTH}"


def _head(file):
    """What is wrong with the first comment: `name — purpose. [layer]` in its first paragraph."""
    comment = file.text.split("*/")[0]
    paragraph = re.split(r"\n \*[ \t]*\n", comment)[0]
    match = HEAD.match(paragraph)
    if not match:
        return f"begin with /* {file.name} — purpose.   [layer]"
    if match.group(1) != file.name:
        return f'the head comment names "{match.group(1)}"'
    tag = TAG.search(match.group(2))
    if file.is_test:
        return None
    if not tag:
        return "the head comment has no [layer]"
    if file.layer != tag.group(1):
        return f"the head comment says [{tag.group(1)}], the file lies in {file.layer}"
    return None


def _public_head(file, order):
    if file.layer not in order.uses and file.layer != "umbrella":
        return f"the head comment says [{file.layer}], which is no layer"
    return None


def check(files, order):
    lengths = []
    for file in files:
        if not file.is_c:
            continue
        lines = file.text.count("\n")
        if lines > FILE_LINES:
            yield file.path, 1, "file-length", f"{lines} lines, at most {FILE_LINES}"
        fault = _head(file) or (file.is_public and _public_head(file, order))
        if fault:
            yield file.path, 1, "head-comment", fault
        try:
            found = functions(file.text)
        except ValueError as error:
            yield file.path, 1, "unreadable", str(error)
            continue
        for function in found:
            if function.body is not None and not file.is_test:
                lengths.append(function.lines)
            for rule, message in _function(file, function):
                yield file.path, function.line, rule, message
    if len(lengths) >= MEDIAN_FROM and statistics.median(lengths) >= MEDIAN_LINES:
        median = statistics.median(lengths)
        yield "src", 0, "median-length", f"half of all functions have {median:g} lines or more, under {MEDIAN_LINES} wanted"


def wishes(files):
    """What does not fail, but should be known: files longer than they should be."""
    for file in files:
        lines = file.text.count("\n")
        if file.is_c and FILE_LINES_WANTED < lines <= FILE_LINES:
            yield file.path, 1, "file-length", f"{lines} lines, {FILE_LINES_WANTED} need a reason"
