/**
 * @file Each method's difference to imprinting on the same images, with its interval, in percentage points. Pure data in words of
 * the catalogue.
 */
import type { TopLevelSpec } from 'vega-lite';
import { isBeyondChance } from '../contract/beyondChance';
import type { MethodResult } from '../contract/evaluation';
import { words } from '../../strings/words';
import { GUIDE, LINE } from './marks';

/** Zero has no sign. */
const SIGNED = "datum.value === 0 ? '0' : format(datum.value, '+d')";

/** @param nameOf what a method is called */
export function differencesChart(
  results: readonly Pick<MethodResult, 'method' | 'difference'>[],
  nameOf: (method: MethodResult['method']) => string,
): TopLevelSpec {
  const { axis: title, beyond, within } = words().charts.differences;
  const values = results.flatMap(({ method, difference }) => {
    if (!difference) return [];
    const value = difference.value * 100;
    const [low, high] = difference.interval?.map((end) => end * 100) ?? [value, value];
    const said = isBeyondChance(difference) ? beyond : within;
    return [{ method: nameOf(method), value, low, high, said }];
  });
  const y = { field: 'method', type: 'nominal' as const, sort: null, title: null, axis: { grid: false } };
  const ends = values.flatMap(({ low = 0, high = 0 }) => [Math.abs(low), Math.abs(high)]);
  const reach = Math.max(5, Math.ceil(Math.max(0, ...ends) / 5) * 5);
  const scale = { domain: [-reach, reach] };
  return {
    height: Math.max(1, values.length) * LINE + 48,
    data: { values },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: GUIDE,
        encoding: { x: { field: 'zero', type: 'quantitative', title, scale } },
      },
      {
        mark: { type: 'rule', aria: false },
        encoding: {
          y,
          x: { field: 'low', type: 'quantitative', title, scale },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true },
        encoding: {
          y,
          x: {
            field: 'value',
            type: 'quantitative',
            scale,
            title,
            axis: { labelExpr: SIGNED, grid: true, tickCount: 7 },
          },
          shape: {
            field: 'said',
            type: 'nominal',
            title: null,
            scale: { domain: [beyond, within], range: ['diamond', 'circle'] },
            legend: { orient: 'top' },
          },
        },
      },
    ],
  };
}
