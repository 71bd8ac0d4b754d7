"""Small ICC profiles, written from their published numbers: red, green, blue adapted to D50, and a tone curve."""

from struct import pack

DISPLAY_P3 = [(0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407)]
ADOBE_RGB = [(0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)]
SRGB = [(0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.7141)]
WHITE = (0.9642, 1.0, 0.8249)


def fixed(*values):
    return b''.join(pack('>i', round(value * 65536)) for value in values)


SRGB_CURVE = b'para' + bytes(4) + pack('>HH', 3, 0) + fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
ADOBE_CURVE = b'curv' + bytes(4) + pack('>IH', 1, 0x0233) + bytes(2)


def text(value):
    encoded = value.encode('utf-16-be')
    return b'mluc' + bytes(4) + pack('>II2s2sII', 1, 12, b'en', b'US', len(encoded), 28) + encoded


def profile(name, colours, curve):
    xyz = [b'XYZ ' + bytes(4) + fixed(*colour) for colour in (*colours, WHITE)]
    tags = [(b'desc', text(name)), (b'cprt', text('none')), (b'wtpt', xyz[3])]
    tags += list(zip((b'rXYZ', b'gXYZ', b'bXYZ'), xyz)) + [(tag, curve) for tag in (b'rTRC', b'gTRC', b'bTRC')]
    table, data = pack('>I', len(tags)), b''
    start = 128 + 4 + 12 * len(tags)
    for tag, content in tags:
        table += tag + pack('>II', start + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    size = start + len(data)
    header = pack('>I4sI4s4s4s', size, bytes(4), 0x04300000, b'mntr', b'RGB ', b'XYZ ') + bytes(12) + b'acsp'
    return (header + bytes(28) + fixed(*WHITE)).ljust(128, b'\0') + table + data


display_p3 = profile('Display P3', DISPLAY_P3, SRGB_CURVE)
adobe_rgb = profile('Adobe RGB (1998)', ADOBE_RGB, ADOBE_CURVE)
srgb = profile('Standard colours', SRGB, SRGB_CURVE)
