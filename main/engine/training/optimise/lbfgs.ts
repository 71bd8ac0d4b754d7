/**
 * @file Minimises a smooth function: limited-memory BFGS. Pure but for what it is given: runs in the engine and in tests.
 * Source: Nocedal, Wright, 'Numerical Optimization' (2006), algorithms 7.4 and 7.5, with backtracking by half (Armijo).
 */

/** A value and its gradient at one place. */
export interface Slope {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Search {
  /** It is done where no part of the gradient is larger. */
  readonly tolerance: number;
  /** Steps at most. */
  readonly most: number;
  /** Awaited after each step. */
  readonly between: (step: number, value: number) => Promise<void>;
}

/** Steps and changes of gradient that are remembered. */
const MEMORY = 10;
/** Share of the promised descent that a step must bring. */
const DESCENT = 1e-4;
const MOST_HALVINGS = 30;

interface Pair {
  /** x' - x */
  readonly step: Float64Array;
  /** gradient' - gradient */
  readonly change: Float64Array;
  /** 1/(step·change) */
  readonly inverse: number;
}

/** The place where it ends: at the tolerance, after `most` steps, or where rounding lets it go no further down. */
export async function minimise(
  evaluate: (x: Float64Array) => Slope,
  start: Float64Array,
  { tolerance, most, between }: Search,
): Promise<Float64Array> {
  let [x, here, pairs] = [start, evaluate(start), [] as Pair[]];
  for (let step = 1; step <= most && largest(here.gradient) > tolerance; step++) {
    const next = descend(evaluate, x, here, directionOf(here.gradient, pairs));
    if (!next) break;
    pairs = remember(pairs, x, here, next);
    [x, here] = [next.x, next.slope];
    await between(step, here.value);
  }
  return x;
}

interface Place {
  readonly x: Float64Array;
  readonly slope: Slope;
}

/** The first of steps 1, ½, ¼, … along a direction that goes down far enough; null where none does. */
function descend(
  evaluate: (x: Float64Array) => Slope,
  x: Float64Array,
  { value, gradient }: Slope,
  direction: Float64Array,
): Place | null {
  const promised = product(gradient, direction);
  for (let halving = 0, size = 1; halving < MOST_HALVINGS; halving++, size /= 2) {
    const there = x.map((old, i) => old + size * direction[i]!);
    const slope = evaluate(there);
    // A value that is no number ends the search at its caller, who knows what to say.
    if (Number.isNaN(slope.value) || slope.value <= value + DESCENT * size * promised)
      return { x: there, slope };
  }
  return null;
}

/** -H·gradient by the two loops, H as the pairs say; before there are any a step of length 1 at most. */
function directionOf(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (const { step, change, inverse } of [...pairs].reverse()) {
    const share = inverse * product(step, direction);
    shares.push(share);
    add(direction, change, -share);
  }
  scale(direction, firstGuess(gradient, pairs.at(-1)));
  for (const { step, change, inverse } of pairs)
    add(direction, step, shares.pop()! - inverse * product(change, direction));
  return direction;
}

function firstGuess(gradient: Float64Array, last: Pair | undefined): number {
  if (last) return 1 / (last.inverse * product(last.change, last.change));
  return Math.min(1, 1 / Math.sqrt(product(gradient, gradient)));
}

function remember(pairs: readonly Pair[], x: Float64Array, here: Slope, next: Place): Pair[] {
  const step = next.x.map((value, i) => value - x[i]!);
  const change = next.slope.gradient.map((value, i) => value - here.gradient[i]!);
  const curvature = product(step, change);
  // Rounding alone makes it anything but positive where a function is convex.
  return curvature > 0 ? [...pairs.slice(1 - MEMORY), { step, change, inverse: 1 / curvature }] : [...pairs];
}

function product(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

function add(x: Float64Array, y: Float64Array, share: number): void {
  for (let i = 0; i < x.length; i++) x[i] = x[i]! + share * y[i]!;
}

function scale(x: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] = x[i]! * factor;
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
