/** @file Imprinting on a few made-up rows, computed here a second time and in plain double precision. */
import { expect } from '@playwright/test';
import type { SplitRule } from '../../main/contract/evaluation';
import { labelledSetFrom } from '../../main/engine/evaluation/labelledSet';
import { planOf } from '../../main/engine/evaluation/splits/plan';
import type { Split } from '../../main/engine/evaluation/splits/split';
import type { EvaluateJson } from './headlessContract';

const WIDE = 8;

/** Embeddings, with the index of each one's class and the group that the command puts it in. */
export interface Told {
  rows: number[][];
  labels: number[];
  groups: string[];
}

/** Three bunches of four, each row a group of its own, as of a folder. */
export function rowsByKind(): Told {
  const labels = Array.from({ length: 12 }, (_, row) => Math.floor(row / 4));
  return { rows: labels.map(noisy), labels, groups: labels.map((_, row) => `row ${row}`) };
}

/** Three bunches in turn, two rows a group, as of a CSV. */
export function rowsInTurn(): Told {
  const labels = Array.from({ length: 24 }, (_, row) => row % 3);
  const groups = labels.map((label, row) => `group g${Math.floor(row / 6)}-${label}`);
  return { rows: labels.map(noisy), labels, groups };
}

/** Bunches that overlap. */
const noisy = (label: number, row: number): number[] =>
  Array.from({ length: WIDE }, (_, i) =>
    Math.fround((i === label ? 0.6 : 0) + Math.abs(Math.sin((row * WIDE + i + 1) * 12.9898))),
  );

/** What the command says of imprinting is what comes of the same divisions here, and not what episodes of another seed give. */
export function expectComputedTwice(
  results: EvaluateJson['results'],
  told: Told,
  rule: SplitRule,
  seed: number,
): void {
  const shots = rule.kind === 'episodes' ? rule.shots : null;
  const found = results.find((one) => one.method === 'imprinting' && one.shots === shots)!.perEpisode;
  const again = sharesRight(told, rule, seed);
  expect(found).toHaveLength(again.length);
  found.forEach((share, i) => expect(share).toBeCloseTo(again[i]!, 6));
  expect(Math.min(...again)).toBeLessThan(100);
  if (rule.kind === 'episodes') expect(sharesRight(told, rule, seed + 1)).not.toEqual(again);
}

/** Percent, of each division. */
function sharesRight(told: Told, rule: SplitRule, seed: number): number[] {
  const { rows, labels, groups } = told;
  const set = labelledSetFrom({ dimension: WIDE, values: rows.flat(), labels, groups });
  const { splits } = planOf(set, rule, { seed, replicates: 0 });
  return splits.map((split) => 100 * shareRight(told, split));
}

const unit = (a: readonly number[]): number[] => a.map((value) => value / Math.hypot(...a));

const sum = (some: number[][]): number[] => some[0]!.map((_, i) => some.reduce((all, a) => all + a[i]!, 0));

/**
 * Imprinting (METHODS 1): unit embeddings, means of groups, their mean, the largest cosine. Every group that is asked counts
 * the same.
 */
function shareRight(told: Told, { support, query, classes }: Split): number {
  const { rows, labels, groups } = told;
  const prototypes = classes.map((own) =>
    prototype(
      told,
      [...support].filter((row) => labels[row] === own),
    ),
  );
  const right = new Map<string, number[]>();
  for (const row of query) {
    const scores = prototypes.map((one) => one.reduce((all, value, i) => all + value * rows[row]![i]!, 0));
    const guess = classes[scores.indexOf(Math.max(...scores))];
    right.set(groups[row]!, [...(right.get(groups[row]!) ?? []), Number(guess === labels[row])]);
  }
  const shares = [...right.values()].map((some) => some.reduce((a, b) => a + b) / some.length);
  return shares.reduce((a, b) => a + b) / shares.length;
}

/** @param taught rows of one class */
function prototype({ rows, groups }: Told, taught: readonly number[]): number[] {
  const shots = [...new Set(taught.map((row) => groups[row]))].map((group) => {
    const members = taught.filter((row) => groups[row] === group).map((row) => unit(rows[row]!));
    return sum(members).map((value) => value / members.length);
  });
  return unit(sum(shots));
}

/** A NumPy file of float32. */
export function npy(rows: number[][]): Buffer {
  const shape = `(${rows.length}, ${rows[0]!.length})`;
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117) + '\n';
  const head = ['\x93NUMPY\x01\x00', '\x76\x00', text].map((part) => Buffer.from(part, 'latin1'));
  return Buffer.concat([...head, Buffer.from(Float32Array.from(rows.flat()).buffer)]);
}
