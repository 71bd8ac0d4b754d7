/** @file What a project remembers of one export, and how it is made of what was exported. Pure; runs in main. */
import { z } from 'zod';
import type { ExportFigures, ExportNote } from '../contract/areas/exporting';
import { EXPORT_FORMATS } from '../contract/exportFormats';
import type { Figure } from '../contract/evaluation';
import { METHOD_IDS } from '../contract/training';
import type { Metadata } from '../engine/modelFile/metadata';
import { framingSchema } from '../projects/schema';
import type { ExportOutcome } from './request';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const figureSchema = z.object({
  value: share.nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  n: count,
  groups: count,
});

const formatSchema = z.object({
  /** One that this version does not know stays a name. */
  format: z.string().min(1).max(50),
  id: sha256,
  bytes: count,
  check: z.object({ images: count, maxAbsDiff: z.number(), top1Agreement: share, passed: z.boolean() }),
});

export const noteSchema = z.object({
  at: z.iso.datetime(),
  version: z.string(),
  folder: z.string(),
  base: z.enum(['none', 'imagenet']),
  formats: z.array(formatSchema).max(EXPORT_FORMATS.length * 10),
  manifest: z.object({ sha256, items: count }),
  estimate: figureSchema,
  /** Null: no blind check. */
  accuracy: figureSchema.nullable(),
  /** `label` null: the class is no more, and its name was purged. */
  classes: z.array(z.object({ label: z.string().nullable(), images: count, groups: count })),
  /** Of 'none of these'; null: there was none. */
  threshold: z.object({ cosine: z.number().nullable(), logit: z.number() }).nullable(),
  settings: z.object({
    backbone: z.string(),
    framing: framingSchema,
    join: z.enum(['replace', 'append']).nullable(),
    method: z.enum(METHOD_IDS),
    offset: z.number().nullable(),
  }),
});

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
