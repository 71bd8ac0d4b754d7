"""Imprints what `run.mjs dump` wrote a second time in numpy and compares: rows to the byte, guesses one by one.

    python3 crosscheck.py FOLDER
"""

import json
import math
import pathlib
import sys

import numpy as np


def unit(a):
    a = np.asarray(a, np.float64)
    length = math.sqrt(float(np.cumsum(a * a)[-1]))
    scaled = a if abs(length - 1) <= 2.0**-23 else a / length
    return np.rint(scaled.astype(np.float32).astype(np.float64) * 2.0**32) / 2.0**32


def embedding(a):
    a = np.asarray(a, np.float64)
    scaled = a / math.sqrt(float(np.cumsum(a * a)[-1]))
    return np.rint(scaled.astype(np.float32).astype(np.float64) * 2.0**32) / 2.0**32


def main():
    folder = pathlib.Path(sys.argv[1])
    dump = json.loads((folder / "dump.json").read_text())
    raw = np.fromfile(folder / "embeddings.f32", "<f4").reshape(-1, dump["dimension"])
    units = np.array([embedding(a) for a in raw])
    labels = np.array(dump["labels"])
    for part in dump["parts"]:
        support, query = np.array(part["support"]), np.array(part["query"])
        means = np.array([units[support[labels[support] == c]].mean(0) for c in range(dump["classes"])])
        rows = np.array([unit(mean) for mean in means]).astype(np.float32)
        written = np.fromfile(folder / f"rows-{part['shots']}-{part['turn']}.f32", "<f4").reshape(rows.shape)
        guesses = (units[query] @ rows.astype(np.float64).T).argmax(1)
        same = guesses == np.array(part["guesses"])
        print(
            f"{part['shots']} shots, division {part['turn']}: rows {'equal to the byte' if rows.tobytes() == written.tobytes() else 'DIFFER'}, "
            f"{same.sum()} of {len(same)} guesses equal, accuracy {100 * (guesses == labels[query]).mean():.2f}"
        )


if __name__ == "__main__":
    main()
