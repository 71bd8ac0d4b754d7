/** @file The table of contests: read back by a parser, every figure in its column, and no name a formula. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../../../main/reports/csv';
import { CLASSES, contest } from './contests';

const rule = (shots: number) => ({ kind: 'episodes', ways: null, shots, episodes: 100 }) as const;
const text = reportCsv([contest(rule(1)), contest(rule(5), 0.68)]);
const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

describe('the table of contests', () => {
  it('has a row for each method, class and cell that is not empty', () => {
    expect(errors).toEqual([]);
    const kinds = (kind: string) => data.filter((row) => row['kind'] === kind);
    expect(kinds('method')).toHaveLength(2 * 5);
    expect(kinds('class')).toHaveLength(2 * 4 * CLASSES.length);
    expect(kinds('confusion')).toHaveLength(2 * 4 * 2 * CLASSES.length);
  });

  it('has percent for accuracies, and nothing for what was not measured', () => {
    const [imprinting, balanced] = data.filter((row) => row['kind'] === 'method');
    expect(imprinting).toMatchObject({
      shots: '1',
      method: 'imprinting',
      accuracy: '75',
      difference: '',
      base: '',
    });
    expect(Number(balanced!['difference'])).toBeCloseTo(7, 9);
    const later = data.find((row) => row['shots'] === '5')!;
    expect(Number(later['base'])).toBeCloseTo(68, 9);
    const failed = data.find((row) => row['method'] === 'wdae')!;
    expect(failed).toMatchObject({ accuracy: '', seconds_fit: '' });
    expect(failed['failed']).toContain('other classes');
  });

  it('has no name that a spreadsheet would carry out', () => {
    const names = data.map((row) => row['class']);
    expect(names).toContain("'=SUM(A1)");
    expect(names).toContain('<b>Pike</b>');
  });
});
