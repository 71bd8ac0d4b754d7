/** @file The results of `evaluate` for a person's eyes. Pure; runs in main. */
import type { Interval, MethodResult } from '../../contract/evaluation';
import type { ContestRows } from '../../engine/evaluating/contest';
import { fullNameOf } from '../../reports/methods';
import { words } from '../../../strings/words';
import { printable } from '../console';
import type { EvaluateOptions } from '../invocation';
import { percent, table, type Column } from '../table';
import type { Evaluated } from './report';

interface Shown extends Column {
  cell: (result: MethodResult) => string;
}

const COLUMNS: readonly Shown[] = [
  { title: 'method', align: 'left', cell: ({ method }) => fullNameOf(method) },
  { title: 'estimate %', align: 'right', cell: ({ accuracy }) => share(accuracy.value) },
  { title: '95 %', align: 'right', cell: ({ accuracy }) => range(accuracy.interval) },
  {
    title: 'to imprinting',
    align: 'right',
    cell: ({ difference }) => (difference ? signed(difference.value) : ''),
  },
  { title: '95 %', align: 'right', cell: ({ difference }) => range(difference?.interval ?? null) },
  { title: 'p', align: 'right', cell: ({ difference }) => difference?.pHolm?.toFixed(3) ?? '' },
];
const BASE: readonly Shown[] = [
  { title: 'base %', align: 'right', cell: ({ base }) => share(base.value) },
  { title: 'H %', align: 'right', cell: ({ harmonicMean }) => share(harmonicMean) },
];
const TIME: Shown = {
  title: 's',
  align: 'right',
  cell: ({ seconds: { fit, predict } }) => (fit + predict).toFixed(3),
};

export function summary({ contests, failed }: Evaluated, { base, seed }: EvaluateOptions): string {
  const columns = [...COLUMNS, ...(base === 'none' ? [] : BASE), TIME];
  const unread = failed === 0 ? '' : `Not read: ${failed} (named above)\n`;
  return contests.map((contest) => contestText(contest, columns, seed)).join('\n') + unread;
}

function contestText(contest: ContestRows, columns: readonly Shown[], seed: number): string {
  const { protocol, results, notes, sentence } = contest;
  const { images, groups, classes } = protocol;
  const { rule, stand } = words().report.done;
  const head = `${rule(protocol.rule)}; ${images} images in ${groups} groups, ${classes} classes, seed ${seed}; ${stand(protocol)}`;
  const done = results.filter((result) => result.failed === null);
  const rows = done.map((result) => columns.map(({ cell }) => cell(result)));
  const left = results.filter((result) => result.failed !== null);
  const lines = [
    ...left.map(({ method, failed }) => `${fullNameOf(method)} took no part: ${failed}`),
    ...notes,
    sentence,
  ];
  return `${plain(head)}\n${table(columns, rows)}${lines.map((line) => `${plain(line)}\n`).join('')}`;
}

/** Terminals and logs need no hard blanks. */
const plain = (text: string): string => printable(text.replace(/\u00a0/g, ' '));

const share = (value: number | null): string => percent(value === null ? null : 100 * value);
const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(100 * value).toFixed(1)}`;
const range = (interval: Interval | null): string =>
  interval === null ? '' : `${(100 * interval[0]).toFixed(1)} to ${(100 * interval[1]).toFixed(1)}`;
