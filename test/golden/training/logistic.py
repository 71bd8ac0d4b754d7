"""Logistic regression by scikit-learn, stored beside its input.

`logistic.test.ts` in test/unit/main/engine/training/methods compares. Made with Python 3.11, numpy 2.4.6 and scikit-learn 1.9.1 by
`python3 logistic.py`, which writes logistic.json in this folder; the seed makes it repeatable.
"""

import json
import pathlib

import numpy as np
from sklearn.linear_model import LogisticRegression

DIMENSION = 24
STEP = 1024  # embeddings are multiples of 1/1024, so that they are short in JSON and exact in float32


def unit(a):
    a = np.asarray(a, np.float64)
    u = (a / np.sqrt((a * a).sum(axis=1, keepdims=True))).astype(np.float32)
    return np.rint(u.astype(np.float64) * 2.0**32) / 2.0**32


def case(random, shots, burst):
    """Images of classes around centres; with `burst` the first images of each class are one group."""
    shared = np.abs(random.normal(0.5, 0.3, DIMENSION))
    raw, labels, groups = [], [], []
    for label, count in enumerate(shots):
        centre = shared + random.normal(0, 0.3, DIMENSION)
        for i in range(count):
            raw.append(np.rint(np.maximum(0, centre + random.normal(0, 0.3, DIMENSION)) * STEP).astype(int))
            labels.append(label)
            groups.append(0 if i < burst else i)
    images = {}
    for key in zip(labels, groups):
        images[key] = images.get(key, 0) + 1
    weights = [1 / images[key] for key in zip(labels, groups)]
    u = unit(np.array(raw) / STEP)
    fitted = LogisticRegression(C=1.0, tol=1e-10, max_iter=100_000).fit(u, labels, sample_weight=weights)
    return {
        "raw": np.array(raw).tolist(),
        "labels": labels,
        "groups": groups,
        "coefficients": fitted.coef_.tolist(),
        "intercepts": fitted.intercept_.tolist(),
        "probabilities": fitted.predict_proba(u).tolist(),
    }


def main():
    random = np.random.default_rng(20180618)
    cases = {
        "four classes": case(random, [9, 4, 12, 6], 0),
        "two classes": case(random, [10, 7], 0),
        "bursts": case(random, [8, 8, 5], 4),
    }
    path = pathlib.Path(__file__).with_name("logistic.json")
    path.write_text(json.dumps({"step": STEP, "cases": cases}) + "\n")


main()
