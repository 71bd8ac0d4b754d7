/** @file The figures of the bench of labelling as its JSON has them, from what the parts measured. Pure; runs in main. */
import type { Machine } from '../bench/figures';
import { SPEEDS, type Bare, type Fresh, type Kept, type Scroll } from './plan';

/** ms; null where nothing was measured. */
export interface Spread {
  p50: number | null;
  p95: number | null;
}

export interface ScrollFigures extends Spread {
  /** px/s */
  speed: number;
  /** ms; 0: no task of the page took 50 ms. */
  longestTask: number;
  /** ms after the scrolling until all pictures in view were painted; null where they never came. */
  settled: number | null;
}

export interface SizeFigures {
  images: number;
  /** ms from choosing the folder until the first picture, and all in view, were painted: a new folder, and one known. */
  open: { fresh: Kept['pictures']; known: Kept['pictures'] };
  scroll: { idle: ScrollFigures[]; embedding: ScrollFigures[]; bare: ScrollFigures[] };
  /** From the key to the frame after the one that shows the label. */
  keys: { idle: Spread; embedding: Spread; bare: Spread; missed: number };
  /** From the key until guesses, queues and counts that know of the label are painted. */
  follow: Spread;
  /** Similar items, asked from the window; null where the app cannot be asked. */
  similar: Spread | null;
  /** How late main's event loop was while images were embedded. */
  loop: Fresh['loop'];
  /** Images per second meanwhile; `whole` where none were left before all was measured, which then was partly idle. */
  embedding: { imagesPerSecond: number; whole: boolean };
  /** Most that each process held, MB: with the folder read anew, and with the kept project. */
  memory: { embedding: Fresh['memory']; idle: Kept['memory']; bare: number };
}

export interface LabellingReport {
  machine: Machine;
  sizes: SizeFigures[];
}

export function figuresOf(images: number, fresh: Fresh, kept: Kept, bare: Bare): SizeFigures {
  const [from, to] = fresh.embedded;
  const missed = [...fresh.keys.painted, ...kept.keys.painted].filter((time) => time === null).length;
  return {
    images,
    open: { fresh: fresh.pictures, known: kept.pictures },
    scroll: { idle: scrolled(kept.scroll), embedding: scrolled(fresh.scroll), bare: scrolled(bare.scroll) },
    keys: {
      idle: spread(kept.keys.painted),
      embedding: spread(fresh.keys.painted),
      bare: spread(bare.keys),
      missed,
    },
    follow: spread(kept.keys.followed),
    similar: kept.similar && spread(kept.similar),
    loop: fresh.loop,
    embedding: { imagesPerSecond: (to - from) / fresh.seconds, whole: to === images },
    memory: { embedding: fresh.memory, idle: kept.memory, bare: bare.window },
  };
}

const scrolled = (found: readonly Scroll[]): ScrollFigures[] =>
  found.map(({ frames, longestTask, settled }, i) => ({
    speed: SPEEDS[i] ?? NaN,
    ...spread(frames),
    longestTask,
    settled,
  }));

export function spread(times: readonly (number | null)[]): Spread {
  const sorted = times.filter((time): time is number => time !== null).sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

/** The smallest value that at least this share of them does not exceed. @param sorted ascending */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** What should grow no faster than the images do, each with its name. */
export const COSTS: readonly { name: string; of: (size: SizeFigures) => number | null }[] = [
  { name: 'first picture', of: ({ open }) => open.fresh.first },
  { name: 'frame p95, idle', of: ({ scroll }) => worst(scroll.idle) },
  { name: 'frame p95, embedding', of: ({ scroll }) => worst(scroll.embedding) },
  { name: 'key to label p95', of: ({ keys }) => keys.idle.p95 },
  { name: 'guesses follow p95', of: ({ follow }) => follow.p95 },
  { name: 'similar p95', of: ({ similar }) => similar?.p95 ?? null },
  { name: 'loop delay p99', of: ({ loop }) => loop.p99 },
  { name: 'memory of the window', of: ({ memory }) => memory.idle.window },
  { name: 'memory of the engine', of: ({ memory }) => memory.idle.engine },
];

export const worst = (figures: readonly ScrollFigures[]): number | null =>
  figures.length === 0 ? null : Math.max(...figures.map(({ p95 }) => p95 ?? NaN));

export interface Growth {
  name: string;
  /** Cost at each size by that at the smallest. */
  ratios: (number | null)[];
}

/** @param sizes the smallest first */
export function growth(sizes: readonly SizeFigures[]): Growth[] {
  const [first] = sizes;
  if (!first) return [];
  return COSTS.map(({ name, of }) => ({ name, ratios: sizes.map((size) => over(of(size), of(first))) }));
}

const over = (one: number | null, other: number | null): number | null =>
  one === null || other === null || other === 0 ? null : one / other;
