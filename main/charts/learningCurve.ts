/** @file 'Do I need more images?': the estimate by images per class, with its interval. Pure data in words of the catalogue. */
import type { TopLevelSpec } from 'vega-lite';
import type { LearningCurve } from '../contract/evaluation';
import { words } from '../../strings/words';
import { SHARES, TALL, WHOLE } from './marks';

export function learningCurveChart({ points }: Pick<LearningCurve, 'points'>): TopLevelSpec {
  const { shots: title, estimate } = words().charts.learningCurve;
  const values = points.flatMap(({ shots, accuracy: { value, interval } }) =>
    value === null ? [] : [{ shots, value, low: interval?.[0] ?? value, high: interval?.[1] ?? value }],
  );
  const shots = values.map((one) => one.shots);
  return {
    height: TALL,
    data: { values },
    encoding: {
      x: {
        field: 'shots',
        type: 'quantitative',
        title,
        // Each doubling is as wide as the one before: the first images matter most.
        scale: { type: 'log', domain: [Math.min(1, ...shots), Math.max(2, ...shots)], nice: false },
        axis: { values: shots, format: 'd', grid: false },
      },
    },
    layer: [
      {
        mark: { type: 'area', aria: false },
        encoding: {
          y: { field: 'low', type: 'quantitative', title: estimate, scale: WHOLE },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', point: { filled: true } },
        encoding: {
          y: { field: 'value', type: 'quantitative', title: estimate, scale: WHOLE, axis: SHARES },
        },
      },
    ],
  };
}
