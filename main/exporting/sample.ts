/**
 * @file Which images an export is checked with: evenly from every class and folder, drawn the same every time. Pure;
 * runs in main.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../contract/draw';

export interface Candidate {
  /** Row of an image that has an embedding. */
  index: number;
  /** What it is to be spread over: its class where it is labelled, else its folder. */
  stratum: string;
}

export const MOST_CHECKED = 100;
/**
 * Of those, images that a format's own crop is measured on. It is told and held to nothing, and each of them is decoded and run
 * once more: on all of them it would take as long as the check itself. As many as are run at once.
 */
export const MOST_CROPPED = 20;
export const SEED = 1;

/** Rows of at most `most` candidates, one of each stratum in turn, in ascending order; fewer are some of more. */
export function sampleRows(candidates: readonly Candidate[], most = MOST_CHECKED, seed = SEED): number[] {
  const random = xoroshiro128plus(seed);
  // All of each, whatever `most` is: so fewer are the first of more.
  const strata = [...groups(candidates).values()].map((rows) => drawn(rows, rows.length, random));
  const chosen: number[] = [];
  for (let turn = 0; chosen.length < Math.min(most, candidates.length); turn++)
    for (const rows of strata) {
      const row = rows[turn];
      if (row !== undefined && chosen.length < most) chosen.push(row);
    }
  return chosen.sort((a, b) => a - b);
}

function groups(candidates: readonly Candidate[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { index, stratum } of candidates) {
    const rows = found.get(stratum);
    if (rows) rows.push(index);
    else found.set(stratum, [index]);
  }
  return found;
}
