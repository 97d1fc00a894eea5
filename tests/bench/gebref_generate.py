#!/usr/bin/env python3
"""gebref_generate STREETS GEODATA OUTPUT [HOUSES] — building references the size of North Rhine-Westphalia.

Writes HOUSES (4,700,000) rows in the layout with 21 fields: every street of the catalogue STREETS
(strassen_nrw_punkte.csv.gz) with its real name, key and municipality; houses stand on both sides of a straight line
through the street's point. Houses a street are distributed exponentially, one in twelve has a suffix. The same
arguments give the same bytes. GEODATA is the project's folder geodata, for the names of municipalities and districts.
"""
import csv
import gzip
import math
import random
import sys

BEZIRK = {"1": "Düsseldorf", "3": "Köln", "5": "Münster", "7": "Detmold", "9": "Arnsberg"}


def utm32(lon, lat):
    """EPSG:25832 by Krüger's series to n^3 (J. Kawase 2011): millimetres inside the zone."""
    n = 1 / 298.257222101 / (2 - 1 / 298.257222101)
    a = 6378137 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    alpha = (n / 2 - 2 / 3 * n**2 + 5 / 16 * n**3, 13 / 48 * n**2 - 3 / 5 * n**3, 61 / 240 * n**3)
    phi, lam = math.radians(lat), math.radians(lon - 9)
    c = 2 * math.sqrt(n) / (1 + n)
    t = math.sinh(math.atanh(math.sin(phi)) - c * math.atanh(c * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(lam)), math.atanh(math.sin(lam) / math.sqrt(1 + t * t))
    east = eta + sum(alpha[j] * math.cos(2 * (j + 1) * xi) * math.sinh(2 * (j + 1) * eta) for j in range(3))
    north = xi + sum(alpha[j] * math.sin(2 * (j + 1) * xi) * math.cosh(2 * (j + 1) * eta) for j in range(3))
    return 500000 + 0.9996 * a * east, 0.9996 * a * north


def read_names(path, key, name):
    with open(path, encoding="utf-8", newline="") as file:
        return {row[key]: row[name] for row in csv.DictReader(file)}


def read_streets(path):
    """(ags, locality, key, name, east, north) of every street; one without a point stands at its municipality's middle."""
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if len(row["strassenschluessel"]) == 17]
    points = {}
    for row in rows:
        if row["lon"]:
            points.setdefault(row["ags"], []).append((float(row["lon"]), float(row["lat"])))
    middles = {ags: (sorted(p[0] for p in of)[len(of) // 2], sorted(p[1] for p in of)[len(of) // 2])
               for ags, of in points.items()}
    streets = []
    for row in rows:
        lon, lat = (float(row["lon"]), float(row["lat"])) if row["lon"] else middles.get(row["ags"], (7.5, 51.5))
        key = row["strassenschluessel"]
        streets.append((row["ags"], key[8:12], key[12:], row["strasse"], *utm32(lon, lat)))
    return streets


def counts(n_streets, n_houses, chance):
    weights = [-math.log(1 - chance.random()) for _ in range(n_streets)]
    scale = (n_houses - n_streets) / sum(weights)
    numbers = [1 + int(weight * scale) for weight in weights]
    for i in range(n_houses - sum(numbers)):
        numbers[i % n_streets] += 1
    return numbers


def write_street(file, street, head, number, first, chance):
    ags, _, key, name, east, north = street
    bearing = chance.random() * math.tau
    along, across = (math.cos(bearing), math.sin(bearing)), (-math.sin(bearing), math.cos(bearing))
    house, suffix = 0, ""
    lines = []
    for i in range(number):
        if suffix == "" and house > 0 and chance.random() < 1 / 12:
            suffix = "a"
        else:
            house, suffix = house + 1, ""
        x = (i - number / 2) * 9.0
        y = (12.0 if house % 2 else -12.0) + chance.random() * 4
        lines.append(f"N;DENW{first + i:012d};A;{head};{key};{name};{house};{suffix};32;"
                     f"{east + x * along[0] + y * across[0]:.3f};{north + x * along[1] + y * across[1]:.3f};2026-07-01\n")
    file.write("".join(lines))


def main():
    streets_path, geodata, output = sys.argv[1:4]
    n_houses = int(sys.argv[4]) if len(sys.argv) > 4 else 4700000
    municipalities = read_names(f"{geodata}/municipalities.csv", "ags", "name")
    districts = read_names(f"{geodata}/districts.csv", "code", "name")
    streets = read_streets(streets_path)
    chance = random.Random(4)
    numbers = counts(len(streets), n_houses, chance)
    done = 0
    with open(output, "w", encoding="utf-8", newline="") as file:
        for street, number in zip(streets, numbers):
            ags, ott = street[0], street[1]
            head = (f"{ags[:2]};Nordrhein-Westfalen;{ags[2]};{BEZIRK.get(ags[2], '')};{ags[3:5]};"
                    f"{districts.get(ags[:5], '')};{ags[5:]};{municipalities.get(ags, '')};{ott};")
            write_street(file, street, head, number, done, chance)
            done += number
    print(f"{done} houses in {len(streets)} streets")


main()
