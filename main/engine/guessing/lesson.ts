/** @file What the engine is taught, as main sends it. Types only. */
import type { Figure } from '../../contract/evaluation';
import type { ClassInfo, ProjectSettings } from '../../contract/model';
import type { MethodId } from '../../contract/training';
import type { HeadRejection } from '../heads/noneOfThese';

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
  /** Sums that classes have besides their images, by the hash of their file (docs/class-files.md); absent: none. */
  given?: { class: number; of: string; images: number; shots: number }[];
  /** Check items that have a label: they teach nothing, and say how good the guesses are. */
  checks: { index: number; class: number; group: string }[];
  /** No offset, and no base class left out, where nothing is said of them. */
  settings: Pick<ProjectSettings, 'base' | 'join' | 'balanced'> &
    Partial<Pick<ProjectSettings, 'offset' | 'suppressed'>>;
  /** Where guesses come from a kept head; absent or null: from imprinting. */
  head?: LessonHead | null;
}

/** A kept head, as main names it to the engine. */
export interface LessonHead {
  /** SHA-256 of all that it learnt from and how. */
  of: string;
  /** Where its weights are. */
  file: string;
  method: MethodId;
  /** Ids of its classes, in the order of its outputs. */
  classes: string[];
  /** Whether its confidence may be shown in percent. */
  calibrated: boolean;
  /** When it says 'none of these'; null: that was not measured. */
  rejection: HeadRejection | null;
  /** What held-out images say of it, in the place of leave-one-out. */
  estimate: { share: number | null; perClass: (number | null)[]; figure: Figure };
}
