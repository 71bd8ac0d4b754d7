// What the header of a JPEG says, and at which fraction of its size Imprint Studio decodes it. Runs anywhere.
import { cropOf } from './preprocess.mjs';

const SIZES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const [EXIF, PROFILE, PIXELS] = [0xe1, 0xe2, 0xda];
const ORIENTATION = 0x0112;

/**
 * @param bytes Uint8Array of a file
 * @returns { at, width, height, components, orientation, profile } of a JPEG: `at` is where height and width stand, `profile`
 * the bytes of its colour profile or null; null for any other file
 */
export function jpegHeader(bytes) {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = { at: 0, width: 0, height: 0, components: 3, orientation: 1, profile: null };
  for (const { marker, start, end } of segments(view)) {
    if (SIZES.includes(marker)) {
      Object.assign(header, {
        at: start + 1,
        height: view.getUint16(start + 1),
        width: view.getUint16(start + 3),
      });
      header.components = view.getUint8(start + 5);
    }
    if (marker === EXIF && named(view, start, 'Exif')) header.orientation = orientationIn(view, start + 6);
    if (marker === PROFILE && named(view, start, 'ICC_PROFILE'))
      header.profile = joined(header.profile ?? new Uint8Array(), bytes.subarray(start + 14, end));
  }
  return header.at > 0 ? header : null;
}

function* segments(view) {
  for (let at = 2; at + 4 < view.byteLength;) {
    const marker = view.getUint8(at + 1);
    // 0xff may be repeated before a marker.
    if (marker === 0xff) at += 1;
    else if (marker === PIXELS) return;
    else {
      const end = Math.min(at + 2 + view.getUint16(at + 2), view.byteLength);
      yield { marker, start: at + 4, end };
      at = end;
    }
  }
}

const named = (view, at, name) =>
  [...name].every((letter, i) => view.getUint8(at + i) === letter.charCodeAt(0));

function joined(a, b) {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** @param at where the TIFF header of the EXIF data begins */
function orientationIn(view, at) {
  const little = view.getUint8(at) === 0x49;
  const directory = at + view.getUint32(at + 4, little);
  for (let i = 0; i < view.getUint16(directory, little); i++) {
    const entry = directory + 2 + i * 12;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
  }
  return 1;
}

/**
 * n of the scale n/8 at which a JPEG is decoded: the least of 1, 2, 4 and 8 whose crop still covers the input. 8, which is the
 * whole, where its colours are to be converted.
 */
export function eighthsOf({ width, height, components, orientation, profile }, framing, size) {
  if (components === 4 || !isSrgb(profile)) return 8;
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  const covers = (n) => {
    const crop = cropOf(framing, Math.ceil((across * n) / 8), Math.ceil((down * n) / 8));
    return Math.min(crop.width, crop.height) >= size;
  };
  return [1, 2, 4].find(covers) ?? 8;
}

/** Red, green and blue of sRGB, as profiles have them. */
const COLOURS = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};

/** Whether a colour profile is sRGB in effect, so that nothing is to be converted. @param profile its bytes; null: there is none */
export function isSrgb(profile) {
  if (!profile) return true;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const found = Array.from({ length: view.getUint32(128) }, (_, i) => 132 + i * 12);
  return Object.entries(COLOURS).every(([tag, colour]) => {
    const entry = found.find((at) => named(view, at, tag));
    if (entry === undefined) return false;
    const at = view.getUint32(entry + 4) + 8;
    return colour.every((value, i) => Math.abs(view.getInt32(at + i * 4) / 65536 - value) < 0.003);
  });
}
