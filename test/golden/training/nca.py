"""Stores scikit-learn's objective of neighbourhood components analysis, and its gradient, for fixed projections.

`nca.test.ts` in test/unit/main/engine/training/projection compares. Made with Python 3.11, numpy 2.4 and scikit-learn 1.9 by
`python3 nca.py`, which writes nca.json in this folder; the seed makes it repeatable.
"""

import json
import pathlib

import numpy as np
from sklearn.neighbors import NeighborhoodComponentsAnalysis

DIMENSION, TARGET, CLASSES, EACH = 12, 5, 4, 6
STEP = 256  # values are multiples of 1/256, so that they are short in JSON and exact in float32


def rounded(values):
    return np.rint(values * STEP) / STEP


def case(random, reach):
    labels = np.repeat(np.arange(CLASSES), EACH)
    centres = random.normal(0, 0.5, (CLASSES, DIMENSION))
    points = rounded(centres[labels] + random.normal(0, 0.6, (len(labels), DIMENSION)))
    matrix = rounded(reach * random.normal(0, 1 / np.sqrt(DIMENSION), (TARGET, DIMENSION)))
    nca = NeighborhoodComponentsAnalysis(n_components=TARGET)
    nca.n_iter_ = 0
    same = labels[:, None] == labels[None, :]
    objective, gradient = nca._loss_grad_lbfgs(matrix.ravel(), points, same, sign=1.0)
    return {
        "points": points.ravel().tolist(),
        "labels": labels.tolist(),
        "matrix": matrix.ravel().tolist(),
        "objective": float(objective),
        "gradient": gradient.ravel().tolist(),
    }


def main():
    random = np.random.default_rng(20260)
    golden = {
        "dimension": DIMENSION,
        "target": TARGET,
        "cases": [case(random, reach) for reach in (0.3, 1, 2)],
    }
    path = pathlib.Path(__file__).with_name("nca.json")
    path.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
