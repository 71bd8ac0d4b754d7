/**
 * @file Contests as one table for programs: a row for each method, for each class of it, and for each cell of its confusion matrix
 * that is not empty. Accuracies are in percent, chances and calibration errors fractions; empty is what was not measured.
 * Pure; runs in main.
 */
import Papa from 'papaparse';
import type { Contest, Figure, MethodResult, SplitRule } from '../contract/evaluation';

type Row = Partial<Record<(typeof FIELDS)[number], string | number | null>>;

const FIELDS = [
  ...(['kind', 'rule', 'shots', 'method', 'class', 'called'] as const),
  ...(['accuracy', 'low', 'high', 'images', 'groups'] as const),
  ...(['difference', 'difference_low', 'difference_high', 'p', 'p_holm'] as const),
  ...([
    'monte_carlo',
    'macro',
    'base',
    'harmonic_mean',
    'all',
    'calibration_error',
    'seconds_fit',
    'seconds_predict',
  ] as const),
  ...(['precision', 'precision_low', 'precision_high', 'f1', 'count', 'failed'] as const),
];

export function reportCsv(contests: readonly Contest[]): string {
  const rows = contests.flatMap((contest) =>
    contest.results.flatMap((result) => {
      const { rule } = contest.protocol;
      const about = { rule: rule.kind, shots: shotsOf(rule), method: result.method };
      return rowsOf(contest, result).map((row) => ({ ...about, ...row }));
    }),
  );
  const data = rows.map((row: Row) => FIELDS.map((field) => row[field] ?? null));
  // A name that begins like a formula would be one in a spreadsheet.
  return `${Papa.unparse({ fields: [...FIELDS], data }, { newline: '\n', escapeFormulae: true })}\n`;
}

const shotsOf = (rule: SplitRule): number | null => (rule.kind === 'episodes' ? rule.shots : null);

function rowsOf({ classes }: Contest, result: MethodResult): Row[] {
  const { confusion, perClass } = result;
  const byClass = perClass.map(({ class: own, precision, recall, f1 }): Row => ({
    ...{ kind: 'class', class: classes[own] ?? '', f1, ...figure(recall) },
    ...{
      precision: percent(precision.value),
      precision_low: end(precision, 0),
      precision_high: end(precision, 1),
    },
  }));
  const cells = confusion.counts.flatMap((row, own) =>
    row.flatMap((count, called): Row[] =>
      count === 0
        ? []
        : [{ kind: 'confusion', class: classes[own] ?? '', called: classes[called] ?? '(base)', count }],
    ),
  );
  return [methodRow(result), ...byClass, ...cells];
}

function methodRow({ accuracy, difference, reliability, seconds, failed, ...result }: MethodResult): Row {
  const [low = null, high = null] = difference?.interval ?? [];
  return {
    ...{ kind: 'method', ...figure(accuracy) },
    ...{
      difference: percent(difference?.value ?? null),
      difference_low: percent(low),
      difference_high: percent(high),
    },
    ...{ p: difference?.p ?? null, p_holm: difference?.pHolm ?? null },
    ...{
      monte_carlo: percent(result.monteCarlo),
      macro: percent(result.macro),
      base: percent(result.base.value),
    },
    ...{ harmonic_mean: percent(result.harmonicMean), all: percent(result.all.value) },
    calibration_error: reliability.error,
    ...(failed === null ? { seconds_fit: seconds.fit, seconds_predict: seconds.predict } : { failed }),
  };
}

const percent = (value: number | null): number | null => (value === null ? null : 100 * value);
const end = ({ interval }: Figure, at: 0 | 1): number | null => percent(interval?.[at] ?? null);

function figure(found: Figure): Row {
  const { value, n: images, groups } = found;
  return { accuracy: percent(value), low: end(found, 0), high: end(found, 1), images, groups };
}
