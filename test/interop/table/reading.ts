/** @file What a program made of a model, kept with the test that asked it until the reporter makes a table of all. */

/** Figures that tell one answer from another. */
export interface Agreement {
  images: number;
  /** Of any number that was put out. */
  maxAbsDiff: number | null;
  /** Least, of two answers to one image. */
  cosine: number | null;
  /** Share of images with the same first class; null where there are no classes. */
  top1Agreement: number | null;
  /** Images whose colours are converted, which no two libraries do alike, and their largest difference. */
  inexact?: number;
  inexactMaxAbsDiff?: number | null;
}

export interface Reading extends Agreement {
  /** Whether others read what this program wrote, or this program what others wrote. */
  way: 'out' | 'in';
  /** Of `out` the format, of `in` who made the model. */
  format: string;
  /** With its version. */
  reader: string;
  /** Image files, which it decodes itself, or pixels. */
  given: 'files' | 'pixels';
  /** Which of several models. */
  model: string;
}

declare module 'vitest' {
  interface TaskMeta {
    readings?: Reading[];
  }
}

/** @param task of the test that runs */
export function record(task: { meta: { readings?: Reading[] } }, reading: Reading): void {
  (task.meta.readings ??= []).push(reading);
}
