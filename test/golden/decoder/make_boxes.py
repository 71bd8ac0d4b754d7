"""Makes boxes.json: Pillow's inputs for boxes in some of the golden files, as hashes.

    VENV/bin/python make_boxes.py        (VENV as for make_goldens.py)
"""

import json
from hashlib import sha256
from pathlib import Path

from recipe import model_input, seen_for

HERE = Path(__file__).parent
FILES = [
    'whole-500x375.jpg', 'eighth-2405x1811.jpg', 'orientation-6-quarter.jpg', 'orientation-7-eighth.jpg', 'cmyk.jpg',
    'alpha.png', 'orientation-6.png', 'orientation-8.webp', 'plain.avif', 'plain.gif', 'plain.bmp',
]  # fmt: skip
# From nearly all of the picture, which a JPEG need not be decoded whole for, to a few pixels; over two edges; thin.
BOXES = [
    {'x': 0.02, 'y': 0.03, 'width': 0.95, 'height': 0.9},
    {'x': 0.25, 'y': 0.333333, 'width': 0.5, 'height': 0.4},
    {'x': 0.4, 'y': 0.6, 'width': 0.05, 'height': 0.04},
    {'x': 0.9, 'y': 0, 'width': 0.1, 'height': 0.2},
    {'x': 0, 'y': 0.5, 'width': 1, 'height': 0.01},
]


def hash_of(name, box, size):
    return sha256(model_input(HERE / 'images' / name, seen_for(box), size).tobytes()).hexdigest()


if __name__ == '__main__':
    sizes = {file['file']: file['size'] for file in json.loads((HERE / 'goldens.json').read_text())['files']}
    lists = {
        'boxes': BOXES,
        'files': [{'file': f, 'size': sizes[f], 'inputs': [hash_of(f, b, sizes[f]) for b in BOXES]} for f in FILES],
    }
    parts = [f'"{name}": [\n' + ',\n'.join(map(json.dumps, items)) + '\n]' for name, items in lists.items()]
    (HERE / 'boxes.json').write_text('{' + ',\n'.join(parts) + '}\n')
