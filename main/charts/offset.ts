/** @file Own and base classes told right over γ, with the γ that is set. Pure data in words of the catalogue. */
import type { TopLevelSpec } from 'vega-lite';
import type { OffsetCurve } from '../contract/areas/training';
import { words } from '../../strings/words';
import { GUIDE, SHARES, WHOLE } from './marks';

/** @param set γ of the project */
export function offsetChart({ points }: Pick<OffsetCurve, 'points'>, set: number): TopLevelSpec {
  const { offset: along, right, own, base: theirs } = words().charts.offset;
  const values = points.flatMap(({ offset, novel, base }) => [
    ...(novel === null ? [] : [{ offset, share: novel, of: own }]),
    ...(base === null ? [] : [{ offset, share: base, of: theirs }]),
  ]);
  // Own classes look the same whether or not base classes were measured.
  const domain = [own, theirs].filter((one) => values.some(({ of }) => of === one));
  const of = { field: 'of', type: 'nominal' as const, title: null, scale: { domain } };
  const x = {
    field: 'offset',
    type: 'quantitative' as const,
    title: along,
    axis: { grid: false, tickCount: 9 },
  };
  return {
    height: 200,
    layer: [
      {
        data: { values },
        mark: { type: 'line' },
        encoding: {
          x,
          y: { field: 'share', type: 'quantitative', title: right, scale: WHOLE, axis: SHARES },
          color: of,
          strokeDash: of,
        },
      },
      { data: { values: [{ offset: set }] }, mark: GUIDE, encoding: { x } },
    ],
  };
}
