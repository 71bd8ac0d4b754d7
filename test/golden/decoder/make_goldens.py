"""Makes the decoder's golden files: images/ and, beside Pillow's own answer to them, expected/ and goldens.json.

    python3 -m venv VENV && VENV/bin/pip install pillow==13.0.0 numpy==2.4.6 && VENV/bin/python make_goldens.py

Run it again only to add files: those in the repository are the ones that the tests are about.
"""

import gzip
import json
import zlib
from hashlib import sha256
from pathlib import Path
from struct import pack, unpack

import numpy as np
from PIL import Image, PngImagePlugin

import profiles
from pictures import photo, with_alpha
from recipe import eighths, model_input

HERE = Path(__file__).parent
SIZE = 56
FRAMINGS = [
    {'kind': 'stretch'},
    {'kind': 'centreCrop'},
    {'kind': 'region', 'box': {'x': 0.1, 'y': 0.2, 'width': 0.55, 'height': 0.65}},
]
files = {}


def save(name, image, size=SIZE, **options):
    image.save(HERE / 'images' / name, **options)
    files[name] = size


def write(name, data, size=SIZE):
    (HERE / 'images' / name).write_bytes(data)
    files[name] = size


def read(name):
    return (HERE / 'images' / name).read_bytes()


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags


def jpegs():
    small = photo(151, 131)
    save('whole-500x375.jpg', photo(500, 375), size=224, quality=85)
    save('eighth-2405x1811.jpg', photo(2405, 1811, noise=1), size=224, quality=50)
    save('scale-whole.jpg', photo(125, 101))
    save('scale-half.jpg', small)
    save('scale-quarter.jpg', photo(303, 263))
    save('scale-eighth.jpg', photo(605, 527), quality=70)
    for orientation in range(1, 9):
        save(f'orientation-{orientation}.jpg', photo(121, 97), exif=exif(orientation))
    save('orientation-6-quarter.jpg', photo(303, 263), exif=exif(6))
    save('orientation-7-eighth.jpg', photo(605, 527), exif=exif(7), quality=70)
    save('progressive.jpg', small, progressive=True)
    save('progressive-whole.jpg', photo(125, 101), progressive=True)
    save('grey.jpg', small.convert('L'))
    save('grey-whole.jpg', photo(125, 101).convert('L'))
    save('cmyk.jpg', small.convert('CMYK'))
    for name, subsampling in (('444', '4:4:4'), ('422', '4:2:2'), ('420', '4:2:0')):
        save(f'chroma-{name}.jpg', photo(125, 101), subsampling=subsampling, quality=95)
        save(f'chroma-{name}-half.jpg', small, subsampling=subsampling, quality=95)
    save('restarts.jpg', small, restart_marker_rows=1)
    save('icc-srgb.jpg', small, icc_profile=profiles.srgb)
    save('icc-display-p3.jpg', small, icc_profile=profiles.display_p3)
    save('icc-adobe-rgb.jpg', small, icc_profile=profiles.adobe_rgb)
    save('multi-picture.jpg', photo(303, 263), format='MPO', save_all=True, append_images=[photo(80, 60, 2)])
    save('one-pixel.jpg', photo(1, 1))
    save('sliver.jpg', photo(7, 700))


def pngs():
    image = photo(111, 90)
    clear = with_alpha(image)
    save('rgb.png', image)
    save('alpha.png', clear)
    save('palette.png', image.quantize(64))
    save('palette-alpha.png', clear.quantize(64, method=Image.Quantize.FASTOCTREE))
    save('palette-key.png', image.quantize(16), transparency=3)
    save('rgb-key.png', image.quantize(8).convert('RGB'), transparency=image.quantize(8).convert('RGB').getpixel((5, 5)))
    save('grey.png', image.convert('L'))
    save('grey-alpha.png', clear.convert('LA'))
    save('grey-16.png', Image.fromarray((np.asarray(image.convert('L')).astype('uint16') * 257) ^ 0x5A))
    save('one-bit.png', image.convert('1'))
    save('orientation-6.png', image, exif=exif(6))
    save('orientation-3-alpha.png', clear, exif=exif(3))
    save('icc-srgb.png', image, icc_profile=profiles.srgb)
    save('icc-display-p3.png', image, icc_profile=profiles.display_p3)
    gamma = PngImagePlugin.PngInfo()
    gamma.add(b'gAMA', pack('>I', 100000))
    save('gamma.png', image, pnginfo=gamma)
    save('animated.png', image, save_all=True, append_images=[photo(111, 90, 2)])
    write('rgb-16.png', png_16(np.asarray(image)))


def png_16(pixels):
    """Pillow writes no 16-bit RGB; the lower bytes differ from the upper ones."""
    height, width, _ = pixels.shape
    wide = (pixels.astype('>u2') << 8) | (255 - pixels)
    rows = b''.join(b'\0' + row.astype('>u2').tobytes() for row in wide)
    chunk = lambda kind, data: pack('>I', len(data)) + kind + data + pack('>I', zlib.crc32(kind + data))
    header = chunk(b'IHDR', pack('>IIBBBBB', width, height, 16, 2, 0, 0, 0))
    return b'\x89PNG\r\n\x1a\n' + header + chunk(b'IDAT', zlib.compress(rows, 9)) + chunk(b'IEND', b'')


def others():
    image = photo(111, 90)
    clear = with_alpha(image)
    save('lossy.webp', image, quality=80)
    save('lossless.webp', image, lossless=True)
    save('alpha.webp', clear, quality=80)
    save('alpha-lossless.webp', clear, lossless=True, exact=True)
    save('animated.webp', image, save_all=True, append_images=[photo(111, 90, 2)])
    save('orientation-8.webp', image, exif=exif(8))
    save('icc-display-p3.webp', image, icc_profile=profiles.display_p3, quality=90)
    save('plain.avif', image, quality=80)
    save('chroma-444.avif', image, quality=90, subsampling='4:4:4')
    save('alpha.avif', clear, quality=80)
    for orientation in (2, 5, 6):
        save(f'orientation-{orientation}.avif', image, exif=exif(orientation))
    save('icc-display-p3.avif', image, icc_profile=profiles.display_p3)
    # Large enough to be read in bands.
    large = photo(2600, 1700, noise=0)
    save('orientation-6-bands.avif', large, exif=exif(6), quality=30)
    save('alpha-bands.webp', with_alpha(large), quality=30)
    save('plain.gif', image.quantize(64))
    save('transparent.gif', image.quantize(16), transparency=3)
    save('animated.gif', image.quantize(32), save_all=True, append_images=[photo(111, 90, 2).quantize(32)])
    save('plain.bmp', image)
    save('palette.bmp', image.quantize(64))
    save('grey.bmp', image.convert('L'))
    save('one-bit.bmp', image.convert('1'))
    write('top-down.bmp', top_down(read('plain.bmp')))


def top_down(data):
    """The same rows from the top, which a negative height announces."""
    start, width, height = *unpack('<I', data[10:14]), *unpack('<ii', data[18:26])
    stride = (width * 3 + 3) // 4 * 4
    rows = [data[start + i * stride : start + (i + 1) * stride] for i in range(height)]
    return data[:22] + pack('<i', -height) + data[26:start] + b''.join(reversed(rows))


def expect(name, size):
    """Pillow's three answers, one after the other, packed; and the scales they were decoded at."""
    path = HERE / 'images' / name
    answers = b''.join(model_input(path, framing, size).tobytes() for framing in FRAMINGS)
    (HERE / 'expected' / f'{name}.rgb.gz').write_bytes(gzip.compress(answers, 9, mtime=0))
    with Image.open(path) as image:
        return {'file': name, 'size': size, 'eighths': [eighths(image, framing, size) for framing in FRAMINGS]}


def scramble(width, height):
    """Bytes that the tests can make again: byte i is bits 13 to 20 of i · 2654435761."""
    numbers = (np.arange(width * height * 3, dtype=np.uint64) * 2654435761) >> 13
    return Image.fromarray((numbers & 255).astype('uint8').reshape(height, width, 3))


def reduction(width, height, new_width, new_height):
    """Pillow's answer, rows first, as a hash."""
    image = scramble(width, height).resize((new_width, height), Image.Resampling.BILINEAR)
    image = image.resize((new_width, new_height), Image.Resampling.BILINEAR)
    digest = sha256(image.tobytes()).hexdigest()
    return {'from': [width, height], 'to': [new_width, new_height], 'sha256': digest}


REDUCTIONS = [
    (500, 375, 224, 224), (375, 500, 224, 224), (448, 447, 224, 224), (597, 448, 256, 192), (224, 224, 224, 224),
    (225, 223, 224, 224), (100, 60, 224, 224), (1, 1, 224, 224), (3, 2, 64, 64), (2, 900, 64, 64), (900, 2, 64, 64),
    (4001, 31, 224, 17), (13, 5000, 3, 224), (640, 480, 260, 260), (1000, 1000, 1, 1),
]  # fmt: skip


if __name__ == '__main__':
    for folder in ('images', 'expected'):
        (HERE / folder).mkdir(exist_ok=True)
    jpegs()
    pngs()
    others()
    goldens = [expect(name, size) for name, size in files.items()]
    lists = {'framings': FRAMINGS, 'files': goldens, 'reductions': [reduction(*sizes) for sizes in REDUCTIONS]}
    parts = [f'"{name}": [\n' + ',\n'.join(map(json.dumps, items)) + '\n]' for name, items in lists.items()]
    (HERE / 'goldens.json').write_text('{' + ',\n'.join(parts) + '}\n')
