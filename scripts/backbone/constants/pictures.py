"""The chosen pictures as the backbone sees them, and their embeddings."""

import csv
import hashlib
import io
from pathlib import Path

import numpy as np
from PIL import Image

from packages import open_package

LIST = Path(__file__).with_name("images.csv")
BATCH = 16


def chosen():
    with open(LIST, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def to_input(data, size):
    """The app's input rule (docs/backbone.md): RGB on white, the whole frame stretched, antialiased bilinear."""
    with Image.open(io.BytesIO(data)) as picture:
        layered = picture.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    white.alpha_composite(layered)
    return np.asarray(white.convert("RGB").resize((size, size), Image.BILINEAR))


def read_inputs(rows, cache, size):
    """[N,size,size,3] uint8; refuses a picture that is not the one in the list."""
    packages = {name: open_package(name, cache) for name in {row["package"] for row in rows}}
    inputs = []
    for row in rows:
        data = packages[row["package"]][row["path"]]
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            raise SystemExit(f"{row['package']}: {row['path']} is not the picture that images.csv names")
        inputs.append(to_input(data, size))
    return np.stack(inputs)


def embed(inputs, model):
    """[N,1280] float64 from the SavedModel that the app itself runs."""
    import tensorflow as tf

    run = tf.saved_model.load(str(model)).signatures["serving_default"]
    batches = [inputs[i : i + BATCH] for i in range(0, len(inputs), BATCH)]
    return np.concatenate([run(image=tf.constant(b))["embedding"].numpy() for b in batches]).astype(np.float64)
