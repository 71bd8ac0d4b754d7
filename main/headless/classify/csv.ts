/** @file The rows of `classify` as CSV: one line per image, empty where nothing may be said. Pure; runs in main. */
import Papa from 'papaparse';
import type { ClassifiedRow } from './rows';

/** Best classes that have columns of their own: as many as guesses tell. */
const BEST = 3;

export function csvOf(rows: readonly ClassifiedRow[]): string {
  const data = rows.map(({ path, label, confidence, known, none, top, reason }) => [
    ...[path, label, confidence, known],
    ...Array.from({ length: BEST }, (_, i) => [top[i]?.label, top[i]?.confidence]).flat(),
    reason,
    none ?? null,
  ]);
  return `${Papa.unparse({ fields: FIELDS, data }, { newline: '\n' })}\n`;
}

const FIELDS = [
  ...['path', 'label', 'confidence', 'known'],
  ...Array.from({ length: BEST }, (_, i) => [`top${i + 1}`, `confidence${i + 1}`]).flat(),
  'reason',
  'none',
];
