"""From an image file to what the model sees, bit for bit as Imprint Studio sees it. Needs Pillow.

`framing` and `size` stand in metadata.json, as preprocessing.framing and input.size. The framing is {'kind': 'stretch'},
{'kind': 'centreCrop'} or {'kind': 'region', 'box': {'x', 'y', 'width', 'height'}} in fractions of the upright picture.

Other ways to make a picture smaller (OpenCV, tf.image, a canvas) give other pixels, and move probabilities by up to 0.1.
Checked with Pillow 10.4, 12.0 and 13.0.
"""

from io import BytesIO
from math import ceil, floor

from PIL import Image, ImageCms, ImageOps

SRGB = ImageCms.createProfile('sRGB')
# sRGB's red, green and blue adapted to D50: a profile with these colours needs no conversion.
SRGB_COLOURS = [(0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)]


def crop_of(framing, width, height):
    """(left, top, right, bottom) in whole pixels of the upright, decoded picture."""
    if framing['kind'] == 'stretch':
        return 0, 0, width, height
    if framing['kind'] == 'centreCrop':
        side = min(width, height)
        left, top = (width - side) // 2, (height - side) // 2
        return left, top, left + side, top + side
    box = framing['box']
    left, right = span(box['x'], box['width'], width)
    top, bottom = span(box['y'], box['height'], height)
    return left, top, right, bottom


def span(start, length, side):
    first = min(side - 1, floor(start * side + 0.5))
    return first, min(side, max(first + 1, floor((start + length) * side + 0.5)))


def seen_for(box):
    """The framing for a box in a picture: the box and a tenth of its sides on each side, where the picture goes on.

    Fractions have six digits at most.
    """
    x, width = with_margin(box['x'], box['width'])
    y, height = with_margin(box['y'], box['height'])
    return {'kind': 'region', 'box': {'x': x, 'y': y, 'width': width, 'height': height}}


def with_margin(start, length):
    first = max(0, start - 0.1 * length)
    return first, min(1, start + length + 0.1 * length) - first


def eighths(image, framing, size):
    """n of the scale n/8 at which a JPEG is decoded: the least whose crop still covers the input."""
    if image.format not in ('JPEG', 'MPO') or image.mode == 'CMYK' or is_wide(image):
        return 8
    turned = image.getexif().get(0x0112, 1) >= 5
    for n in (1, 2, 4):
        width, height = (ceil(side * n / 8) for side in (reversed(image.size) if turned else image.size))
        left, top, right, bottom = crop_of(framing, width, height)
        if min(right - left, bottom - top) >= size:
            return n
    return 8


def is_wide(image):
    """Whether the picture carries a colour profile that is not sRGB."""
    if not image.info.get('icc_profile'):
        return False
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(image.info['icc_profile'])).profile
        colours = [profile.red_colorant[0], profile.green_colorant[0], profile.blue_colorant[0]]
        gaps = [abs(a - b) for mine, srgb in zip(colours, SRGB_COLOURS) for a, b in zip(mine, srgb)]
        return max(gaps) >= 0.003
    except Exception:  # no RGB matrix profile
        return True


def to_rgb(image):
    """8-bit sRGB, transparency laid on white."""
    if image.mode.startswith('I'):  # 16-bit grey: the upper byte
        image = image.point(lambda value: value / 256).convert('L')
    profile = image.info.get('icc_profile') if is_wide(image) else None
    if image.has_transparency_data:
        image = image.convert('RGBA')
        white = Image.new('RGB', image.size, 'white')
        white.paste(image, mask=image.getchannel('A'))
        image = white
    if profile:
        source = image if image.mode in ('RGB', 'CMYK', 'L') else image.convert('RGB')
        return ImageCms.profileToProfile(source, BytesIO(profile), SRGB, outputMode='RGB')
    return image.convert('RGB')


def is_exact(path):
    """Whether the input is the app's bit for bit; where colours are converted, no two libraries round alike."""
    image = Image.open(path)
    return not is_wide(image) and image.mode != 'CMYK'


def model_input(path, framing, size):
    """[size, size, 3] RGB bytes, as a Pillow image."""
    image = Image.open(path)
    n = eighths(image, framing, size)
    if n < 8:
        image.draft(None, (image.width * n // 8, image.height * n // 8))
    image = to_rgb(ImageOps.exif_transpose(image))
    image = image.crop(crop_of(framing, *image.size))
    # Rows first, then columns: since Pillow 13 a single call may take them the other way round, and round differently.
    image = image.resize((size, image.height), Image.Resampling.BILINEAR)
    return image.resize((size, size), Image.Resampling.BILINEAR)
