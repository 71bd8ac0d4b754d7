/** @file What the engine is taught, as main sends it. Types only. */
import type { ClassInfo, ProjectSettings } from '../../contract/model';

/** What is taught: rows of the open project's items and the classes (by position) that a person gave them. */
export interface Lesson {
  revision: number;
  classes: (Pick<ClassInfo, 'id' | 'name' | 'kind'> & { severalLooks?: boolean })[];
  /** Learning items only: excluded and check items are not among them. */
  samples: {
    index: number;
    class: number;
    /** Items of one group count as one shot. */
    group: string;
    /** Accepted in bulk: teaches, but is left out of scoring. */
    bulk: boolean;
  }[];
  /** Check items that have a label: they teach nothing, and say how good the guesses are. */
  checks: { index: number; class: number; group: string }[];
  settings: Pick<ProjectSettings, 'base' | 'join' | 'balanced'>;
}
