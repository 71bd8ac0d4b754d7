/** @file Every chart can be drawn without a document, by Vega itself, and shows what it was given. */
import { describe, expect, it } from 'vitest';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Figure } from '../../../../main/contract/evaluation';
import { differencesChart } from '../../../../main/charts/differences';
import { learningCurveChart } from '../../../../main/charts/learningCurve';
import { operatingChart } from '../../../../main/charts/operating';
import { reliabilityChart } from '../../../../main/charts/reliability';

async function drawn(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile({ ...spec, width: 480 }).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** The marks' sentences for screen readers. */
const said = (svg: string): string[] =>
  [...svg.matchAll(/aria-label="([^"]*)" role="graphics-symbol"/g)].map(([, label = '']) => label);

const figure = (value: number | null, interval: Figure['interval'] = null): Figure => {
  return { value, interval, n: 10, groups: 10, why: null };
};

describe('charts', () => {
  it('reliability: a point for each bin, and the diagonal', async () => {
    const bin = { from: 0.7, to: 0.8, n: 12, confidence: 0.75, accuracy: 0.5 };
    const svg = await drawn(reliabilityChart({ bins: [{ ...bin, interval: [0.25, 0.75] }] }));
    expect(said(svg).filter((label) => label.includes('Were right: 50%'))).toHaveLength(1);
    expect(svg).toContain('stroke-dasharray="4,4"');
  });

  it('the curve: every number of images that was measured, and none that was not', async () => {
    const points = [
      { shots: 1, accuracy: figure(0.5, [0.4, 0.6]) },
      { shots: 5, accuracy: figure(0.8) },
      { shots: 8, accuracy: figure(null) },
    ];
    const labels = said(await drawn(learningCurveChart({ points }))).join('\n');
    expect(labels).toMatch(/Images per class: 1; Estimate: 50%/);
    expect(labels).toMatch(/Images per class: 5; Estimate: 80%/);
    expect(labels).not.toContain('Images per class: 8');
  });

  it('misses against false alarms: what was counted, its bound, and the chosen threshold', async () => {
    const point = {
      threshold: 0.5,
      misses: 0.1,
      missesAtMost: 0.2,
      falseAlarms: 0.3,
      falseAlarmsAtMost: 0.4,
    };
    const points = [{ ...point, threshold: 0.2, misses: 0, falseAlarms: 1 }, point];
    const svg = await drawn(operatingChart({ points, wanted: 0.25, chosen: point }));
    expect(svg).toContain('counted');
    expect(svg).toContain('at most (95 %)');
    expect(said(svg).some((label) => label.includes('False alarms, of all others: 0.3'))).toBe(true);
  });

  it('differences: a line for each method that has one, told apart by shape', async () => {
    const svg = await drawn(
      differencesChart(
        [
          { method: 'imprinting', difference: null },
          { method: 'softmax', difference: { value: 0.05, interval: [0.01, 0.09], p: 0.01, pHolm: 0.02 } },
          { method: 'balanced', difference: { value: 0.04, interval: [-0.01, 0.09], p: 0.01, pHolm: 0.02 } },
          { method: 'nearest', difference: { value: -0.02, interval: [-0.06, 0.02], p: 0.4, pHolm: 0.4 } },
        ],
        (method) => `<${method}>`,
      ),
    );
    expect(svg).toContain('&lt;softmax&gt;');
    expect(svg).not.toContain('&lt;imprinting&gt;');
    expect(said(svg)).toHaveLength(3);
    expect(said(svg).filter((label) => label.includes('said: beyond chance'))).toHaveLength(1);
  });

  it('have room for nothing', async () => {
    await expect(drawn(reliabilityChart({ bins: [] }))).resolves.toContain('<svg');
    await expect(drawn(learningCurveChart({ points: [] }))).resolves.toContain('<svg');
    await expect(drawn(differencesChart([], String))).resolves.toContain('<svg');
    await expect(drawn(operatingChart({ points: [], wanted: 0.1, chosen: null }))).resolves.toContain('<svg');
  });
});
