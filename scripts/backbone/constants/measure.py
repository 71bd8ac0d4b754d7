"""Measures a backbone's constants on the pictures of images.csv and writes ID.json.

    python3 scripts/backbone/constants/measure.py ID --model SAVEDMODEL --cache FOLDER

ID is one of networks.py, SAVEDMODEL is the folder that the app writes into its cache (main/engine/backbone/savedModelCache.ts), so the
embeddings are the app's own. Needs numpy, Pillow and tensorflow-cpu 2.15. docs/backbone.md says what each constant is.
Run scripts/backbone/convert.py afterwards: it puts ID.json into backbone.json.
"""

import argparse
import base64
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from pictures import chosen, embed, read_inputs

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from networks import NETWORKS, add_choice  # noqa: E402

SHOTS, WAYS, EPISODES, QUERIES, SEED = (1, 2, 3, 5), (5, 10), 100, 5, 1


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def labelled_sets(rows):
    """{set: {class: row numbers}} of the classes with at least two pictures."""
    sets = defaultdict(lambda: defaultdict(list))
    for index, row in enumerate(rows):
        if row["set"]:
            sets[row["set"]][row["class"]].append(index)
    return {name: {c: v for c, v in classes.items() if len(v) > 1} for name, classes in sets.items()}


def class_cosine(u, members):
    """Mean cosine between two different pictures of a class: |sum u|² holds every pair twice and n ones."""
    n = len(members)
    return (np.linalg.norm(u[members].sum(0)) ** 2 - n) / (n * (n - 1))


def episodes(u, classes, shots, ways, random):
    """(cosines of held-out pictures to the imprinted classes, their classes, ρ of the classes) of many episodes."""
    names = [name for name, members in classes.items() if len(members) > shots]
    cosines, answers, rho = [], [], []
    for _ in range(EPISODES if len(names) >= ways else 0):
        weights, queries, labels = [], [], []
        for label, name in enumerate(random.permutation(names)[:ways]):
            members = random.permutation(classes[name])
            weights.append(unit(u[members[:shots]].mean(0)))
            held_out = members[shots : shots + QUERIES]
            queries.extend(held_out)
            labels.extend([label] * len(held_out))
            rho.append(class_cosine(u, members))
        cosines.append(u[queries] @ np.array(weights).T)
        answers.extend(labels)
    return (np.concatenate(cosines), np.array(answers), np.mean(rho)) if cosines else None


def log_loss(cosines, answers, scale):
    """Mean over the pictures of -ln softmax(scale·cosine), every answer's class counting alike."""
    z = scale * cosines
    z -= z.max(axis=1, keepdims=True)
    losses = np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(answers)), answers]
    weights = 1 / np.bincount(answers)[answers]
    return (weights * losses).sum() / weights.sum()


def scale_for(dimension, rho, shots):
    """METHODS 1b, with equal shots: s₀ = d_e·√ρ/(1-ρ)·n/(n+1)."""
    return dimension * np.sqrt(rho) / (1 - rho) * shots / (shots + 1)


def least(loss):
    """The d_e of least loss, to a tenth."""
    grid = np.arange(5, 120, 0.1)
    return round(float(grid[np.argmin([loss(d) for d in grid])]), 1)


def effective_dimension(u, sets):
    """One d_e for all labelled sets (each set, number of shots and number of classes counting alike), and each set's own."""
    random = np.random.default_rng(SEED)
    trials = {name: [] for name in sets}
    for name, classes in sets.items():
        for shots in SHOTS:
            for ways in WAYS:
                trial = episodes(u, classes, shots, ways, random)
                if trial:
                    trials[name].append((shots, *trial))

    def loss(dimension, names):
        return np.mean([
            np.mean([log_loss(c, y, scale_for(dimension, rho, shots)) for shots, c, y, rho in trials[name]])
            for name in names
        ])

    return least(lambda d: loss(d, sets)), {name: least(lambda d, n=name: loss(d, [n])) for name in sets}


def measure(rows, raw):
    varied = raw[[row["mean"] == "1" for row in rows]]
    mean = varied.mean(0)
    u, sets = unit(raw), labelled_sets(rows)
    cosines = {name: float(np.mean([class_cosine(u, v) for v in classes.values()])) for name, classes in sets.items()}
    dimension, dimensions = effective_dimension(u, sets)
    print("mean cosine within classes:", {k: round(v, 3) for k, v in cosines.items()})
    print("effective dimension:", dimensions, "|mean|:", np.linalg.norm(mean))
    return {
        "mean": base64.b64encode(mean.astype("<f4").tobytes()).decode(),
        "meanDistance": round(float(np.linalg.norm(varied - mean, axis=1).mean()), 4),
        "withinClassCosine": round(float(np.mean(list(cosines.values()))), 3),
        "effectiveDimension": dimension,
        "images": len(varied),
    }


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_choice(options)
    options.add_argument("--model", required=True, help="folder of the SavedModel")
    options.add_argument("--cache", required=True, help="folder for the downloaded packages")
    arguments = options.parse_args()
    rows, network = chosen(), NETWORKS[arguments.network]
    inputs = read_inputs(rows, arguments.cache, network.size)
    constants = measure(rows, embed(inputs, arguments.model))
    (HERE / f"{network.id}.json").write_text(json.dumps(constants, indent=2) + "\n", "utf-8")
    print({key: value for key, value in constants.items() if key != "mean"})


if __name__ == "__main__":
    main()
