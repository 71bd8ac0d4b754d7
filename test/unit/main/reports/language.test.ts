/** @file A report in another language: all but what the person named, and what was said when the contest was held. */
import { afterEach, expect, test } from 'vitest';
import { methodWords } from '../../../../main/contract/methodWords';
import type { Contest } from '../../../../main/contract/evaluation';
import type { MethodId } from '../../../../main/contract/training';
import { reportCsv } from '../../../../main/reports/csv';
import { drawChart } from '../../../../main/reports/draw';
import { fullNameOf } from '../../../../main/reports/methods';
import { reportHtml } from '../../../../main/reports/page';
import { ENGLISH, speak } from '../../../../strings/chosen';
import { PSEUDO, unbracketed } from '../../../../strings/pseudo';
import { CLASSES, contest } from './contests';
import { textsOf } from './texts';

const other = () => speak({ language: PSEUDO, locale: 'de-DE' });
afterEach(() => speak({ language: ENGLISH, locale: ENGLISH }));

const page = (contests: readonly Contest[]) =>
  reportHtml({ name: 'Pond', version: '1.2.3', contests }, (specs) => Promise.all(specs.map(drawChart)));

/** One with too many classes for a matrix. */
function ofMany(): Contest {
  const many = contest({ kind: 'k-fold', folds: 5 }, 0.68);
  many.classes = Array.from({ length: 30 }, (_, c) => `${c}`);
  for (const { confusion } of many.results)
    confusion.counts = many.classes.map((_, own) =>
      Array.from({ length: 31 }, (__, called) => (called === own + 1 ? 2 : 0)),
    );
  return many;
}

test('every word is of the catalogue', async () => {
  other();
  const text = await page([contest({ kind: 'leave-one-out' }), ofMany()]);
  const { sentence, notes, results } = contest({ kind: 'leave-one-out' });
  const said = new Set([sentence, ...notes, ...results.map((result) => result.sentence), ...CLASSES]);
  const texts = textsOf(text);
  const foreign = texts.filter((one) => /\p{L}{2,}/u.test(unbracketed(one)) && !said.has(one));
  expect(foreign).toEqual([]);
  expect(texts.length).toBeGreaterThan(300);
  expect(text).toContain(`<html lang="${PSEUDO}">`);
});

test('figures have the locale’s comma, and tables for programs their point and their names', async () => {
  const english = reportCsv([contest({ kind: 'leave-one-out' })]);
  other();
  const texts = textsOf(await page([contest({ kind: 'leave-one-out' })]));
  expect(texts).toContain('75,0 %');
  expect(texts).toContain('+7,0');
  expect(reportCsv([contest({ kind: 'leave-one-out' })])).toBe(english);
});

test('‘frozen features’ stands behind the methods of which the words say so, and no other', () => {
  const frozen = (text: string) => text.endsWith('(frozen features)');
  for (const [id, { what }] of Object.entries(methodWords))
    expect(frozen(fullNameOf(id as MethodId)), id).toBe(what.includes('(frozen features)'));
  expect(Object.keys(methodWords).filter((id) => frozen(fullNameOf(id as MethodId)))).toHaveLength(6);
});
