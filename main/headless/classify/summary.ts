/** @file The rows of `classify` for a person's eyes. Pure; runs in main. */
import type { Unread } from '../folder/unread';
import { notReadLines } from '../notRead';
import { percent, table, type Column } from '../table';
import type { ClassifiedRow } from './rows';

const COLUMNS: readonly Column[] = [
  { title: 'image', align: 'left' },
  { title: 'label', align: 'left' },
  { title: 'confidence %', align: 'right' },
  { title: '', align: 'left' },
];

/** @param strangers what is no image, and has no row */
export function summary(rows: readonly ClassifiedRow[], strangers: readonly Unread[]): string {
  const read = rows.filter(({ reason }) => reason === undefined);
  const lines = read.map(({ path, label, confidence, known }) => [
    ...[path, label ?? '–'],
    percent(confidence === null ? null : 100 * confidence),
    known === false ? 'none of these' : '',
  ]);
  const unread = rows.flatMap(({ path, reason }) => (reason === undefined ? [] : [{ path, reason }]));
  const rest = notReadLines([...unread, ...strangers], 'the JSON');
  return [table(COLUMNS, lines), ...rest.map((line) => `${line}\n`)].join('');
}
