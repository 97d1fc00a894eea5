"""rules_word — words that may not stand in the code: calls that read the locale or the clock,
that print or end the process, and tests that assert nothing."""

import re

from source import bare, functions, literals

RULES = ("forbidden-call", "float-format", "no-assertion")

# Calls that no file below src/ may make -> what to use.
EVERYWHERE = {
    "strtod strtof strtold atof g_strtod sscanf": "reads numbers by the locale: g_ascii_strtod",
    "atoi atol": "takes rubbish for 0: g_ascii_string_to_signed",
    "toupper tolower isalpha isdigit isalnum isspace isupper islower ispunct":
        "reads the locale: g_ascii_* or g_unichar_*",
    "strcoll strxfrm g_utf8_collate g_utf8_collate_key strcasecmp strncasecmp":
        "compares by the locale: strcmp over folded text",
    "g_utf8_strup g_utf8_strdown": "reads the locale: g_unichar_tolower, g_utf8_casefold",
    "strftime localtime localtime_r gmtime ctime g_date_time_format": "reads the locale or time zone",
    "time gettimeofday clock_gettime g_get_real_time g_date_time_new_now g_date_time_new_now_local "
    "g_date_time_new_now_utc g_get_current_time": "reads the clock, which may not reach an output",
    "rand random srand g_random_int g_random_double g_random_int_range": "is not the same twice",
    "assert": "is compiled out of a release: g_assert",
    "strcpy strcat sprintf vsprintf gets strtok": "has no bounds",
}

# Calls that only a program may make: cli, server and the tools of the build.
PROGRAM_ONLY = {
    "printf puts putchar vprintf g_print g_printerr perror g_critical g_warning g_message":
        "prints: the library returns a GError",
    "setlocale": "changes the process: the library leaves the locale alone",
    "exit _exit quick_exit abort": "ends the process: the library returns a GError",
}

IN_TESTS = {"assert_float_equal assert_float_not_equal": "compares as float: ik_assert_near"}

# "%.0f" writes no decimal sign, so it is the same in every locale.
FLOAT = re.compile(r"(?<!%)(?:%%)*%[-+ #0]*[0-9*]*(?:\.[0-9*]+)?(?:(?<!\.0)[fF]|[eEgGaA])")
ASSERTION = re.compile(r"assert|fail|expect|check_|require|skip", re.I)
MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)((?:\\\n|.)*)", re.M)


def _table(*tables):
    return {call: why for table in tables for calls, why in table.items() for call in calls.split()}


def _is_program(file):
    return file.layer in ("cli", "server") or file.path.startswith("src/geodata/compile/")


def _calls(file, table):
    pattern = re.compile(r"(?<![\w.>])(" + "|".join(table) + r")\s*\(")
    for number, line in enumerate(bare(file.text).split("\n"), 1):
        for match in pattern.finditer(line):
            yield file.path, number, "forbidden-call", f"{match.group(1)} {table[match.group(1)]}"


def _formats(file):
    lines = file.text.split("\n")
    for number, text in literals(file.text):
        # The one function whose format is read without the locale takes it on its own line or the next.
        if FLOAT.search(text) and "g_ascii_formatd" not in " ".join(lines[max(number - 2, 0) : number]):
            yield file.path, number, "float-format", f'"{text}" writes a number by the locale: g_ascii_formatd'


def _asserting(file, found):
    """Names of the macros and functions of a file that assert, themselves or through others."""
    names = {macro.group(1) for macro in MACRO.finditer(file.text) if ASSERTION.search(macro.group(2))}
    names |= {f.name for f in found if any(map(ASSERTION.search, f.body))}
    while True:
        more = {f.name for f in found if names.intersection(f.body)} - names
        if not more:
            return names
        names |= more


def _tests(file):
    registered = set(re.findall(r"cmocka_unit_test\w*\(\s*(\w+)", file.text))
    found = [function for function in functions(file.text) if function.body is not None]
    asserting = _asserting(file, found)
    for function in found:
        if function.name in registered and function.name not in asserting:
            yield file.path, function.line, "no-assertion", f"{function.name} asserts nothing: it cannot fail"


def check(files, order):
    library, program = _table(EVERYWHERE, PROGRAM_ONLY), _table(EVERYWHERE)
    for file in files:
        if not file.is_c:
            continue
        if file.path.startswith(("src/", "include/")):
            yield from _calls(file, program if _is_program(file) else library)
            if not _is_program(file):
                yield from _formats(file)
        elif file.is_test:
            yield from _calls(file, _table(IN_TESTS))
            try:
                yield from _tests(file)
            except ValueError:
                pass  # rules_shape reports a file that cannot be read
