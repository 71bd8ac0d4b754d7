/** @file What a sample says of a model when it repeats the export check. */

/** As JSON of `--check --json`, and of a page. */
export interface Recheck {
  images: number;
  missing: number;
  /** Of images that are decoded bit for bit as by the app. */
  maxAbsDiff: number | null;
  limit: number;
  /** Images whose colours are converted, which no two libraries do alike. */
  inexact: number;
  inexactMaxAbsDiff: number | null;
  /** Least, of the app's probabilities of an image and the reader's. */
  cosine: number | null;
  top1Agreement: number | null;
  passed: boolean;
}
