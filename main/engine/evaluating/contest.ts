/** @file A contest of methods as it leaves the engine. Types only. */
import type { Contest } from '../../contract/evaluation';

/** `Confusion.items` of its results holds rows as the question had them, see `KnownImage.row`. */
export interface ContestRows extends Contest {
  classIds: string[];
}
