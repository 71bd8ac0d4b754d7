/** @file What the methods of a contest came to, side by side. Runs in main. */
import type { Contest, Figure, MethodResult } from '../contract/evaluation';
import { words } from '../../strings/words';
import { pointsRange, pointsText, rangeText, shareText } from './format';
import { markup, type Markup, type Value } from './markup';
import { fullNameOf } from './methods';
import { table } from './table';

interface Column {
  column: keyof ReturnType<typeof words>['report']['figures']['columns'];
  cell: (result: MethodResult) => Value;
}

const ALWAYS: readonly Column[] = [
  { column: 'method', cell: ({ method }) => fullNameOf(method) },
  { column: 'estimate', cell: ({ accuracy }) => figure(accuracy) },
  { column: 'difference', cell: (result) => difference(result) },
  { column: 'p', cell: ({ difference: found }) => chance(found?.pHolm ?? null) },
];
const BASE: readonly Column[] = [
  { column: 'base', cell: ({ base }) => figure(base) },
  { column: 'harmonicMean', cell: ({ harmonicMean }) => shareText(harmonicMean) },
];
const LAST: readonly Column[] = [
  { column: 'macro', cell: ({ macro }) => shareText(macro) },
  { column: 'calibration', cell: ({ reliability: { error } }) => shareText(error) },
  {
    column: 'time',
    cell: ({ seconds: { fit, predict } }) => [fit, predict].map(words().contest.seconds).join(', '),
  },
];

export function resultsOf(contest: Contest): Markup {
  const { results, protocol } = contest;
  const columns = [...ALWAYS, ...(protocol.base === 'none' ? [] : BASE), ...LAST];
  const done = results.filter(({ failed }) => failed === null);
  const rows = done.map((result) => columns.map(({ cell }) => cell(result)));
  const { columns: titles, estimates } = words().report.figures;
  const counted = done[0] ? estimates(done[0].accuracy) : '';
  return markup`${table(
    counted,
    columns.map(({ column }) => titles[column]),
    rows,
  )}${results.filter(({ failed }) => failed !== null).map(left)}${whyNot(done, contest)}`;
}

const left = ({ method, failed }: MethodResult): Markup =>
  markup`<p>${words().report.figures.failed(fullNameOf(method), failed ?? '')}</p> `;

/** What is not measured, the first reason for all methods. */
function whyNot(results: readonly MethodResult[], { protocol }: Contest): readonly Markup[] {
  const { columns, unmeasured } = words().report.figures;
  const first = (what: string, of: (result: MethodResult) => string | null): Markup[] => {
    const why = results.map(of).find((found) => found !== null);
    return why === undefined || why === null ? [] : [markup`<p class="soft">${unmeasured(what, why)}</p> `];
  };
  return [
    ...first(columns.estimate, ({ accuracy }) => accuracy.why),
    ...(protocol.base === 'none' ? [] : first(columns.base, ({ base }) => base.why)),
    ...first(columns.calibration, ({ reliability }) => reliability.why),
  ];
}

export function figure({ value, interval }: Figure): Markup {
  if (value === null) return markup`<span class="none">${words().report.figures.none}</span>`;
  return markup`${shareText(value)}${interval && markup`<small>${rangeText(interval)}</small>`}`;
}

const chance = (p: number | null): string => (p === null ? '' : words().contest.p(p));

function difference({ method, difference: found }: MethodResult): Markup {
  if (found)
    return markup`${pointsText(found.value)}${found.interval && markup`<small>${pointsRange(found.interval)}</small>`}`;
  return markup`<span class="none">${method === 'imprinting' ? words().report.figures.reference : '–'}</span>`;
}
