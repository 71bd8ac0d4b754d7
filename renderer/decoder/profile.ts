/**
 * @file Whether an embedded ICC profile is sRGB in effect, by its numbers and not by its name (ICC.1:2022 sections 7,
 * 9 and 10). Pictures in sRGB take the fast path and need no conversion. Pure.
 */
import { Bytes } from './bytes';
import { DecodeError } from './errors';
import type { EmbeddedProfile } from './headers/header';
import { inflate } from './inflate';

/** sRGB's red, green and blue, adapted to D50, as profiles carry them. */
const COLORANTS: Record<string, [number, number, number]> = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};
const COLORANT_TOLERANCE = 0.003;
/** In linear light. A plain gamma of 2.2 is off by 0.004. */
const CURVE_TOLERANCE = 0.002;
const MAX_PROFILE_BYTES = 4 * 2 ** 20;

/** No profile means sRGB. A profile that cannot be read is not sRGB: Chromium then decides. */
export async function isSrgb(profile: EmbeddedProfile | null): Promise<boolean> {
  if (!profile) return true;
  try {
    return describesSrgb(profile.deflated ? await inflate(profile.bytes, MAX_PROFILE_BYTES) : profile.bytes);
  } catch {
    return false;
  }
}

/** Whether the profile's colour space, primaries and curves are sRGB's. */
export function describesSrgb(bytes: Uint8Array): boolean {
  const file = new Bytes(bytes);
  try {
    return file.has(16, 'RGB ') && hasColorants(file) && hasCurves(file);
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
}

/** Offset of a tag's data, or -1. */
function findTag(file: Bytes, name: string): number {
  const count = Math.min(file.u32(128), 100);
  for (let i = 0; i < count; i++) if (file.has(132 + i * 12, name)) return file.u32(136 + i * 12);
  return -1;
}

const fixed = (file: Bytes, at: number) => file.i32(at) / 65536;

function hasColorants(file: Bytes): boolean {
  return Object.entries(COLORANTS).every(([tag, expected]) => {
    const at = findTag(file, tag);
    return (
      at >= 0 &&
      expected.every((value, i) => Math.abs(fixed(file, at + 8 + i * 4) - value) < COLORANT_TOLERANCE)
    );
  });
}

function hasCurves(file: Bytes): boolean {
  return ['rTRC', 'gTRC', 'bTRC'].every((tag) => {
    const at = findTag(file, tag);
    const curve = at < 0 ? null : readCurve(file, at);
    return curve !== null && samples.every((x) => Math.abs(curve(x) - srgbToLinear(x)) < CURVE_TOLERANCE);
  });
}

const samples = Array.from({ length: 17 }, (_, i) => i / 16);

function srgbToLinear(x: number): number {
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
}

type Curve = (x: number) => number;

function readCurve(file: Bytes, at: number): Curve | null {
  if (file.has(at, 'curv')) return tableCurve(file, at);
  return file.has(at, 'para') ? parametricCurve(file, at) : null;
}

function tableCurve(file: Bytes, at: number): Curve {
  const count = file.u32(at + 8);
  if (count === 0) return (x) => x;
  if (count === 1) return (x) => x ** (file.u16(at + 12) / 256);
  return (x) => {
    const position = x * (count - 1);
    const low = Math.min(count - 2, Math.floor(position));
    const [a, b] = [file.u16(at + 12 + low * 2), file.u16(at + 14 + low * 2)];
    return (a + (b - a) * (position - low)) / 65535;
  };
}

/** Types 0 (pure gamma) and 3 (linear below d), the ones that describe sRGB. */
function parametricCurve(file: Bytes, at: number): Curve | null {
  const type = file.u16(at + 8);
  const [g, a, b, c, d] = [0, 1, 2, 3, 4].map((i) =>
    type === 3 || i === 0 ? fixed(file, at + 12 + i * 4) : 0,
  ) as [number, number, number, number, number];
  if (type === 0) return (x) => x ** g;
  return type === 3 ? (x) => (x >= d ? (a * x + b) ** g : c * x) : null;
}
