/**
 * @file Which groups teach the last convolution, which say when to stop, and which are asked before and after. Pure: runs
 * in the engine and in tests.
 *
 * [Note: three parts] What chose when to stop would flatter what it chose, so 'before' and 'after' are asked of groups that
 * neither taught nor chose. A class of fewer than three groups has none to spare, of three none to stop by. Groups are never torn
 * apart, and what was accepted in bulk is never asked.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../../contract/draw';

/** Items as far as a division needs them. */
export interface Labelled {
  /** C */
  readonly classes: number;
  /** [N] */
  readonly labels: ArrayLike<number>;
  /** [N] items of the same number within a class are one shot. */
  readonly groups: ArrayLike<number>;
  /** [N] 1: accepted in bulk. */
  readonly bulk: ArrayLike<number>;
}

/** Numbers of items, ascending. */
export interface Division {
  readonly teach: readonly number[];
  readonly stop: readonly number[];
  readonly ask: readonly number[];
}

type Part = keyof Division;

/** Share of a class's groups that are asked, and as many to stop by. */
const HELD_OUT = 0.2;
const LEAST_TO_ASK = 3;
const LEAST_TO_STOP = 4;

/** The same seed gives the same division. */
export function divide(set: Labelled, seed: number): Division {
  const random = xoroshiro128plus(seed);
  const parts: Record<Part, number[]> = { teach: [], stop: [], ask: [] };
  for (let c = 0; c < set.classes; c++) {
    const groups = groupsOf(set, c);
    const open = groups.filter((items) => items.some((item) => !set.bulk[item]));
    const held = drawn(open, heldOut(groups.length, LEAST_TO_ASK), random);
    const rest = open.filter((items) => !held.includes(items));
    const stop = drawn(rest, heldOut(groups.length, LEAST_TO_STOP), random);
    for (const items of groups) {
      const part: Part = held.includes(items) ? 'ask' : stop.includes(items) ? 'stop' : 'teach';
      parts[part].push(...items.filter((item) => part === 'teach' || !set.bulk[item]));
    }
  }
  const ascending = (items: number[]): number[] => items.sort((a, b) => a - b);
  return { teach: ascending(parts.teach), stop: ascending(parts.stop), ask: ascending(parts.ask) };
}

const heldOut = (groups: number, least: number): number =>
  groups < least ? 0 : Math.max(1, Math.round(HELD_OUT * groups));

/** Items of each group of a class, by the groups' numbers. */
function groupsOf({ labels, groups }: Labelled, c: number): number[][] {
  const byGroup = new Map<number, number[]>();
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== c) continue;
    const group = groups[i]!;
    byGroup.set(group, [...(byGroup.get(group) ?? []), i]);
  }
  return [...byGroup].sort(([a], [b]) => a - b).map(([, items]) => items);
}

/**
 * [n] how much each of the items counts: groups of a class the same, classes the same, 1 on average.
 * @param items numbers of items, each class and group with all that take part
 */
export function itemWeights({ labels, groups }: Labelled, items: readonly number[]): Float32Array {
  const name = (i: number): string => `${labels[i]}/${groups[i]}`;
  const inGroup = countBy(items, name);
  const inClass = countBy([...inGroup.keys()], (group) => group.split('/')[0]!);
  const raw = items.map((i) => 1 / (inGroup.get(name(i))! * inClass.get(String(labels[i]))!));
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / items.length;
  return Float32Array.from(raw, (weight) => weight / mean);
}

function countBy<T>(values: readonly T[], name: (value: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(name(value), (counts.get(name(value)) ?? 0) + 1);
  return counts;
}
