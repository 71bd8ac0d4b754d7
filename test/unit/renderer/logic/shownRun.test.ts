import { describe, expect, it } from 'vitest';
import type { TrainingRun } from '../../../../main/contract/areas/training';
import type { TuningRun } from '../../../../main/contract/areas/tuning';
import { ofBackbone, ofHead } from '../../../../renderer/logic/finetune/shownRun';

const progress = { done: 1, total: 2, rate: null, secondsLeft: null };
const figure = { value: 0.5, interval: null, n: 4, groups: 4, why: null };
const counts = { images: 4, groups: 4, classes: 2 };
const head: TrainingRun = {
  ...{ request: { method: 'softmax', steps: null, seed: 1 }, status: 'ready', at: '', phase: 'final' },
  ...{ progress, ...counts, before: 0.4, unfit: null, trouble: null, changed: '2 labels since.' },
  curve: [{ step: 3, loss: 1, heldOut: null }],
  comparison: { before: figure, after: figure, difference: null, folds: 5, sentence: 'x' },
  calibration: { temperature: null, why: 'Too few.' },
};
const deep: TuningRun = {
  ...{ request: { epochs: 3, seed: 1 }, status: 'ready', at: '', progress, ...counts, best: 1, leftOut: 0 },
  epochs: [{ epoch: 0, loss: null, heldOutLoss: 1, heldOut: 0.25 }],
  report: { before: figure, after: figure, difference: null, agreement: figure, better: true, sentence: 'y' },
  trouble: null,
};

describe('a run of the head', () => {
  it('may be kept when it is ready and fits the labels; what happened meanwhile is said beside it', () => {
    expect(ofHead(head)).toMatchObject({ mayKeep: true, notes: ['2 labels since.', 'Too few.'], counts });
    expect(ofHead(head).curve).toEqual({
      by: 'Steps',
      points: [{ at: 3, loss: 1, heldOut: null }],
      before: 0.4,
    });
    expect(ofHead({ ...head, unfit: 'no' }).mayKeep).toBe(false);
    expect(ofHead({ ...head, status: 'running' }).mayKeep).toBe(false);
  });
});

describe('a run of the last convolution', () => {
  it('is under way while images are read, and begins its curve with the backbone as it is', () => {
    expect(ofBackbone({ ...deep, status: 'reading' })).toMatchObject({ status: 'running', phase: 'reading' });
    expect(ofBackbone({ ...deep, status: 'training' })).toMatchObject({ status: 'running', phase: 'epochs' });
    expect(ofBackbone(deep).curve).toMatchObject({ by: 'Epochs', before: 0.25 });
  });

  it('may be kept when it is better and fits the labels', () => {
    expect(ofBackbone(deep).mayKeep).toBe(true);
    expect(ofBackbone({ ...deep, report: { ...deep.report!, better: false } }).mayKeep).toBe(false);
    expect(ofBackbone({ ...deep, trouble: 'Labels changed.' })).toMatchObject({
      mayKeep: false,
      notes: ['Labels changed.'],
    });
  });
});
