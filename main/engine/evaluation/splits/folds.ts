/**
 * @file Folds: every group is asked once, by a head that learnt without it. Pure: runs in the engine and in tests.
 * Source: METHODS 1 (leave-one-out); k folds after Kohavi, 'A Study of Cross-Validation and Bootstrap' (IJCAI 1995), with groups
 * in place of images.
 */
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawn } from '../../../contract/draw';
import { splitOf, type Shot, type Shots, type Split } from './split';

/**
 * One group of every class that has two or more is held out in each fold, by the pairing of `imprinting/folds.ts`: fold f holds
 * out the group at f mod n of a class and asks it where f < n. Folds without anything to ask are left out.
 */
export function leaveOneOut(shots: Shots): Split[] {
  const several = shots.filter(({ length }) => length >= 2);
  if (shots.length < 2 || several.length === 0) return [];
  const folds = Math.max(...several.map(({ length }) => length));
  return Array.from({ length: folds }, (_, fold) => {
    const held = new Set(several.map((own) => own[fold % own.length]!));
    const asked = several.flatMap((own) => own[fold] ?? []);
    return splitOf(
      shots.flat().filter((shot) => !held.has(shot)),
      asked,
    );
  }).filter(({ query }) => query.length > 0);
}

/**
 * k folds; the groups of each class, in an order by chance, are dealt out evenly. A class of one group always teaches.
 * See [Note: groups are never torn] for groups that show several classes.
 */
export function kFold(shots: Shots, folds: number, random: RandomGenerator): Split[] {
  const foldOf = dealt(shots, folds, random);
  return foldSplits(shots, folds, (shot) => foldOf.get(shot.group) ?? null);
}

/** Folds of domains: each is asked by a head that learnt in the others. At most as many as there are domains. */
export function domainFolds(shots: Shots, folds: number, random: RandomGenerator): Split[] {
  const domains = [...new Set(shots.flat().map(({ domain }) => domain))].sort((a, b) => a - b);
  const order = drawn(domains, domains.length, random);
  const count = Math.min(folds, domains.length);
  return foldSplits(shots, count, ({ domain }) => order.indexOf(domain) % count);
}

function foldSplits(shots: Shots, folds: number, foldOf: (shot: Shot) => number | null): Split[] {
  if (shots.length < 2) return [];
  const all = shots.flat();
  return Array.from({ length: folds }, (_, fold) => {
    const asked = all.filter((shot) => foldOf(shot) === fold);
    const groups = new Set(asked.map(({ group }) => group));
    return splitOf(
      all.filter(({ group }) => !groups.has(group)),
      asked,
    );
  }).filter(({ query, classes }) => query.length > 0 && classes.length > 1);
}

/** Fold of each group; groups of a class alone have none. */
function dealt(shots: Shots, folds: number, random: RandomGenerator): Map<number, number> {
  const foldOf = new Map<number, number>();
  const sizes = new Array<number>(folds).fill(0);
  for (const own of shots) {
    if (own.length < 2) continue;
    const counts = new Array<number>(folds).fill(0);
    own.forEach(({ group }) => foldOf.has(group) && counts[foldOf.get(group)!]!++);
    for (const { group } of drawn(own, own.length, random)) {
      if (foldOf.has(group)) continue;
      const fold = leastOf(counts, sizes);
      foldOf.set(group, fold);
      counts[fold]!++;
      sizes[fold]!++;
    }
  }
  return foldOf;
}

/** The fold with the fewest groups of the class; of these the one with the fewest of all. */
function leastOf(counts: readonly number[], sizes: readonly number[]): number {
  let least = 0;
  for (let fold = 1; fold < counts.length; fold++) {
    const difference = counts[fold]! - counts[least]! || sizes[fold]! - sizes[least]!;
    if (difference < 0) least = fold;
  }
  return least;
}
