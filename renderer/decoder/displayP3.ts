/**
 * @file An ICC profile of Display P3 for pictures that name those colours by number (ITU-T H.273: primaries 12) and carry no
 * profile. ICC.1:2022 sections 7, 9 and 10; primaries of SMPTE EG 432-1 adapted to D50. Pure.
 */
const WHITE = [0.9642, 1, 0.8249];
const COLORANTS: [tag: string, xyz: number[]][] = [
  ['rXYZ', [0.51512, 0.2412, -0.00105]],
  ['gXYZ', [0.29198, 0.69225, 0.04189]],
  ['bXYZ', [0.1571, 0.06657, 0.78407]],
  ['wtpt', WHITE],
];
/** sRGB's curve, as a parametric curve of type 3. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
const CURVE_TAGS = ['rTRC', 'gTRC', 'bTRC'];

const XYZ_BYTES = 20;
const CURVE_BYTES = 12 + 4 * CURVE.length;

export function displayP3(): Uint8Array {
  const tags = COLORANTS.length + CURVE_TAGS.length;
  const start = 132 + 12 * tags;
  const size = start + COLORANTS.length * XYZ_BYTES + CURVE_BYTES;
  const view = new DataView(new ArrayBuffer(size));
  const name = (at: number, text: string) =>
    [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  const fixed = (at: number, values: number[]) =>
    values.forEach((value, i) => view.setInt32(at + 4 * i, Math.round(value * 65536)));
  view.setUint32(0, size);
  view.setUint32(8, 0x04300000);
  name(12, 'mntrRGB XYZ ');
  name(36, 'acsp');
  fixed(68, WHITE);
  view.setUint32(128, tags);
  const tag = (i: number, text: string, at: number, bytes: number) => {
    name(132 + 12 * i, text);
    view.setUint32(136 + 12 * i, at);
    view.setUint32(140 + 12 * i, bytes);
  };
  COLORANTS.forEach(([text, xyz], i) => {
    const at = start + i * XYZ_BYTES;
    tag(i, text, at, XYZ_BYTES);
    name(at, 'XYZ ');
    fixed(at + 8, xyz);
  });
  const curve = start + COLORANTS.length * XYZ_BYTES;
  CURVE_TAGS.forEach((text, i) => tag(COLORANTS.length + i, text, curve, CURVE_BYTES));
  name(curve, 'para');
  view.setUint16(curve + 8, 3);
  fixed(curve + 12, CURVE);
  return new Uint8Array(view.buffer);
}
