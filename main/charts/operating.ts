/**
 * @file Misses against false alarms of a class that must not be missed: what was counted, what the misses are at most with 95 %
 * certainty, the wish, and the threshold chosen for it. Pure data in words of the catalogue.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { OperatingCurve } from '../contract/evaluation';
import { percent } from '../../strings/format';
import { words } from '../../strings/words';
import { GUIDE, NOTE, SHARES, TALL, WHOLE } from './marks';

export function operatingChart({
  points,
  wanted,
  chosen,
}: Pick<OperatingCurve, 'points' | 'wanted' | 'chosen'>): TopLevelSpec {
  const said = words().charts.operating;
  const values = points.flatMap(({ falseAlarms, misses, missesAtMost, threshold }) => [
    { falseAlarms, threshold, misses, what: said.counted },
    { falseAlarms, threshold, misses: missesAtMost, what: said.atMost },
  ]);
  const x = {
    field: 'falseAlarms',
    type: 'quantitative' as const,
    title: said.alarms,
    scale: WHOLE,
  };
  const y = { field: 'misses', type: 'quantitative' as const, title: said.misses, scale: WHOLE };
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
            scale: { domain: [said.counted, said.atMost], range: [[], [3, 3]] },
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
          text: said.wanted(percent(wanted)),
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
        mark: { ...NOTE, dx: 12, dy: -4, text: said.chosen },
        encoding: { x, y },
      },
    ],
  };
}
