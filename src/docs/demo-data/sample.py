"""Makes the bundled medical table; see README.md beside it."""

import collections
import csv
import gzip
import hashlib
import io
import pathlib
import sys

TRAINING_ROWS = 6000
HOLDOUT_PATIENTS = 3250
MOST_ALIKE = 0.96
NOT_MEDICAL = {"payer_code"}
OUT = pathlib.Path(__file__).resolve().parents[2] / "cli/src/main/resources/io/synthaudit/cli/demo"


def rank(text):
    return hashlib.sha256(("synthaudit demo " + text).encode()).hexdigest()


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
        return header, rows


def write(name, header, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    (OUT / name).write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


def main(source):
    header, pool = read(source / "real.csv")
    _, ids = read(source / "ids_real.csv")
    _, more = read(source / "holdout.csv")
    _, more_ids = read(source / "ids_holdout.csv")
    pool += more
    ids = [row[0] for row in ids + more_ids]

    alike = [collections.Counter(column).most_common(1)[0][1] / len(pool) for column in zip(*pool)]
    kept = [i for i, share in enumerate(alike) if share <= MOST_ALIKE and header[i] not in NOT_MEDICAL]
    print("dropped:", ", ".join(header[i] for i in range(len(header)) if i not in kept))

    visits = collections.defaultdict(list)
    for number, patient in enumerate(ids):
        visits[patient].append(number)
    patients = sorted(visits, key=rank)
    training = []
    while len(training) < TRAINING_ROWS:
        training += visits[patients.pop(0)]
    holdout = [number for patient in patients[:HOLDOUT_PATIENTS] for number in visits[patient]]

    OUT.mkdir(parents=True, exist_ok=True)
    renumbered = {}
    for name, numbers in (("training", training), ("holdout", holdout)):
        numbers.sort(key=lambda number: rank(str(number)))
        for number in numbers:
            renumbered.setdefault(ids[number], len(renumbered) + 1)
        write(name + ".csv.gz", [header[i] for i in kept], [[pool[n][i] for i in kept] for n in numbers])
        write(name + "_ids.csv.gz", ["patient"], [[renumbered[ids[n]]] for n in numbers])
        print(name, len(numbers), "rows,", len({ids[n] for n in numbers}), "patients")


main(pathlib.Path(sys.argv[1]))
