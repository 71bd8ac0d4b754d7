/** @file What the methods of a contest came to, side by side. Pure; runs in main. */
import type { Contest, Figure, MethodResult } from '../contract/evaluation';
import { fullNameOf } from '../contract/methodWords';
import {
  chanceText,
  countedText,
  pointsRange,
  pointsText,
  rangeText,
  secondsText,
  shareText,
} from './format';
import { markup, type Markup, type Value } from './markup';
import { table } from './table';

interface Column {
  title: string;
  cell: (result: MethodResult) => Value;
}

const ALWAYS: readonly Column[] = [
  { title: 'Method', cell: ({ method }) => fullNameOf(method) },
  { title: 'Estimate', cell: ({ accuracy }) => figure(accuracy) },
  { title: 'Difference to imprinting, points', cell: (result) => difference(result) },
  { title: 'p (Holm)', cell: ({ difference: found }) => chanceText(found?.pHolm ?? null) },
];
const BASE: readonly Column[] = [
  { title: 'ImageNet’s classes', cell: ({ base }) => figure(base) },
  { title: 'Harmonic mean', cell: ({ harmonicMean }) => shareText(harmonicMean) },
];
const LAST: readonly Column[] = [
  { title: 'Mean of classes', cell: ({ macro }) => shareText(macro) },
  { title: 'Calibration error', cell: ({ reliability: { error } }) => shareText(error) },
  {
    title: 'Time to learn, to answer',
    cell: ({ seconds: { fit, predict } }) => `${secondsText(fit)}, ${secondsText(predict)}`,
  },
];

export function resultsOf(contest: Contest): Markup {
  const { results, protocol } = contest;
  const columns = [...ALWAYS, ...(protocol.base === 'none' ? [] : BASE), ...LAST];
  const done = results.filter(({ failed }) => failed === null);
  const rows = done.map((result) => columns.map(({ cell }) => cell(result)));
  const counted = done[0]
    ? `Estimates ${countedText(done[0].accuracy)}; intervals hold with 95 % certainty.`
    : '';
  return markup`${table(
    counted,
    columns.map(({ title }) => title),
    rows,
  )}${results.filter(({ failed }) => failed !== null).map(left)}${whyNot(done, contest)}`;
}

const left = ({ method, failed }: MethodResult): Markup =>
  markup`<p>${fullNameOf(method)} took no part: ${failed}</p> `;

/** What is not measured, the first reason for all methods. */
function whyNot(results: readonly MethodResult[], { protocol }: Contest): readonly Markup[] {
  const first = (what: string, of: (result: MethodResult) => string | null): Markup[] => {
    const why = results.map(of).find((found) => found !== null);
    return why === undefined || why === null ? [] : [markup`<p class="soft">${what}: ${lowered(why)}</p> `];
  };
  return [
    ...first('Estimate', ({ accuracy }) => accuracy.why),
    ...(protocol.base === 'none' ? [] : first('ImageNet’s classes', ({ base }) => base.why)),
    ...first('Calibration error', ({ reliability }) => reliability.why),
  ];
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export function figure({ value, interval }: Figure): Markup {
  if (value === null) return markup`<span class="none">not measured</span>`;
  return markup`${shareText(value)}${interval && markup`<small>${rangeText(interval)}</small>`}`;
}

function difference({ method, difference: found }: MethodResult): Markup {
  if (found)
    return markup`${pointsText(found.value)}${found.interval && markup`<small>${pointsRange(found.interval)}</small>`}`;
  return markup`<span class="none">${method === 'imprinting' ? 'compared with' : '–'}</span>`;
}
