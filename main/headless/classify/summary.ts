/** @file The rows of `classify` for a person's eyes. Pure; runs in main. */
import type { NoneReason } from '../../contract/none';
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

const NONE: Record<NoneReason, string> = {
  background: 'none of these (background)',
  'below threshold': 'none of these',
};

/** @param strangers what is no image, and has no row */
export function summary(rows: readonly ClassifiedRow[], strangers: readonly Unread[]): string {
  const read = rows.filter(({ reason }) => reason === undefined);
  const lines = read.map(({ path, label, confidence, none }) => [
    ...[path, label ?? '–'],
    percent(confidence === null ? null : 100 * confidence),
    none === undefined ? '' : NONE[none],
  ]);
  const unread = rows.flatMap(({ path, reason }) => (reason === undefined ? [] : [{ path, reason }]));
  const rest = notReadLines([...unread, ...strangers], 'the JSON');
  return [table(COLUMNS, lines), ...rest.map((line) => `${line}\n`)].join('');
}
