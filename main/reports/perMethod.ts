/** @file One method looked at closely: its figures by class, what it took for what, its percentages. Runs in main. */
import type { ClassFigures, Contest, MethodResult } from '../contract/evaluation';
import { fixed } from '../../strings/format';
import { words } from '../../strings/words';
import { rangeText, shareText } from './format';
import { markup, type Markup, type Value } from './markup';
import { fullNameOf } from './methods';
import { figure } from './results';
import { table } from './table';

/** A matrix of more classes is no picture any more. */
const MOST_IN_MATRIX = 25;
const MOST_PAIRS = 20;

export function methodOf(contest: Contest, result: MethodResult, reliability: Markup | null): Markup {
  const { methodWords, report } = words();
  const { what, paper } = methodWords[result.method];
  const name = fullNameOf(result.method);
  return markup`<details>
    <summary>${name} <span class="soft">${report.methods.closer}</span></summary>
    <p>${what} <span class="soft">${paper}.</span></p>
    ${result.sentence === null ? null : markup`<p>${result.sentence}</p>`}
    ${classTable(contest, result)}${confusionTable(contest, result)}${reliability}${reliabilityTable(result)}
  </details> `;
}

function classTable({ classes }: Contest, { perClass }: MethodResult): Markup {
  const { byClass, classColumns } = words().report.methods;
  const row = ({ class: own, precision, recall, f1 }: ClassFigures): Value[] => [
    ...[classes[own] ?? '', recall.n, recall.groups],
    ...[figure(recall), figure(precision), f1 === null ? '–' : fixed(f1, 2)],
  ];
  return table(byClass, classColumns, perClass.map(row));
}

function confusionTable(contest: Contest, { confusion: { counts } }: MethodResult): Markup {
  if (counts.length > MOST_IN_MATRIX) return pairTable(contest, counts);
  const { base, matrix, matrixCorner } = words().report.methods;
  const anyBase = counts.some((row) => (row[counts.length] ?? 0) > 0);
  const columns = [matrixCorner, ...contest.classes, ...(anyBase ? [base] : [])];
  const rows = counts.map((row, own) => [
    contest.classes[own] ?? '',
    ...row.slice(0, columns.length - 1).map((n, called) => cell(n, own === called)),
  ]);
  return table(matrix, columns, rows);
}

const cell = (n: number, right: boolean): Markup => {
  if (n === 0) return markup`<span class="none">·</span>`;
  return right ? markup`<span class="right">${n}</span>` : markup`${n}`;
};

function pairTable({ classes }: Contest, counts: readonly (readonly number[])[]): Markup {
  const pairs = counts.flatMap((row, own) => {
    const of = row.reduce((sum, n) => sum + n, 0);
    return row.flatMap((n, called) => (n > 0 && called !== own ? [{ own, called, n, of }] : []));
  });
  const { base, pairs: title, pairColumns, pairOf } = words().report.methods;
  const most = pairs.sort((one, other) => other.n - one.n).slice(0, MOST_PAIRS);
  const rows = most.map(({ own, called, n, of }) => [
    classes[own] ?? '',
    classes[called] ?? base,
    pairOf(n, of),
  ]);
  return table(title, pairColumns, rows);
}

function reliabilityTable({ reliability: { bins, error, why, n } }: MethodResult): Markup {
  if (bins.length === 0) return markup`<p class="soft">${why}</p> `;
  const { bin: binOf, calibration, calibrationColumns } = words().report.methods;
  const rows = bins.map((bin) => [
    binOf(Math.round(100 * bin.from), Math.round(100 * bin.to)),
    ...[bin.n, shareText(bin.confidence)],
    markup`${shareText(bin.accuracy)}<small>${rangeText(bin.interval)}</small>`,
  ]);
  const said = error === null ? (why ?? '') : calibration(shareText(error), n);
  return table(said, calibrationColumns, rows);
}
