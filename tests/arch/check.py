#!/usr/bin/env python3
"""check.py [--order FILE] ROOT — the rules of the house that no compiler knows.

Prints `file:line: rule: message` for each offence and ends with 1 when there is one. The order of
the layers is read from ROOT/src/CMakeLists.txt, or from FILE. Each rule has a sample in samples/
that proves that it can fail.
"""

import argparse
import os
import sys

import rules_include
import rules_shape
import rules_tree
import rules_word
import tree
from layers import Order

RULE_FILES = (rules_tree, rules_include, rules_shape, rules_word)


def faults(root, order_file):
    with open(order_file, encoding="utf-8") as file:
        order = Order(file.read())
    files = tree.files(root)
    found = []
    for rules in RULE_FILES:
        found += rules.check(files, order)
    return sorted(found), sorted(rules_shape.wishes(files))


def main():
    parser = argparse.ArgumentParser(description="Checks the architecture of the source tree.")
    parser.add_argument("--order", help="file with the ik_layer() calls")
    parser.add_argument("root")
    arguments = parser.parse_args()
    order_file = arguments.order or os.path.join(arguments.root, "src", "CMakeLists.txt")
    found, wishes = faults(arguments.root, order_file)
    for path, line, rule, message in wishes:
        print(f"note: {path}:{line}: {rule}: {message}")
    for path, line, rule, message in found:
        print(f"{path}:{line}: {rule}: {message}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
