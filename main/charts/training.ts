/**
 * @file The curves of a training: the loss, and held-out images told right beside what imprinting tells. Pure data in words of the
 * catalogue.
 */
import type { TopLevelSpec } from 'vega-lite';
import { words } from '../../strings/words';
import { GUIDE, SHARES, WHOLE } from './marks';

export interface TrainingCurve {
  /** What is counted below: steps or epochs. */
  by: 'Steps' | 'Epochs';
  points: readonly { at: number; loss: number | null; heldOut: number | null }[];
  /** Share of held-out images that imprinting tells right; null where nothing is held out. */
  before: number | null;
}

const HEIGHT = 180;

const along = ({ by, points }: TrainingCurve) => ({
  field: 'at',
  type: 'quantitative' as const,
  title: words().charts.training.by[by],
  scale: { domain: [Math.min(...points.map(({ at }) => at)), Math.max(...points.map(({ at }) => at))] },
  axis: { grid: false, tickMinStep: 1, format: 'd' },
});

export function lossChart(curve: TrainingCurve): TopLevelSpec {
  return {
    height: HEIGHT,
    data: { values: curve.points.filter(({ loss }) => loss !== null) },
    mark: { type: 'line', point: { filled: true, size: 24 } },
    encoding: {
      x: along(curve),
      y: {
        field: 'loss',
        type: 'quantitative',
        title: words().charts.training.loss,
        scale: { zero: true },
        axis: { tickCount: 4 },
      },
    },
  };
}

export function heldOutChart(curve: TrainingCurve): TopLevelSpec {
  const y = {
    type: 'quantitative' as const,
    title: words().charts.training.heldOut,
    scale: WHOLE,
    axis: SHARES,
  };
  const before = curve.before === null ? [] : [{ before: curve.before }];
  return {
    height: HEIGHT,
    layer: [
      {
        data: { values: curve.points.filter(({ heldOut }) => heldOut !== null) },
        mark: { type: 'line', point: { filled: true, size: 24 } },
        encoding: { x: along(curve), y: { field: 'heldOut', ...y } },
      },
      { data: { values: before }, mark: GUIDE, encoding: { y: { field: 'before', ...y } } },
    ],
  };
}
