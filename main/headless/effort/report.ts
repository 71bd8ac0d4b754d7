/** @file What the bench of effort reports, as JSON and for a person's eyes. Pure; runs in main. */
import { table, type Column } from '../table';
import type { AcceptedAll, Habit, Outcome } from './annotator';
import type { ActionName } from './tally';

export interface EffortRun {
  annotator: string;
  seed: number;
  actions: Record<ActionName, number>;
  total: number;
  /** Actions for each 100 images; without the tool there is one for each image. */
  per100: number;
  gestures: number;
  views: number;
  named: number;
  acceptedAll: AcceptedAll[];
  /** After each action: images labelled rightly. */
  course: number[];
}

export interface EffortReport {
  folder: string;
  images: number;
  classes: number;
  /** Images on the screen. */
  page: number;
  runs: EffortRun[];
}

export function runOf({ name }: Habit, seed: number, images: number, outcome: Outcome): EffortRun {
  const { effort, acceptedAll, course } = outcome;
  const { actions, total, gestures, views, named } = effort;
  const per100 = (100 * total) / images;
  return { annotator: name, seed, actions, total, per100, gestures, views, named, acceptedAll, course };
}

const COLUMNS: readonly Column[] = [
  { title: 'annotator', align: 'left' },
  ...['seed', 'actions', 'per 100', 'gestures', 'views', 'accepted all', 'errors left'].map((title) => ({
    title,
    align: 'right' as const,
  })),
];

export function effortSummary({ images, classes, page, runs }: EffortReport): string {
  const rows = runs.map((run) => {
    const { annotator, seed, total, per100, gestures, views, acceptedAll } = run;
    const sum = (of: (one: AcceptedAll) => number): number =>
      acceptedAll.reduce((all, one) => all + of(one), 0);
    const trusted = acceptedAll.length === 0 ? '–' : `${sum((one) => one.images)} in ${acceptedAll.length}`;
    const errors = acceptedAll.length === 0 ? '–' : String(sum((one) => one.errors));
    return [
      annotator,
      ...[seed, total].map(String),
      per100.toFixed(1),
      ...[gestures, views].map(String),
      trusted,
      errors,
    ];
  });
  const one = [`one by one`, '', String(images), '100.0', '', String(images), '–', '–'];
  return `${table(COLUMNS, [...rows, one])}${images} images of ${classes} classes, ${page} on the screen. Naming a class is no action; it is among the gestures.\n`;
}
