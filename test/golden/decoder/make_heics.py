"""Makes heic/: small HEIC files, and beside each what Pillow makes of it under the first framing, [56, 56, 3] gzipped.

    VENV/bin/pip install pillow-heif==1.8.1 && VENV/bin/python make_heics.py        (VENV as for make_goldens.py)

pillow-heif decodes with another version of libheif, whose rounding from YUV may differ: the test allows for it.
"""

import gzip
from io import BytesIO
from pathlib import Path

import numpy as np
import pillow_heif
from PIL import Image, ImageCms

import profiles
from pictures import photo, with_alpha

pillow_heif.register_heif_opener()
HERE = Path(__file__).parent
FOLDER = HERE / 'heic'
SIZE = 56
IMAGE = photo(112, 90)


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112], tags[0x010F], tags[0x0110], tags[0x0132] = orientation, 'Apple', 'iPhone 12', '2024:05:01 12:30:00'
    return tags.tobytes()


def make():
    save('plain.heic', IMAGE)
    save('odd.heic', photo(111, 89))
    save('chroma-444.heic', IMAGE, chroma=444)
    save('grey.heic', IMAGE.convert('L'))
    save('alpha.heic', with_alpha(IMAGE))
    for orientation in (3, 5, 6, 8):
        save(f'orientation-{orientation}.heic', IMAGE, exif=exif(orientation))
    save('icc-display-p3.heic', IMAGE, icc_profile=profiles.display_p3)
    save('nclx-p3.heic', IMAGE, color_primaries=12, transfer_characteristics=13)
    save('unread-hdr.heic', IMAGE, color_primaries=9, transfer_characteristics=16)
    wide = (np.asarray(IMAGE).astype('uint16') << 8) | 128
    heif = pillow_heif.from_bytes(mode='RGB;16', size=IMAGE.size, data=wide.tobytes())
    heif.save(FOLDER / 'ten-bit.heic', quality=90)


def save(name, image, **options):
    image.save(FOLDER / name, quality=90, **options)


def on_white(image):
    if image.mode in ('RGBA', 'LA'):
        white = Image.new('RGB', image.size, 'white')
        white.paste(image.convert('RGB'), mask=image.getchannel('A'))
        return white
    return image.convert('RGB')


def answer(path):
    image = Image.open(path)
    icc = profiles.display_p3 if path.stem == 'nclx-p3' else image.info.get('icc_profile')
    upright = on_white(image)
    if icc:
        upright = ImageCms.profileToProfile(upright, ImageCms.ImageCmsProfile(BytesIO(icc)), ImageCms.createProfile('sRGB'))
    return upright.resize((SIZE, upright.height), Image.BILINEAR).resize((SIZE, SIZE), Image.BILINEAR)


if __name__ == '__main__':
    FOLDER.mkdir(exist_ok=True)
    make()
    for path in sorted(FOLDER.glob('*.heic')):
        if path.stem.startswith('unread'):
            continue
        (FOLDER / f'{path.stem}.rgb.gz').write_bytes(gzip.compress(answer(path).tobytes(), mtime=0))
        image = Image.open(path)
        print(path.name, image.size, image.mode, path.stat().st_size)
