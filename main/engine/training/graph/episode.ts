/**
 * @file Episodes in which classes that are known well are taken for new ones: few of their shots are shown, the others are asked.
 * Pure: runs in the engine and in tests. Source: Gidaris, Komodakis (CVPR 2019), section 3.2.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawToFront } from '../../../contract/draw';
import { squaredLength } from '../../imprinting/vectors';

/** A class that is known: its unit shots [D] each, and its weight, their normalised mean. */
export interface Teacher {
  readonly shots: readonly Float32Array[];
  readonly weight: Float32Array;
}

export interface Episode {
  /** [N] weights as they are shown: of new classes from few shots. */
  readonly shown: readonly Float32Array[];
  /** [N] what they should be. */
  readonly true: readonly Float32Array[];
  /** Unit shots that were not shown, and the node of each. */
  readonly asked: readonly Float32Array[];
  readonly answers: Int32Array;
}

const MOST_NODES = 256;
const MOST_NEW = 64;
const MOST_SHOWN = 5;

/**
 * At most 256 nodes, of which at most 64 and half are new: teachers of two shots or more, of which one to five are shown and at
 * least one is asked.
 * @param still weights that have no shots
 */
export function drawEpisode(
  teachers: readonly Teacher[],
  still: readonly Float32Array[],
  random: RandomGenerator,
): Episode {
  const able = teachers.filter(({ shots }) => shots.length > 1);
  drawToFront(able, able.length, random);
  const fresh = able.slice(0, Math.min(MOST_NEW, Math.max(1, Math.floor(teachers.length / 2))));
  const known = [...still, ...teachers.filter((one) => !fresh.includes(one)).map(({ weight }) => weight)];
  const room = Math.min(known.length, MOST_NODES - fresh.length);
  drawToFront(known, room, random);
  const parts = fresh.map((one) => divided(one, random));
  return {
    shown: [...parts.map(({ shown }) => normalisedMean(shown)), ...known.slice(0, room)],
    true: [...fresh.map(({ weight }) => weight), ...known.slice(0, room)],
    asked: parts.flatMap(({ asked }) => asked),
    answers: Int32Array.from(parts.flatMap(({ asked }, node) => asked.map(() => node))),
  };
}

function divided({ shots }: Teacher, random: RandomGenerator) {
  const order = [...shots];
  drawToFront(order, order.length, random);
  const shown = uniformInt(random, 1, Math.min(MOST_SHOWN, order.length - 1));
  return { shown: order.slice(0, shown), asked: order.slice(shown) };
}

/** norm(mean) of vectors of one length. */
export function normalisedMean(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + vector[i]!;
  const length = Math.sqrt(squaredLength(sum)) || 1;
  return Float32Array.from(sum, (value) => value / length);
}
