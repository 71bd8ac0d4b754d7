/**
 * @file Class-balanced batches: P classes, K shots of each, as FaceNet draws them (P×K = 32×4). Pure: runs in the engine and in
 * tests. Source: METHODS 4.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawToFront } from '../../../contract/draw';

const MOST_SHOTS = 4;
const ROOM = 128;

export interface Batch {
  /** Positions of shots, those of one class beside each other. */
  readonly shots: Int32Array;
  /** Class of each. */
  readonly labels: Int32Array;
  /** 1/(P·k), k the class's shots in the batch: classes weigh the same, together 1. */
  readonly weights: Float32Array;
}

/**
 * Draws a batch for every call. A class gives four shots, or all it has; there are as many classes as 128 have room for. Where
 * everything fits, every batch is everything.
 * @param labels [M] class of each shot
 */
export function batches(labels: Int32Array, seed: number): () => Batch {
  const random = xoroshiro128plus(seed);
  const members = membersOf(labels);
  const largest = members.reduce((most, { length }) => Math.max(most, length), 1);
  const ways = Math.min(members.length, Math.floor(ROOM / Math.min(MOST_SHOTS, largest)));
  return () => {
    if (ways < members.length) drawToFront(members, ways, random);
    return batchOf(
      members.slice(0, ways).map((shots) => {
        if (shots.length > MOST_SHOTS) drawToFront(shots, MOST_SHOTS, random);
        return shots.subarray(0, MOST_SHOTS);
      }),
      labels,
    );
  };
}

function membersOf(labels: Int32Array): Int32Array[] {
  const members = new Map<number, number[]>();
  labels.forEach((label, shot) => members.set(label, [...(members.get(label) ?? []), shot]));
  return [...members.values()].map((shots) => Int32Array.from(shots));
}

function batchOf(classes: readonly Int32Array[], labels: Int32Array): Batch {
  const shots = Int32Array.from(classes.flatMap((some) => [...some]));
  const weights = classes.flatMap((some) => Array.from(some, () => 1 / (classes.length * some.length)));
  return {
    shots,
    labels: Int32Array.from(shots, (shot) => labels[shot]!),
    weights: Float32Array.from(weights),
  };
}
