"""Pictures for the golden files: drawn, not photographed, so that they carry nobody's rights."""

import numpy as np
from PIL import Image, ImageDraw


def photo(width, height, seed=1, noise=3.0):
    """Smooth colours with hard-edged discs and a little noise: what JPEG's chroma and rounding are sensitive to."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(float)
    u, v = x / width, y / height
    waves = [128 + 100 * np.sin(7 * u + 3 * v), 128 + 90 * np.cos(4 * u - 9 * v), 128 + 110 * np.sin(12 * u * v)]
    pixels = np.stack(waves, -1) + random.normal(0, noise, (height, width, 3))
    image = Image.fromarray(pixels.clip(0, 255).astype('uint8'))
    draw = ImageDraw.Draw(image)
    for _ in range(10):
        cx, cy = random.integers(0, width), random.integers(0, height)
        radius = random.integers(2, max(3, min(width, height) // 5))
        colour = tuple(int(value) for value in random.integers(0, 256, 3))
        draw.ellipse([cx - radius, cy - radius, cx + radius, cy + radius], fill=colour)
    return image


def with_alpha(image):
    """Opaque at the left, clear at the right, every step between."""
    width, height = image.size
    ramp = np.linspace(255, 0, width).round().astype('uint8')
    alpha = Image.fromarray(np.repeat(ramp[None, :], height, 0))
    image = image.copy()
    image.putalpha(alpha)
    return image
