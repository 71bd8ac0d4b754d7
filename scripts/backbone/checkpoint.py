"""Reads the state dictionary of a PyTorch checkpoint of the form used before 1.6, without PyTorch.

Such a file is a row of pickles (magic number, protocol version, system facts, the dictionary, the list of storage
keys) and then, per key in that order, a little-endian int64 count followed by the raw values. The dictionary names
its storages by persistent ids, so nothing in it needs to be executed: every class it asks for is answered here, and
any other is refused.
"""

import pickle
from collections import OrderedDict

import numpy as np

MAGIC = 0x1950A86A20F9469CFC6C
DTYPES = {"FloatStorage": "<f4", "LongStorage": "<i8"}


class _Reader(pickle.Unpickler):
    """Allows only what a state dictionary consists of: tensors, storages, an ordered dictionary."""

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda storage, offset, shape, stride, *_: (storage, offset, shape, stride)
        if module == "torch" and name in DTYPES:
            return DTYPES[name]
        raise pickle.UnpicklingError(f"the checkpoint asks for {module}.{name}, which no state dictionary needs")

    def persistent_load(self, pid):
        _, dtype, key, _, count, _ = pid
        return key, dtype, count


def _view(storage, offset, shape, stride):
    """A copy of the strided view [shape] that starts `offset` values into a flat storage."""
    bytes_per_value = storage.itemsize
    steps = [s * bytes_per_value for s in stride]
    return np.lib.stride_tricks.as_strided(storage[offset:], shape, steps).copy()


def load_state_dict(path):
    """Every tensor of the checkpoint by its name, as numpy arrays (float32 or int64)."""
    with open(path, "rb") as file:
        if pickle.load(file) != MAGIC:
            raise ValueError(f"{path} is not a PyTorch checkpoint of the form used before 1.6")
        pickle.load(file), pickle.load(file)  # protocol version, system facts
        entries = _Reader(file).load()
        kinds = {storage[0]: storage for storage, *_ in entries.values()}
        storages = {}
        for key in pickle.load(file):
            count = int(np.frombuffer(file.read(8), "<i8")[0])
            dtype = np.dtype(kinds[key][1])
            storages[key] = np.frombuffer(file.read(count * dtype.itemsize), dtype)
    return {name: _view(storages[s[0]], offset, shape, stride) for name, (s, offset, shape, stride) in entries.items()}
