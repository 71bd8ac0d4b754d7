/** @file A run as the view shows it, whether the head is trained or the last convolution too. */
import type { TrainingCurve } from '../../../main/charts/training';
import type { TrainingRun } from '../../../main/contract/areas/training';
import type { TuningRun } from '../../../main/contract/areas/tuning';
import type { Figure, Interval } from '../../../main/contract/evaluation';
import type { WorkProgress } from '../../../main/contract/model';

export interface ShownRun {
  status: 'running' | 'ready' | 'cancelled' | 'failed';
  /** reading: images are read again · held-out, final: see TrainingRun · epochs: of the last convolution. */
  phase: 'reading' | 'held-out' | 'final' | 'epochs';
  progress: WorkProgress;
  counts: { images: number; groups: number; classes: number };
  curve: TrainingCurve;
  comparison: {
    before: Figure;
    after: Figure;
    difference: { value: number; interval: Interval } | null;
    sentence: string;
  } | null;
  /** Sentences beside the outcome. */
  notes: string[];
  mayKeep: boolean;
  trouble: string | null;
}

export function ofHead(run: TrainingRun): ShownRun {
  const { status, phase, progress, images, groups, classes, comparison, calibration } = run;
  const points = run.curve.map(({ step, loss, heldOut }) => ({ at: step, loss, heldOut }));
  const why = calibration?.why ?? null;
  return {
    ...{ status, phase, progress, comparison, trouble: run.trouble },
    counts: { images, groups, classes },
    curve: { by: 'Steps', points, before: run.before },
    notes: [run.changed, why].filter((note) => note !== null),
    mayKeep: status === 'ready' && run.unfit === null,
  };
}

export function ofBackbone(run: TuningRun): ShownRun {
  const { progress, images, groups, classes, report, trouble } = run;
  const status = run.status === 'reading' || run.status === 'training' ? 'running' : run.status;
  const points = run.epochs.map(({ epoch, loss, heldOut }) => ({ at: epoch, loss, heldOut }));
  return {
    ...{ status, progress, trouble: status === 'ready' ? null : trouble, comparison: report },
    phase: run.status === 'reading' ? 'reading' : 'epochs',
    counts: { images, groups, classes },
    curve: { by: 'Epochs', points, before: run.epochs[0]?.heldOut ?? null },
    notes: status === 'ready' && trouble !== null ? [trouble] : [],
    mayKeep: status === 'ready' && trouble === null && report?.better === true,
  };
}
