"""Reads Qt resource files (.rcc): the container in which some programs ship their pictures.

Layout (big-endian, versions 1 to 3): 'qres', version, offsets of tree, data and names (and flags from version 3). A tree
node is a name offset, flags, then for a folder its child count and first child, for a file country, language and data
offset; from version 2 on a modification time follows. Data is a length and bytes, zlib with its own length in front
where the node says so. Names are UTF-16.
"""

import struct
import zlib

COMPRESSED, DIRECTORY, COMPRESSED_ZSTD = 1, 2, 4


class ResourceFile:
    """The files inside an .rcc, by their path. Iterate over `files()`; nothing is written anywhere."""

    def __init__(self, data):
        magic, self.version, self.tree, self.data_start, self.names = struct.unpack_from(">4s4I", data)
        if magic != b"qres" or self.version > 3:
            raise ValueError("not a Qt resource file of version 1 to 3")
        self.data = data
        self.node_size = 14 if self.version == 1 else 22

    def files(self):
        """(path, bytes) of every file, in the order of the tree."""
        yield from self._walk(0, "")

    def _walk(self, index, path):
        start = self.tree + index * self.node_size
        name_offset, flags = struct.unpack_from(">IH", self.data, start)
        here = f"{path}/{self._name(name_offset)}".lstrip("/") if index else ""
        if flags & DIRECTORY:
            count, first = struct.unpack_from(">II", self.data, start + 6)
            for child in range(first, first + count):
                yield from self._walk(child, here)
        else:
            (offset,) = struct.unpack_from(">I", self.data, start + 10)
            yield here, self._content(self.data_start + offset, flags)

    def _name(self, offset):
        start = self.names + offset
        (length,) = struct.unpack_from(">H", self.data, start)
        return self.data[start + 6 : start + 6 + 2 * length].decode("utf-16-be")

    def _content(self, start, flags):
        (length,) = struct.unpack_from(">I", self.data, start)
        content = self.data[start + 4 : start + 4 + length]
        if flags & COMPRESSED_ZSTD:
            raise ValueError("this resource file is compressed with zstd, which is not needed so far")
        return zlib.decompress(content[4:]) if flags & COMPRESSED else content
