/**
 * @file Misses against false alarms of a class that must not be missed: what was counted, what the misses are at most with 95 %
 * certainty, the wish, and the threshold chosen for it. Pure data.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { OperatingCurve } from '../contract/evaluation';
import { GUIDE, NOTE, SHARES, TALL, WHOLE } from './marks';

const COUNTED = 'counted';
const AT_MOST = 'at most (95 %)';

export function operatingChart({
  points,
  wanted,
  chosen,
}: Pick<OperatingCurve, 'points' | 'wanted' | 'chosen'>): TopLevelSpec {
  const values = points.flatMap(({ falseAlarms, misses, missesAtMost, threshold }) => [
    { falseAlarms, threshold, misses, what: COUNTED },
    { falseAlarms, threshold, misses: missesAtMost, what: AT_MOST },
  ]);
  const x = {
    field: 'falseAlarms',
    type: 'quantitative' as const,
    title: 'False alarms, of all others',
    scale: WHOLE,
  };
  const y = { field: 'misses', type: 'quantitative' as const, title: 'Missed, of the class', scale: WHOLE };
  const marked = chosen ? [{ falseAlarms: chosen.falseAlarms, misses: chosen.missesAtMost }] : [];
  return {
    height: TALL,
    data: { values },
    layer: [
      {
        mark: { type: 'line', interpolate: 'step-after' },
        encoding: {
          x: { ...x, axis: SHARES },
          // Beside the plot: where there are no false alarms the curve lies on its edge.
          y: { ...y, axis: { ...SHARES, offset: 8 } },
          strokeDash: {
            field: 'what',
            type: 'nominal',
            title: null,
            scale: { domain: [COUNTED, AT_MOST], range: [[], [3, 3]] },
            legend: { orient: 'top' },
          },
          order: { field: 'threshold', type: 'quantitative' },
        },
      },
      { data: { values: [{ misses: wanted }] }, mark: GUIDE, encoding: { y } },
      {
        data: { values: [{ misses: wanted }] },
        mark: {
          ...NOTE,
          align: 'right',
          dy: -4,
          text: `wished for: at most ${Math.round(100 * wanted)}\u00a0%`,
        },
        encoding: { y, x: { value: 'width' } },
      },
      {
        data: { values: marked },
        mark: { type: 'point', filled: true, shape: 'diamond', size: 160 },
        encoding: { x, y },
      },
      {
        data: { values: marked },
        mark: { ...NOTE, dx: 12, dy: -4, text: 'chosen threshold' },
        encoding: { x, y },
      },
    ],
  };
}
