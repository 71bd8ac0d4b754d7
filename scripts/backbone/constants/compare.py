"""Holds networks against each other on the labelled sets of images.csv: who tells the classes apart better.

    python3 scripts/backbone/constants/compare.py --cache FOLDER ID=SAVEDMODEL ID=SAVEDMODEL …

All networks see the same episodes: all classes of a set, so many pictures of each that teach, the others asked, plain
imprinting. What is printed is an estimate for these sets, and the difference of each network to the first with an
interval that resamples classes. Needs what measure.py needs.
"""

import argparse

import numpy as np

from measure import NETWORKS, SHOTS, labelled_sets, unit
from pictures import chosen, embed, read_inputs

EPISODES, RESAMPLES, SEED = 200, 2000, 1


def recalls(u, classes, shots):
    """[classes] share of each class's asked pictures that were told right, over all episodes."""
    random = np.random.default_rng(SEED)
    members = [m for m in classes.values() if len(m) > shots]
    right, asked = np.zeros(len(members)), np.zeros(len(members))
    for _ in range(EPISODES):
        orders = [random.permutation(m) for m in members]
        weights = np.stack([unit(u[order[:shots]].mean(0)) for order in orders])
        for label, order in enumerate(orders):
            answers = (u[order[shots:]] @ weights.T).argmax(axis=1)
            right[label] += (answers == label).sum()
            asked[label] += len(answers)
    return 100 * right / asked


def interval(differences):
    """95 % of the mean difference, classes drawn again."""
    random = np.random.default_rng(SEED)
    draws = random.integers(len(differences), size=(RESAMPLES, len(differences)))
    return np.percentile(differences[draws].mean(axis=1), [2.5, 97.5])


def compare(embeddings, sets):
    first = next(iter(embeddings))
    for name, classes in sets.items():
        for shots in (n for n in SHOTS if sum(len(m) > n for m in classes.values()) > 1):
            by_network = {network: recalls(u, classes, shots) for network, u in embeddings.items()}
            cells = [f"{network} {values.mean():.1f}" for network, values in by_network.items()]
            for network, values in list(by_network.items())[1:]:
                low, high = interval(values - by_network[first])
                cells.append(f"{network} - {first} {np.mean(values - by_network[first]):+.1f} ({low:+.1f} to {high:+.1f})")
            print(f"{name}, {len(by_network[first])} classes, {shots} shots:", "; ".join(cells))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--cache", required=True, help="folder for the downloaded packages")
    options.add_argument("models", nargs="+", metavar="ID=SAVEDMODEL")
    arguments = options.parse_args()
    rows = chosen()
    embeddings = {}
    for network, model in (pair.split("=", 1) for pair in arguments.models):
        embeddings[network] = unit(embed(read_inputs(rows, arguments.cache, NETWORKS[network].size), model))
    compare(embeddings, labelled_sets(rows))


if __name__ == "__main__":
    main()
