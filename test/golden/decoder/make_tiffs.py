"""Makes tiff/: small TIFF files of every kind that is read and some that are not; and tiffs.json, Pillow's inputs for them
as hashes.

    VENV/bin/pip install tifffile imagecodecs && VENV/bin/python make_tiffs.py        (VENV as for make_goldens.py)
"""

import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image

import profiles
from pictures import photo, with_alpha
from recipe import model_input

HERE = Path(__file__).parent
FOLDER = HERE / 'tiff'
SIZE = 56
FRAMINGS = json.loads((HERE / 'goldens.json').read_text())['framings']
IMAGE = photo(111, 90)
RGB = np.asarray(IMAGE)
GREY = np.asarray(IMAGE.convert('L'))
# The lower bytes differ from the upper ones, which alone count.
WIDE = (RGB.astype('uint16') << 8) | (255 - RGB)


def pillow(name, image, **options):
    image.save(FOLDER / name, **options)


def other(name, pixels, photometric='rgb', **options):
    tifffile.imwrite(FOLDER / name, pixels, photometric=photometric, metadata=None, **options)


def make():
    pillow('plain.tif', IMAGE)
    pillow('grey.tif', IMAGE.convert('L'))
    pillow('palette.tif', IMAGE.quantize(64))
    pillow('one-bit.tif', IMAGE.convert('1'))
    pillow('alpha.tif', with_alpha(IMAGE))
    for compression in ('tiff_lzw', 'tiff_deflate', 'tiff_adobe_deflate', 'packbits'):
        pillow(f'{compression}.tif', IMAGE, compression=compression)
    pillow('noise-lzw.tif', photo(150, 130, noise=60), compression='tiff_lzw')
    for orientation in (3, 5, 6, 8):
        tags = Image.Exif()
        tags[0x0112], tags[0x010F], tags[0x0110] = orientation, 'Canon', 'Canon EOS R5'
        pillow(f'orientation-{orientation}.tif', IMAGE, exif=tags)
    pillow('pages.tif', IMAGE, save_all=True, append_images=[photo(80, 60, 2)])
    other('motorola.tif', RGB, byteorder='>')
    other('predictor-lzw.tif', RGB, compression='lzw', predictor=True)
    other('predictor-alpha.tif', np.asarray(with_alpha(IMAGE)), extrasamples=['unassalpha'], compression='zlib', predictor=True)
    other('strips.tif', RGB, rowsperstrip=7, compression='zlib')
    other('tiles.tif', RGB, tile=(32, 48), compression='zlib', predictor=True)
    other('planes.tif', RGB.transpose(2, 0, 1), planarconfig='separate', compression='lzw')
    other('rgb-16.tif', WIDE)
    other('rgb-16-motorola.tif', WIDE, byteorder='>', compression='zlib')
    other('grey-16.tif', WIDE[..., 1], photometric='minisblack', compression='lzw')
    other('white-is-zero.tif', 255 - GREY, photometric='miniswhite')
    pillow('icc-srgb.tif', IMAGE, icc_profile=profiles.srgb)
    pillow('icc-display-p3.tif', IMAGE, icc_profile=profiles.display_p3, compression='tiff_lzw')
    return sorted(path.name for path in FOLDER.iterdir() if not path.name.startswith('unread-'))


def make_unread():
    pillow('unread-jpeg.tif', IMAGE, compression='jpeg')
    pillow('unread-fax.tif', IMAGE.convert('1'), compression='group4')
    pillow('unread-cmyk.tif', IMAGE.convert('CMYK'))
    other('unread-float.tif', GREY.astype('float32') / 255, photometric='minisblack')
    other('unread-big.tif', GREY[:8, :8], photometric='minisblack', bigtiff=True)


def expected(name):
    """Pillow's answers for the three framings."""
    return [np.asarray(model_input(FOLDER / name, framing, SIZE)) for framing in FRAMINGS]


if __name__ == '__main__':
    FOLDER.mkdir(exist_ok=True)
    names = make()
    make_unread()
    lines = []
    for name in names:
        if name == 'icc-display-p3.tif':
            continue  # Compared with the same picture as PNG: two programs convert colours in two ways.
        hashes = [sha256(pixels.tobytes()).hexdigest() for pixels in expected(name)]
        lines.append(json.dumps({'file': name, 'inputs': hashes}))
    (HERE / 'tiffs.json').write_text('{"size": %d, "files": [\n%s\n]}\n' % (SIZE, ',\n'.join(lines)))
