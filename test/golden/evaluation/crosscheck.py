"""Has scikit-learn and statsmodels compute what evaluations say, and stores it beside what it was computed from.

`golden.test.ts` in test/unit/main/engine/evaluation compares. Made with Python 3.11, numpy 2.4, scikit-learn 1.9 and statsmodels 0.15
by `python3 crosscheck.py`, which writes golden.json in this folder; the seed makes it repeatable.
"""

import json
import pathlib

import numpy as np
from scipy import stats
from sklearn.calibration import calibration_curve
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

CLASSES = 6
IMAGES = 240
BINS = 10


def answers(random):
    """Every class is asked; class 5 is never answered."""
    labels = random.integers(0, CLASSES, IMAGES)
    wrong = random.integers(0, CLASSES - 1, IMAGES)
    right = random.random(IMAGES) < 0.6
    guesses = np.where(right & (labels < CLASSES - 1), labels, wrong)
    confidences = np.rint(random.beta(3, 1.5, IMAGES) * 4096) / 4096
    return labels, guesses, confidences


def figures(labels, guesses):
    kinds = range(CLASSES)
    precision, recall, f1, support = precision_recall_fscore_support(
        labels, guesses, labels=kinds, zero_division=np.nan
    )
    # F1 = 2tp/(2tp + fp + fn) is 0, not undefined, where a class was asked and never answered.
    f1 = precision_recall_fscore_support(labels, guesses, labels=kinds, zero_division=0)[2]
    return {
        "precision": [None if np.isnan(value) else value for value in precision],
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
        "macroRecall": float(recall.mean()),
        "macroF1": float(f1.mean()),
        "confusion": confusion_matrix(labels, guesses, labels=kinds).tolist(),
    }


def reliability(labels, guesses, confidences):
    right = (labels == guesses).astype(float)
    accuracy, confidence = calibration_curve(right, confidences, n_bins=BINS, strategy="uniform")
    sizes = np.histogram(confidences, bins=BINS, range=(0, 1))[0]
    sizes = sizes[sizes > 0]
    error = float(np.sum(sizes / sizes.sum() * np.abs(accuracy - confidence)))
    return {"accuracy": accuracy.tolist(), "confidence": confidence.tolist(), "n": sizes.tolist(), "error": error}


def one_sided():
    """Upper ends of the two-sided 90 % intervals: one-sided 95 % bounds. Counts need not be whole."""
    cases = [(0, 1), (0, 59), (1, 59), (3, 40), (10, 10), (2.5, 33.3), (0, 28.7), (700, 2000)]
    return [{"k": k, "n": n, "upper": 1.0 if k == n else float(stats.beta.ppf(0.95, k + 1, n - k))} for k, n in cases] + [
        {"k": k, "n": n, "upper": float(proportion_confint(k, n, alpha=0.1, method="beta")[1])}
        for k, n in [(0, 20), (4, 25), (17, 300)]
    ]


def held_out(random):
    """Variance of a mean over shots of several classes, shots drawn again within classes."""
    strata = [random.random(size).round(3).tolist() for size in (2, 5, 9, 30)]
    total = sum(map(len, strata))
    variance = sum(len(values) * np.var(values, ddof=1) for values in strata) / total**2
    return {"strata": strata, "variance": float(variance)}


def main():
    random = np.random.default_rng(20180618)
    labels, guesses, confidences = answers(random)
    ps = [0.001, 0.04, 0.012, 0.6, 0.012, 0.9, 0.03]
    golden = {
        "labels": labels.tolist(),
        "guesses": guesses.tolist(),
        "confidences": confidences.tolist(),
        "figures": figures(labels, guesses),
        "reliability": reliability(labels, guesses, confidences),
        "holm": {"p": ps, "adjusted": multipletests(ps, method="holm")[1].tolist()},
        "student": [
            {"t": t, "freedom": f, "p": float(2 * stats.t.sf(t, f)), "width": float(stats.t.ppf(0.975, f))}
            for t, f in ((0.1, 10), (1.0, 12.5), (1.96, 40), (3.2, 99), (6.0, 1000))
        ],
        "oneSided": one_sided(),
        "heldOut": held_out(random),
    }
    path = pathlib.Path(__file__).with_name("golden.json")
    path.write_text(json.dumps(golden, indent=1) + "\n")


main()
