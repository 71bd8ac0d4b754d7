/** @file A run of training as the window sees it, step by step as the engine tells it. Pure but for the clock; runs in main. */
import { told } from '../../../strings/words';
import { performance } from 'node:perf_hooks';
import type { TrainingRequest, TrainingRun } from '../../contract/areas/training';
import type { HeadReport, Outcome } from '../../engine/heads/report';
import { groupsOf, RECORD_FORMAT, type HeadRecord, type LearntFrom } from './record';
import { standingOf, type Now } from './standing';

/** A run under way or over, and what it learns from. */
export interface RunState {
  /** By which the engine's reports are known. */
  readonly number: number;
  readonly learnt: LearntFrom;
  /** Milliseconds of a monotonic clock. */
  readonly begun: number;
  readonly shown: TrainingRun;
  readonly outcome: Outcome | null;
}

/** Parts that a head is divided into, so that progress is even. */
const PARTS = 1000;
/** Before this share nothing can be said of the time left. */
const TELLING = 0.02;

export function newRun(number: number, request: TrainingRequest, learnt: LearntFrom): RunState {
  const shown: TrainingRun = {
    request,
    status: 'running',
    at: new Date().toISOString(),
    images: learnt.samples.length,
    groups: groupsOf(learnt),
    classes: learnt.classes.length,
    phase: 'held-out',
    progress: { done: 0, total: null, rate: null, secondsLeft: null },
    curve: [],
    before: null,
    ...{ comparison: null, calibration: null, changed: null, unfit: null, trouble: null },
  };
  return { number, learnt, begun: performance.now(), shown, outcome: null };
}

/** What a report makes of it. */
export function reported(run: RunState, report: HeadReport): RunState {
  if (report.kind === 'running') return { ...run, shown: { ...run.shown, ...progressOf(run, report.told) } };
  if (report.kind === 'cancelled') return ended(run, 'cancelled', null);
  if (report.kind === 'failed') return ended(run, 'failed', report.why);
  const { comparison, calibration, curve } = report.outcome;
  const shown = { ...run.shown, status: 'ready' as const, comparison, calibration, curve };
  return { ...run, outcome: report.outcome, shown };
}

export function ended(run: RunState, status: 'cancelled' | 'failed', trouble: string | null): RunState {
  return { ...run, outcome: null, shown: { ...run.shown, status, trouble } };
}

/** What happened to the labels since it took its copy. */
export function heldAgainst(run: RunState, now: Now): RunState {
  const standing = standingOf(run.learnt, now);
  if (standing.kind === 'stale') {
    const unfit = told().heads.cannotBeKept(standing.why);
    return { ...run, shown: { ...run.shown, changed: unfit, unfit } };
  }
  const unknown = standing.kind === 'usable' ? standing.unknown : 0;
  const changed = unknown === 0 ? null : told().heads.givenSince(unknown);
  return { ...run, shown: { ...run.shown, changed, unfit: null } };
}

/** Null until it is ready. */
export function recordOf({ outcome, shown, learnt }: RunState): HeadRecord | null {
  if (!outcome || shown.status !== 'ready') return null;
  const { comparison, calibration, perClass, rejection } = outcome;
  const { request, at } = shown;
  const figures = { comparison, calibration, perClass };
  const none = { ...rejection, background: [...rejection.background] };
  return { format: RECORD_FORMAT, request, at, ...learnt, ...figures, rejection: none };
}

type Told = Extract<HeadReport, { kind: 'running' }>['told'];

function progressOf(run: RunState, told: Told): Pick<TrainingRun, 'phase' | 'progress' | 'curve' | 'before'> {
  const seconds = (performance.now() - run.begun) / 1000;
  const share = told.done / told.heads;
  const progress = {
    done: Math.round(PARTS * told.done),
    total: PARTS * told.heads,
    rate: seconds > 0.5 ? told.steps / seconds : null,
    secondsLeft: share < TELLING ? null : (seconds / share) * (1 - share),
  };
  return { phase: told.phase, progress, curve: told.curve, before: told.before };
}
