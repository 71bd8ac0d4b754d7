"""scikit-learn's LogisticRegression as it is, on embeddings that `training.ts` wrote: how long, and how often right.

    python3 logistic.py FOLDER DIMENSION
"""

import json
import pathlib
import sys
import time

import numpy as np
from sklearn.linear_model import LogisticRegression


def read(folder, name, dimension):
    units = np.fromfile(folder / f"{name}.units", "<f4").reshape(-1, dimension)
    return units, np.fromfile(folder / f"{name}.labels", "<i4")


folder, dimension = pathlib.Path(sys.argv[1]), int(sys.argv[2])
learnt, asked = read(folder, "learnt", dimension), read(folder, "asked", dimension)
begun = time.perf_counter()
fitted = LogisticRegression(max_iter=1000).fit(*learnt)
seconds = time.perf_counter() - begun
print(json.dumps({"seconds": seconds, "accuracy": 100 * float(fitted.score(*asked))}))
