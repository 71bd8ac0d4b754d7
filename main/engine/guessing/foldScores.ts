/**
 * @file Scores of held-out images by whichever is faster. Runs in the engine and in tests.
 */
import { dotScores, type Score } from '../imprinting/folds';
import { bestOfEach } from '../imprinting/imprint';
import type { Scorer } from './scorer';

/** Below this many multiplications a scorer's own overhead is the larger part. */
const WORTH_A_SCORER = 2e6;

/** Plain loops for small folds, the scorer for large ones; they agree to about 1e-7. */
export function foldScores(scorer: Scorer): Score {
  return (images, prototypes) => {
    const { rows, dimension } = prototypes;
    const count = rows.length / dimension;
    if (images.length * rows.length < WORTH_A_SCORER) return dotScores(images, prototypes);
    const units = new Float32Array(images.length * dimension);
    images.forEach((image, i) => units.set(image, i * dimension));
    const prepared = scorer.prepare({ rows, count, dimension });
    try {
      return bestOfEach(prepared.products(units), prototypes);
    } finally {
      prepared.dispose();
    }
  };
}
