/**
 * @file Which shots teach, in which order, and which are asked: the same questions at every number of shots. Pure: runs in the
 * engine and in tests.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawn } from '../../../contract/draw';

export interface Draw {
  /** By class: shots in the order in which they teach; of a replicate some more than once. */
  readonly support: readonly (readonly number[])[];
  /** Shots that are asked, and what each counts for. */
  readonly asked: ReadonlyMap<number, number>;
}

/** @param classes numbers of the shots of each class, more than `most` of them */
export function drawOf(classes: readonly (readonly number[])[], most: number, random: RandomGenerator): Draw {
  const orders = classes.map((own) => drawn(own, own.length, random));
  return {
    support: orders.map((order) => order.slice(0, most)),
    asked: new Map(orders.flatMap((order) => order.slice(most).map((shot) => [shot, 1]))),
  };
}

/** How often each group of a class is in a replicate. */
export type Counts = readonly ReadonlyMap<number, number>[];

/** As many groups of each class as there are, drawn with replacement; two different ones at least. */
export function replicateOf(classes: readonly (readonly number[])[], random: RandomGenerator): Counts {
  return classes.map((own) => {
    for (;;) {
      const counts = new Map<number, number>();
      for (let i = 0; i < own.length; i++) {
        const shot = own[uniformInt(random, 0, own.length - 1)]!;
        counts.set(shot, (counts.get(shot) ?? 0) + 1);
      }
      if (counts.size > 1) return counts;
    }
  });
}

/**
 * One draw of a replicate. All copies of a group are on one side; what teaches comes as often as it is in the replicate. A
 * class may have fewer than `most` copies left to teach: it then stays as it was at the last points.
 */
export function drawOfReplicate(replicate: Counts, most: number, random: RandomGenerator): Draw {
  const support: number[][] = [];
  const asked = new Map<number, number>();
  for (const counts of replicate) {
    const order = drawn([...counts.keys()], counts.size, random);
    const size = order.reduce((sum, shot) => sum + counts.get(shot)!, 0);
    let copies = 0;
    // One is asked and one teaches in any case.
    const some = order.filter((shot, place) => {
      const isAsked = place === 0 || (copies < size - most && place < order.length - 1);
      copies += counts.get(shot)!;
      return isAsked;
    });
    for (const shot of some) asked.set(shot, counts.get(shot)!);
    const teaching = order.filter((shot) => !asked.has(shot));
    const all = teaching.flatMap((shot) => Array.from({ length: counts.get(shot)! }, () => shot));
    support.push(drawn(all, all.length, random).slice(0, most));
  }
  return { support, asked };
}
