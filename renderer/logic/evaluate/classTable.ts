/** @file The table of classes: its lines, and their order by a column. */
import type { ClassFigures, Confusion } from '../../../main/contract/evaluation';
import { sortable } from './figures';

export const COLUMNS = ['class', 'images', 'recall', 'precision', 'f1'] as const;
export type Column = (typeof COLUMNS)[number];

export interface ClassLine extends ClassFigures {
  id: string;
  name: string;
  /** Images of the class that were called something else. */
  missed: number;
}

interface Answers {
  classes: readonly { id: string; name: string }[];
  answers: { perClass: readonly ClassFigures[]; confusion: Confusion };
}

export function rowsOf({ answers: { perClass, confusion }, classes }: Answers): ClassLine[] {
  return perClass.map((figures) => {
    const { id = String(figures.class), name = '' } = classes[figures.class] ?? {};
    const counts = confusion.counts[figures.class] ?? [];
    const missed = counts.reduce((sum, n, column) => (column === figures.class ? sum : sum + n), 0);
    return { ...figures, id, name, missed };
  });
}

const VALUES: Readonly<Record<Exclude<Column, 'class'>, (line: ClassLine) => number>> = {
  images: ({ recall }) => recall.n,
  recall: ({ recall }) => sortable(recall),
  precision: ({ precision }) => sortable(precision),
  f1: ({ f1 }) => sortable({ value: f1 }),
};

/** The least first, or last; what has no figure always comes last, and equals stay as they were. */
export function sorted(lines: readonly ClassLine[], by: Column, reversed: boolean): ClassLine[] {
  if (by === 'class') return reversed ? [...lines].reverse() : [...lines];
  const value = VALUES[by];
  const known = lines.filter((line) => Number.isFinite(value(line)));
  const unknown = lines.filter((line) => !Number.isFinite(value(line)));
  known.sort((a, b) => (reversed ? value(b) - value(a) : value(a) - value(b)));
  return [...known, ...unknown];
}
