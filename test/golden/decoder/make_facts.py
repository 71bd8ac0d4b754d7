"""Makes facts/: small pictures that say when and with what they were taken, and facts.json: what they say, and the
difference hashes of the golden files, computed a second time.

    VENV/bin/python make_facts.py        (VENV as for make_goldens.py)
"""

import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from pictures import photo
from recipe import eighths, to_rgb

HERE = Path(__file__).parent
STRETCH = {'kind': 'stretch'}
FACTS = HERE / 'facts'


def exif(endian='<', taken='2023:07:14 09:05:59', changed=None, make='Canon', model='Canon EOS R5', orientation=6):
    tags = Image.Exif()
    tags.endian = endian
    for tag, value in ((0x010F, make), (0x0110, model), (0x0112, orientation), (0x0132, changed)):
        if value is not None:
            tags[tag] = value
    if taken is not None:
        tags.get_ifd(0x8769)[0x9003] = taken
        tags.get_ifd(0x8769)[0x9291] = '42'
    return tags


TAKEN, CANON = '2023-07-14T09:05:59', 'Canon EOS R5'
CASES = [
    ('plain.jpg', {}, TAKEN, CANON),
    ('motorola.jpg', {'endian': '>'}, TAKEN, CANON),
    ('plain.png', {}, TAKEN, CANON),
    ('plain.webp', {'endian': '>'}, TAKEN, CANON),
    ('plain.avif', {}, TAKEN, CANON),
    ('changed.jpg', {'taken': None, 'changed': '1999:12:31 23:59:58'}, '1999-12-31T23:59:58', CANON),
    ('never-set.jpg', {'taken': '0000:00:00 00:00:00'}, None, CANON),
    ('no-such-day.jpg', {'taken': '2023:02:30 10:00:00', 'changed': '2023:02:28 10:00:00'}, '2023-02-28T10:00:00', CANON),
    ('two-names.jpg', {'make': 'Google', 'model': 'Pixel 7 '}, TAKEN, 'Google Pixel 7'),
    ('corporation.jpg', {'make': 'NIKON CORPORATION', 'model': 'NIKON D90'}, TAKEN, 'NIKON D90'),
    ('long-name.jpg', {'make': 'Maker', 'model': 'M' * 300}, TAKEN, 'Maker ' + 'M' * 74),
    ('odd-name.jpg', {'make': ' \x01\x1b[31m ', 'model': 'Cam\tera\x7f 7 '}, TAKEN, '[31m Cam era 7'),
    ('nothing.jpg', {'taken': None, 'make': None, 'model': None}, None, None),
]  # fmt: skip


def difference_hash(image):
    """The note 'The difference hash' in renderer/decoder/differenceHash.ts."""
    brightness = np.asarray(image).astype(np.int64) @ (299, 587, 114)
    height, width = brightness.shape
    edge = lambda i, side, count: min(side - 1, i * side // count)
    span = lambda i, side, count: slice(edge(i, side, count), max(edge(i, side, count) + 1, (i + 1) * side // count))
    cells = [[brightness[span(j, height, 8), span(i, width, 9)].mean() for i in range(9)] for j in range(8)]
    bits = ''.join('1' if left > right else '0' for row in cells for left, right in zip(row, row[1:]))
    return f'{int(bits, 2):016x}'


def hash_of(name, size):
    image = Image.open(HERE / 'images' / name)
    n = eighths(image, STRETCH, size)
    if n < 8:
        image.draft(None, (image.width * n // 8, image.height * n // 8))
    return difference_hash(to_rgb(ImageOps.exif_transpose(image)))


if __name__ == '__main__':
    FACTS.mkdir(exist_ok=True)
    cases = []
    for name, options, captured_at, camera in CASES:
        photo(40, 30).save(FACTS / name, exif=exif(**options))
        cases.append({'file': name, 'capturedAt': captured_at, 'camera': camera})
    files = json.loads((HERE / 'goldens.json').read_text())['files']
    # Conversions from other colours round differently, and one pixel has no differences.
    hashes = [{'file': f['file'], 'pixelHash': hash_of(f['file'], f['size'])} for f in files if 'icc-' not in f['file']]
    parts = [f'"{name}": [\n' + ',\n'.join(map(json.dumps, items)) + '\n]' for name, items in (('facts', cases), ('hashes', hashes))]
    (HERE / 'facts.json').write_text('{' + ',\n'.join(parts) + '}\n')
