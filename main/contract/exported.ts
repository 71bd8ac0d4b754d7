/** @file What is known of a model when it is exported, and what a project remembers of that. Types only. */
import type { Figure } from './evaluation';
import type { ExportCheck, ExportOptions } from './exporting';
import type { Framing, ProjectSettings } from './model';
import type { MethodId } from './training';

/** How good a model is, as it was known when it was exported. An estimate is never an accuracy. */
export interface ExportFigures {
  /** From the learning images, 'with one image fewer per class', among own classes; of a trained head, of its folds. */
  estimate: Figure;
  /** On this folder, measured by a blind check of this very model; null: there is none. */
  accuracy: Figure | null;
  /** Own classes in the order of the outputs; of each the share of its images that were found. */
  classes: {
    label: string;
    /** That taught it. */
    images: number;
    groups: number;
    estimate: Figure;
    accuracy: Figure | null;
  }[];
}

/** What a project remembers of an export. */
export interface ExportNote {
  /** ISO 8601, UTC; also what it is asked for by. */
  at: string;
  /** Of the program. */
  version: string;
  folder: string;
  base: ExportOptions['base'];
  formats: {
    /** Its name; newer versions may know more of them. */
    format: string;
    id: string;
    bytes: number;
    check: Pick<ExportCheck, 'images' | 'maxAbsDiff' | 'top1Agreement' | 'passed'>;
  }[];
  manifest: { sha256: string; items: number };
  estimate: Omit<Figure, 'why'>;
  /** Null: no blind check. */
  accuracy: Omit<Figure, 'why'> | null;
  /** `label` null: the class is no more, and its name was purged. */
  classes: { label: string | null; images: number; groups: number }[];
  /** Of 'none of these'; null: there was none. */
  threshold: { cosine: number | null; logit: number } | null;
  settings: {
    backbone: string;
    framing: Framing;
    join: ProjectSettings['join'] | null;
    method: MethodId;
    offset: number | null;
  };
}
