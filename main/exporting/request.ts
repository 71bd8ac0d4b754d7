/**
 * @file What an export is asked for, what it needs and how it ends. Runs in main; knows no Electron.
 */
import { PersonError } from '../contract/errors';
import type { ExportResult } from '../contract/areas/exporting';
import type { ExportOptions, ExportProgress } from '../contract/exporting';
import type { Framing } from '../contract/model';
import type { Lesson } from '../engine/guessing/lesson';
import type { Engine } from '../engine/supervisor';
import type { CheckLine } from './checkLine';
import type { ExportLog } from '../projects/exports/exportLog';
import type { ManifestItem } from './manifest';
import type { Candidate } from './sample';
import type { SampleSources } from './samples';
import type { Target } from './target';
import { told } from '../../strings/words';

/** What is exported, and who helps. */
export interface ExportParts {
  engine: Pick<Engine, 'call'>;
  /** A fresh process with a decoder of its own. */
  startCheck: () => CheckLine;
  /** Programs that are written beside each model. */
  samples: SampleSources;
  /** Of the project. */
  name: string;
  /** Of the program. */
  version: string;
  framing: Framing;
  /** Whether boxes are among what is labelled. */
  boxes: boolean;
  /** What the app has learnt, with or without base classes. */
  lesson: (base: ExportOptions['base']) => Lesson;
  /** Images that have an embedding. */
  candidates: () => Candidate[];
  /** Content hash that a row's embedding was made from. */
  hash: (index: number) => string | null;
  /** What a lesson learns from and is checked on. */
  manifest: (lesson: Lesson) => ManifestItem[];
  /** What the project remembers of its exports. */
  log: Pick<ExportLog, 'append'>;
}

export interface ExportRequest extends ExportOptions {
  target: Target;
  progress?: (progress: ExportProgress) => void;
  /** Aborted: the export ends with ExportCancelled, at its next step or in the middle of its check. */
  signal?: AbortSignal;
}

/** `folder` holds a subfolder for each format. */
export type ExportOutcome = ExportResult;

/** The person stopped it: nothing was exported. */
export class ExportCancelled extends PersonError {
  override name = 'ExportCancelled';

  constructor() {
    super(told().exports.cancelled);
  }
}

/** A written model does not answer as the app does. Its folder is kept under a name that says so. */
export class ExportCheckFailed extends PersonError {
  override name = 'ExportCheckFailed';

  constructor(readonly outcome: ExportOutcome) {
    const failed = outcome.models.filter(({ check }) => !check.passed);
    const found = failed.map(({ format, check }) => `${format}: ${check.message}`);
    super(told().exports.failedCheckOf(found), outcome.folder);
  }
}
