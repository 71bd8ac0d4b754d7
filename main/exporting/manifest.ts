/**
 * @file manifest.csv: what an exported model learnt from and was checked on, item by item, by content and never by path. Pure; runs
 * in main.
 */
import { createHash } from 'node:crypto';
import type { Box, Label } from '../contract/model';
import { csvOf } from '../exchange/write/csv';

export interface ManifestItem {
  /** Of the image file's bytes. */
  sha256: string;
  /** Null for a whole image. */
  box: Box | null;
  label: string;
  /** How, by whom and when it was labelled. */
  given: Pick<Label, 'how' | 'by' | 'at'>;
  role: 'learn' | 'check';
  /** Of the project; only a number of it is written. */
  group: string;
}

export interface Manifest {
  csv: Buffer;
  sha256: string;
  /** Rows. */
  items: number;
}

const FIELDS = [
  ...(['sha256', 'x', 'y', 'width', 'height'] as const),
  ...(['label', 'how', 'by', 'at', 'role', 'group'] as const),
];

/** Rows are ordered by content, so that nothing tells where and under which name an image lies. */
export function manifestOf(items: readonly ManifestItem[]): Manifest {
  const ordered = [...items].sort(byContent);
  const numbers = new Map<string, number>();
  const rows = ordered.map(({ sha256, box, label, given: { how, by, at }, role, group }) => {
    const number = numbers.get(group) ?? numbers.size + 1;
    numbers.set(group, number);
    const corner = box ? [box.x, box.y, box.width, box.height] : [null, null, null, null];
    return [sha256, ...corner, label, how, by, at, role, number];
  });
  const csv = Buffer.from(csvOf([...FIELDS], rows));
  return { csv, sha256: createHash('sha256').update(csv).digest('hex'), items: items.length };
}

function byContent(one: ManifestItem, other: ManifestItem): number {
  const [mine, theirs] = [one, other].map(({ sha256, box, given }) =>
    JSON.stringify([sha256, box && [box.x, box.y, box.width, box.height], given.at]),
  ) as [string, string];
  return mine < theirs ? -1 : Number(mine > theirs);
}
