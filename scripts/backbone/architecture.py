"""A network of the EfficientNet-Lite family as a list of layers, and where each layer's weights lie in the checkpoint.

Source: 'EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks' (Tan, Le, ICML 2019), in the Lite
form: no squeeze-and-excitation, ReLU6, stem and head not scaled, nor the number of blocks in the first and last stage.
"""

import math

# One row per stage, unscaled: kernel side, stride of the first block, expansion, channels out, blocks.
STAGES = [
    (3, 1, 1, 16, 1),
    (3, 2, 6, 24, 2),
    (5, 2, 6, 40, 2),
    (3, 2, 6, 80, 3),
    (5, 1, 6, 112, 3),
    (5, 2, 6, 192, 4),
    (3, 1, 6, 320, 1),
]
STEM_CHANNELS = 32
EMBEDDING = 1280
CLASSES = 1000
CHANNEL_STEP = 8


def scaled_channels(channels, width):
    """The nearest multiple of eight to channels·width, one more where that would take away over a tenth."""
    wanted = channels * width
    nearest = max(CHANNEL_STEP, int(wanted + CHANNEL_STEP / 2) // CHANNEL_STEP * CHANNEL_STEP)
    return nearest if nearest >= 0.9 * wanted else nearest + CHANNEL_STEP


def scaled_stages(width, depth):
    """STAGES of a network whose channels and blocks are multiplied by these coefficients."""
    ends = (0, len(STAGES) - 1)
    for place, (side, stride, expansion, channels, blocks) in enumerate(STAGES):
        repeats = blocks if place in ends else math.ceil(blocks * depth)
        yield side, stride, expansion, scaled_channels(channels, width), repeats


class LayerList:
    """Collects layers in order. `sources` says which checkpoint entries become a layer's kernel and bias, and of which
    shape the kernel is there: [out, in per group, height, width], or [out, in]."""

    def __init__(self):
        self.layers = []
        self.sources = {}

    def add(self, name, op, inputs, **attributes):
        self.layers.append({"name": name, "op": op, "inputs": inputs, **attributes})
        return name

    def convolution(self, name, op, source, stride, origin, shape):
        tensors = {"kernel": f"{name}/kernel", "bias": f"{name}/bias"}
        self.sources[name] = (*origin, shape)
        return self.add(name, op, [source], stride=stride, padding="same", **tensors)

    def relu6(self, source):
        return self.add(f"{source}/relu6", "relu6", [source])


def _block(net, index, source, channels_in, stage):
    """One inverted residual: widen by 1×1, depthwise, narrow by 1×1; added to its input where shapes agree."""
    side, stride, expansion, channels_out = stage
    name, origin = f"block{index:02d}", f"_blocks.{index}"
    x, wide = source, channels_in * expansion

    def convolution(part, op, stride, norm, shape):
        return net.convolution(f"{name}/{part}", op, x, stride, (f"{origin}._{part}_conv", f"{origin}.{norm}"), shape)

    if expansion != 1:
        x = net.relu6(convolution("expand", "conv", 1, "_bn0", (wide, channels_in, 1, 1)))
    x = net.relu6(convolution("depthwise", "depthwiseConv", stride, "_bn1", (wide, 1, side, side)))
    x = convolution("project", "conv", 1, "_bn2", (channels_out, wide, 1, 1))
    if stride == 1 and channels_in == channels_out:
        x = net.add(f"{name}/add", "add", [x, source])
    return x


def efficientnet_lite(width, depth):
    """The layers from the image (already offset and scaled) to `embedding` [N,1280] and `logits` [N,1000], and the name of
    the last layer before the head's convolution."""
    net = LayerList()
    x = net.relu6(net.convolution("stem", "conv", "image", 2, ("_conv_stem", "_bn0"), (STEM_CHANNELS, 3, 3, 3)))
    channels, index = STEM_CHANNELS, 0
    for side, first_stride, expansion, channels_out, blocks in scaled_stages(width, depth):
        for block in range(blocks):
            stage = (side, first_stride if block == 0 else 1, expansion, channels_out)
            x = _block(net, index, x, channels, stage)
            channels, index = channels_out, index + 1
    features = x
    x = net.relu6(net.convolution("head", "conv", x, 1, ("_conv_head", "_bn1"), (EMBEDDING, channels, 1, 1)))
    x = net.add("embedding", "globalAveragePool", [x])
    net.sources["logits"] = ("_fc", None, (CLASSES, EMBEDDING))
    net.add("logits", "dense", [x], kernel="logits/kernel", bias="logits/bias")
    return net, features
