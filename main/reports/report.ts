/** @file What a report is made of. Types only. */
import type { Contest } from '../contract/evaluation';

export interface ReportAbout {
  /** What was evaluated: the name of a project or a folder. */
  name: string;
  /** Of the program. */
  version: string;
}

/** Contests on the same images: one, or one for each number of shots. */
export interface Report extends ReportAbout {
  contests: readonly Contest[];
}
