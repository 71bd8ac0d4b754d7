/** @file An export: what is asked for, how far it is, and what the check of each written model found. Types only. */
import type { CheckReader, ExportFormat } from './exportFormats';
import type { WorkProgress } from './model';

export interface ExportOptions {
  formats: ExportFormat[];
  base: 'none' | 'imagenet';
}

/** How far the answers of a written model are from the app's. */
export interface ExportComparison {
  images: number;
  /** Largest difference of any probability of any class, a fraction. */
  maxAbsDiff: number;
  /** Share of images whose most probable class is the same. */
  top1Agreement: number;
}

export interface ExportCheck extends ExportComparison {
  /** What `maxAbsDiff` may be at most. */
  limit: number;
  reader: CheckReader;
  /**
   * At most 25 of them seen as the format's own loader sees them, where it does not take the framing that the model was made for; null
   * where it does. No part of the verdict.
   */
  ownCrop: ExportComparison | null;
  passed: boolean;
  message: string;
}

export interface ExportedModel {
  format: ExportFormat;
  path: string;
  /** SHA-256 of what answers and what it learnt from (docs/exports.md). */
  id: string;
  bytes: number;
  check: ExportCheck;
  /** How its sample is run, in the folder at `path`. */
  command: string;
  /** Of writing, and of reading back and comparing; formats share what the first of them decodes. */
  seconds: { write: number; check: number };
}

/** In the check an image counts each time that it is decoded or run through a model. */
export interface ExportProgress extends WorkProgress {
  step: string;
  total: number;
}
