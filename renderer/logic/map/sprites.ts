/**
 * @file The dots of the map as small pictures: worked out once per colour, shape and quarter of a pixel, so that drawing
 * 50,000 of them is copying. Pure. Runs in the window.
 *
 * A disc is a label, a ring a guess, a small dot neither: colour is never the only sign. Each has a rim in the ground's
 * colour, which keeps neighbours apart; a selected one has a second ring around that.
 */

export const Shape = { hidden: 0, open: 1, guessed: 2, labelled: 3 } as const;
export type ShapeCode = (typeof Shape)[keyof typeof Shape];

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

export interface Theme {
  ground: Rgb;
  /** Of the ring around what is selected. */
  chosen: Rgb;
}

export interface Sprite {
  /** Pixels from the dot's centre to the first column and row. */
  offset: number;
  size: number;
  /** [size, size] opaque pixels, packed as a canvas has them; only where `alpha` is above 0. */
  colour: Uint32Array;
  /** [size, size] how much of the pixel is covered, 0 to 255. */
  alpha: Uint8Array;
}

/** Places within a pixel that are told apart, each way: else dots tremble while one zooms. */
export const PARTS = 4;
const RING = 1.9;
const RIM = 1;
/** Of the ring around what is selected, as a share of the radius: where dots are small there are many. */
const CHOSEN = 0.45;
/** Forms a dot of one colour may have: shapes, chosen or not, parts of a pixel. */
const FORMS = 4 * 2 * PARTS * PARTS;

export function hexToRgb(hex: string): Rgb {
  const value = parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** As the pixels of a canvas are on every machine that runs this: little-endian RGBA, opaque. */
export function pack([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** How much of each pixel of a dot the selection's ring, the rim and the shape cover, before it has a colour. */
interface Mask {
  offset: number;
  size: number;
  /** [size, size, 3] shares of chosen, ground and shape in the pixel; what is missing to 1 is what was there. */
  shares: Float32Array;
}

/**
 * @param radius of the shape without rim, pixels
 * @param dx @param dy of the centre within its pixel, 0 to 1
 */
function makeMask(shape: ShapeCode, chosen: boolean, radius: number, dx: number, dy: number): Mask {
  const inner = shape === Shape.open ? radius * 0.6 : radius;
  const reach = radius + RIM + (chosen ? CHOSEN * radius : 0);
  const half = Math.ceil(reach + 0.5);
  const size = 2 * half + 1;
  const shares = new Float32Array(3 * size * size);
  for (let y = 0, at = 0; y < size; y++) {
    for (let x = 0; x < size; x++, at += 3) {
      const distance = Math.hypot(x - half + 0.5 - dx, y - half + 0.5 - dy);
      const own = shape === Shape.guessed ? ring(distance, radius) : disc(distance, inner);
      const rim = disc(distance, (chosen ? radius : inner) + RIM);
      // Each lies over the one before.
      shares[at] = (chosen ? disc(distance, reach) : 0) * (1 - rim) * (1 - own);
      shares[at + 1] = rim * (1 - own);
      shares[at + 2] = own;
    }
  }
  return { offset: -half, size, shares };
}

/** How much of a pixel a disc covers, its edge one pixel soft. */
function disc(distance: number, radius: number): number {
  return Math.min(1, Math.max(0, radius + 0.5 - distance));
}

function ring(distance: number, radius: number): number {
  return disc(distance, radius) * (1 - disc(distance, radius - RING));
}

function tint({ offset, size, shares }: Mask, own: Rgb, { chosen, ground }: Theme): Sprite {
  const colour = new Uint32Array(size * size);
  const alpha = new Uint8Array(size * size);
  for (let pixel = 0, at = 0; pixel < colour.length; pixel++, at += 3) {
    const [a = 0, b = 0, c = 0] = [shares[at], shares[at + 1], shares[at + 2]];
    const cover = a + b + c;
    if (cover === 0) continue;
    const blend = (i: 0 | 1 | 2) => Math.round((chosen[i] * a + ground[i] * b + own[i] * c) / cover);
    alpha[pixel] = Math.round(cover * 255);
    colour[pixel] = pack([blend(0), blend(1), blend(2)]);
  }
  return { offset, size, colour, alpha };
}

/** Makes each sprite when it is first asked for. */
export class SpriteSheet {
  readonly #masks = new Map<number, Mask>();
  readonly #sprites = new Map<number, Sprite>();

  /** @param radius of a dot without rim, pixels */
  constructor(
    readonly palette: readonly Rgb[],
    readonly radius: number,
    readonly theme: Theme,
  ) {}

  /** @param column @param line part of the pixel that the centre lies in, 0 to PARTS - 1 */
  get(shape: ShapeCode, colour: number, chosen: boolean, column: number, line: number): Sprite {
    const form = ((shape * 2 + (chosen ? 1 : 0)) * PARTS + line) * PARTS + column;
    const key = colour * FORMS + form;
    const known = this.#sprites.get(key);
    if (known) return known;
    const mask = this.#mask(form, shape, chosen, column, line);
    const made = tint(mask, this.palette[colour] ?? this.theme.chosen, this.theme);
    this.#sprites.set(key, made);
    return made;
  }

  #mask(form: number, shape: ShapeCode, chosen: boolean, column: number, line: number): Mask {
    const known = this.#masks.get(form);
    if (known) return known;
    const made = makeMask(shape, chosen, this.radius, (column + 0.5) / PARTS, (line + 0.5) / PARTS);
    this.#masks.set(form, made);
    return made;
  }
}
