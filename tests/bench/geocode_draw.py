#!/usr/bin/env python3
"""geocode_draw GEBREF GEODATA CLEAN TYPOS [ROWS] — addresses drawn from building references.

Writes ROWS (1,000,000) rows `street;house_number;postcode;city` drawn with a fixed seed, as in the register to CLEAN and
to TYPOS with one slip (a letter missing, twice, wrong, or two swapped) in the street of every tenth. The postcode is one of
the municipality's, for building references have none.
"""
import csv
import random
import sys

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def read_postcodes(path):
    of = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            of.setdefault(row["ags"], []).append(row["postcode"])
    return of


def read_table(path, key, value):
    with open(path, encoding="utf-8", newline="") as file:
        return {row[key]: row[value] for row in csv.DictReader(file)}


def slip(street, chance):
    i = chance.randrange(1, len(street)) if len(street) > 1 else 0
    kind = chance.randrange(4)
    if kind == 0:
        return street[:i] + street[i + 1:]
    if kind == 1:
        return street[:i] + street[i] + street[i:]
    if kind == 2:
        return street[:i] + chance.choice(LETTERS) + street[i + 1:]
    return street[:i - 1] + street[i] + street[i - 1] + street[i + 1:] if i > 0 else street


def main():
    gebref, geodata, clean_path, typos_path = sys.argv[1:5]
    n_rows = int(sys.argv[5]) if len(sys.argv) > 5 else 1000000
    postcodes = read_postcodes(f"{geodata}/postcodes.csv")
    names = read_table(f"{geodata}/municipalities.csv", "ags", "name")
    chance = random.Random(5)
    with open(gebref, "rb") as file:
        lines = sum(1 for _ in file)
    drawn = sorted(chance.sample(range(lines), min(n_rows, lines)))
    rows, wanted = [], iter(drawn)
    at = next(wanted)
    with open(gebref, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number != at:
                continue
            f = line.split(";")
            ags = f[3] + f[5] + f[7] + f[9]
            rows.append((f[14], f[15] + f[16], chance.choice(postcodes.get(ags, [""])), names.get(ags, f[10])))
            at = next(wanted, None)
    chance.shuffle(rows)
    with open(clean_path, "w", encoding="utf-8") as clean, open(typos_path, "w", encoding="utf-8") as typos:
        for file in (clean, typos):
            file.write("street;house_number;postcode;city\n")
        for number, (street, *rest) in enumerate(rows):
            clean.write(";".join((street, *rest)) + "\n")
            written = slip(street, chance) if number % 10 == 0 else street
            typos.write(";".join((written, *rest)) + "\n")


main()
