"""Writes labels.txt of every network: the 1000 ImageNet classes in English, one a line.

    python3 scripts/backbone/labels.py WHEEL-OF-TORCHVISION

The names are torchvision's (BSD-3-Clause, torchvision/models/_meta.py). They serve as folder names too, so no two may
differ in letter case alone: the one that does (264, a dog, beside 474, a garment) gets its breed's full name.
"""

import ast
import sys
import zipfile

from networks import NETWORKS

RENAMED = {264: ("Cardigan", "Cardigan Welsh corgi")}


def categories(source):
    """The list literal assigned to _IMAGENET_CATEGORIES, read without running the module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "_IMAGENET_CATEGORIES":
            return ast.literal_eval(node.value)
    raise SystemExit("this torchvision has no _IMAGENET_CATEGORIES")


def main():
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        names = categories(wheel.read("torchvision/models/_meta.py").decode("utf-8"))
    for index, (old, new) in RENAMED.items():
        assert names[index] == old, f"class {index} is {names[index]}, expected {old}"
        names[index] = new
    assert len(names) == 1000 and len({name.lower() for name in names}) == 1000, "labels must be unique"
    for network in NETWORKS.values():
        network.folder.mkdir(parents=True, exist_ok=True)
        (network.folder / "labels.txt").write_text("".join(f"{name}\n" for name in names), "utf-8")


if __name__ == "__main__":
    main()
