/**
 * @file Reliability diagram: what percentages said, and how often it was so (Niculescu-Mizil and Caruana, ICML 2005). Pure data in
 * words of the catalogue.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { Reliability } from '../contract/evaluation';
import { words } from '../../strings/words';
import { GUIDE, SHARES, TALL, WHOLE } from './marks';

export function reliabilityChart({ bins }: Pick<Reliability, 'bins'>): TopLevelSpec {
  const { said, right, images } = words().charts.reliability;
  const values = bins.map(({ n, confidence, accuracy, interval: [low, high] }) => {
    return { n, confidence, accuracy, low, high };
  });
  const x = { field: 'confidence', type: 'quantitative', scale: WHOLE } as const;
  return {
    height: TALL,
    data: { values },
    encoding: { x: { ...x, title: said, axis: SHARES } },
    layer: [
      {
        data: { values: [{ from: 0, to: 1 }] },
        mark: GUIDE,
        encoding: {
          x: { field: 'from', type: 'quantitative', title: said, scale: WHOLE },
          x2: { field: 'to' },
          y: { field: 'from', type: 'quantitative', title: right, scale: WHOLE },
          y2: { field: 'to' },
        },
      },
      {
        mark: { type: 'rule', aria: false },
        encoding: {
          y: { field: 'low', type: 'quantitative', title: right, scale: WHOLE },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true },
        encoding: {
          y: { field: 'accuracy', type: 'quantitative', title: right, scale: WHOLE, axis: SHARES },
          size: {
            field: 'n',
            type: 'quantitative',
            title: images,
            legend: null,
            scale: { range: [36, 220], zero: true },
          },
        },
      },
    ],
  };
}
