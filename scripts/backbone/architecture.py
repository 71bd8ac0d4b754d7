"""EfficientNet-Lite0 as a list of layers, and where each layer's weights lie in the checkpoint.

Source: 'EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks' (Tan, Le, ICML 2019), in the Lite
form: no squeeze-and-excitation, ReLU6, stem and head not scaled. One row per stage: kernel side, stride of the first
block, expansion, channels out, blocks.
"""

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


class LayerList:
    """Collects layers in order. `sources` says which checkpoint entries become a layer's kernel and bias."""

    def __init__(self):
        self.layers = []
        self.sources = {}

    def add(self, name, op, inputs, **attributes):
        self.layers.append({"name": name, "op": op, "inputs": inputs, **attributes})
        return name

    def convolution(self, name, op, source, stride, weights, norm):
        tensors = {"kernel": f"{name}/kernel", "bias": f"{name}/bias"}
        self.sources[name] = (weights, norm)
        return self.add(name, op, [source], stride=stride, padding="same", **tensors)

    def relu6(self, source):
        return self.add(f"{source}/relu6", "relu6", [source])


def _block(net, index, source, channels_in, stage):
    """One inverted residual: widen by 1×1, depthwise, narrow by 1×1; added to its input where shapes agree."""
    stride, expansion, channels_out = stage
    name, origin = f"block{index:02d}", f"_blocks.{index}"
    x = source
    if expansion != 1:
        x = net.relu6(net.convolution(f"{name}/expand", "conv", x, 1, f"{origin}._expand_conv", f"{origin}._bn0"))
    x = net.relu6(
        net.convolution(f"{name}/depthwise", "depthwiseConv", x, stride, f"{origin}._depthwise_conv", f"{origin}._bn1")
    )
    x = net.convolution(f"{name}/project", "conv", x, 1, f"{origin}._project_conv", f"{origin}._bn2")
    if stride == 1 and channels_in == channels_out:
        x = net.add(f"{name}/add", "add", [x, source])
    return x


def efficientnet_lite0():
    """The layers from the image (already offset and scaled) to `embedding` [N,1280] and `logits` [N,1000]."""
    net = LayerList()
    x = net.relu6(net.convolution("stem", "conv", "image", 2, "_conv_stem", "_bn0"))
    channels, index = STEM_CHANNELS, 0
    for _, first_stride, expansion, channels_out, blocks in STAGES:
        for block in range(blocks):
            stage = (first_stride if block == 0 else 1, expansion, channels_out)
            x = _block(net, index, x, channels, stage)
            channels, index = channels_out, index + 1
    x = net.relu6(net.convolution("head", "conv", x, 1, "_conv_head", "_bn1"))
    x = net.add("embedding", "globalAveragePool", [x])
    net.sources["logits"] = ("_fc", None)
    net.add("logits", "dense", [x], kernel="logits/kernel", bias="logits/bias")
    return net
