/** @file How far a curve can go with the groups there are, and in which steps. Pure: runs in the engine and in tests. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../../../contract/draw';
import type { Shots } from '../splits/split';

const STEPS = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 300, 500];
/** Share of a class's groups that may teach; the others are asked. */
const TEACHING = 0.8;
/** Shots of all classes together: their products take 64 MB. More would not be told apart. */
const MOST_SHOTS = 4000;

export interface Extent {
  /** Numbers of shots, rising; the last is all that may teach. Empty: two classes with two groups are needed. */
  readonly points: readonly number[];
  /** Classes of the curve, and those that have too few groups for it. */
  readonly classes: readonly number[];
  readonly tooFew: readonly number[];
}

/**
 * At least half of the classes, and two, are on the curve, and it goes as far as they can: with ten groups in half of the classes
 * eight of them teach.
 */
export function extentOf(shots: Shots): Extent {
  const sizes = shots.map(({ length }) => length).sort((a, b) => b - a);
  const half = sizes[Math.max(2, Math.ceil(sizes.length / 2)) - 1] ?? 0;
  const all = shots.map((_, own) => own);
  if (half < 2) return { points: [], classes: [], tooFew: all };
  const most = Math.min(half - 1, Math.ceil(TEACHING * half));
  const classes = all.filter((own) => shots[own]!.length > most);
  return {
    points: [...STEPS.filter((step) => step < most), most],
    classes,
    tooFew: all.filter((own) => shots[own]!.length <= most),
  };
}

/** Shots of each class, some of them by chance where there are very many. */
export function limited(shots: Shots, seed: number): Shots {
  const each = Math.max(2, Math.floor(MOST_SHOTS / shots.length));
  const random = xoroshiro128plus(seed);
  return shots.map((own) => (own.length > each ? drawn(own, each, random) : own));
}
