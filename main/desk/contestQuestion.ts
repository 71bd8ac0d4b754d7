/** @file From what the window asks for to what the engine is asked, and from its answer to what is kept. Pure; runs in main. */
import type { ContestRequest, KeptContest } from '../contract/areas/evaluating';
import type { Confusion } from '../contract/evaluation';
import { METHOD_IDS } from '../contract/training';
import type { ContestRows } from '../engine/evaluating/contest';
import type { ContestQuestion, HashedImages } from '../engine/evaluating/question';
import type { Lesson } from '../engine/guessing/lesson';
import { KeptContests } from './keptContests';

/** As papers have it (METHODS 4). */
const PROJECTION = 128;

/**
 * Of what a lesson labels, which is a copy: labels given meanwhile do not change it.
 * @param offset γ
 * @param measured images of base classes that were measured last; they are asked about beside base classes
 */
export function questionOf(
  { methods, rule, seed }: ContestRequest,
  { revision, classes, samples, settings }: Lesson,
  offset: number,
  measured: HashedImages['hashed'],
): ContestQuestion {
  const images = samples.map(({ index, class: own, group, bulk }) => ({
    ...{ row: index, class: own, group, bulk },
    domain: null,
  }));
  return {
    ...{ revision, rule, seed, across: false, projection: PROJECTION, steps: null },
    classes,
    set: { embeddings: null, images },
    others: null,
    base: { base: settings.base, join: settings.join, offset },
    baseImages: settings.base === 'none' || measured.length === 0 ? null : { hashed: measured },
    methods: METHOD_IDS.filter((id) => id === 'imprinting' || methods.includes(id)),
  };
}

/** With items by their names, in place of rows that mean nothing once the project is closed. */
export function keptOf(contest: ContestRows, nameOf: (row: number) => string): KeptContest {
  const rows = new Map<number, number>();
  const numberOf = (row: number): number => {
    if (!rows.has(row)) rows.set(row, rows.size);
    return rows.get(row)!;
  };
  const results = contest.results.map((result) => {
    const cells = Object.entries(result.confusion.items).map(([cell, some]) => [cell, some.map(numberOf)]);
    const items = Object.fromEntries(cells) as Confusion['items'];
    return { ...result, confusion: { ...result.confusion, items } };
  });
  return { ...contest, id: KeptContests.idOf(contest.at), results, items: [...rows.keys()].map(nameOf) };
}
