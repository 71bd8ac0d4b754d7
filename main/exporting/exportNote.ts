/** @file What a project is to remember of one export, made of what was exported. Pure; runs in main. */
import type { ExportFigures, ExportNote } from '../contract/exported';
import type { Figure } from '../contract/evaluation';
import type { Metadata } from '../engine/modelFile/metadata';
import type { ExportOutcome } from './request';

export interface NoteParts {
  outcome: Omit<ExportOutcome, 'notNoted'>;
  figures: ExportFigures;
  manifest: { sha256: string; items: number };
  /** Of any of its formats: what a note says is the same in all. */
  metadata: Metadata;
}

export function noteFor({ outcome, figures, manifest, metadata }: NoteParts): ExportNote {
  const { createdAt, tool, base, rejection, backbone, preprocessing, join } = metadata;
  return {
    ...{ at: createdAt, version: tool.version, folder: outcome.folder, base },
    formats: outcome.models.map(({ format, id, bytes, check }) => {
      const { images, maxAbsDiff, top1Agreement, passed } = check;
      return { format, id, bytes, check: { images, maxAbsDiff, top1Agreement, passed } };
    }),
    manifest,
    estimate: counted(figures.estimate),
    accuracy: figures.accuracy && counted(figures.accuracy),
    classes: figures.classes.map(({ label, images, groups }) => ({ label, images, groups })),
    threshold: rejection.logit === null ? null : { cosine: rejection.threshold, logit: rejection.logit },
    settings: {
      backbone: backbone.id,
      framing: preprocessing.framing,
      join,
      method: metadata.method ?? (metadata.imprinting === 'balanced' ? 'balanced' : 'imprinting'),
      offset: metadata.offset ?? null,
    },
  };
}

const counted = ({ value, interval, n, groups }: Figure): Omit<Figure, 'why'> => ({
  value,
  interval,
  n,
  groups,
});
