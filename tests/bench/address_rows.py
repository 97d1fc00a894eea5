"""address_rows.py STREETS.csv.gz GEODATA N: N rows street;house_number;postcode;city from the street catalogue.

The same rows for the same files: streets, numbers and postcodes are drawn with a fixed seed.
"""
import collections, csv, gzip, random, sys

streets, geodata, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
draw = random.Random(5)
postcodes = collections.defaultdict(list)
with open(f"{geodata}/postcodes.csv", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        postcodes[row["ags"]].append(row["postcode"])
with open(f"{geodata}/municipalities.csv", encoding="utf-8") as file:
    names = {row["ags"]: row["name"] for row in csv.DictReader(file)}
with gzip.open(streets, "rt", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, delimiter=";"))
draw.shuffle(rows)
print("street;house_number;postcode;city")
for row in rows[:count]:
    ags = row["ags"]
    postcode = draw.choice(postcodes.get(ags) or [""])
    print(row["strasse"], draw.randint(1, 120), postcode, names.get(ags, row["gemeinde_file"]), sep=";")
