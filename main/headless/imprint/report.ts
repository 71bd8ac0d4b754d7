/** @file The results of `imprint` as its JSON has them: accuracies in percent, shares as fractions. Pure; runs in main. */
import type { ExportedModel } from '../../contract/exporting';
import type { Estimate, Framing, ProjectDocument } from '../../contract/model';
import type { RejectionReport } from '../../engine/guessing/rejections';
import type { OwnBackboneNoted } from '../../projects/schema';
import type { Unread } from '../folder/unread';
import type { FolderRow } from '../folder/rows';
import type { Accuracies } from './accuracy';

export interface ImprintReport {
  backbone: string;
  /** What one of the person's own is called; absent of one that came with the program. */
  ownBackbone?: OwnBackboneNoted;
  base: ProjectDocument['settings']['base'];
  join: ProjectDocument['settings']['join'];
  framing: Framing;
  /** The class that is none of the others; absent where there is none. */
  background?: { name: string; prototypes: number };
  classes: {
    name: string;
    images: number;
    groups: number;
    /** Images that came as sums, and their groups; absent where none did. */
    given?: { images: number; groups: number };
    leaveOneOut: number | null;
  }[];
  images: { total: number; embedded: number; failed: Unread[] };
  embedding: { imagesPerSecond: number | null; seconds: number };
  evaluation: Accuracies & {
    leaveOneOutAccuracy: number | null;
    estimable: number;
    rejection: { threshold: number; falseRejectRate: number | null; foreignAccepted: number | null } | null;
  };
  exports: {
    format: ExportedModel['format'];
    path: string;
    id: string;
    bytes: number;
    check: Pick<
      ExportedModel['check'],
      'images' | 'maxAbsDiff' | 'top1Agreement' | 'limit' | 'reader' | 'ownCrop'
    >;
    seconds: ExportedModel['seconds'];
  }[];
}

export interface ImprintOutcome {
  document: Pick<ProjectDocument, 'classes' | 'settings'>;
  estimate: Estimate;
  rows: readonly FolderRow[];
  unread: readonly Unread[];
  seconds: number;
  /** Images that were embedded now, not before. */
  embedded: number;
  accuracies: Accuracies;
  rejection: RejectionReport | null;
  exports: readonly ExportedModel[];
}

export function reportOf(outcome: ImprintOutcome): ImprintReport {
  const { document, estimate, seconds, embedded } = outcome;
  const { backbone, ownBackbone, base, join, framing } = document.settings;
  return {
    ...{ backbone, ...(ownBackbone && { ownBackbone }), base, join, framing },
    ...backgroundOf(document, estimate),
    classes: classesOf(document, estimate),
    images: imagesOf(outcome),
    embedding: { imagesPerSecond: embedded > 0 ? embedded / seconds : null, seconds },
    evaluation: {
      leaveOneOutAccuracy: inPercent(estimate.leaveOneOut),
      estimable: estimate.estimable,
      ...outcome.accuracies,
      rejection: rejectionOf(outcome.rejection),
    },
    exports: outcome.exports.map(exportOf),
  };
}

function exportOf(exported: ExportedModel): ImprintReport['exports'][number] {
  const { format, path, id, bytes, seconds } = exported;
  const { images, maxAbsDiff, top1Agreement, limit, reader, ownCrop } = exported.check;
  const check = { images, maxAbsDiff, top1Agreement, limit, reader, ownCrop };
  return { format, path, id, bytes, check, seconds };
}

function classesOf({ classes }: ImprintOutcome['document'], estimate: Estimate): ImprintReport['classes'] {
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  return estimate.classes.map(({ class: id, images, groups, given, leaveOneOut }) => ({
    name: names.get(id) ?? id,
    images,
    groups,
    ...(given && { given: { images: given.images, groups: given.shots } }),
    leaveOneOut: inPercent(leaveOneOut),
  }));
}

function backgroundOf(
  { classes }: ImprintOutcome['document'],
  estimate: Estimate,
): Pick<ImprintReport, 'background'> {
  const found = classes.find(({ kind }) => kind === 'background');
  const taught = estimate.classes.find(({ class: id }) => id === found?.id);
  return found && taught ? { background: { name: found.name, prototypes: taught.prototypes } } : {};
}

/** `total` is what was embedded and what was not: nothing in the folder is passed over in silence. */
function imagesOf({ rows, unread }: ImprintOutcome): ImprintReport['images'] {
  const failures = rows.filter((row) => row.state === 'failed');
  const failed = [...failures.map(({ path, reason }) => ({ path, reason: reason ?? '' })), ...unread];
  const embedded = rows.filter((row) => row.state === 'ready').length;
  return { total: embedded + failed.length, embedded, failed };
}

function rejectionOf(report: RejectionReport | null): ImprintReport['evaluation']['rejection'] {
  if (!report || report.threshold === null) return null;
  const { threshold, falseRejectRate, foreignAccepted } = report;
  return { threshold, falseRejectRate, foreignAccepted };
}

const inPercent = (fraction: number | null): number | null => (fraction === null ? null : 100 * fraction);
