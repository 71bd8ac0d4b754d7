/**
 * @file What is known to show one scene before anybody looks at the pictures: a group, the boxes of one image, photos taken
 * one right after the other. Pure; runs in main.
 */
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
  { groups, boxes, times }: Pick<ProjectDocument, 'groups' | 'boxes' | 'times'>,
): Int32Array {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const bursts = burstsOf(rows, times);
  return Int32Array.from(rows, ({ id }, at) => {
    const image = id.startsWith('box:') ? boxes[id.slice('box:'.length)]?.image : undefined;
    const group = groups[id] ?? (image && groups[image]);
    if (group !== undefined) return numberOf(`group ${group}`);
    if (bursts[at] !== undefined) return numberOf(`burst ${bursts[at]}`);
    return image === undefined ? -1 : numberOf(`image ${image}`);
  });
}

/** [rows] the number of the burst, nothing where the time is not known or no other photo is near. */
function burstsOf(rows: readonly Known[], times: ProjectDocument['times']): (number | undefined)[] {
  const timed = rows
    .map(({ id, folder, capturedAt }, at) => ({
      at,
      folder,
      time: Date.parse(`${times[id] ?? capturedAt ?? ''}Z`),
    }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort((one, other) => compare(one.folder, other.folder) || one.time - other.time || one.at - other.at);
  const bursts = rows.map((): number | undefined => undefined);
  timed.forEach((now, i) => {
    const last = timed[i - 1];
    if (last?.folder !== now.folder || now.time - last.time > BURST_MS) return;
    bursts[last.at] ??= i;
    bursts[now.at] = bursts[last.at];
  });
  return bursts;
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
