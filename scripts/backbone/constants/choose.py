"""Chooses the pictures and writes images.csv: package, path, SHA-256, licence family, whether it counts for the mean,
and, for the labelled sets, the set and the class.

    python3 scripts/backbone/constants/choose.py CACHE

Varied on purpose: photographed scenes, photographed objects on white, drawings and emoji, with no subject holding more
than a tenth. The rules are written out so that the list can be argued with.
"""

import csv
import hashlib
import json
import re
import sys
from pathlib import Path

from packages import open_package

LIST = Path(__file__).with_name("images.csv")
GCOMPRIS = "gcompris/src/activities/"
LICENCES = {
    "gcompris-qt-data": "public domain, CC0, CC-BY or CC-BY-SA",
    "tuxpaint-stamps-default": "GPL-2+",
    "emoji-datasource-google": "Apache-2.0",
    "emoji-datasource-twitter": "CC-BY-4.0",
    "fluent-emoji-3d": "MIT",
    "scikit-image": "public domain, CC0 or BSD-3-Clause",
    "scikit-learn": "CC-BY-2.0",
}

# Photographed scenes and things: (resource file, folder under the activities, pattern of names).
GCOMPRIS_PICTURES = [
    ("categorization.rcc", "categorization/resource/images/(fishes|monuments|others|renewable|tools)", r"(?!windmill6\.).*"),
    ("erase.rcc", "erase/resource", ".*"),
    ("explore_farm_animals.rcc", "explore_farm_animals/resource/animals", ".*"),
    ("explore_world_animals.rcc", "explore_world_animals/resource/animals", ".*"),
    ("explore_world_music.rcc", "explore_world_music/resource/music", ".*"),
    ("explore_monuments.rcc", "explore_monuments/resource/(france|india|usa)", "[a-m].*"),
    ("clickgame.rcc", "clickgame/resource", r"sea\d\..*"),
    ("lang.rcc", "lang/resource/words_sample", "[a-h].*"),
]
# Photographic stamps: drawings, signs, letters and coins stay out.
STAMPS = r"(animals|food|hobbies|household|medical|plants|sports|vehicles|space/moon|town/roadsigns)/(?!.*(cartoon|toys|plastic))"
SKIMAGE = "astronaut camera cell chelsea coffee coins grass gravel horse hubble_deep_field ihc moon motorcycle_left page retina rocket"

# Labelled sets, for the cosine within classes and for the effective dimension.
PHOTO_CLASSES = {
    "hammer": r"tools/hammer", "tape measure": r"tools/measuringTape", "pliers": r"tools/(plier|sideCutter|cuttingTool)",
    "scissors": r"tools/scissors", "screwdriver": r"tools/screwDriver", "windmill": r"renewable/windmill",
    "dam": r"renewable/dam", "solar panel": r"renewable/solar[4-8]", "fish": r"fishes/fish",
    "tower": r"monuments/(bayterek|burj|eiffel|empire|juche|kutub|leaning)", "arch": r"monuments/(India|arc|branden|monument2)",
    "bird": r"erase/resource/(heron|kingfisher|northern|penguin|spoonbills|toucan|gosling|swans)",
    "monkey": r"erase/resource/(gibbon|gorilla|long_nosed|macaque)",
}
STAMP_CLASSES = {
    "bird": "animals/birds", "fish": "animals/fish", "insect": "animals/insects", "cattle": "animals/mammals/bovines",
    "rodent": "animals/mammals/rodents", "fruit": "food/fruit", "vegetable": "food/vegetables", "flower": "plants/flowers",
    "string instrument": "hobbies/music/string", "tool": "household/tools", "road sign": "town/roadsigns",
    "mushroom": "plants/mushrooms",
}
EMOJI_GROUPS = {"Animals & Nature", "Food & Drink", "Travel & Places", "Objects", "Activities"}
EMOJI_SKIPPED = {"time", "sky & weather", "cat-face", "monkey-face", "place-map"}
EMOJI_FOLDERS = {
    "emoji-datasource-google": "package/img/google/64/{}.png",
    "emoji-datasource-twitter": "package/img/twitter/64/{}.png",
    "fluent-emoji-3d": "package/assets/{}.webp",
}
EMOJI_CLASSES = 120


def class_of(path, classes):
    return next((name for name, pattern in classes.items() if re.search(pattern, path)), None)


def gcompris(files):
    for path in sorted(files):
        for resource, folder, names in GCOMPRIS_PICTURES:
            if re.fullmatch(f"{resource}!{GCOMPRIS}{folder}/{names}", path):
                yield path, True, ("photos", class_of(path, PHOTO_CLASSES))


def stamps(files):
    for path in sorted(files):
        inside = path.partition("/stamps/")[2]
        if re.match(STAMPS, inside) and not re.search(r"_mirror|_flip|\d_mirror", inside):
            yield path, True, ("stamps", class_of(inside, STAMP_CLASSES))


def named(files, names):
    for path in sorted(files):
        if Path(path).stem in names.split():
            yield path, True, (None, None)


def emoji(packages):
    """Concepts drawn by all three vendors, one class each; every concept counts once for the mean, from a vendor in turn."""
    table = json.loads(packages["emoji-datasource-google"]["package/emoji.json"])
    concepts = [e for e in table if e["category"] in EMOJI_GROUPS and e["subcategory"] not in EMOJI_SKIPPED]
    complete = [e for e in sorted(concepts, key=lambda e: e["sort_order"]) if all(
        folder.format(code(e, vendor)) in packages[vendor] for vendor, folder in EMOJI_FOLDERS.items())]
    for index, entry in enumerate(complete[:: len(complete) // EMOJI_CLASSES][:EMOJI_CLASSES]):
        for turn, (vendor, folder) in enumerate(EMOJI_FOLDERS.items()):
            yield vendor, folder.format(code(entry, vendor)), index % 3 == turn, ("emoji", entry["short_name"])


def code(entry, vendor):
    unified = entry["unified"].lower()
    return unified.removesuffix("-fe0f") if vendor == "fluent-emoji-3d" else Path(entry["image"]).stem


def rows(cache):
    packages = {name: open_package(name, cache) for name in LICENCES}
    chosen = [("gcompris-qt-data", *row) for row in gcompris(packages["gcompris-qt-data"])]
    chosen += [("tuxpaint-stamps-default", *row) for row in stamps(packages["tuxpaint-stamps-default"])]
    chosen += [("scikit-image", *row) for row in named(packages["scikit-image"], SKIMAGE)]
    chosen += [("scikit-learn", *row) for row in named(packages["scikit-learn"], "china flower")]
    chosen += list(emoji(packages))
    for package, path, in_mean, (group, label) in chosen:
        digest = hashlib.sha256(packages[package][path]).hexdigest()
        yield package, path, digest, LICENCES[package], int(in_mean), group if label else "", label or ""


def main():
    with open(LIST, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["package", "path", "sha256", "licence", "mean", "set", "class"])
        writer.writerows(rows(sys.argv[1]))


if __name__ == "__main__":
    main()
