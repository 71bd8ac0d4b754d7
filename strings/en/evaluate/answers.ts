/** @file The short answers beside the questions. */
import type { Answered } from '../../../main/contract/areas/evaluating';
import type {
  BaseReceipt,
  ClassFigures,
  LearningCurve,
  OperatingCurve,
} from '../../../main/contract/evaluation';
import { points, shareOf } from '../../../renderer/logic/evaluate/figures';
import { count, percent } from '../../format';
import { plural } from '../plural';
import { range } from './range';

export const answers = {
  notYet: 'Not known yet',
  accuracy: ({ share }: Answered) =>
    `Accuracy ${shareOf(share.value)}${share.interval ? ` (${range(share.interval)})` : ''}`,
  estimate: ({ share }: Answered) => `Estimate ${shareOf(share.value)}, no accuracy yet`,
  /** The worse of its two shares. */
  hardest: (name: string, { recall, precision }: ClassFigures) =>
    precision.value !== null && precision.value < (recall.value ?? 1)
      ? `${name}: ${shareOf(precision.value)} right when named`
      : `${name}: ${shareOf(recall.value)} found`,
  noneHard: 'None so far: all answers were right',
  pair: (own: string, guessed: string, n: number) => `${own} for ${guessed}, ${plural(n, 'time')}`,
  noPair: 'Nothing so far',
  calibration: (error: number) => `${count(Math.round(error * 100))} points off on average`,
  curve: ({ points: all }: LearningCurve) => {
    const told = all.filter(({ accuracy }) => accuracy.value !== null);
    const last = told.at(-1);
    // As its sentence has it: what came of at least as many images again.
    const before = told.filter(({ shots }) => 2 * shots <= (last?.shots ?? 0)).at(-1);
    if (!before || !last) return null;
    const gain = (last.accuracy.value ?? 0) - (before.accuracy.value ?? 0);
    return `${count(before.shots)} to ${count(last.shots)} per class: ${points(gain)} points`;
  },
  notChosen: 'No class chosen',
  operating: (name: string, { chosen }: OperatingCurve) =>
    chosen ? `${name}: at most ${percent(chosen.missesAtMost)} missed` : `${name}: too few checked`,
  notCompared: 'Not compared yet',
  comparing: 'Comparing…',
  base: ({ before, after }: BaseReceipt) => `${shareOf(before.value)} before, ${shareOf(after.value)} after`,
  notMeasured: 'Not measured',
};
