"""Constants of made-up embeddings by numpy, in no way the app computes them: writes constants.json beside itself.

    python3 test/golden/ownBackbones/constants.py

Needs numpy. The draws are others than the app's and ten times as many, so d_e agrees only as far as draws allow.
"""

import json
from itertools import combinations
from pathlib import Path

import numpy as np

CLASSES, EACH, LOOSE, DIMENSION = 10, 8, 12, 24
EPISODES = 1000


def embeddings(random):
    """Non-negative as after a ReLU: what all have in common, what a class has, what an image has."""
    common = random.uniform(0.2, 1.0, DIMENSION)
    classes = random.normal(0, 0.45, (CLASSES, DIMENSION))
    rows = [np.maximum(0, common + c + random.normal(0, 0.55, DIMENSION)) for c in classes for _ in range(EACH)]
    loose = [np.maximum(0, common + random.normal(0, 0.8, DIMENSION)) for _ in range(LOOSE)]
    return np.round(np.array(rows + loose), 4)


def cosine(a, b):
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))


def within(rows):
    return float(np.mean([cosine(a, b) for a, b in combinations(rows, 2)]))


def draws(classes, shots, ways, random):
    """(cosines [Q, ways], own [Q], mean ρ)"""
    cosines, own, rho = [], [], []
    for _ in range(EPISODES):
        chosen = random.permutation(CLASSES)[:ways]
        orders = [classes[k][random.permutation(EACH)] for k in chosen]
        means = [np.mean([r / np.linalg.norm(r) for r in rows[:shots]], axis=0) for rows in orders]
        for label, rows in enumerate(orders):
            for row in rows[shots : shots + 5]:
                cosines.append([cosine(row, mean) for mean in means])
                own.append(label)
        rho.append(np.mean([RHO[k] for k in chosen]))
    return np.array(cosines), np.array(own), float(np.mean(rho))


def loss(dimension, shots, cosines, own, rho):
    scale = dimension * np.sqrt(rho) / (1 - rho) * shots / (shots + 1)
    probabilities = np.exp(scale * cosines)
    probabilities /= probabilities.sum(1, keepdims=True)
    losses = -np.log(probabilities[np.arange(len(own)), own])
    return np.mean([losses[own == k].mean() for k in np.unique(own)])


def margins(classes):
    between = [np.mean([cosine(a, b) for a in x for b in y]) for x, y in combinations(classes, 2)]
    return float(np.mean(RHO) - np.mean(between))


def right(classes):
    """Whose own mean, made without them, is the nearest."""
    count = 0
    for k, rows in enumerate(classes):
        for i, row in enumerate(rows):
            means = [np.mean([r / np.linalg.norm(r) for r in c], axis=0) for c in classes]
            means[k] = np.mean([r / np.linalg.norm(r) for j, r in enumerate(rows) if j != i], axis=0)
            count += int(np.argmax([cosine(row, mean) for mean in means]) == k)
    return count


random = np.random.default_rng(7)
rows = embeddings(random)
classes = rows[: CLASSES * EACH].reshape(CLASSES, EACH, DIMENSION)
RHO = [within(c) for c in classes]
mean = rows.mean(0)
trials = [(shots, *draws(classes, shots, ways, random)) for shots in (1, 2, 3, 5) for ways in (5, 10)]
grid = np.arange(5, 120, 0.5)
losses = [np.mean([loss(d, *trial) for trial in trials]) for d in grid]
result = {
    "classes": CLASSES,
    "each": EACH,
    "embeddings": rows.tolist(),
    "mean": mean.tolist(),
    "meanDistance": float(np.linalg.norm(rows - mean, axis=1).mean()),
    "withinClassCosine": float(np.mean(RHO)),
    "effectiveDimension": float(grid[np.argmin(losses)]),
    "margin": margins(classes),
    "right": right(classes),
}
Path(__file__).with_name("constants.json").write_text(json.dumps(result) + "\n", "utf-8")
print({key: value for key, value in result.items() if not isinstance(value, list)})
