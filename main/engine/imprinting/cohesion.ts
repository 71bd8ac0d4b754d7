/**
 * @file ρ: how alike images of one class are. Pure: runs in the engine and in tests. Source: METHODS 1.
 */
import { partsOf, type ClassStatistics } from './sums';
import { squaredLength } from './vectors';

/** What is assumed before anything is known, and how many images that assumption weighs. */
const PRIOR_COSINE = 0.5;
const PRIOR_IMAGES = 5;

/**
 * ρ, the mean cosine between images of different groups of the same class, -1 to 1: every group weighs the same,
 * and five more of cosine .5 are counted in. Exactly .5 where no class has two groups.
 *
 * A class with several prototypes counts by their parts: what ρ is needed for is how much a prototype is to be trusted.
 *
 * Within a class of n shots the mean over pairs is (|Σ shots|² - Σ|shot|²)/(n(n-1)), so images need not be visited.
 */
export function withinClassCosine(classes: readonly ClassStatistics[]): number {
  let [cosines, groups] = [PRIOR_IMAGES * PRIOR_COSINE, PRIOR_IMAGES];
  for (const { shots, sum, squares } of classes.flatMap(partsOf)) {
    if (shots < 2) continue;
    cosines += (squaredLength(sum) - squares) / (shots - 1);
    groups += shots;
  }
  return cosines / groups;
}
