"""Computes imprinting a second time, from the formulas alone, and stores the outcome beside its input.

Written from the formulas that docs/methods.md explains, sharing no code with main/engine/imprinting, in the plainest
way: every fold imprints from the remaining images anew. `golden.test.ts` in test/unit/main/engine/imprinting compares. Made with Python 3.11 and
numpy 2.4.6 by `python3 crosscheck.py`, which writes golden.json in this folder; the seed makes it repeatable.
"""

import base64
import json
import math
import pathlib

import numpy as np

DIMENSION = 48
BASE_CLASSES = 7
EFFECTIVE_DIMENSION = 6.0
# Images per group, per class: single images, bursts, a class of one image and a class of one burst.
GROUPS = [[1], [1, 1], [1, 2, 1], [3, 1, 1, 2, 1], [1, 1, 1, 1, 1, 2, 1, 1], [1, 2, 1, 1], [3]]
STEP = 1024  # embeddings are multiples of 1/1024, so that they are short in JSON and exact in float32


def embeddings(random):
    """Non-negative, with a mean that all share, as after ReLU6 and average pooling."""
    shared = np.abs(random.normal(0.5, 0.3, DIMENSION))
    classes = []
    for sizes in GROUPS:
        centre = shared + random.normal(0, 0.28, DIMENSION)
        groups = []
        for size in sizes:
            scene = centre + random.normal(0, 0.5, DIMENSION)
            groups.append([scene + random.normal(0, 0.1, DIMENSION) for _ in range(size)])
        classes.append([[np.rint(np.maximum(0, a) * STEP).astype(int) for a in group] for group in groups])
    return classes


def sequential(values):
    return float(np.cumsum(values)[-1])


def grid(x):
    return np.rint(np.asarray(x, np.float64) * 2.0**32) / 2.0**32


def unit(a):
    a = np.asarray(a, np.float64)
    return grid((a / math.sqrt(sequential(a * a))).astype(np.float32))


def norm(mean):
    length = math.sqrt(sequential(mean * mean))
    return grid((mean if abs(length - 1) <= 2.0**-23 else mean / length).astype(np.float32))


def shots(groups):
    return [group[0] if len(group) == 1 else grid(sum(group) / len(group)) for group in groups]


def mean_cosine(classes):
    """rho: every group's mean cosine to the other groups of its class, and five of .5."""
    values = []
    for groups in classes:
        own = shots(groups)
        for i, one in enumerate(own):
            if len(own) > 1:
                values.append(np.mean([one @ other for j, other in enumerate(own) if j != i]))
    return float((sum(values) + 5 * 0.5) / (len(values) + 5))


def plain(classes):
    return np.array([norm(sum(shots(groups)) / len(groups)) for groups in classes])


def balanced(classes, base):
    means = np.array([sum(shots(groups)) / len(groups) for groups in classes])
    n = np.array([len(groups) for groups in classes])
    m = means.mean(axis=0)
    sigma2 = 1 - mean_cosine(classes)
    tau2 = max(0.05 * sigma2, ((means - m) ** 2).sum() / (len(classes) - 1) - np.mean(sigma2 / n))
    lam = tau2 / (tau2 + sigma2 / n)
    kept = lam if base else lam / lam.max()
    rows = [norm(x if k == 1 else m + k * (x - m)) for x, k in zip(means, kept)]
    return np.array(rows)


def folds(classes, imprint):
    """Every group once, in the fold of its own position; smaller classes start again from their first group."""
    held = []
    for fold in range(max(len(groups) for groups in classes)):
        out = [fold % len(groups) if len(groups) > 1 else None for groups in classes]
        rows = imprint([[g for i, g in enumerate(groups) if i != o] for groups, o in zip(classes, out)])
        for c, groups in enumerate(classes):
            if len(groups) > 1 and fold < len(groups):
                held.append({"class": c, "group": fold, "cosines": [(rows @ u).tolist() for u in groups[fold]]})
    return held


def log_loss(held, s):
    total = 0.0
    for group in held:
        for cosines in np.array(group["cosines"]):
            x = s * cosines
            total += (np.log(np.exp(x - x.max()).sum()) + x.max() - x[group["class"]]) / len(group["cosines"])
    return total


def fit(held, expected):
    def objective(offset):
        return log_loss(held, expected * math.exp(offset)) + offset**2 / (2 * 0.4**2)

    low, high = -2.0, 2.0
    for _ in range(200):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, b) if objective(a) < objective(b) else (a, high)
    return expected * math.exp((low + high) / 2)


def scales(classes, held):
    n = np.array([len(groups) for groups in classes])
    rho = mean_cosine(classes)
    fewer = np.where(n > 1, n - 1, n)
    s0 = EFFECTIVE_DIMENSION * math.sqrt(rho) / (1 - rho) * np.mean(n / (n + 1))
    growth = np.mean(n / (n + 1)) / np.mean(fewer / (fewer + 1))
    return float(s0), float(fit(held, s0 / growth) * growth)


def rejection(classes, held, imprint, alpha):
    scores = sorted(group["cosines"][0][group["class"]] for group in held)
    threshold = scores[math.floor(alpha * (len(scores) + 1)) - 1]
    shares = []
    for c, groups in enumerate(classes):
        rows = imprint([other for k, other in enumerate(classes) if k != c])
        shares += [np.mean([(rows @ u).max() >= threshold for u in group]) for group in groups]
    return float(threshold), float(np.mean(shares))


def joins(raw, classes, base):
    w, b, mu, radius = base
    centred = w.T - w.T.mean(axis=0)
    kappa = radius / np.mean(np.linalg.norm(centred, axis=1))
    replace = np.array([norm(mu + 0.5 * kappa * row) for row in centred])
    away = [[[unit(np.float64(a) / STEP - mu) for a in group] for group in groups] for groups in raw]
    v = plain(away)
    length = np.mean(np.linalg.norm(w, axis=0))
    probes = [np.float64(groups[0][0]) / STEP for groups in raw]
    append = [np.concatenate([a @ w + b, length * ((a - mu) @ v.T) + 1.5]) for a in probes]
    novel = balanced(classes, True)
    replaced = [np.concatenate([9 * replace @ unit(a), 9 * novel @ unit(a) - 0.25]) for a in probes]
    return replace, np.array(append), np.array(replaced)


def bits(array):
    return base64.b64encode(np.asarray(array, "<f4").tobytes()).decode()


def main():
    random = np.random.default_rng(20180618)
    raw = embeddings(random)
    classes = [[[unit(np.float64(a) / STEP) for a in group] for group in groups] for groups in raw]
    everything = np.array([a for groups in raw for group in groups for a in group]) / STEP
    mu = np.float64(np.float32(everything.mean(axis=0) + random.normal(0, 0.05, DIMENSION)))
    w = np.rint(random.normal(0, 0.4, (DIMENSION, BASE_CLASSES)) * STEP) / STEP
    b = np.rint(random.normal(0, 0.02, BASE_CLASSES) * STEP) / STEP
    radius = 2.5
    replace, append, replaced = joins(raw, classes, (w, b, mu, radius))
    expected = {"rho": mean_cosine(classes), "replaceRows": bits(replace), "appendLogits": append.tolist()}
    expected |= {"units": bits([u for groups in classes for group in groups for u in group])}
    expected |= {"replaceLogits": replaced.tolist(), "balancedWithBase": bits(balanced(classes, True))}
    for name, imprint in [("plain", plain), ("balanced", lambda c: balanced(c, False))]:
        held = folds(classes, imprint)
        s0, s = scales(classes, held)
        threshold, accepted = rejection(classes, held, imprint, 0.1)
        right = [np.mean([np.argmax(row) == g["class"] for row in g["cosines"]]) for g in held]
        expected[name] = {
            "rows": bits(imprint(classes)), "heldOut": held, "leaveOneOut": float(np.mean(right)),
            "expectedScale": s0, "scale": s, "threshold": threshold, "foreignAccepted": accepted,
        }
    data = {
        "dimension": DIMENSION, "step": STEP, "effectiveDimension": EFFECTIVE_DIMENSION,
        "embeddings": [[[a.tolist() for a in group] for group in groups] for groups in raw],
        "base": {"weights": bits(w), "bias": bits(b), "mean": bits(mu), "radius": radius},
        "expected": expected,
    }
    text = json.dumps(data, separators=(",", ":")) + "\n"
    (pathlib.Path(__file__).parent / "golden.json").write_text(text)


if __name__ == "__main__":
    main()
