/** @file What the engine says of a run of training. Types only. */
import type { RunTold, TrainedHead } from './run';

export interface Begun {
  /** By which its reports are known. */
  run: number;
  /** Rows of the open project that it learns from, ascending. */
  rows: number[];
  /** Ids of its classes, in the order of the head's outputs. */
  classes: string[];
}

/** A run's outcome without its weights, which stay in the engine until they are kept. */
export type Outcome = Omit<TrainedHead, 'head'>;

export type HeadReport =
  | { run: number; kind: 'running'; told: RunTold }
  | { run: number; kind: 'ready'; outcome: Outcome }
  | { run: number; kind: 'cancelled' }
  /** What was in use before is in use still. */
  | { run: number; kind: 'failed'; why: string; forPerson: boolean };
