/**
 * @file d_e, which turns ρ and the number of shots into a scale (METHODS 1b): the value of least log loss over many draws of a
 * few images that teach. As scripts/backbone/constants/measure.py does it, on one labelled set. Pure; the process that tries
 * a model.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { classCosine, meanOf, product, sumOf, type Units } from './units';

const SHOTS = [1, 2, 3, 5];
const WAYS = [5, 10];
const EPISODES = 100;
const QUERIES = 5;
const SEED = 1;
const [LEAST, MOST] = [5, 120];

export interface Draws {
  shots: number;
  /** Mean ρ of the classes that were drawn. */
  cosine: number;
  /** Of every image that was asked: cosines to the imprinted classes, and which of them is its own. */
  asked: { cosines: Float64Array; own: number }[];
}

/** The d_e of least loss, to a tenth; null where there are too few images for any draw. */
export function effectiveDimension(units: Units): number | null {
  const random = xoroshiro128plus(SEED);
  const draws = SHOTS.flatMap((shots) => WAYS.flatMap((ways) => drawsOf(units, shots, ways, random) ?? []));
  return draws.length === 0
    ? null
    : leastOf((dimension) => meanOf(draws.map((each) => lossAt(dimension, each))));
}

function drawsOf(units: Units, shots: number, ways: number, random: RandomGenerator): Draws | null {
  const able = units.filter(({ length }) => length > shots);
  if (able.length < ways) return null;
  const cosines = new Map(able.map((rows) => [rows, classCosine(rows)]));
  const draws: Draws = { shots, cosine: 0, asked: [] };
  for (let episode = 0; episode < EPISODES; episode++) {
    const chosen = shuffled(able, random).slice(0, ways);
    const orders = chosen.map((rows) => shuffled(rows, random));
    const weights = orders.map((rows) => normalised(sumOf(rows.slice(0, shots))));
    for (const [own, rows] of orders.entries())
      for (const u of rows.slice(shots, shots + QUERIES))
        draws.asked.push({ own, cosines: Float64Array.from(weights, (w) => product(u, w)) });
    draws.cosine += meanOf(chosen.map((rows) => cosines.get(rows)!)) / EPISODES;
  }
  return draws;
}

/** Mean -ln softmax(s·cosine) of the own class at s = d_e·√ρ/(1-ρ)·n/(n+1), every place among the classes counting alike. */
export function lossAt(dimension: number, { shots, cosine, asked }: Draws): number {
  const scale = ((dimension * Math.sqrt(Math.max(0, cosine))) / (1 - cosine)) * (shots / (shots + 1));
  const counts = new Map<number, number>();
  for (const { own } of asked) counts.set(own, (counts.get(own) ?? 0) + 1);
  let sum = 0;
  for (const { cosines, own } of asked) sum += lossOf(cosines, own, scale) / counts.get(own)!;
  return sum / counts.size;
}

function lossOf(cosines: Float64Array, own: number, scale: number): number {
  const most = Math.max(...cosines);
  let sum = 0;
  for (const cosine of cosines) sum += Math.exp(scale * (cosine - most));
  return Math.log(sum) - scale * (cosines[own]! - most);
}

/** In tenths; the loss is convex in the scale, so halving finds its only valley. */
function leastOf(loss: (dimension: number) => number): number {
  let [low, high] = [LEAST * 10, MOST * 10];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (loss(middle / 10) <= loss((middle + 1) / 10)) high = middle;
    else low = middle + 1;
  }
  return low / 10;
}

function shuffled<T>(values: readonly T[], random: RandomGenerator): T[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const other = uniformInt(random, 0, i);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

function normalised(sum: Float64Array): Float64Array {
  const length = Math.sqrt(product(sum, sum));
  return sum.map((value) => value / length);
}
