/**
 * @file From a header to what is decoded: at which scale, at what size, which crop, what size of thumbnail. Depends
 * on the file, the framing and the input's size alone, never on who asks. Pure.
 */
import type { Framing } from '../../main/contract/model';
import { cropOf } from './framing';
import type { ImageHeader } from './headers/header';
import { uprightSize, type Rect, type Size } from './reduce/strip';

/** Eighths at which a JPEG is decoded. libjpeg's fast ones; in between, decoding whole is faster. */
export type Scale = 1 | 2 | 4 | 8;

export interface Plan {
  scale: Scale;
  /** Decoded size as stored, and upright. */
  stored: Size;
  upright: Size;
  /** In upright, decoded pixels. */
  crop: Rect;
  /** Convert to sRGB while decoding, since the picture is in other colours. */
  convertColours: boolean;
}

const SCALES: Scale[] = [1, 2, 4, 8];

export interface PlanRequest {
  framing: Framing;
  inputSize: number;
  /** The embedded profile, if any, is sRGB in effect. */
  srgb: boolean;
  /** Which side of the crop must cover `inputSize`. */
  side?: 'short' | 'long';
}

/**
 * The smallest of the scales at which the crop's short side (for a view its long side) still covers `inputSize`; 8 (whole) where none does, for
 * anything but JPEG, and for pictures whose colours must be converted (scaled decoding ignores profiles).
 */
export function planDecode(header: ImageHeader, request: PlanRequest): Plan {
  const { framing, inputSize, srgb, side = 'short' } = request;
  const convertColours = !srgb || header.wideGamut || header.components === 4;
  const scalable = header.format === 'jpeg' && !convertColours;
  const plans = (scalable ? SCALES : ([8] as Scale[])).map((scale) =>
    planAt(scale, header, framing, convertColours),
  );
  const covering = plans.find(({ crop }) => sideOf(crop, side) >= inputSize);
  return covering ?? (plans[plans.length - 1] as Plan);
}

function sideOf({ width, height }: Size, side: 'short' | 'long'): number {
  return side === 'short' ? Math.min(width, height) : Math.max(width, height);
}

function planAt(scale: Scale, header: ImageHeader, framing: Framing, convertColours: boolean): Plan {
  const stored = scaledSize(header, scale);
  const upright = uprightSize(stored, header.orientation);
  return { scale, stored, upright, crop: cropOf(framing, upright), convertColours };
}

/** libjpeg rounds up. */
export function scaledSize({ width, height }: Size, scale: Scale): Size {
  return { width: Math.ceil((width * scale) / 8), height: Math.ceil((height * scale) / 8) };
}

/** Fits within a square of `longest`, never enlarged, at least one pixel each way. */
export function thumbnailSize({ width, height }: Size, longest: number): Size {
  const factor = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
