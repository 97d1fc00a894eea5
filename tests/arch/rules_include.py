"""rules_include — who may include what."""

import os

from layers import doors_of, is_system
from source import includes

RULES = ("parent-include", "bare-name", "upward-include", "public-include", "foreign-include")


def _quoted(file, name, headers, order):
    if ".." in name:
        return "parent-include", f'"{name}" leaves its folder; headers are found by their bare names'
    if "/" in name:
        return "bare-name", f'"{name}": headers are included by their bare names'
    if file.is_public:
        return "public-include", f'"{name}": public headers name each other as <ideenkarte/...>'
    if file.layer is None:
        return None
    owners = headers.get(name, [])
    if owners and not set(owners).intersection(order.sees(file.layer)):
        return "upward-include", f'{file.layer} may not include "{name}" of {owners[0]}'
    return None


def _public(file, name, public, order):
    layer = file.layer
    if layer is None or layer in order.on_public or layer == "umbrella":
        return None
    if name == "ideenkarte.h":
        return "public-include", "<ideenkarte.h> is for users; a layer names the headers it needs"
    if name not in public:
        return "public-include", f"there is no <{name}>"
    if public[name] not in order.sees(layer):
        return "public-include", f"{layer} may not include <{name}> of {public[name]}"
    return None


def _foreign(file, name):
    if is_system(name):
        return None
    if file.is_test and name == "cmocka.h":
        return None
    doors = doors_of(name)
    if doors is None:
        return "foreign-include", f"<{name}> has no door: name one in tests/arch/layers.py"
    if file.is_test and (file.layer is None or "tests" in doors):
        return None
    stem = os.path.splitext(file.name)[0]
    if file.is_public or (file.layer not in doors and f"{file.layer}/{stem}" not in doors):
        # A layer's tests may look at its work with the layer's own libraries.
        if not (file.is_test and any(door.split("/")[0] == file.layer for door in doors)):
            return "foreign-include", f"<{name}> may be named only in {' or '.join(doors)}"
    return None


def check(files, order):
    headers = {}
    for file in files:
        if file.path.startswith("src/") and file.name.endswith(".h"):
            headers.setdefault(file.name, []).append(file.layer)
    public = {f.path.removeprefix("include/"): f.layer for f in files if f.is_public}
    for file in files:
        if not file.is_c:
            continue
        for line, kind, name in includes(file.text):
            if kind == '"':
                fault = _quoted(file, name, headers, order)
            elif name.startswith("ideenkarte"):
                fault = _public(file, name, public, order)
            else:
                fault = _foreign(file, name)
            if fault:
                yield file.path, line, *fault
