/** @file Figures as a person reads them: a share is never without its interval, what it was counted on, or why it is missing. */
import type { ClassFigures, Figure } from '../../../main/contract/evaluation';
import { fixed, percent } from '../../../strings/format';

/** '82 %', or a dash where nothing was measured. */
export function shareOf(value: number | null): string {
  return value === null ? '–' : percent(value);
}

/** A difference of shares in percentage points with its sign: '+4', '−3', '0'; a true minus. */
export function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** F1 as it is written in the field, two places. */
export function score(value: number | null): string {
  return value === null ? '–' : fixed(value, 2);
}

/** Where nothing can be sorted by, it comes last. */
export const sortable = ({ value }: Pick<Figure, 'value'>): number => value ?? Infinity;

/** The class that is told worst by its F1, then by what is found of it; null where no class has figures. */
export function hardest(perClass: readonly ClassFigures[]): ClassFigures | null {
  const asked = perClass.filter(({ recall }) => recall.value !== null);
  const worse = (a: ClassFigures, b: ClassFigures) =>
    sortable({ value: a.f1 }) - sortable({ value: b.f1 }) || sortable(a.recall) - sortable(b.recall);
  return [...asked].sort(worse)[0] ?? null;
}
