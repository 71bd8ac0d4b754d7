/** @file Charts in another language: every word in them is of the catalogue, and numbers are written as the locale has them. */
import { afterEach, expect, test } from 'vitest';
import { differencesChart } from '../../../../main/charts/differences';
import { learningCurveChart } from '../../../../main/charts/learningCurve';
import { offsetChart } from '../../../../main/charts/offset';
import { operatingChart } from '../../../../main/charts/operating';
import { reliabilityChart } from '../../../../main/charts/reliability';
import { heldOutChart, lossChart } from '../../../../main/charts/training';
import { drawChart } from '../../../../main/reports/draw';
import { ENGLISH, speak } from '../../../../strings/chosen';
import { PSEUDO, unbracketed } from '../../../../strings/pseudo';

afterEach(() => speak({ language: ENGLISH, locale: ENGLISH }));

const figure = (value: number) => ({ value, interval: null, n: 10, groups: 10, why: null });
const point = { threshold: 0.5, misses: 0.1, missesAtMost: 0.2, falseAlarms: 0.3, falseAlarmsAtMost: 0.4 };
const difference = { value: 0.05, interval: [0.01, 0.09] as [number, number], p: 0.01, pHolm: 0.02 };
const bin = { from: 0.7, to: 0.8, n: 12, confidence: 0.75, accuracy: 0.5 };
const training = {
  by: 'Steps' as const,
  points: [
    { at: 1, loss: 0.75, heldOut: 0.5 },
    { at: 2, loss: 0.25, heldOut: 0.75 },
  ],
  before: 0.5,
};

/** Made anew, for whoever speaks another language by then. */
const all = {
  differences: () => differencesChart([{ method: 'softmax', difference }], () => '·'),
  learningCurve: () => learningCurveChart({ points: [{ shots: 1, accuracy: figure(0.5) }] }),
  offset: () => offsetChart({ points: [{ offset: 0, novel: 0.5, base: 0.6, harmonicMean: 0.55 }] }, 1),
  operating: () => operatingChart({ points: [point], wanted: 0.25, chosen: point }),
  reliability: () => reliabilityChart({ bins: [{ ...bin, interval: [0.25, 0.75] }] }),
  loss: () => lossChart(training),
  heldOut: () => heldOutChart({ ...training, by: 'Epochs' }),
};

const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);

test.each(Object.entries(all))(
  '%s: every word is of the catalogue, the unseen ones too',
  async (_, chart) => {
    speak({ language: PSEUDO, locale: 'de-DE' });
    const svg = await drawChart(chart());
    const texts = textsOf(svg);
    expect(texts.filter((text) => text.includes('⟦')).length).toBeGreaterThanOrEqual(1);
    expect(texts.filter((text) => /\p{L}/u.test(unbracketed(text)))).toEqual([]);
    // What Vega calls a group of marks is not for us to say.
    const told = svg.match(/aria-(label|roledescription)="[^"]*"/g);
    expect([...new Set(told)]).toEqual(['aria-roledescription="group mark container"']);
  },
);

test('numbers have the locale’s comma, and screen readers hear Vega’s English beside English alone', async () => {
  const english = await drawChart(lossChart(training));
  expect(textsOf(english)).toContain('0.2');
  expect(english).toMatch(/aria-roledescription="axis"/);
  speak({ language: ENGLISH, locale: 'de-DE' });
  expect(textsOf(await drawChart(lossChart(training)))).toContain('0,2');
});
