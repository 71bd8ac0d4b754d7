/**
 * @file What is known to show one scene before anybody looks at the pictures: a group, the boxes of one image, photos taken
 * one right after the other. Pure; runs in main.
 */
import { imageOfItem, isBox, saidGroup } from '../contract/items';
import type { ItemRow, ProjectDocument } from '../contract/model';

type Known = Pick<ItemRow, 'id' | 'folder' | 'capturedAt'>;

/** Photos of one folder that follow each other within so many milliseconds are of one burst. */
const BURST_MS = 10_000;

/**
 * @param rows any items of the project
 * @returns [rows] the same number for items of one scene, -1 where nothing is known
 */
export function scenesOf(
  rows: readonly Known[],
  document: Pick<ProjectDocument, 'groups' | 'boxes' | 'times'>,
): Int32Array {
  const scenes = burstsOf(rows, document.times);
  const named = new Map<string, number>();
  // Above all numbers of bursts.
  const numberOf = (name: string): number => {
    const number = named.get(name) ?? rows.length + named.size;
    named.set(name, number);
    return number;
  };
  rows.forEach(({ id }, at) => {
    const group = saidGroup(document, id);
    const image = isBox(id) ? imageOfItem(document, id) : null;
    if (group !== undefined) scenes[at] = numberOf(`group ${group}`);
    else if (image !== null && scenes[at]! < 0) scenes[at] = numberOf(`image ${image}`);
  });
  return scenes;
}

/** [rows] the number of the burst, -1 where the time is not known or no other photo is near. */
function burstsOf(rows: readonly Known[], times: ProjectDocument['times']): Int32Array {
  const taken = Float64Array.from(rows, (row) => timeOf(row, times[row.id]));
  const order = rows.map((_, at) => at).filter((at) => !Number.isNaN(taken[at]));
  // Files are mostly listed as they were taken, and what is sorted already costs next to nothing.
  order.sort((i, j) => compare(rows[i]!.folder, rows[j]!.folder) || taken[i]! - taken[j]! || i - j);
  const bursts = new Int32Array(rows.length).fill(-1);
  for (let i = 1; i < order.length; i++) {
    const [last, now] = [order[i - 1]!, order[i]!];
    if (rows[last]!.folder !== rows[now]!.folder || taken[now]! - taken[last]! > BURST_MS) continue;
    if (bursts[last]! < 0) bursts[last] = last;
    bursts[now] = bursts[last]!;
  }
  return bursts;
}

/** Times of rows, which are never changed but replaced: to read 50,000 of them takes longer than all the rest. */
const parsed = new WeakMap<Known, number>();

/** ms by the clock of the place, NaN where nothing tells. @param given by a file, which wins */
function timeOf(row: Known, given: string | undefined): number {
  if (given !== undefined) return Date.parse(`${given}Z`);
  const known = parsed.get(row);
  if (known !== undefined) return known;
  const time = row.capturedAt === null ? NaN : Date.parse(`${row.capturedAt}Z`);
  parsed.set(row, time);
  return time;
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
