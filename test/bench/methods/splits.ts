/** @file How emoji are divided for the bench of methods: vendors teach, other vendors are asked. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../../../main/contract/draw';
import type { EvaluatedSet } from '../../../main/engine/evaluation/evaluatedSet';
import { planOf } from '../../../main/engine/evaluation/splits/plan';
import type { Split } from '../../../main/engine/evaluation/splits/split';

const VENDORS = [0, 1, 2, 3];

/** All divisions there are, all-way: with one shot each vendor teaches in turn, with three each is asked in turn. */
export function allWay(set: EvaluatedSet, shots: 1 | 3): Split[] {
  return VENDORS.map((vendor) => divided(set, (row) => (set.domains![row] === vendor) === (shots === 1)));
}

/** Episodes of some classes. */
export function fewWay(
  set: EvaluatedSet,
  ways: number,
  shots: number,
  episodes: number,
  seed: number,
): Split[] {
  const rule = { kind: 'episodes', ways, shots, episodes } as const;
  return [...planOf(set, rule, { seed, across: true, replicates: 0 }).splits];
}

/** Every second class, by chance, has one shot and the others three; the fourth vendor is asked. */
export function oneBesideThree(set: EvaluatedSet, seed: number): Split[] {
  const random = xoroshiro128plus(seed);
  return VENDORS.map((asked) => {
    const poor = new Set(drawn([...Array(set.classes).keys()], set.classes >> 1, random));
    const only = VENDORS.filter((vendor) => vendor !== asked)[seed % 3];
    return divided(
      set,
      (row) => set.domains![row] !== asked && (!poor.has(set.labels[row]!) || set.domains![row] === only),
      (row) => set.domains![row] === asked,
    );
  });
}

/**
 * Eight classes of many emoji: four teach with one emoji, four with ten, of one vendor; other emoji are asked, of the others.
 * Groups are emoji.
 */
export function oneBesideTen(set: EvaluatedSet, episodes: number, seed: number): Split[] {
  const random = xoroshiro128plus(seed);
  const emoji = Array.from({ length: set.classes }, () => new Set<number>());
  set.labels.forEach((label, row) => emoji[label]!.add(set.groups[row]!));
  const large = [...emoji.keys()].filter((label) => emoji[label]!.size >= 15);
  return Array.from({ length: episodes }, () => {
    const classes = drawn(large, 8, random);
    const vendor = drawn(VENDORS, 1, random)[0]!;
    const teach = new Set(classes.flatMap((label, i) => drawn([...emoji[label]!], i < 4 ? 1 : 10, random)));
    const inIt = (row: number): boolean => classes.includes(set.labels[row]!);
    const teaches = (row: number): boolean => teach.has(set.groups[row]!);
    return divided(
      set,
      (row) => inIt(row) && teaches(row) && set.domains![row] === vendor,
      (row) => inIt(row) && !teaches(row) && set.domains![row] !== vendor,
    );
  });
}

function divided(
  set: EvaluatedSet,
  teaches: (row: number) => boolean,
  asked: (row: number) => boolean = (row) => !teaches(row),
): Split {
  const rows = [...set.labels.keys()];
  const support = Int32Array.from(rows.filter(teaches));
  const query = Int32Array.from(rows.filter(asked));
  const classes = [...new Set(Array.from(support, (row) => set.labels[row]!))].sort((a, b) => a - b);
  return { support, query, weights: new Float64Array(query.length).fill(1), classes };
}
