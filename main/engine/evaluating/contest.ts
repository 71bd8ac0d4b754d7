/** @file A contest of methods on the labels of the open project, as it leaves the engine. Types only. */
import type { Contest } from '../../contract/evaluation';

/** `Confusion.items` of its results holds numbers into `rows`, which are rows of the open project. */
export interface ContestRows extends Contest {
  classIds: string[];
  rows: number[];
}
