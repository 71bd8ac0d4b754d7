/** @file What the check of an export found. Pure; runs in main. */
import type { ExportComparison } from '../contract/exporting';
import type { Framing } from '../contract/model';

export interface Verdict extends ExportComparison {
  passed: boolean;
  /** Whether the file names the classes that the app exported. */
  labels: boolean;
  /** Whether the file states the scale that the app exported. */
  scale: boolean;
  /** Images that could not be read as they were. */
  leftOut: number;
  /** With images as the format's own loader takes them, where it takes them otherwise. */
  ownCrop: ExportComparison | null;
  /** That the model was made with. */
  framing: Framing;
}
